"""A notice's words become one instant (the deadline specification, rules 1 to 5)."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from intake.triage.cutoff import LABELS, deadline_from, zone_of

HOME = "Europe/Brussels"


def utc(
    year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0
) -> datetime:
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "clock", "zone", "cutoff", "ambiguous_from"),
    [
        # The five notices.
        (date(2026, 2, 8), "midnight", "CET", utc(2026, 2, 8, 23), None),
        (date(2026, 3, 16), None, None, utc(2026, 3, 16, 23), None),
        (date(2026, 4, 4), "midnight", "CET", utc(2026, 4, 4, 23), utc(2026, 4, 4, 22)),
        (date(2026, 1, 10), None, None, utc(2026, 1, 10, 23), None),
        # Labels are fixed offsets.
        (date(2026, 7, 1), "23:59", "CEST", utc(2026, 7, 1, 21, 59), None),
        (date(2026, 1, 1), "23:59", "CEST", utc(2026, 1, 1, 22, 59), utc(2026, 1, 1, 21, 59)),
        (date(2026, 1, 1), "midnight", "GMT", utc(2026, 1, 2, 0), utc(2026, 1, 1, 23)),
        (date(2026, 7, 1), "midnight", "EST", utc(2026, 7, 2, 5), utc(2026, 7, 1, 22)),
        (date(2026, 1, 1), "midnight", "JST", utc(2026, 1, 1, 23), utc(2026, 1, 1, 15)),
        # An offset says exactly what it means.
        (date(2026, 7, 1), "midnight", "+01:00", utc(2026, 7, 1, 23), None),
        (date(2026, 7, 1), "midnight", "UTC+1", utc(2026, 7, 1, 23), None),
        (date(2026, 7, 1), "midnight", "GMT-0330", utc(2026, 7, 2, 3, 30), None),
        # A place follows its civil time.
        (date(2026, 4, 4), "midnight", HOME, utc(2026, 4, 4, 22), None),
        (date(2026, 4, 4), "midnight", "America/New_York", utc(2026, 4, 5, 4), None),
        (date(2026, 4, 4), "12:00", "Asia/Kathmandu", utc(2026, 4, 4, 6, 15), None),
        # The clocks are changed.
        (date(2026, 3, 28), None, None, utc(2026, 3, 28, 23), None),
        (date(2026, 3, 29), None, None, utc(2026, 3, 29, 22), None),
        (date(2026, 10, 24), None, None, utc(2026, 10, 24, 22), None),
        (date(2026, 10, 25), None, None, utc(2026, 10, 25, 23), None),
        (date(2026, 3, 29), "02:30", None, utc(2026, 3, 29, 1, 30), None),
        (date(2026, 10, 25), "02:30", None, utc(2026, 10, 25, 1, 30), None),
        (date(2026, 4, 23), None, "Africa/Cairo", utc(2026, 4, 23, 22), None),
        # Leap days and the year's end.
        (date(2028, 2, 29), "midnight", "CET", utc(2028, 2, 29, 23), None),
        (date(2026, 12, 31), "midnight", "CET", utc(2026, 12, 31, 23), None),
        (date(2026, 12, 31), "24:00", None, utc(2026, 12, 31, 23), None),
        (date(2026, 12, 31), time(23, 59, 59), "UTC+0", utc(2026, 12, 31, 23, 59, 59), None),
    ],
)  # fmt: skip
def test_words_and_their_instant(
    day: date,
    clock: str | time | None,
    zone: str | None,
    cutoff: datetime,
    ambiguous_from: datetime | None,
) -> None:
    deadline, _ = deadline_from(day, clock, zone, HOME)
    assert (deadline.cutoff, deadline.ambiguous_from) == (cutoff, ambiguous_from)


def last_sunday(year: int, month: int) -> date:
    end = date(year, month, monthrange(year, month)[1])
    return end - timedelta(days=(end.weekday() + 1) % 7)


def brussels_offset(day: date, hour: int) -> int:
    """Belgium's civil time by the law of the European Union (directive 2000/84/EC), in hours."""
    start = datetime.combine(last_sunday(day.year, 3), time(2))
    end = datetime.combine(last_sunday(day.year, 10), time(3))
    return 2 if start <= datetime.combine(day, time(hour)) < end else 1


