"""A life told in prose: by another of somebody, or by somebody of himself or herself.

Short biographies have no headings and often no dates; what they have is facts of a life (born,
studied, joined, was appointed, speaks) and nobody they speak to. A reference tells of a life as
well, and its writer says "I" or "we"; a letter speaks to its reader and wants something.
"""

from intake.reading.role.signs import OTHER_FROM, Signs

LENGTH = 400
"""Words up to which a span, three years or facts alone are somebody's life; papers are longer."""

OWN_LENGTH = 600
"""The same of one's own life, which is told at more length."""

FACTS = 3
"""Facts of a life that make a biography without dates."""


def is_told_by_another(signs: Signs) -> bool:
    """Somebody's life, told by one who does not speak of himself, herself or a house."""
    told, cv = signs.prose, signs.cv
    if told.first_person or signs.letter.salutation or _is_other_paper(signs):
        return False
    if cv.periods >= 2 and told.third_person >= 2 and (cv.degrees or cv.occupations >= 2):
        return True
    return signs.words <= LENGTH and _tells_a_life(signs)


def _tells_a_life(signs: Signs) -> bool:
    cv, told = signs.cv, signs.prose
    if cv.has_full_career and not told.we:
        return True
    dated = told.third_person >= 2 and (cv.years >= 3 or cv.periods >= 1)
    if dated and (cv.degrees or cv.tongues or cv.tongue_words >= 2):
        return True
    if told.we:
        return False  # an employer's statement
    work = bool(cv.years or cv.periods or cv.degrees or cv.occupations or cv.tongue_words)
    return len(cv.life_facts) >= FACTS and work


def _is_other_paper(signs: Signs) -> bool:
    """A reference counts by what only its writer says: every biography has "he was"."""
    others = (one for sort, one in signs.others.items() if sort != "reference")
    reference = signs.others["reference"]
    return bool(
        any(one.score >= OTHER_FROM for one in others) or reference.title or reference.decisive
    )


def is_told_by_oneself(signs: Signs) -> bool:
    """One's own life, told to nobody and for no post: more a CV than a letter."""
    if not is_to_nobody(signs) or signs.words > OWN_LENGTH or signs.prose.is_about_another:
        return False
    cv = signs.cv
    facts = len(cv.life_facts) + (bool(cv.tongues) or cv.tongue_words >= 2)
    dated = cv.years >= 2 or bool(cv.periods)
    enough = facts + (cv.occupations >= 2) >= FACTS or (dated and facts >= FACTS - 1)
    return enough and bool(signs.prose.own) and signs.other.score < OTHER_FROM


def is_to_nobody(signs: Signs) -> bool:
    """It has neither a reader, nor the frame of a letter, nor a wish or a post in it."""
    letter = signs.letter
    to_somebody = letter.has_frame or letter.subject or signs.prose.to_reader
    return not (to_somebody or letter.wishes or letter.applies)
