"""Dates and times as people write them: only to suggest what to write, never to be used as such."""

import re
import unicodedata
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv",
            "february feb fevrier fevr",
            "march mar mars",
            "april apr avril avr",
            "may mai",
            "june jun juin",
            "july jul juillet juil",
            "august aug aout",
            "september sep sept septembre",
            "october oct octobre",
            "november nov novembre",
            "december dec decembre",
        ),
        start=1,
    )
    for name in names.split()
}

CLOCK_WORDS = {"midnight": "midnight", "minuit": "midnight", "noon": "12:00", "midi": "12:00"}

_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:h|(am|pm)|hrs|hours)?")


def day_from(words: str) -> date | None:
    """The date that "8 February 2026", "Feb 8th, 2026" or "8 février 2026" means, if any."""
    folded = _fold(words)
    year = re.search(r"\b(20\d\d)\b", folded)
    month = next((MONTHS[word] for word in re.findall(r"[a-z]+", folded) if word in MONTHS), None)
    day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th|er)?\b", folded)
    if year and month and day:
        return _date(int(year[1]), month, int(day[1]))
    numbers = re.search(r"\b(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})\b", folded)
    return _date(*map(int, numbers.groups())) if numbers else None


def clock_from(words: str) -> str | None:
    """The time that "23h59", "5 pm" or "minuit" means, as "HH:MM" or "midnight", if any."""
    folded = _fold(words).strip()
    if folded in CLOCK_WORDS:
        return CLOCK_WORDS[folded]
    if re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d|24:00", folded):
        return folded
    found = _CLOCK.fullmatch(folded)
    if found is None:
        return None
    hours, minutes = int(found[1]), int(found[2] or 0)
    if found[3]:
        hours = hours % 12 + (12 if found[3] == "pm" else 0)
    return f"{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fold(words: str) -> str:
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return (
        "".join(c for c in decomposed if not unicodedata.combining(c))
        .replace("p.m.", "pm")
        .replace("a.m.", "am")
    )
