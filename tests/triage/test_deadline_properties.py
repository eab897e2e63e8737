"""What must hold for all evidence, not for examples alone (the deadline specification)."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from intake.triage.border import border_hop
from intake.triage.cutoff import LABELS, deadline_from, zone_of
from intake.triage.deadline import Evidence, Fence, Outage, adjudicate
from intake.triage.message import Hop
from intake.triage.vacancy import Deadline
from intake.triage.verdict import TimingVerdict
from tests.triage.by_the_letter import check_everything

IN_TIME, LATE = TimingVerdict.IN_TIME, TimingVerdict.LATE

# Kept short for `make test`; test_deadline_million.py draws a million cases.
SHORT = settings(max_examples=150, deadline=None)

# Cut-offs at the joints of the calendar: changes of summer time, a leap day, the year's end.
JOINTS = [
    datetime(2026, 3, 29, 1, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2028, 2, 29, 23, tzinfo=UTC),
    datetime(2026, 12, 31, 23, tzinfo=UTC),
    datetime(2026, 2, 8, 23, tzinfo=UTC),
]

# Distances that lie at, just beside, and far from every threshold of the table.
THRESHOLDS = [timedelta(0), *(timedelta(minutes=m) for m in (2, 15, 60, 240, 1440))]
near = st.builds(
    lambda threshold, seconds, sign: sign * threshold + timedelta(seconds=seconds),
    st.sampled_from(THRESHOLDS),
    st.integers(-2, 2),
    st.sampled_from([1, -1]),
)
distances = near | st.timedeltas(timedelta(days=-40), timedelta(days=40))
lengths = st.sampled_from([timedelta(0), timedelta(minutes=15), timedelta(hours=1)])


@st.composite
def deadlines(draw: st.DrawFn) -> Deadline:
    cutoff = draw(st.sampled_from(JOINTS))
    window, hold = draw(st.none() | lengths), draw(st.none() | lengths)
    return Deadline(
        cutoff,
        cutoff - window if window else None,
        draw(lengths),
        cutoff + 2 * hold if hold else None,
    )


@st.composite
def evidence(draw: st.DrawFn, cutoff: datetime) -> Evidence:
    """Any evidence around a cut-off, each moment told in some zone of the world."""
    zone = zone_of(draw(st.sampled_from(sorted(LABELS))))

    def moment() -> datetime:
        return (cutoff + draw(distances)).astimezone(zone)

    def perhaps() -> datetime | None:
        return moment() if draw(st.booleans()) else None

    fence = Fence(draw(st.integers(1, 2)), draw(st.integers(1, 5)), moment())
    start = moment()
    outage = Outage(start, start + abs(draw(distances)))
    return Evidence(
        seen_at=moment(),
        internal=perhaps(),
        border=perhaps(),
        uid=draw(st.none() | st.integers(1, 5)),
        uidvalidity=draw(st.none() | st.integers(1, 2)),
        absent_at=perhaps(),
        held_elsewhere_at=perhaps(),
        fence=fence if draw(st.booleans()) else None,
        outages=(outage,) if draw(st.booleans()) else (),
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Evidence, Deadline]:
    deadline = draw(deadlines())
    return draw(evidence(deadline.cutoff)), deadline


@SHORT
@given(cases())
def test_the_table_is_total_deterministic_and_read_by_the_letter(
    case: tuple[Evidence, Deadline],
) -> None:
    check_everything(*case)


@SHORT
@given(cases())
def test_missing_or_conflicting_evidence_is_never_late(case: tuple[Evidence, Deadline]) -> None:
    known, deadline = case
    assert adjudicate(replace(known, internal=None, border=None), deadline).verdict is not LATE
    if known.internal and known.border:
        early, late = sorted([known.internal, known.border])
        assume(early <= deadline.cutoff < late)
        assert adjudicate(known, deadline).verdict is not LATE


@SHORT
@given(cases(), distances, distances)
def test_an_earlier_stamp_never_turns_in_time_into_late(
    case: tuple[Evidence, Deadline], internal_by: timedelta, border_by: timedelta
) -> None:
    known, deadline = case
    earlier = replace(
        known,
        internal=known.internal and known.internal - abs(internal_by),
        border=known.border and known.border - abs(border_by),
    )
    if adjudicate(known, deadline).verdict is IN_TIME:
        assert adjudicate(earlier, deadline).verdict is not LATE


@SHORT
@given(cases(), distances)
def test_an_extension_never_turns_in_time_into_late(
    case: tuple[Evidence, Deadline], by: timedelta
) -> None:
    known, deadline = case
    extended = replace(deadline, cutoff=deadline.cutoff + abs(by))
    if adjudicate(known, deadline).verdict is IN_TIME:
        assert adjudicate(known, extended).verdict is not LATE


@SHORT
@given(cases())
def test_more_patience_never_makes_anybody_late(case: tuple[Evidence, Deadline]) -> None:
    known, deadline = case
    strict = replace(deadline, grace=timedelta(0), hold_until=None)
    if adjudicate(known, strict).verdict is not LATE:
        assert adjudicate(known, deadline).verdict is not LATE


hops = st.builds(
    Hop,
    by=st.sampled_from(["mx1.example.org", "mail.sender.example"]),
    from_hosts=st.sampled_from([("mail.sender.example",), ("mx1.example.org",)]),
    from_address=st.just("203.0.113.7"),
    stamp=st.datetimes(datetime(2025, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
)


@SHORT
@given(cases(), st.lists(hops, max_size=5))
def test_what_the_sender_writes_never_changes_the_verdict(
    case: tuple[Evidence, Deadline], forged: list[Hop]
) -> None:
    known, deadline = case
    accepted = Hop("mx1.example.org", ("mail.sender.example",), "203.0.113.7", known.border)
    plain = border_hop([accepted], ["mx1.example.org"])
    with_forged = border_hop([accepted, *forged], ["mx1.example.org"])
    assert plain == with_forged
    border = with_forged.stamp if with_forged is not None else None
    assert adjudicate(replace(known, border=border), deadline) == adjudicate(known, deadline)


def test_the_senders_date_is_not_even_among_the_evidence() -> None:
    names = {field.name for field in fields(Evidence)}
    assert not names & {"date", "claimed", "claimed_date", "hops", "message", "headers"}


@SHORT
@given(cases(), st.sampled_from(["Asia/Tokyo", "America/New_York", "Europe/Brussels"]))
def test_the_zone_in_which_a_moment_is_told_never_matters(
    case: tuple[Evidence, Deadline], zone: str
) -> None:
    known, deadline = case
    moments = {
        name: value.astimezone(zone_of(zone))
        for name in ("seen_at", "internal", "border", "absent_at", "held_elsewhere_at")
        if (value := getattr(known, name)) is not None
    }
    assert adjudicate(replace(known, **moments), deadline) == adjudicate(known, deadline)


@SHORT
@given(
    st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    st.none() | st.just("midnight") | st.times().map(lambda t: t.strftime("%H:%M")),
    st.none() | st.sampled_from([*sorted(LABELS), "Europe/Brussels", "America/Havana"]),
    st.sampled_from(["Europe/Brussels", "Atlantic/Azores", "Africa/Cairo", "Australia/Lord_Howe"]),
)
def test_words_always_mean_an_instant_and_the_later_reading_counts(
    day: date, clock: str | None, zone: str | None, home: str
) -> None:
    deadline, _ = deadline_from(day, clock, zone, home)
    assert deadline.cutoff.utcoffset() == timedelta(0)
    if deadline.ambiguous_from is not None:
        assert deadline.ambiguous_from < deadline.cutoff
        assert zone in LABELS
    assert abs(deadline.cutoff - datetime.combine(day, datetime.min.time(), UTC)) <= timedelta(2)
