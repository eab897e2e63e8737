"""Read and judge what is stored: one mail, done, committed, next.

A mail that kills or hangs its reader is tried again after the others, and at the third failure
held for a person. The attempt is counted before it is made, so that a mail which takes the whole
process down is found out too.
"""

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from intake import maillog
from intake.errors import AlreadyRunning, IntakeError, StoreDamaged, StoreUnavailable
from intake.jobs.bench import Bench, Progress, no_progress
from intake.jobs.judging import hold, settle
from intake.store import deadlines, judgements, ledger
from intake.store.judgements import Change
from intake.store.lease import Lease
from intake.store.tables import Delivery
from intake.triage.message import Message
from intake.triage.verdict import Kind, Outcome

FAILURES = 3
"""After so many failed attempts a mail is held."""

STARTS = 6
"""A mail whose attempts end with the whole process is held after so many."""

AT_ONCE = 2
"""Mails that are read at the same time; they are judged in order."""


@dataclass(frozen=True)
class Attempt:
    """One try at one delivery, counted; `number` is 1 at the first.

    Attributes:
        sha256: of its bytes; None where we have none, and `problem` says why.
    """

    delivery: int
    number: int
    sha256: str | None
    problem: str
    reading: "Future[Message]"


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
    with lease.writing(bench.engine) as session:
        waiting = deque(ledger.waiting(session, vacancy))
    in_hand: deque[Attempt] = deque()
    done, total = 0, len(waiting)
    with ThreadPoolExecutor(AT_ONCE, "reader") as readers:
        while in_hand or (waiting and not bench.stopping()):
            while waiting and len(in_hand) < AT_ONCE and not bench.stopping():
                in_hand.append(_start(bench, lease, readers, waiting.popleft()))
            if not in_hand:
                break
            attempt = in_hand.popleft()
            found = _finish(bench, lease, attempt)
            if found is None:
                waiting.append(attempt.delivery)
                continue
            changes += found
            done += 1
            progress(done, total)
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


def _start(bench: Bench, lease: Lease, readers: ThreadPoolExecutor, number: int) -> Attempt:
    """Count the attempt, then make it."""
    with lease.writing(bench.engine) as session:
        row = ledger.start(session, number)
        attempts, sha256, problem = row.attempts, row.sha256, row.problem
    if attempts > STARTS:
        problem = f"Intake itself ended each of the {STARTS} times it tried to read the mail."
        sha256 = None
    reading = readers.submit(_read, bench, sha256, problem)
    return Attempt(number, attempts, sha256, problem, reading)


def _read(bench: Bench, sha256: str | None, problem: str) -> Message:
    if sha256 is None:
        return Message(unreadable=problem)
    return bench.reader.read(bench.files.path(sha256))


def _finish(bench: Bench, lease: Lease, attempt: Attempt) -> list[Change] | None:
    """Judge what was read; None where the mail is to be tried once more, after the others."""
    try:
        return _judge(bench, lease, attempt, attempt.reading.result())
    except (StoreUnavailable, StoreDamaged, AlreadyRunning):
        raise
    except Exception as error:  # noqa: BLE001 - no mail, however made, may stop the ones behind it
        if attempt.number < FAILURES:
            return None
        return _set_aside(bench, lease, attempt, _plain(error))


def _judge(bench: Bench, lease: Lease, attempt: Attempt, message: Message) -> list[Change]:
    with lease.writing(bench.engine) as session:
        delivery = session.get_one(Delivery, attempt.delivery)
        changes = settle(session, bench, delivery, message, bench.clock())
    _log(changes)
    return changes


def _set_aside(bench: Bench, lease: Lease, attempt: Attempt, reason: str) -> list[Change]:
    """Hold a mail that could not be read or judged, whatever it is in it that prevents it."""
    with lease.writing(bench.engine) as session:
        delivery = session.get_one(Delivery, attempt.delivery)
        delivery.problem = reason
        changes = hold(session, bench, delivery, reason, bench.clock())
    _log(changes)
    return changes


def _plain(error: Exception) -> str:
    """Why, in words for people; a fault of our own is named, and never the mail's content."""
    if isinstance(error, IntakeError):
        return f"The mail could not be read: {error.problem}"
    return f"The mail could not be judged: a fault in Intake ({type(error).__name__})."


def _log(changes: list[Change]) -> None:
    for change in changes:
        verdict = change.after
        if verdict.kind is Kind.UNREADABLE and verdict.outcome is Outcome.HELD:
            maillog.set_aside(change.delivery, verdict.kind_evidence)
        maillog.judged(change.delivery, verdict.kind, verdict.outcome, verdict.timing.verdict)
