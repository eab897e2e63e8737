"""The decision on what a document is, from the signs found in it; each step can be explained."""

from dataclasses import dataclass

from intake.reading.role.cv import CvSigns, cv_signs
from intake.reading.role.letter import LetterSigns, letter_signs
from intake.reading.role.naming import named
from intake.reading.role.other import OtherSigns, other_signs
from intake.reading.role.shape import Shape
from intake.triage.message import DocumentKind

CV_FROM = 3.8
"""Score from which a text is a CV by its words; measured on the made documents of the tests."""

LETTER_FROM = 4.5
"""Score from which a text is a motivation letter."""

OTHER_FROM = 3.0
"""Score from which a text is some other paper."""

HINT_FROM = 0.4
"""Score from which the file's name settles what the words only suggest."""

LETTER_SUBSTANCE = 15
"""Words of substance that a file needs to be a letter; with fewer it is a covering note."""

LETTER_LENGTH = 2000
"""Words beyond which only a title, or salutation and closing, make a letter: books say "I" too."""

BODY_SUBSTANCE = 60
"""Words of substance that a mail's own text needs to count as a letter."""

CV, LETTER, OTHER = DocumentKind.CV, DocumentKind.MOTIVATION_LETTER, DocumentKind.OTHER


@dataclass(frozen=True)
class Role:
    """What a document is.

    Attributes:
        kinds: by its words; empty when it has none.
        named: what its file name alone suggests.
        why: one sentence, quoting the words that decided.
    """

    kinds: tuple[DocumentKind, ...]
    named: tuple[DocumentKind, ...]
    why: str


@dataclass(frozen=True)
class _Signs:
    """All that was found in one text."""

    cv: CvSigns
    letter: LetterSigns
    others: dict[str, OtherSigns]
    words: int

    @property
    def other(self) -> OtherSigns:
        return max(self.others.values(), key=lambda signs: signs.score)


def role_of(text: str, filename: str, pages: int | None) -> Role:
    """What a document is, by its words and shape first, its file name second."""
    by_name = named(filename)
    shape = Shape(text)
    if not shape.lines:
        return Role((OTHER,) if text.strip() else (), by_name, "It has no words.")
    signs = _signs(shape)
    is_cv, is_letter = _is_cv(signs), _is_letter(signs)
    if is_cv and is_letter:
        is_cv, is_letter = _both(signs)
    if not is_cv and not is_letter:
        return _by_hint(signs, by_name)
    kinds = (*((CV,) if is_cv else ()), *((LETTER,) if is_letter else ()))
    return Role(kinds, by_name, _why(signs, is_cv, is_letter))


def letter_in_body(body: str) -> Role | None:
    """A letter of substance in a mail's own text; None for a covering note or anything else."""
    shape = Shape(body)
    signs = _signs(shape)
    letter = signs.letter
    if letter.substance < BODY_SUBSTANCE or len(letter.motives) < 2 or not _is_letter(signs):
        return None
    return Role((LETTER,), (), _why(signs, False, True))


def _signs(shape: Shape) -> _Signs:
    return _Signs(cv_signs(shape), letter_signs(shape), other_signs(shape), shape.words)


def _is_cv(signs: _Signs) -> bool:
    cv = signs.cv
    if cv.score < CV_FROM or not (cv.title or cv.has_core or (cv.is_list and len(cv.spans) >= 3)):
        return False
    if _is_notice(signs):
        return False
    # Certificates, transcripts and lists of works have a CV's words but nobody's career.
    return bool(cv.title or cv.has_experience or signs.other.score < OTHER_FROM)


def _is_notice(signs: _Signs) -> bool:
    """A notice has the headings of a CV; it lacks the dates and details of a life."""
    notice = signs.others["notice"].score
    return notice >= OTHER_FROM and notice > signs.cv.life + 3 * bool(signs.cv.title)


def _is_letter(signs: _Signs) -> bool:
    letter = signs.letter
    if letter.score < LETTER_FROM or letter.substance < LETTER_SUBSTANCE:
        return False
    if letter.first_person < 3 or not (letter.has_frame or len(letter.applying) >= 2):
        return False
    if signs.words > LETTER_LENGTH and not letter.title and not letter.has_both_ends:
        return False
    own = len(letter.applying) + len(letter.motives)
    return all(
        _speaks_less(signs.others[sort], own) for sort in ("reference", "certificate", "notice")
    )


def _speaks_less(other: OtherSigns, own: int) -> bool:
    """A paper's phrases may stand in a letter; they must not be what it is made of."""
    return not (other.score >= OTHER_FROM and other.score > own)


def _both(signs: _Signs) -> tuple[bool, bool]:
    """A letter and a CV in one file, or one of them with some words of the other."""
    cv, letter = signs.cv, signs.letter
    whole_cv = bool(cv.title) or len(cv.headings) >= 3 or (bool(cv.headings) and len(cv.spans) >= 2)
    if whole_cv and letter.is_whole and letter.substance >= 40:
        return True, True
    return (whole_cv, not whole_cv)


def _by_hint(signs: _Signs, by_name: tuple[DocumentKind, ...]) -> Role:
    """Neither by its words alone: the name may settle what the words suggest."""
    is_other = signs.other.score >= OTHER_FROM
    if CV in by_name and not is_other and signs.cv.score >= HINT_FROM:
        return Role((CV,), by_name, f"Named a CV, and has {signs.cv.why()}.")
    hinted = signs.letter.score >= HINT_FROM and signs.letter.substance >= LETTER_SUBSTANCE
    if LETTER in by_name and not is_other and hinted:
        return Role((LETTER,), by_name, f"Named a letter, and has {signs.letter.why()}.")
    return Role((OTHER,), by_name, _why_other(signs))


def _why(signs: _Signs, is_cv: bool, is_letter: bool) -> str:
    said = [f"A CV by {signs.cv.why()}"] if is_cv else []
    if is_letter:
        said.append(f"A motivation letter by {signs.letter.why()}")
    return ". ".join(said) + "."


def _why_other(signs: _Signs) -> str:
    if signs.letter.attached and signs.letter.substance < LETTER_SUBSTANCE:
        return f'A covering note: "{signs.letter.attached[0]}" and little more.'
    if signs.other.score >= OTHER_FROM:
        return f"Looks like {signs.other.why()}."
    return "Neither the headings and dates of a CV nor the words of a motivation letter."