def days_around_changes() -> list[date]:
    days = []
    for year in range(2025, 2031):
        for change in (last_sunday(year, 3), last_sunday(year, 10)):
            days += [change + timedelta(days=n) for n in range(-3, 4)]
        days += [date(year, 12, 31), date(year, 1, 1), date(year, 2, 28), date(year, 6, 21)]
        days += [date(year, 2, 29)] if year == 2028 else []
    return days


TABLE = [
    (day, clock, zone)
    for day in days_around_changes()
    for clock in ("midnight", "12:00", "23:59")
    for zone in (None, "CET", "CEST", "GMT", "EST")
]


def test_the_table_is_not_small() -> None:
    assert len(TABLE) >= 500


def test_every_row_of_the_table_agrees_with_the_law_of_summer_time() -> None:
    """An oracle that knows no time-zone database: offsets by hand, the later reading wins."""
    for day, clock, zone in TABLE:
        end = clock == "midnight"
        date_of, hour = (day + timedelta(days=1), 0) if end else (day, int(clock[:2]))
        local = datetime.combine(date_of, time(hour, 59 if clock == "23:59" else 0), UTC)
        readings = {local - timedelta(hours=brussels_offset(date_of, hour))}
        if zone is not None:
            readings.add(local - timedelta(hours=LABELS[zone]))
        deadline, _ = deadline_from(day, clock, zone, HOME)
        assert deadline.cutoff == max(readings), (day, clock, zone)
        earlier = min(readings) if len(readings) > 1 else None
        assert deadline.ambiguous_from == earlier, (day, clock, zone)


@pytest.mark.parametrize(
    ("day", "what"),
    [(date(2026, 3, 29), "does not exist"), (date(2026, 10, 25), "occurs twice")],
)
def test_an_hour_of_the_clock_change_is_warned_about(day: date, what: str) -> None:
    _, warnings = deadline_from(day, "02:30", None, HOME)
    assert len(warnings) == 1
    assert what in warnings[0]
    assert "01:30 UTC" in warnings[0]


def test_two_readings_are_warned_about() -> None:
    _, warnings = deadline_from(date(2026, 4, 4), "midnight", "CET", HOME)
    assert "CET and the civil time of Europe/Brussels differ" in warnings[0]


def test_the_start_of_a_day_is_warned_about_because_its_end_may_be_meant() -> None:
    deadline, warnings = deadline_from(date(2026, 2, 8), "00:00", "CET", HOME)
    assert deadline.cutoff == utc(2026, 2, 7, 23)
    assert '"midnight"' in warnings[0]


def test_plain_words_are_not_warned_about() -> None:
    assert deadline_from(date(2026, 2, 8), "midnight", "CET", HOME)[1] == ()


def test_grace_hold_and_sentence_are_carried_along() -> None:
    hold = utc(2026, 2, 9, 12)
    grace = timedelta(minutes=15)
    deadline, _ = deadline_from(date(2026, 2, 8), None, None, HOME, grace, hold, "by Sunday")
    assert (deadline.grace, deadline.hold_until, deadline.sentence) == (grace, hold, "by Sunday")


@pytest.mark.parametrize("zone", ["CST", "Brussels", "Europe/Nowhere", "+15:00", "../etc/passwd"])
def test_a_zone_that_is_none_is_refused(zone: str) -> None:
    with pytest.raises(ValueError, match=r"zone|further"):
        deadline_from(date(2026, 2, 8), None, zone, HOME)


@pytest.mark.parametrize("clock", ["24:01", "25:00", "noonish", "12:60", ""])
def test_a_time_that_is_none_is_refused(clock: str) -> None:
    with pytest.raises(ValueError, match="time of day"):
        deadline_from(date(2026, 2, 8), clock, None, HOME)


