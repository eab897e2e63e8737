"""Stored mail under today's rules: what would change, and, where a person wants it, the change.

What people decided stays: an admitted mail stays admitted, a stage stays where it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from intake.errors import IntakeError
from intake.jobs.bench import Bench, Progress, no_progress
from intake.jobs.judging import settle
from intake.store import deadlines, judgements, ledger
from intake.store.engine import Session, reading, rehearsal, transaction
from intake.store.judgements import Change
from intake.store.tables import Delivery
from intake.triage.message import Document, Message, Unreadable


@dataclass(frozen=True)
class Replayed:
    """What came of one vacancy's mail.

    Attributes:
        looked_at: how many deliveries were read and judged again.
        changes: verdicts that are other than before, in order of delivery.
        unread: deliveries that could not be read this time, judged by their old reading.
        kept: deliveries of which a document that was read before only took too long this time,
            and keeps its old reading.
    """

    vacancy: str
    looked_at: int
    changes: tuple[Change, ...]
    unread: tuple[int, ...]
    kept: tuple[int, ...]


def replay(
    bench: Bench, vacancy: str, *, apply: bool = False, progress: Progress = no_progress
) -> Replayed:
    """Read a vacancy's mail again, judge it again, and show what changes.

    Rehearsal and deed are the same transaction; only its end differs. Writers wait meanwhile.

    Args:
        apply: keep the changes, each with its audit row.

    Raises:
        DeadlineMovedEarlier: the configuration says less than what was published.
    """
    with reading(bench.engine) as session:
        numbers = judgements.in_order(session, vacancy)
    readings = _read_again(bench, vacancy, progress)
    messages = {number: message for number, message in readings.items() if message is not None}
    with (transaction if apply else rehearsal)(bench.engine) as session:
        held = {number: _not_worse(session, number, one) for number, one in messages.items()}
        changes = _judge_again(session, bench, vacancy, numbers, held)
    unread = tuple(number for number in readings if number not in messages)
    kept = tuple(number for number in messages if held[number] != messages[number])
    return Replayed(vacancy, len(numbers), tuple(changes), unread, kept)


def _read_again(bench: Bench, vacancy: str, progress: Progress) -> dict[int, Message | None]:
    """Each delivery that has bytes, as it is read today; None for those that cannot be."""
    with reading(bench.engine) as session:
        hashes = ledger.hashes(session, vacancy)
    messages: dict[int, Message | None] = {}
    for sha256, numbers in hashes.items():
        message = _read(bench, sha256)
        messages.update(dict.fromkeys(numbers, message))
        progress(len(messages), sum(len(every) for every in hashes.values()))
    return messages


def _read(bench: Bench, sha256: str) -> Message | None:
    try:
        return bench.reader.read(bench.files.path(sha256))
    except (IntakeError, OSError):
        return None  # it is listed as unread, and judged by what was read before


def _not_worse(session: Session, number: int, message: Message) -> Message:
    """What was read before stands where today's reading only ran out of time.

    Where a container ran out of time what it held is not seen at all: the whole reading stands.
    """
    row = session.get_one(Delivery, number)
    former = row.reading.message if row.reading else Message()
    before = {one.sha256: one for one in former.documents}
    late = {one.sha256 for one in message.documents if _is_late(one)}
    if late - before.keys():
        return former if former.documents else message
    return replace(
        message,
        documents=tuple(
            before[one.sha256] if one.sha256 in late else one for one in message.documents
        ),
    )


def _is_late(document: Document) -> bool:
    return document.reason is Unreadable.TIMED_OUT


def _judge_again(
    session: Session,
    bench: Bench,
    vacancy: str,
    numbers: Iterable[int],
    messages: dict[int, Message],
) -> list[Change]:
    """All readings first, then all verdicts, so that each rests on today's reading of the rest."""
    now = bench.clock()
    deadlines.publish(session, bench.vacancy(vacancy), now)
    before = dict(judgements.verdicts(session, vacancy))
    for number, message in messages.items():
        judgements.keep_reading(session, session.get_one(Delivery, number), message, now)
    for number in numbers:
        _settle(session, bench, number, now)
    after = dict(judgements.verdicts(session, vacancy))
    return [
        Change(number, before.get(number), verdict)
        for number, verdict in sorted(after.items())
        if before.get(number) != verdict
    ]


def _settle(session: Session, bench: Bench, number: int, now: datetime) -> None:
    delivery = session.get_one(Delivery, number)
    if delivery.reading is not None:
        settle(session, bench, delivery, delivery.reading.message, now)
