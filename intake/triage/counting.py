"""Counting the day: from what is remembered of a vacancy to its part of the digest."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo

from intake.triage.blind import is_blind
from intake.triage.digest import (
    Arrival,
    Bar,
    Line,
    MailboxState,
    Notable,
    Period,
    Standing,
    Tally,
    VacancyDay,
)
from intake.triage.message import Address
from intake.triage.review import Stage
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Flag, Kind, Outcome, TimingVerdict

DAYS_SHOWN = 14

WORTH_A_LOOK = (
    Flag.MISDIRECTED,
    Flag.LINK_ONLY,
    Flag.DECLARED_RELATIVE,
    Flag.UNSAFE_ATTACHMENT,
    Flag.FOUND_IN_JUNK,
    Flag.FORWARDED,
    Flag.CLOCKS_DISAGREE,
    Flag.AMBIGUITY_WINDOW,
    Flag.GRACE,
    Flag.LATE_SUPPLEMENT,
)


def vacancy_day(
    vacancy: Vacancy,
    arrivals: Sequence[Arrival],
    standings: Sequence[Standing],
    mailbox: MailboxState,
    period: Period,
    *,
    everything: bool = True,
) -> VacancyDay:
    """The figures of one vacancy; `arrivals` and `standings` are all that it ever had.

    Args:
        everything: for HR. To reviewers declared relatives are not told, nor, where they review
            blind, names before shortlisting.
    """
    if not everything:
        arrivals, standings = _for_reviewers(vacancy, arrivals, standings)
    known = sorted(
        (a for a in arrivals if a.judged_at <= period.until), key=lambda a: (a.received_at, a.id)
    )
    news = [arrival for arrival in known if period.covers(arrival.judged_at)]
    cutoff = vacancy.deadline.cutoff
    return VacancyDay(
        id=vacancy.id,
        title=vacancy.title,
        cutoff=cutoff,
        closing_day=closing_day(cutoff, period.zone),
        sentence=vacancy.deadline.sentence,
        left=cutoff - period.until,
        new=tally(news),
        all=tally(known),
        applications=len(standings),
        complete=sum(standing.complete for standing in standings),
        missing=_missing(standings),
        fresh=_fresh(standings, news),
        refused=tuple(_late(a, cutoff) for a in news if a.outcome is Outcome.REFUSED),
        held=tuple(_held(a, period) for a in known if _waits(a)),
        withdrawals=tuple(_line(a) for a in news if a.kind is Kind.WITHDRAWAL),
        notable=_notable(news),
        bars=_bars(known, cutoff, period),
        mailbox=mailbox,
        reopened=tuple(
            _line(a) for a in known if a.reopened_at is not None and period.covers(a.reopened_at)
        ),
        back=tuple(Line(f"a{s.id}", s.candidate, s.received_at) for s in standings if s.back),
    )


def _for_reviewers(
    vacancy: Vacancy, arrivals: Sequence[Arrival], standings: Sequence[Standing]
) -> tuple[Sequence[Arrival], Sequence[Standing]]:
    stages = {one.id: one.stage for one in standings}

    def seen(candidate: Address, application: int | None) -> Address:
        stage = stages.get(application or 0, Stage.NEW)
        return Address() if is_blind(vacancy.blind, stage) else candidate

    return (
        [
            replace(
                one,
                candidate=seen(one.candidate, one.application),
                flags=tuple(flag for flag in one.flags if flag.is_for(False)),
            )
            for one in arrivals
        ],
        [replace(one, candidate=seen(one.candidate, one.id)) for one in standings],
    )


def closing_day(cutoff: datetime, zone: tzinfo) -> date:
    """The last local day for applications: midnight is the end of a day, not the next one."""
    return (cutoff - timedelta(microseconds=1)).astimezone(zone).date()


def tally(arrivals: Iterable[Arrival]) -> Tally:
    """Mails by their outcome."""
    return Tally(**Counter(arrival.outcome.value for arrival in arrivals))


def _waits(arrival: Arrival) -> bool:
    return arrival.outcome is Outcome.HELD


def _line(arrival: Arrival) -> Line:
    return Line(f"m{arrival.id}", arrival.candidate, arrival.received_at)


def _late(arrival: Arrival, cutoff: datetime) -> Line:
    late_by = max(arrival.received_at - cutoff, timedelta(0))
    return Line(f"m{arrival.id}", arrival.candidate, arrival.received_at, late_by=late_by)


def _held(arrival: Arrival, period: Period) -> Line:
    cause = "other"
    if arrival.kind is Kind.UNREADABLE:
        cause = "unreadable"
    elif arrival.timing is TimingVerdict.UNCLEAR:
        cause = arrival.decided_by
    return Line(
        f"m{arrival.id}",
        arrival.candidate,
        arrival.received_at,
        cause=cause,
        fresh=period.covers(arrival.judged_at),
    )


def _missing(standings: Iterable[Standing]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(name for s in standings for name in s.missing).most_common())


def _fresh(standings: Iterable[Standing], news: Iterable[Arrival]) -> tuple[Line, ...]:
    filed = (Outcome.FILED,)
    touched = {a.application for a in news if a.outcome in filed and a.kind is not Kind.WITHDRAWAL}
    return tuple(
        Line(f"a{s.id}", s.candidate, s.received_at, missing=s.missing)
        for s in sorted(standings, key=lambda s: (s.received_at, s.id))
        if s.id in touched
    )


def _notable(news: Sequence[Arrival]) -> tuple[Notable, ...]:
    found = (
        Notable(flag, tuple(f"m{arrival.id}" for arrival in news if flag in arrival.flags))
        for flag in WORTH_A_LOOK
    )
    return tuple(notable for notable in found if notable.refs)


def _bars(known: Iterable[Arrival], cutoff: datetime, period: Period) -> tuple[Bar, ...]:
    """The last days up to the digest's own, or up to the day after a deadline that has passed."""
    last = min(period.day, closing_day(cutoff, period.zone) + timedelta(days=1))
    counted: Counter[tuple[date, TimingVerdict]] = Counter(
        (arrival.received_at.astimezone(period.zone).date(), arrival.timing)
        for arrival in known
        if arrival.kind in (Kind.APPLICATION, Kind.SUPPLEMENT)
        and arrival.outcome is not Outcome.IGNORED
    )
    days = (last - timedelta(days=back) for back in reversed(range(DAYS_SHOWN)))
    return tuple(
        Bar(
            day,
            in_time=counted[day, TimingVerdict.IN_TIME],
            late=counted[day, TimingVerdict.LATE],
            unclear=counted[day, TimingVerdict.UNCLEAR],
        )
        for day in days
    )
