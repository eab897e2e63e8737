"""The decision on what a document is, from the signs found in it; each step can be explained."""

from dataclasses import dataclass

from intake.reading.role.biography import is_to_nobody, is_told_by_another, is_told_by_oneself
from intake.reading.role.doubt import (
    LETTER_LENGTH,
    LETTER_SUBSTANCE,
    is_covering_note,
    is_reference,
    left_open,
    may_be_a_life,
)
from intake.reading.role.naming import named
from intake.reading.role.other import OtherSigns
from intake.reading.role.shape import Shape
from intake.reading.role.signs import OTHER_FROM, Signs, signs_in
from intake.reading.role.tables import quoted
from intake.triage.message import DocumentKind

CV_FROM = 3.8
"""Score from which a text is a CV by its words; measured on the made documents of the tests."""

HALF_CV_FROM = 3.0
"""Score from which a letter may hold a CV too: letters alone stay below 2.3 in labelled mail."""

LETTER_FROM = 4.5
"""Score from which a text is a motivation letter."""

HINT_FROM = 0.4
"""Score from which the file's name settles what the words only suggest."""

LETTER_SENTENCES = 3
"""Sentences about oneself that make a letter of a text without set phrases."""

LETTER_OWN = 35
"""Their words."""

SHORT_LETTER_OWN = 20
"""The same between a salutation and a closing: some letters are that short."""

BODY_OWN = 50
"""The same words in a mail's own text without a salutation: a covering note says a little too."""

SHORT_BODY_OWN = 28
"""The same where the mail is set up as a letter and says that its writer applies."""

SHORT_BODY_SENTENCES = 2
"""And so many sentences."""

ASKING_SUBSTANCE = 20
"""How many more there must be in a mail that asks something: an enquiry introduces itself."""

UNCLEAR_FROM = 2.2
"""Score from which a text without a telling name may still be somebody's CV."""

UNCLEAR = "Its words do not say what it is."
"""The evidence where neither words nor name decide; a person must look."""

BODY_SUBSTANCE = 60
"""Words of substance that a mail's own text needs to count as a letter."""

CV, LETTER, OTHER = DocumentKind.CV, DocumentKind.MOTIVATION_LETTER, DocumentKind.OTHER


@dataclass(frozen=True)
class Role:
    """What a document is.

    Attributes:
        kinds: by its words; empty when it has none, or when they do not say what it is.
        named: what its file name alone suggests.
        why: one sentence, quoting the words that decided.
        maybe: asked kinds that its words neither say nor rule out.
    """

    kinds: tuple[DocumentKind, ...]
    named: tuple[DocumentKind, ...]
    why: str
    maybe: tuple[DocumentKind, ...] = ()


def role_of_whole(text: str, filename: str) -> Role:
    """What a text read as one paper is, by its words and shape first, its name second."""
    by_name = named(filename)
    shape = Shape(text)
    if not shape.lines:
        return Role((OTHER,) if text.strip() else (), by_name, "It has no words.")
    signs = signs_in(shape)
    is_cv, is_letter = _is_cv(signs), _is_letter(signs)
    if not (is_cv and signs.cv.is_whole) and is_told_by_oneself(signs):
        return _told(signs, by_name, (CV,), (LETTER,))
    if is_cv and is_letter:
        return _both(signs, by_name)
    if not is_cv and not is_letter:
        return _by_hint(signs, by_name)
    return _one(signs, by_name, is_cv)


def _one(signs: Signs, by_name: tuple[DocumentKind, ...], is_cv: bool) -> Role:
    """One of both by its words; of one's own words to nobody the name says what they are for.

    With more of the other than stands in it by chance, both may be in one file.
    """
    if is_cv:
        return _told(signs, by_name, (CV,), (LETTER,) if signs.letter.has_both_ends else ())
    if not is_to_nobody(signs):
        beside = (CV,) if signs.cv.score >= HALF_CV_FROM else ()
        return _told(signs, by_name, (LETTER,), beside)
    kinds = (CV, LETTER) if by_name == (CV,) else (LETTER, CV)
    return _told(signs, by_name, kinds[:1], kinds[1:])


