"""Times of day in the words of notices."""

import re

from intake.notices import words

_MIDNIGHT = words.pattern("moment", "midnight")
_NOON = words.pattern("moment", "noon")
_HOURS = words.either("moment", "hours")
_AT = r"(?:at|by|before|until|à|avant)"
_TWELVE_HOURS = re.compile(
    r"(?<![\d.:])(?P<hour>\d{1,2})(?:\s?[:h.]\s?(?P<minute>[0-5]\d))?(?::[0-5]\d)?"
    r"\s*(?P<half>[ap])\.?\s?m\b",
    re.IGNORECASE,
)
_FIGURES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\d.:+-])(?P<hour>\d{1,2})(?:\s?h\s?|:)(?P<minute>[0-5]\d)(?!\d|:?\d{3})",
        rf"(?<![\d.:])(?P<hour>\d{{1,2}})\.(?P<minute>[0-5]\d)(?=\s?(?:h\b|{_HOURS}\b))",
        r"(?<![\d.:])(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)(?=\s?\(?(?-i:(?!EUR|USD|CHF|GBP)[A-Z]{3,4}\b))",
        rf"\b{_AT}\s(?P<hour>\d{{1,2}})\.(?P<minute>[0-5]\d)(?![.\d])",
        rf"(?<![\d.:])(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)\s?(?:h\b|{_HOURS}\b)",
        rf"(?<![\d.:])(?P<hour>\d{{1,2}})(?P<minute>)\s?(?:h\b|{_HOURS}\b)"
        r"(?!\s?\d|\s(?:a|per|of|par|de)\b)",
    )
)
_VAGUE = words.pattern("closing", "vague")


def nearest(sentence: str, position: int) -> str | None:
    """The time of day nearest to a place in the sentence: `midnight`, `17:00`, or None."""
    found = sorted(_times(sentence), key=lambda one: abs(one[0] - position))
    return found[0][1] if found else None


def vague(sentence: str) -> str | None:
    """Words that stand for a time without giving one ("close of business")."""
    match = _VAGUE.search(sentence)
    return match.group(0) if match else None


def _times(sentence: str) -> list[tuple[int, str]]:
    spoken = [(match.start(), "midnight") for match in _MIDNIGHT.finditer(sentence)]
    spoken += [(match.start(), "12:00") for match in _NOON.finditer(sentence)]
    shown = [match for match in _TWELVE_HOURS.finditer(sentence) if int(match["hour"]) <= 12]
    taken = {match.start() for match in shown}
    times = [(match.start(), _of_twelve(match)) for match in shown]
    for pattern in _FIGURES:
        for match in pattern.finditer(sentence):
            if match.start("hour") not in taken and (told := _of_day(match)):
                times.append((match.start(), told))
                taken.add(match.start("hour"))
    # "12 midnight", "00:00 (midnight)": the word says more than the figures.
    return spoken if spoken and all(told in ("00:00", "12:00") for _, told in times) else times


def _of_twelve(match: re.Match[str]) -> str:
    hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"{hour:02d}:{int(match['minute'] or 0):02d}"


def _of_day(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if (hour, minute) == (24, 0):
        return "midnight"
    return f"{hour:02d}:{minute:02d}" if hour < 24 else None
