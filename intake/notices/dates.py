"""Dates in the words of notices."""

import re
from dataclasses import dataclass
from datetime import date

from intake.notices import words

_MONTHS = words.months()
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = r"(?P<day>\d{1,2})\s*(?:st|nd|rd|th|er|e)?"
_OF = words.either("moment", "of")
_WORDED = (
    re.compile(
        rf"\b{_DAY}(?:\s+{_OF})?[\s-]+(?P<month>{_MONTH})\.?,?[\s-]+(?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<month>{_MONTH})\.?\s+(?:{_OF}\s+)?{_DAY}\s*,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE
    ),
)
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
_FIGURES = re.compile(
    r"(?<![\d./-])(?P<day>\d{1,2})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)"
    r"(?P<year>\d{4}|\d{2})(?![\d/-]|\.\d)"
)
_YEARLESS = re.compile(
    rf"\b(?:\d{{1,2}}\s*(?:st|nd|rd|th|er)?(?:\s+{_OF})?\s+(?:{_MONTH})"
    rf"|(?:{_MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?)\b(?!\s?:)",
    re.IGNORECASE,
)


@dataclass(frozen=True, order=True)
class Written:
    """A date as a sentence has it.

    Attributes:
        start, end: where it stands in the sentence.
        swappable: written in figures that could also be read month first.
    """

    start: int
    end: int
    date: date
    swappable: bool = False


def in_sentence(sentence: str) -> list[Written]:
    """The dates in a sentence, as they stand."""
    found = [
        Written(*match.span(), day, pattern is _FIGURES and day.day <= 12 and day.day != day.month)
        for pattern in (*_WORDED, _ISO, _FIGURES)
        for match in pattern.finditer(sentence)
        if (day := _date(match))
    ]
    return sorted(found)


def has_one_without_year(sentence: str) -> bool:
    """A day and a month stand in it, and no year."""
    return bool(_YEARLESS.search(sentence)) and not in_sentence(sentence)


def _date(match: re.Match[str]) -> date | None:
    month = _MONTHS.get(match["month"].casefold()) or int(match["month"])
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    try:
        found = date(year, month, int(match["day"]))
    except ValueError:
        return None  # the 31st of a short month, a 13th month: no date, and asked about
    return found if 2000 <= year <= 2100 else None
