"""What is firmly something else, and which asked kinds the words of the rest leave open.

A document is firmly another paper by evidence alone: what diplomas, references, notices and their
like say. Of any other, the absence of a CV's or a letter's words proves nothing while it tells
some facts of a person, or while somebody speaks in it: a person must look.
"""

from intake.reading.role.signs import OTHER_FROM, Signs
from intake.triage.message import DocumentKind

LETTER_SUBSTANCE = 15
"""Words of substance that a file needs to be a letter; with fewer it is a covering note."""

CAREER_LENGTH = 1500
"""Words beyond which times and facts without a heading are a paper's, not a person's."""

LETTER_LENGTH = 2000
"""Words beyond which only a title, or salutation and closing, make a letter: books say "I" too."""

MOST_TO_READER = 2
"""Sentences to the reader that a CV without a title or headings may have: rules have more."""

MARKS = 2
"""Sorts of facts about a person that leave a CV possible."""

SPOKEN = 25
"""Words that leave a letter possible where somebody speaks of himself or herself."""


def is_covering_note(signs: Signs) -> bool:
    """ "Please find attached" and little more."""
    return bool(signs.letter.attached) and signs.letter.substance < LETTER_SUBSTANCE


def is_reference(signs: Signs) -> bool:
    """Somebody writes for another, and applies for nothing."""
    reference, told = signs.others["reference"], signs.prose
    if signs.letter.applies or signs.letter.title:
        return False
    if reference.title or reference.decisive:
        said = len(reference.decisive) + len(reference.phrases)
        return said >= 2 or told.third_person >= 2
    return len(reference.phrases) >= 3 and told.is_about_another


def may_be_a_life(signs: Signs) -> bool:
    """Times and facts without a heading are somebody's: not a long paper's, nor of rules."""
    return signs.words <= CAREER_LENGTH and signs.prose.to_reader <= MOST_TO_READER


def left_open(signs: Signs, by_name: tuple[DocumentKind, ...]) -> tuple[DocumentKind, ...]:
    """The asked kinds that cannot be ruled out, of a text that is told to be none of them."""
    if is_covering_note(signs) or is_reference(signs) or signs.other.score >= OTHER_FROM:
        return ()
    spoken_for = DocumentKind.OTHER in by_name or bool(signs.other.title)
    if DocumentKind.OTHER in by_name and signs.other.score >= 1:
        return ()
    open_kinds = (
        *((DocumentKind.CV,) if _may_be_cv(signs, spoken_for) else ()),
        *((DocumentKind.MOTIVATION_LETTER,) if _may_be_letter(signs, spoken_for) else ()),
    )
    asked = (kind for kind in by_name if kind is not DocumentKind.OTHER)
    return tuple(dict.fromkeys((*open_kinds, *asked)))


def _may_be_cv(signs: Signs, spoken_for: bool) -> bool:
    cv = signs.cv
    marks = (
        bool(cv.years or cv.periods),
        bool(cv.degrees),
        bool(cv.tongues) or cv.tongue_words >= 2,
        cv.contact,
        bool(cv.occupations),
        bool(cv.headings),
        len(cv.details) >= 2,
        bool(cv.life_facts),
        bool(cv.title),
    )
    enough = MARKS + 2 if spoken_for else MARKS
    return sum(marks) >= enough and signs.words <= CAREER_LENGTH


def _may_be_letter(signs: Signs, spoken_for: bool) -> bool:
    told, letter = signs.prose, signs.letter
    if told.is_about_another or signs.words > LETTER_LENGTH:
        return False
    if spoken_for:
        return told.own >= 3
    addressed = letter.has_frame and letter.substance >= LETTER_SUBSTANCE
    return addressed or (told.first_person >= 2 and signs.words >= SPOKEN)
