"""The figures of the day, from values alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.triage.counting import closing_day, vacancy_day
from intake.triage.digest import (
    Arrival,
    DigestDay,
    MailboxState,
    Period,
    Standing,
    Tally,
    Totals,
    VacancyDay,
)
from intake.triage.message import Address
from intake.triage.vacancy import Deadline, Vacancy
from intake.triage.verdict import Flag, Kind, Outcome, TimingVerdict

BRUSSELS = ZoneInfo("Europe/Brussels")
CUTOFF = datetime(2026, 2, 8, 23, tzinfo=UTC)
MORNING = datetime(2026, 2, 9, 6, 30, tzinfo=UTC)
DAY = Period(date(2026, 2, 9), MORNING - timedelta(days=1), MORNING, BRUSSELS)
ADA = Address("Ada", "ada@example.org")
WELL = MailboxState("tosci@example.org", MORNING)
TOSCI = Vacancy("tosci", "Technical Officer", "tosci@example.org", Deadline(CUTOFF))


def arrival(
    number: int,
    at: datetime = CUTOFF - timedelta(hours=1),
    outcome: Outcome = Outcome.FILED,
    kind: Kind = Kind.APPLICATION,
    timing: TimingVerdict = TimingVerdict.IN_TIME,
    judged_at: datetime | None = None,
    **more: object,
) -> Arrival:
    values: dict[str, object] = {"application": number if outcome is Outcome.FILED else None} | more
    return Arrival(
        id=number,
        candidate=ADA,
        received_at=at,
        judged_at=judged_at or at + timedelta(minutes=1),
        kind=kind,
        outcome=outcome,
        timing=timing,
        **values,  # type: ignore[arg-type]
    )


def figures(*arrivals: Arrival, standings: tuple[Standing, ...] = ()) -> VacancyDay:
    return vacancy_day(TOSCI, arrivals, standings, WELL, DAY)


def test_a_mail_is_news_in_the_digest_whose_period_it_was_judged_in() -> None:
    before = arrival(1, judged_at=DAY.since)
    within = arrival(2, judged_at=DAY.since + timedelta(seconds=1))
    last = arrival(3, judged_at=DAY.until)
    after = arrival(4, judged_at=DAY.until + timedelta(seconds=1))
    day = figures(before, within, last, after)
    assert day.new.filed == 2
    assert day.all.filed == 3


@given(
    st.lists(
        st.tuples(st.sampled_from(Outcome), st.integers(0, 20 * 24 * 60)), min_size=1, max_size=40
    ),
    st.lists(st.integers(1, 5), min_size=1, max_size=6),
)
def test_every_mail_is_counted_once_over_all_periods(
    mails: list[tuple[Outcome, int]], gaps: list[int]
) -> None:
    start = MORNING - timedelta(days=20)
    arrivals = [
        arrival(n, outcome=outcome, judged_at=start + timedelta(minutes=minutes + 1))
        for n, (outcome, minutes) in enumerate(mails)
    ]
    counted, since = 0, start
    for gap in [*gaps, 99]:
        period = Period(MORNING.date(), since, since + timedelta(days=gap), BRUSSELS)
        counted += vacancy_day(TOSCI, arrivals, (), WELL, period).new.total
        since = period.until
    assert counted == len(mails)


def test_the_bars_end_on_the_day_after_the_deadline_once_it_has_passed() -> None:
    later = Period(date(2026, 3, 1), MORNING, MORNING + timedelta(days=20), BRUSSELS)
    bars = vacancy_day(TOSCI, [arrival(1)], (), WELL, later).bars
    assert len(bars) == 14
    assert bars[-1].day == date(2026, 2, 9)
    assert [bar.in_time for bar in bars][-3:] == [0, 1, 0]


def test_the_bars_of_an_open_vacancy_end_on_the_digests_day() -> None:
    early = Period(date(2026, 2, 1), MORNING, MORNING, BRUSSELS)
    assert vacancy_day(TOSCI, [], (), WELL, early).bars[-1].day == date(2026, 2, 1)


def test_a_bar_tells_in_time_late_and_unclear_apart_by_the_local_day() -> None:
    day = figures(
        arrival(1, CUTOFF - timedelta(seconds=1)),
        arrival(2, CUTOFF + timedelta(minutes=5), Outcome.REFUSED, timing=TimingVerdict.LATE),
        arrival(3, CUTOFF - timedelta(minutes=5), Outcome.HELD, timing=TimingVerdict.UNCLEAR),
        arrival(4, CUTOFF - timedelta(minutes=5), Outcome.IGNORED, flags=(Flag.DUPLICATE,)),
        arrival(5, CUTOFF - timedelta(minutes=5), Outcome.ENQUIRY, kind=Kind.ENQUIRY),
    )
    eighth, ninth = day.bars[-2:]
    assert (eighth.in_time, eighth.unclear, eighth.late) == (1, 1, 0)
    assert (ninth.in_time, ninth.unclear, ninth.late) == (0, 0, 1)


def test_midnight_is_the_end_of_a_day() -> None:
    assert closing_day(CUTOFF, BRUSSELS) == date(2026, 2, 8)
    assert closing_day(CUTOFF + timedelta(hours=12), BRUSSELS) == date(2026, 2, 9)


@pytest.mark.parametrize("everything", [True, False])
def test_names_of_a_blind_review_and_relatives_are_for_hr(everything: bool) -> None:
    arrivals = (
        arrival(1, flags=(Flag.DECLARED_RELATIVE, Flag.FORWARDED)),
        arrival(2),
        arrival(3, CUTOFF + timedelta(hours=1), Outcome.REFUSED, timing=TimingVerdict.LATE),
        arrival(4, outcome=Outcome.HELD),
    )
    standings = (
        Standing(1, ADA, CUTOFF, complete=True),
        Standing(2, ADA, CUTOFF, complete=True, stage="shortlisted"),
    )
    blind = replace(TOSCI, blind=True)
    day = vacancy_day(blind, arrivals, standings, WELL, DAY, everything=everything)
    named = {line.ref for line in (*day.fresh, *day.refused, *day.held) if line.candidate == ADA}
    assert named == ({"a1", "a2", "m3", "m4"} if everything else {"a2"})
    told = {one.flag for one in day.notable}
    assert told == ({Flag.DECLARED_RELATIVE, Flag.FORWARDED} if everything else {Flag.FORWARDED})


def test_held_mail_is_listed_until_a_person_has_let_it_in() -> None:
    old = MORNING - timedelta(days=5)
    unclear = TimingVerdict.UNCLEAR
    day = figures(
        arrival(1, old, Outcome.HELD, timing=unclear, decided_by="clocks_disagree"),
        arrival(2, old, Outcome.HELD, kind=Kind.UNREADABLE),
        arrival(3, old, Outcome.FILED, timing=unclear),
        arrival(4, MORNING - timedelta(hours=1), Outcome.HELD),
    )
    assert [(line.ref, line.cause, line.fresh) for line in day.held] == [
        ("m1", "clocks_disagree", False),
        ("m2", "unreadable", False),
        ("m4", "other", True),
    ]


def test_refused_mail_says_by_how_much_it_was_late() -> None:
    late = arrival(1, CUTOFF + timedelta(minutes=7), Outcome.REFUSED, timing=TimingVerdict.LATE)
    assert [line.late_by for line in figures(late).refused] == [timedelta(minutes=7)]


def test_what_is_missing_is_counted_by_check() -> None:
    standings = (
        Standing(1, ADA, CUTOFF, complete=False, missing=("cv", "language")),
        Standing(2, ADA, CUTOFF, complete=False, missing=("cv",)),
        Standing(3, ADA, CUTOFF, complete=True),
    )
    day = figures(standings=standings)
    assert day.missing == (("cv", 2), ("language", 1))
    assert (day.applications, day.complete, day.incomplete) == (3, 1, 2)


def test_applications_touched_by_the_days_mail_are_listed_by_receipt_never_by_merit() -> None:
    standings = (
        Standing(7, ADA, CUTOFF - timedelta(days=9), complete=False, missing=("cv",)),
        Standing(8, ADA, CUTOFF - timedelta(days=10), complete=True),
        Standing(9, ADA, CUTOFF - timedelta(days=10), complete=True),
    )
    news = (arrival(7), arrival(8), arrival(1, kind=Kind.WITHDRAWAL, application=9))
    day = figures(*news, standings=standings)
    assert [line.ref for line in day.fresh] == ["a8", "a7"]
    assert [line.ref for line in day.withdrawals] == ["m1"]


def test_flags_worth_a_look_name_their_mails_and_duplicates_are_not_among_them() -> None:
    day = figures(
        arrival(1, flags=(Flag.MISDIRECTED, Flag.RESUBMISSION)),
        arrival(2, flags=(Flag.MISDIRECTED,)),
        arrival(3, outcome=Outcome.IGNORED, flags=(Flag.DUPLICATE,)),
    )
    assert [(notable.flag, notable.refs) for notable in day.notable] == [
        (Flag.MISDIRECTED, ("m1", "m2"))
    ]
    assert day.new == Tally(filed=2, ignored=1)


def test_a_mailbox_that_was_never_read_or_has_trouble_is_named_once() -> None:
    away = MailboxState("tosci@example.org", None)
    vacancies = tuple(vacancy_day(TOSCI, [], (), away, DAY) for _ in range(2))
    day = DigestDay("Example", DAY, vacancies)
    assert day.unread == (away,)
    assert not WELL.unread
    assert MailboxState("x@example.org", MORNING, problem="no answer").unread
    assert MailboxState("x@example.org", MORNING, overdue=True).unread


def test_a_vacancy_long_closed_is_quiet_unless_something_waits() -> None:
    month_later = Period(date(2026, 3, 9), MORNING, MORNING + timedelta(days=28), BRUSSELS)
    held = arrival(1, outcome=Outcome.HELD)
    assert vacancy_day(TOSCI, [arrival(2)], (), WELL, month_later).quiet
    assert not vacancy_day(TOSCI, [held], (), WELL, month_later).quiet
    assert not figures(arrival(2)).quiet


def test_the_totals_tell_what_is_missing() -> None:
    assert Totals(412, 412).missing == 0
    assert Totals(412, 410).missing == 2