def _told(
    signs: Signs,
    by_name: tuple[DocumentKind, ...],
    kinds: tuple[DocumentKind, ...],
    maybe: tuple[DocumentKind, ...] = (),
) -> Role:
    return Role(kinds, by_name, _why(signs, CV in kinds, LETTER in kinds), maybe)


def letter_in_body(body: str) -> Role | None:
    """A letter of substance in a mail's own text; None for a covering note or anything else."""
    shape = Shape(body)
    signs = signs_in(shape)
    told = signs.prose
    own = told.own_words if not told.asks else told.own_words - ASKING_SUBSTANCE
    enough = LETTER_OWN if signs.letter.salutation else BODY_OWN
    if told.own >= LETTER_SENTENCES and own >= enough and _is_letter(signs):
        return Role((LETTER,), (), _why(signs, False, True))
    if _is_short_letter(signs):
        return Role((LETTER,), (), _why(signs, False, True))
    letter = signs.letter
    if told.asks or letter.substance < BODY_SUBSTANCE or len(letter.motives) < 2:
        return None
    if not _is_letter(signs):
        return None
    return Role((LETTER,), (), _why(signs, False, True))


def _is_short_letter(signs: Signs) -> bool:
    """A mail that begins and ends as a letter, applies, and says something of its writer."""
    told, letter = signs.prose, signs.letter
    if told.asks or not letter.has_both_ends or not letter.applying:
        return False
    enough = told.own >= SHORT_BODY_SENTENCES and told.own_words >= SHORT_BODY_OWN
    return enough and told.share >= 0.4 and _is_letter(signs)


def _is_cv(signs: Signs) -> bool:
    cv = signs.cv
    career = cv.has_career or (cv.is_list and len(cv.spans) >= 3)
    told = cv.title or cv.has_core or (career and may_be_a_life(signs))
    if cv.score < CV_FROM or not told:
        return is_told_by_another(signs)
    if _is_notice(signs) or not (cv.title or cv.life or cv.contact):
        return False
    # Certificates, transcripts and lists of works have a CV's words but nobody's career.
    headed = cv.has_experience and cv.headings["experience"] != signs.other.title
    dates = 3 if signs.other.title else 2
    career = headed or (cv.has_full_career and len(cv.spans) >= dates)
    return bool(cv.title or career or signs.other.score < OTHER_FROM)


def _is_notice(signs: Signs) -> bool:
    """A notice has the headings of a CV; it lacks the dates and details of a life."""
    notice = signs.others["notice"].score
    return notice >= OTHER_FROM and notice > signs.cv.life + 3 * bool(signs.cv.title)


def _is_letter(signs: Signs) -> bool:
    letter = signs.letter
    if is_reference(signs):
        return False
    if signs.words > LETTER_LENGTH and not letter.title and not letter.has_both_ends:
        return False
    if not (_has_phrases(signs) or _has_prose(signs)):
        return False
    own = max(len(letter.applying) + len(letter.motives), signs.prose.own)
    return all(
        _speaks_less(signs.others[sort], own) for sort in ("reference", "certificate", "notice")
    )


def _has_phrases(signs: Signs) -> bool:
    """A letter by what letters say: applying, motives, a salutation, a closing."""
    letter = signs.letter
    if letter.score < LETTER_FROM or letter.substance < LETTER_SUBSTANCE:
        return False
    if signs.prose.is_about_another and not letter.title:
        return False
    if letter.has_both_ends and letter.applies:
        return True  # in some languages the verb alone says "I"
    return letter.first_person >= 3 and (letter.has_frame or len(letter.applying) >= 2)


def _has_prose(signs: Signs) -> bool:
    """A letter by who speaks to whom: sentences about oneself, to somebody."""
    told, letter = signs.prose, signs.letter
    least = SHORT_LETTER_OWN if letter.has_both_ends else LETTER_OWN
    two_long = told.own == 2 and told.own_words >= least and told.reader > 0
    if told.own < LETTER_SENTENCES and not two_long:
        return False
    if told.own_words < least or told.is_about_another:
        return False
    if letter.title or letter.salutation or (letter.closing and told.reader):
        return True
    addressed = bool(told.reader or letter.applying or letter.closing)
    return told.share >= 0.5 and (addressed or told.own >= 5)


