"""From the words of a notice to one instant: the cut-off (the deadline specification, 1 to 5)."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from intake.triage.vacancy import Deadline

MIDNIGHT = "midnight"

# Hours from UTC. A label is a fixed offset, whatever a database of zones makes of its letters:
# there "CET" keeps summer time and "EST" means Panama. Labels that name several zones of the
# world (CST, IST, ...) are left out: such a notice needs a place's name.
LABELS: dict[str, float] = {
    "UTC": 0,
    "GMT": 0,
    "WET": 0,
    "WEST": 1,
    "BST": 1,
    "CET": 1,
    "MET": 1,
    "WAT": 1,
    "CEST": 2,
    "MEST": 2,
    "EET": 2,
    "CAT": 2,
    "SAST": 2,
    "EEST": 3,
    "EAT": 3,
    "MSK": 3,
    "TRT": 3,
    "PKT": 5,
    "NPT": 5.75,
    "ICT": 7,
    "WIB": 7,
    "HKT": 8,
    "SGT": 8,
    "AWST": 8,
    "JST": 9,
    "KST": 9,
    "ACST": 9.5,
    "AEST": 10,
    "ACDT": 10.5,
    "AEDT": 11,
    "NZST": 12,
    "NZDT": 13,
    "BRT": -3,
    "ART": -3,
    "NST": -3.5,
    "EDT": -4,
    "EST": -5,
    "CDT": -5,
    "MDT": -6,
    "MST": -7,
    "PDT": -7,
    "PST": -8,
    "AKDT": -8,
    "AKST": -9,
    "HST": -10,
    "AOE": -12,
}

_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2})(?::?([0-5]\d))?")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?")


def deadline_from(
    date: date,
    time: str | time | None,
    zone: str | None,
    home: str,
    grace: timedelta = timedelta(0),
    hold_until: datetime | None = None,
    sentence: str = "",
) -> tuple[Deadline, tuple[str, ...]]:
    """The frozen instant that a notice's words mean, and what to warn about.

    Args:
        time: "midnight", "24:00" or None for the end of the date, else "HH:MM" or "HH:MM:SS".
        zone: a label (CET: a fixed offset), an offset (+01:00, UTC+1), an IANA name (its civil
            time), or None for `home`.
        home: the IANA name of the organisation's time zone. Where a label and the civil time at
            home disagree, the later reading is the cut-off and the earlier `ambiguous_from`.

    Raises:
        ValueError: the time, zone or home is none of these, or `hold_until` has no offset.
    """
    day, clock = _end_of(date) if _is_midnight(time) else (date, _clock(time))
    warnings = list(_start_of_day(date, time, clock))
    stated, doubt = _instant(day, clock, zone_of(zone or home))
    readings = {stated}
    if zone is not None and _is_label(zone):
        at_home, _ = _instant(day, clock, zone_of(home))
        readings.add(at_home)
    elif doubt:
        warnings.append(doubt)
    if len(readings) > 1:
        warnings.append(_two_readings(zone or "", home, readings))
    ambiguous_from = min(readings) if len(readings) > 1 else None
    deadline = Deadline(max(readings), ambiguous_from, grace, hold_until, sentence, zone or home)
    return deadline, tuple(warnings)


def zone_of(words: str) -> tzinfo:
    """The zone that a label, an offset or an IANA name means.

    Raises:
        ValueError: it is none of these.
    """
    label = words.strip().upper()
    if label in LABELS:
        return timezone(timedelta(hours=LABELS[label]), label)
    offset = _OFFSET.fullmatch(label)
    if offset is not None:
        return _fixed(offset)
    if words.strip() in civil_zones():
        return ZoneInfo(words.strip())
    raise ValueError(f"{words!r} is no time zone that is known")


@cache
def civil_zones() -> frozenset[str]:
    """The names of all places whose civil time is known (IANA)."""
    return frozenset(available_timezones())


def _fixed(offset: re.Match[str]) -> timezone:
    sign = -1 if offset[1] == "-" else 1
    distance = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
    if distance > timedelta(hours=14):
        raise ValueError(f"{offset[0]!r} is further from UTC than any place on Earth")
    return timezone(sign * distance)


def _is_label(zone: str) -> bool:
    return zone.strip().upper() in LABELS


def _is_midnight(time: str | time | None) -> bool:
    return time is None or str(time).strip().lower() in (MIDNIGHT, "24:00", "24:00:00")


def _end_of(date: date) -> tuple[date, time]:
    return date + timedelta(days=1), time()


def _clock(words: str | time | None) -> time:
    found = _CLOCK.fullmatch(str(words).strip())
    if found is None:
        raise ValueError(f"{words!r} is neither midnight nor a time of day")
    return time(int(found[1]), int(found[2]), int(found[3] or 0))


def _instant(day: date, clock: time, zone: tzinfo) -> tuple[datetime, str]:
    """The instant in UTC, and a warning where the clocks are changed just then (rule 5).

    Both folds differ exactly where a local time does not exist or occurs twice.
    """
    first = datetime.combine(day, clock.replace(fold=0), zone)
    second = datetime.combine(day, clock.replace(fold=1), zone)
    later = max(first.astimezone(UTC), second.astimezone(UTC))
    if first.utcoffset() == second.utcoffset():
        return later, ""
    exists = first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == first.replace(
        tzinfo=None
    )
    what = "occurs twice" if exists else "does not exist"
    return later, (
        f"{day} {clock:%H:%M} {what} in {zone}, where the clocks are changed then; "
        f"the later instant counts, {later:%Y-%m-%d %H:%M} UTC."
    )


def _two_readings(zone: str, home: str, readings: set[datetime]) -> str:
    early, late = min(readings), max(readings)
    return (
        f"{zone} and the civil time of {home} differ on that date: mail between "
        f"{early:%Y-%m-%d %H:%M} and {late:%Y-%m-%d %H:%M} UTC is in time, "
        "flagged ambiguity_window."
    )


def _start_of_day(date: date, words: str | time | None, clock: time) -> tuple[str, ...]:
    if clock != time() or _is_midnight(words):
        return ()
    return (f'00:00 is the start of {date}; write time = "midnight" if its end is meant.',)
