"""Read and judge what is stored: one mail, done, committed, next.

A mail that kills or hangs its reader is tried again after the others, and at the third failure
held for a person. The attempt is counted before it is made, so that a mail which takes the whole
process down is found out too.
"""

import errno
import time
from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field

from intake import maillog
from intake.errors import AlreadyRunning, IntakeError, StoreDamaged, Transient
from intake.jobs.bench import Bench, Progress, no_progress
from intake.jobs.judging import hold, settle
from intake.reading.sandbox import SandboxUnavailable
from intake.store import deadlines, judgements, ledger
from intake.store.engine import Session, reading
from intake.store.judgements import Change
from intake.store.lease import Lease
from intake.store.tables import Delivery
from intake.triage.message import Message
from intake.triage.verdict import Kind, Outcome

FAILURES = 3
"""After so many failed attempts a mail is held."""

STARTS = 6
"""A mail whose attempts end with the whole process is held after so many."""

EXHAUSTED = {errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN}
"""Errors of a machine that has no more of something: the mail in hand is not to blame."""

TOO_MANY = f"Intake itself ended each of the {STARTS} times it tried to read the mail."

AT_ONCE = 2
"""Mails that are read at the same time, and one more while one of them is slow."""

PATIENCE = 0.2
"""Seconds for which mails are judged in the order in which they came: behind one that takes longer
the others pass, and each is judged again where it rests on the slow one."""


@dataclass(frozen=True)
class Attempt:
    """One try at one delivery, counted; `number` is 1 at the first.

    Attributes:
        sha256: of its bytes; None where there is nothing to read, and `problem` says why.
    """

    delivery: int
    number: int
    sha256: str | None
    problem: str


def process(
    bench: Bench, vacancy: str, lease: Lease, progress: Progress = no_progress
) -> list[Change]:
    """Judge every delivery of a vacancy that waits, in the order in which they came.

    Returns every verdict that is new or other than before.

    Raises:
        StoreUnavailable, StoreDamaged: nothing of the mail in hand was written.
        DeadlineMovedEarlier: the configuration says less than what was published.
    """
    changes = extend(bench, vacancy, lease)
    with reading(bench.engine) as session:
        waiting = deque(ledger.waiting(session, vacancy))
    if not waiting:
        return changes
    with ThreadPoolExecutor(AT_ONCE + 1, "reader") as readers:
        line = _Line(bench, lease, waiting, readers, len(waiting), progress)
        line.begin()
        while line.in_hand:
            changes += line.finish()
    return changes


def extend(bench: Bench, vacancy: str, lease: Lease) -> list[Change]:
    """Record the deadline; where it was moved, judge again whom the old one shut out."""
    with lease.writing(bench.engine) as session:
        now, changes = bench.clock(), list[Change]()
        if not deadlines.publish(session, bench.vacancy(vacancy), now):
            return changes
        for number in judgements.to_judge_again(session, vacancy):
            delivery = session.get_one(Delivery, number)
            if delivery.reading is not None:
                changes += settle(session, bench, delivery, delivery.reading.message, now)
    _log(changes)
    return changes


@dataclass(frozen=True)
class _Begun:
    """An attempt under way; `at` on the monotonic clock."""

    attempt: Attempt
    reader: "Future[Message]"
    at: float = field(default_factory=time.monotonic)

    def patience(self) -> float:
        """Seconds for which the others still wait for it."""
        return max(0.0, self.at + PATIENCE - time.monotonic())


