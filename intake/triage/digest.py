"""The figures of the day, as values: what HR reads in the morning.

Facts and references only: nothing of what a CV or a mail says, and no order of merit. Lists
go by the time of receipt. Every mail of the period is counted in exactly one outcome, so the
figures of all periods add up to what the mailboxes held.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from intake.triage.message import Address
from intake.triage.trouble import Trouble
from intake.triage.verdict import Flag, Kind, Outcome, TimingVerdict

QUIET_AFTER = timedelta(days=7)
"""So long after its deadline a vacancy without news takes a line, no more."""


@dataclass(frozen=True)
class Arrival:
    """One judged delivery, as far as the digest looks at it.

    Attributes:
        application: the id of the application that it belongs to, if any.
        received_at: the trusted stamp.   judged_at: when its verdict was first recorded.
        decided_by: what its timing rests on; says why it is held when the timing is unclear.
        outcome: what became of it; a mail that a person has let in is filed.
        reopened_at: when it was judged again and was no longer refused.
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
    reopened_at: datetime | None = None


@dataclass(frozen=True)
class Standing:
    """One application as it stands."""

    id: int
    candidate: Address
    received_at: datetime
    complete: bool
    missing: tuple[str, ...] = ()
    stage: str = "new"
    back: bool = False  # it was put aside for the candidate's answer, and is to be looked at again


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
class MailboxState:
    """When a mailbox was last read without trouble, and what the trouble is.

    Attributes:
        last_good: the end of the last complete poll; None when there was none yet.
        problem: the last failure in one sentence; empty when the last poll was good.
        overdue: it has not been read for longer than its schedule allows.
        totals: the server against the ledger, as recorded when the last cycle ended.
        watched: False where nobody polls it (its address is a placeholder, mail is imported).
    """

    mailbox: str
    last_good: datetime | None
    problem: str = ""
    overdue: bool = False
    watched: bool = True
    totals: Totals | None = None

    @property
    def unread(self) -> bool:
        """Whether people must be told that mail may lie there unseen."""
        return self.watched and (bool(self.problem) or self.overdue or self.last_good is None)


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
        reopened: judged again in the period, and no longer refused: the deadline was extended.
        back: put aside for the candidate's answer, and to be looked at again.
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
    reopened: tuple[Line, ...] = ()
    back: tuple[Line, ...] = ()

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
        waits = self.held or self.back
        idle = not (self.new.total or self.reopened or waits or self.mailbox.unread)
        return idle and self.left < -QUIET_AFTER


@dataclass(frozen=True)
class DigestDay:
    """One digest: the figures of a period, for some vacancies.

    Attributes:
        totals: the server against the ledger; None when the server was not asked yet.
        chain_head: the hash of the last audit row: a witness outside our own store.
        troubles: those that were noted and have not ended.
        next_due: when the next digest must have come; silence after it is an alarm.
    """

    organisation: str
    period: Period
    vacancies: tuple[VacancyDay, ...]
    totals: Totals | None = None
    chain_head: str = ""
    troubles: tuple[Trouble, ...] = ()
    next_due: datetime | None = None

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