def test_a_hold_without_an_offset_is_refused() -> None:
    naive = datetime(2026, 2, 9, 12)
    with pytest.raises(ValueError, match="aware"):
        deadline_from(date(2026, 2, 8), None, None, HOME, hold_until=naive)


def test_a_label_is_never_looked_up_as_a_place() -> None:
    april = datetime(2026, 4, 4, 12)
    assert ZoneInfo("CET").utcoffset(april) == timedelta(hours=2)
    assert zone_of("CET").utcoffset(april) == timedelta(hours=1)


WINTER, SUMMER = datetime(2026, 1, 15, 12), datetime(2026, 7, 15, 12)

KEPT_IN = {
    "UTC": ("Atlantic/Reykjavik", WINTER),
    "GMT": ("Europe/London", WINTER),
    "WET": ("Europe/Lisbon", WINTER),
    "WEST": ("Europe/Lisbon", SUMMER),
    "BST": ("Europe/London", SUMMER),
    "CET": ("Europe/Brussels", WINTER),
    "MET": ("Europe/Berlin", WINTER),
    "WAT": ("Africa/Lagos", WINTER),
    "CEST": ("Europe/Brussels", SUMMER),
    "MEST": ("Europe/Berlin", SUMMER),
    "EET": ("Europe/Helsinki", WINTER),
    "CAT": ("Africa/Maputo", WINTER),
    "SAST": ("Africa/Johannesburg", WINTER),
    "EEST": ("Europe/Helsinki", SUMMER),
    "EAT": ("Africa/Nairobi", WINTER),
    "MSK": ("Europe/Moscow", WINTER),
    "TRT": ("Europe/Istanbul", WINTER),
    "PKT": ("Asia/Karachi", WINTER),
    "NPT": ("Asia/Kathmandu", WINTER),
    "ICT": ("Asia/Bangkok", WINTER),
    "WIB": ("Asia/Jakarta", WINTER),
    "HKT": ("Asia/Hong_Kong", WINTER),
    "SGT": ("Asia/Singapore", WINTER),
    "AWST": ("Australia/Perth", WINTER),
    "JST": ("Asia/Tokyo", WINTER),
    "KST": ("Asia/Seoul", WINTER),
    "ACST": ("Australia/Darwin", WINTER),
    "AEST": ("Australia/Sydney", SUMMER),
    "ACDT": ("Australia/Adelaide", WINTER),
    "AEDT": ("Australia/Sydney", WINTER),
    "NZST": ("Pacific/Auckland", SUMMER),
    "NZDT": ("Pacific/Auckland", WINTER),
    "BRT": ("America/Sao_Paulo", WINTER),
    "ART": ("America/Argentina/Buenos_Aires", WINTER),
    "NST": ("America/St_Johns", WINTER),
    "EDT": ("America/New_York", SUMMER),
    "EST": ("America/New_York", WINTER),
    "CDT": ("America/Chicago", SUMMER),
    "MDT": ("America/Denver", SUMMER),
    "MST": ("America/Denver", WINTER),
    "PDT": ("America/Los_Angeles", SUMMER),
    "PST": ("America/Los_Angeles", WINTER),
    "AKDT": ("America/Anchorage", SUMMER),
    "AKST": ("America/Anchorage", WINTER),
    "HST": ("Pacific/Honolulu", WINTER),
    "AOE": ("Etc/GMT+12", WINTER),
}


@pytest.mark.parametrize("label", LABELS)
def test_a_label_is_the_offset_that_its_place_keeps_then(label: str) -> None:
    place, season = KEPT_IN[label]
    assert zone_of(label).utcoffset(season) == ZoneInfo(place).utcoffset(season)


def test_the_furthest_offsets_on_earth_are_taken() -> None:
    assert zone_of("+14:00").utcoffset(WINTER) == timedelta(hours=14)
    assert zone_of("-12").utcoffset(WINTER) == timedelta(hours=-12)


def test_there_is_no_grace_unless_it_is_given() -> None:
    assert deadline_from(date(2026, 2, 8), None, None, HOME)[0].grace == timedelta(0)