@dataclass
class _Line:
    """What waits, and what is being read; one transaction ends one mail and begins the next."""

    bench: Bench
    lease: Lease
    waiting: deque[int]
    readers: ThreadPoolExecutor
    total: int
    progress: Progress
    in_hand: deque[_Begun] = field(default_factory=deque)
    done: int = 0

    def begin(self) -> None:
        """Start as many readers as may work at once."""
        with self.lease.writing(self.bench.engine) as session:
            begun = self._count_more(session)
        self._read(begun)

    def finish(self) -> list[Change]:
        """Judge the next mail that is read; one that failed is tried again after the others."""
        ready = self._next()
        attempt = ready.attempt
        try:
            message = ready.reader.result()
            with self.lease.writing(self.bench.engine) as session:
                changes = self._judge(session, attempt, message)
                begun = self._count_more(session)
        except (Transient, StoreDamaged, AlreadyRunning):
            raise  # the mail is not to blame
        except Exception as error:  # noqa: BLE001 - no mail, however made, may stop those behind it
            with self.lease.writing(self.bench.engine) as session:
                changes = self._failed(session, attempt, _plain(error))
                begun = self._count_more(session)
        self._read(begun)
        _log(changes)
        return changes

    def _next(self) -> _Begun:
        """The mail that was begun first, or one that passes it because it is slow."""
        first = self.in_hand[0]
        wait([first.reader], timeout=first.patience())
        if not first.reader.done():
            wait([one.reader for one in self.in_hand], return_when=FIRST_COMPLETED)
        ready = next(one for one in self.in_hand if one.reader.done())
        self.in_hand.remove(ready)
        return ready

    def _count_more(self, session: Session) -> list[Attempt]:
        """Count an attempt for each free hand; there is one more while a mail is slow."""
        slow = any(not one.patience() for one in self.in_hand)
        free = AT_ONCE + slow - len(self.in_hand)
        return [one for _ in range(free) for one in self._count_next(session)]

    def _count_next(self, session: Session) -> list[Attempt]:
        """Count the next attempt, to be committed before it is made; none when told to stop."""
        if not self.waiting or self.bench.stopping():
            return []
        row = ledger.start(session, self.waiting.popleft())
        if row.attempts > STARTS:
            return [Attempt(row.id, row.attempts, None, TOO_MANY)]
        return [Attempt(row.id, row.attempts, row.sha256, row.problem)]

    def _read(self, attempts: list[Attempt]) -> None:
        for attempt in attempts:
            self.in_hand.append(_Begun(attempt, self.readers.submit(_read, self.bench, attempt)))

    def _judge(self, session: Session, attempt: Attempt, message: Message) -> list[Change]:
        delivery = judgements.load(session, attempt.delivery)
        changes = settle(session, self.bench, delivery, message, self.bench.clock())
        self._tell()
        return changes

    def _failed(self, session: Session, attempt: Attempt, reason: str) -> list[Change]:
        """Hold a mail that could not be read or judged three times."""
        if attempt.number < FAILURES:
            self.waiting.append(attempt.delivery)
            return []
        delivery = session.get_one(Delivery, attempt.delivery)
        delivery.problem = reason
        changes = hold(session, self.bench, delivery, reason, self.bench.clock())
        self._tell()
        return changes

    def _tell(self) -> None:
        self.done += 1
        self.progress(self.done, self.total)


def _read(bench: Bench, attempt: Attempt) -> Message:
    if attempt.sha256 is None:
        return Message(unreadable=attempt.problem)
    try:
        return bench.reader.read(bench.files.path(attempt.sha256))
    except OSError as error:
        if error.errno not in EXHAUSTED:
            raise
        raise SandboxUnavailable(
            f"No mail can be opened on this machine now: {error.strerror}.",
            "What is stored is safe. Let Intake have more memory, processes or open files "
            "(LimitNOFILE=); it goes on by itself.",
        ) from error


def _plain(error: Exception) -> str:
    """Why, in words for people; a fault of our own is named, and never the mail's content."""
    if isinstance(error, IntakeError):
        return error.problem
    return f"The mail could not be judged: a fault in Intake ({type(error).__name__})."


def _log(changes: list[Change]) -> None:
    for change in changes:
        verdict = change.after
        if verdict.kind is Kind.UNREADABLE and verdict.outcome is Outcome.HELD:
            maillog.set_aside(change.delivery, verdict.kind_evidence)
        maillog.judged(change.delivery, verdict.kind, verdict.outcome, verdict.timing.verdict)
