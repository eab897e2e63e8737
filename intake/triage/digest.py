"""The figures of the day, from values: what HR reads in the morning.

Facts and references only: nothing of what a CV or a mail says, and no order of merit. Lists
go by the time of receipt. Every mail of the period is counted in exactly one outcome, so the
figures of all periods add up to what the mailboxes held.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from intake.triage.message import Address
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Flag, Kind, Outcome, TimingVerdict

DAYS_SHOWN = 14
QUIET_AFTER = timedelta(days=7)

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


@dataclass(frozen=True)
class Arrival:
    """One judged delivery, as far as the digest looks at it.

    Attributes:
        application: the id of the application that it belongs to, if any.
        received_at: the trusted stamp.   judged_at: when its verdict was first recorded.
        decided_by: what its timing rests on; says why it is held when the timing is unclear.
        admitted: a person has let it in.
    """

    id: int
    application: int | None
    candidate: Address
    received_at: datetime
    judged_at: datetime
    kind: Kind
    outcome: Outcome
    timing: TimingVerdict = TimingVerdict.IN_TIME
    decided_by: str = ""
    flags: tuple[Flag, ...] = ()
    admitted: bool = False


@dataclass(frozen=True)
class Standing:
    """One application as it stands."""

    id: int
    candidate: Address
    received_at: datetime
    complete: bool
    missing: tuple[str, ...] = ()
    stage: str = "new"


@dataclass(frozen=True)
class MailboxState:
    """When a mailbox was last read without trouble, and what the trouble is.

    Attributes:
        last_good: the end of the last complete poll; None when there was none yet.
        problem: the last failure in one sentence; empty when the last poll was good.
        overdue: it has not been read for longer than its schedule allows.
        watched: False where nobody polls it (its address is a placeholder, mail is imported).
    """

    mailbox: str
    last_good: datetime | None
    problem: str = ""
    overdue: bool = False
    watched: bool = True

    @property
    def unread(self) -> bool:
        """Whether people must be told that mail may lie there unseen."""
        return self.watched and (bool(self.problem) or self.overdue or self.last_good is None)


@dataclass(frozen=True)
class Totals:
    """The server against the ledger; `checked_at` is when the server was last asked."""

    server: int
    accounted: int
    checked_at: datetime | None = None

    @property
    def missing(self) -> int:
        """Mails that the server holds and the ledger does not account for."""
        return self.server - self.accounted


@dataclass(frozen=True)
class Period:
    """What one digest covers: after `since`, up to and including `until`.

    Attributes:
        day: the local date that the digest carries.
        zone: of the organisation; local dates and times are told in it.
        missed: earlier dates whose digest could not be sent and is merged into this one.
    """

    day: date
    since: datetime
    until: datetime
    zone: tzinfo
    missed: tuple[date, ...] = ()

    def covers(self, moment: datetime) -> bool:
        """Whether something recorded at `moment` belongs to this digest."""
        return self.since < moment <= self.until


@dataclass(frozen=True)
class Tally:
    """Mails by outcome; each mail has exactly one."""

    filed: int = 0
    refused: int = 0
    held: int = 0
    enquiry: int = 0
    ignored: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.filed + self.refused + self.held + self.enquiry + self.ignored


@dataclass(frozen=True)
class Line:
    """One mail or application in a list, by reference.

    Attributes:
        ref: "m12" for a mail, "a7" for an application.
        missing: the required checks that do not pass.
        cause: why it is held: the timing's `decided_by`, `unreadable`, or `other`.
        late_by: how long after the deadline it came.
        fresh: it came in the period of this digest.
    """

    ref: str
    candidate: Address
    at: datetime
    missing: tuple[str, ...] = ()
    cause: str = ""
    late_by: timedelta = timedelta(0)
    fresh: bool = True


@dataclass(frozen=True)
class Notable:
    """A flag worth a look, and the mails of the period that carry it."""

    flag: Flag
    refs: tuple[str, ...]


@dataclass(frozen=True)
class Bar:
    """The applications and supplements received on one local day."""

    day: date
    in_time: int = 0
    late: int = 0
    unclear: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.in_time + self.late + self.unclear


@dataclass(frozen=True)
class VacancyDay:
    """One vacancy's part of the digest.

    Attributes:
        closing_day: the last local day for applications.
        left: time to the cut-off; negative once it has passed.
        new: the mails of the period by outcome.   all: every mail so far, likewise.
        applications: how many there are; `complete` of them pass every required check.
        missing: check name and how many applications lack it, most frequent first.
        fresh: applications that the period's mail opened or added to.
        refused: refused in the period.   held: all that still wait for a person.
        withdrawals: asked for in the period; a person confirms.
    """

    id: str
    title: str
    cutoff: datetime
    closing_day: date
    sentence: str
    left: timedelta
    new: Tally
    all: Tally
    applications: int
    complete: int
    missing: tuple[tuple[str, int], ...]
    fresh: tuple[Line, ...]
    refused: tuple[Line, ...]
    held: tuple[Line, ...]
    withdrawals: tuple[Line, ...]
    notable: tuple[Notable, ...]
    bars: tuple[Bar, ...]
    mailbox: MailboxState

    @property
    def incomplete(self) -> int:
        """Applications in which something is missing or unsure."""
        return self.applications - self.complete

    @property
    def closed(self) -> bool:
        """Whether the cut-off has passed."""
        return self.left < timedelta(0)

    @property
    def quiet(self) -> bool:
        """Closed for a while, with no news and nothing that waits for a person."""
        idle = not (self.new.total or self.held or self.mailbox.unread)
        return idle and self.left < -QUIET_AFTER


@dataclass(frozen=True)
class DigestDay:
    """One digest: the figures of a period, for some vacancies.

    Attributes:
        totals: the server against the ledger; None when the server was not asked yet.
        chain_head: the hash of the last audit row: a witness outside our own store.
    """

    organisation: str
    period: Period
    vacancies: tuple[VacancyDay, ...]
    totals: Totals | None = None
    chain_head: str = ""

    @property
    def new(self) -> int:
        """Mails of the period, over all vacancies."""
        return sum(vacancy.new.total for vacancy in self.vacancies)

    @property
    def applicants(self) -> int:
        """Applications that the period's mail opened or added to."""
        return sum(len(vacancy.fresh) for vacancy in self.vacancies)

    @property
    def waiting(self) -> int:
        """Held mails that wait for a person."""
        return sum(len(vacancy.held) for vacancy in self.vacancies)

    @property
    def unread(self) -> tuple[MailboxState, ...]:
        """The mailboxes that could not be read, each once."""
        states = (vacancy.mailbox for vacancy in self.vacancies)
        return tuple(dict.fromkeys(state for state in states if state.unread))


def vacancy_day(
    vacancy: Vacancy,
    arrivals: Sequence[Arrival],
    standings: Sequence[Standing],
    mailbox: MailboxState,
    period: Period,
) -> VacancyDay:
    """The figures of one vacancy; `arrivals` and `standings` are all that it ever had."""
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
    )


def closing_day(cutoff: datetime, zone: tzinfo) -> date:
    """The last local day for applications: midnight is the end of a day, not the next one."""
    return (cutoff - timedelta(microseconds=1)).astimezone(zone).date()


def tally(arrivals: Iterable[Arrival]) -> Tally:
    """Mails by the outcome that the machine gave them."""
    return Tally(**Counter(arrival.outcome.value for arrival in arrivals))


def _waits(arrival: Arrival) -> bool:
    return arrival.outcome is Outcome.HELD and not arrival.admitted


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
