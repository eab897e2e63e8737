"""Dates, times, lengths of time and zones: what may stand in a key, and what to write instead."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from difflib import get_close_matches

from intake.settings.mistake import mistake, shown
from intake.settings.moments import clock_from, day_from
from intake.triage.cutoff import LABELS, civil_zones, zone_of

EVERYWHERE_ON_EARTH = timezone(timedelta(hours=-12))
SEVERAL_ZONES = ("CST", "IST", "AST", "GST", "SST", "ECT", "AMT", "BDT", "PYT", "WST")
PLACES = {"GMT": "Europe/London", "BST": "Europe/London", "EST": "America/New_York"}
_DURATION = re.compile(r"(\d{1,6})\s*(s|m|h|d)")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def duration(value: object) -> timedelta:
    """A length of time: "90s", "5m", "1h", "2d"."""
    expected = 'a length of time: a number and s, m, h or d, as in "90s", "5m" or "1h"'
    if isinstance(value, int) and not isinstance(value, bool):
        raise mistake(f"{value} has no unit.", expected, f"{value}m")
    found = _DURATION.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise mistake(f"{shown(value)} is no length of time.", expected, "5m")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def interval(value: object) -> timedelta:
    """A length of time between two polls: a second to a day."""
    length = duration(value)
    if timedelta(seconds=1) <= length <= timedelta(days=1):
        return length
    raise mistake(f"{shown(value)} is no time between polls.", "between 1s and 1d", "5m")


def waiting(value: object) -> timedelta:
    """How long to wait for a server: a second to ten minutes."""
    length = duration(value)
    if timedelta(seconds=1) <= length <= timedelta(minutes=10):
        return length
    raise mistake(f"{shown(value)} is no time to wait for a server.", "between 1s and 10m", "60s")


def deadline_time(value: object) -> str:
    """The time of day of a deadline: "midnight" or "HH:MM"."""
    if isinstance(value, time) and value.tzinfo is None:
        return value.isoformat(timespec="seconds")
    found = clock_from(value) if isinstance(value, str) else None
    if found is not None and found == str(value).strip().lower():
        return found
    expected = '"midnight" (the end of the date), or a time of day as "HH:MM"'
    raise mistake(f"{shown(value)} is no time of day.", expected, found or "23:59")


def hour(value: object) -> time:
    """A time of day: "07:30"."""
    if isinstance(value, time) and value.tzinfo is None:
        return value
    found = clock_from(value) if isinstance(value, str) else None
    found = {"midnight": "00:00", "24:00": "00:00"}.get(found or "", found)
    if found is not None and found == str(value).strip():
        return time.fromisoformat(found)
    raise mistake(f"{shown(value)} is no time of day.", 'a time as "HH:MM"', found or "07:30")


def day(value: object) -> date:
    """A date, written without quotation marks."""
    expected = "a date as year-month-day, without quotation marks"
    if isinstance(value, datetime):
        problem = f"{shown(value)} is a date with a time; the time has a key of its own."
        raise mistake(problem, expected + f'; and time = "{value:%H:%M}"', value.date())
    if isinstance(value, date):
        return _near(value, expected)
    if isinstance(value, str):
        found = day_from(value)
        raise mistake(f"{shown(value)} is text, not a date.", expected, found or date(2026, 2, 8))
    raise mistake(f"{shown(value)} is no date.", expected, date(2026, 2, 8))


def _near(value: date, expected: str) -> date:
    if 2000 <= value.year <= 2100:
        return value
    problem = f"{value.isoformat()} is not in this century."
    raise mistake(problem, expected, date(2026, value.month, min(value.day, 28)))


def hold_until(value: object) -> datetime:
    """A moment with its offset, or a date: the end of that date everywhere on Earth (UTC-12)."""
    expected = "a moment with its offset, or a date (to its end everywhere on Earth)"
    if isinstance(value, datetime):
        _near(value.date(), expected)
        if value.utcoffset() is not None:
            return value.astimezone(UTC)
        raise mistake(
            f"{shown(value)} has no offset from UTC.",
            expected,
            value.replace(tzinfo=timezone(timedelta(hours=1))),
        )
    end = day(value) + timedelta(days=1)
    return datetime.combine(end, time(), EVERYWHERE_ON_EARTH).astimezone(UTC)


def zone(value: object) -> str:
    """A zone's label (CET), offset (+01:00) or place (Europe/Brussels)."""
    expected = "a label such as CET, an offset such as +01:00, or a place such as Europe/Brussels"
    if not isinstance(value, str):
        raise mistake(f"{shown(value)} is no time zone.", expected, "Europe/Brussels")
    if value.strip().upper() in SEVERAL_ZONES:
        problem = f"{value} names several time zones of the world."
        raise mistake(problem, "the name of a place", "America/Chicago")
    try:
        zone_of(value)
    except ValueError as error:
        near = nearest_zone(value)
        raise mistake(f"{shown(value)} is no time zone that is known.", expected, near) from error
    return value.strip()


def home(value: object) -> str:
    """The name of a place whose civil time is known: Europe/Brussels."""
    known = civil_zones()
    if isinstance(value, str) and value in known and ("/" in value or value == "UTC"):
        return value
    raise mistake(
        f"{shown(value)} is no place whose civil time is known.",
        "a place's name in the IANA database of time zones",
        nearest_place(value) if isinstance(value, str) else "Europe/Brussels",
    )


def nearest_zone(words: str) -> str:
    """The zone that was most likely meant."""
    label = get_close_matches(words.strip().upper(), LABELS, 1, 0.75)
    return label[0] if label else nearest_place(words)


def nearest_place(words: str) -> str:
    """The place that was most likely meant."""
    folded = words.strip().casefold().replace(" ", "_")
    if folded.upper() in LABELS:
        return PLACES.get(folded.upper(), "Europe/Brussels")
    places = {name.casefold(): name for name in sorted(civil_zones()) if "/" in name}
    towns = {name.rpartition("/")[2]: place for name, place in places.items()}
    for word in (folded, *re.split(r"[_/,()]+", folded)):
        if word in places or word in towns:
            return places.get(word) or towns[word]
    for known in (places, towns):
        if near := get_close_matches(folded, known, 1, 0.75):
            return known[near[0]]
    return "Europe/Brussels"