def _speaks_less(other: OtherSigns, own: int) -> bool:
    """A paper's phrases may stand in a letter; they must not be what it is made of."""
    return not (other.score >= OTHER_FROM and other.score > own)


def _both(signs: Signs, by_name: tuple[DocumentKind, ...]) -> Role:
    """A letter and a CV in one file, or one of them with some words of the other.

    Where neither is whole, the words settle on one and leave the other open.
    """
    whole_cv, whole_letter = signs.cv.is_whole, _is_whole_letter(signs)
    if whole_cv and whole_letter:
        return _told(signs, by_name, (CV, LETTER))
    if whole_cv:
        return _told(signs, by_name, (CV,))
    headed = signs.cv.has_experience and not (signs.letter.has_frame or signs.letter.applies)
    if headed:
        return _told(signs, by_name, (CV,), (LETTER,))
    return _told(signs, by_name, (LETTER,), (CV,))


def _is_whole_letter(signs: Signs) -> bool:
    """It begins or ends as a letter does, and says more than a CV's profile."""
    letter, told = signs.letter, signs.prose
    if letter.is_whole and letter.substance >= LETTER_OWN:
        return True
    to_somebody = bool(letter.title or letter.salutation or told.reader or letter.applying)
    return letter.has_frame and to_somebody and _has_prose(signs)


def _by_hint(signs: Signs, by_name: tuple[DocumentKind, ...]) -> Role:
    """Neither by its words alone: the name may settle what the words suggest."""
    if signs.other.score >= OTHER_FROM or is_reference(signs):
        return Role((OTHER,), by_name, _why_other(signs))
    if CV in by_name and signs.cv.score >= HINT_FROM:
        return Role((CV,), by_name, f"Named a CV, and has {signs.cv.why()}.")
    hinted = signs.letter.score >= HINT_FROM and signs.letter.substance >= LETTER_SUBSTANCE
    if LETTER in by_name and hinted and not signs.prose.is_about_another:
        return Role((LETTER,), by_name, f"Named a letter, and has {signs.letter.why()}.")
    maybe = left_open(signs, by_name)
    if _is_unclear(signs, by_name):
        return Role((), by_name, UNCLEAR, maybe)
    return Role((OTHER,), by_name, _why_other(signs), maybe)


def _is_unclear(signs: Signs, by_name: tuple[DocumentKind, ...]) -> bool:
    """Neither surely anything nor surely nothing: named an asked document, or half of one."""
    if is_covering_note(signs):
        return False
    if by_name:
        return OTHER not in by_name
    told = signs.prose
    half_a_letter = told.own >= 2 and told.own_words >= 25 and told.share >= 0.4
    half_a_cv = signs.cv.score >= UNCLEAR_FROM and _is_somebodys(signs)
    return (half_a_letter and told.third_person < told.own) or half_a_cv


def _is_somebodys(signs: Signs) -> bool:
    return signs.cv.has_core or (signs.cv.has_career and may_be_a_life(signs))


def _why(signs: Signs, is_cv: bool, is_letter: bool) -> str:
    said = [f"A CV by {signs.cv.why()}"] if is_cv else []
    if is_letter:
        said.append(f"A motivation letter by {_why_letter(signs)}")
    return ". ".join(said) + "."


def _why_letter(signs: Signs) -> str:
    if signs.letter.applying or signs.letter.motives or not signs.prose.example:
        return signs.letter.why()
    frame = [part for part in (signs.letter.salutation, signs.letter.closing) if part]
    sentences = f"{signs.prose.own} sentences about the writer, such as"
    return f'{sentences} "{signs.prose.example[:80]}"' + (f", {quoted(frame)}" if frame else "")


def _why_other(signs: Signs) -> str:
    if signs.letter.attached and signs.letter.substance < LETTER_SUBSTANCE:
        return f'A covering note: "{signs.letter.attached[0]}" and little more.'
    if signs.other.score >= OTHER_FROM:
        return f"Looks like {signs.other.why()}."
    return "Neither the headings and dates of a CV nor the words of a motivation letter."
