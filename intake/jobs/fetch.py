"""Store what was sighted: each mail's file first, then, in batches, the rows that name them."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from intake import maillog
from intake.errors import MailboxUnreachable
from intake.jobs.bench import Bench, Inbox, Progress
from intake.mailbox.source import Envelope, Fetched, NotFetched, Source
from intake.store import ledger
from intake.store.files import Kept
from intake.store.lease import Lease
from intake.store.ledger import Wanted

BATCH = 25
"""Mails whose rows are committed together."""

BATCH_SECONDS = 2.0
"""A slow batch is committed after so long."""


@dataclass
class _Batch:
    """Mails that are on disk, or could not be had, and whose rows are not committed yet."""

    bench: Bench
    inbox: Inbox
    lease: Lease
    kept: list[tuple[Wanted, Kept]] = field(default_factory=list)
    refused: list[tuple[Wanted, NotFetched]] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)
    stored: int = 0

    def take(self, one: Wanted, answer: Fetched | NotFetched) -> None:
        """Put one answer of the server away; commit when there is enough."""
        if isinstance(answer, Fetched):
            self.kept.append((one, self.bench.files.keep(answer.chunks)))
        else:
            self.refused.append((one, answer))
        full = len(self.kept) + len(self.refused) >= BATCH
        if full or time.monotonic() - self.began > BATCH_SECONDS:
            self.commit()
            self.bench.files.require_room()

    def commit(self) -> None:
        """Write the rows of what is on disk."""
        if not self.kept and not self.refused:
            return
        now, vacancy = self.bench.clock(), self.inbox.vacancy
        with self.lease.writing(self.bench.engine) as session:
            numbers = [
                ledger.keep(session, vacancy, one.sighting, kept, now) for one, kept in self.kept
            ]
            for one, answer in self.refused:
                ledger.not_fetched(session, vacancy, one.sighting, answer.problem, answer.gone, now)
        for number, (one, kept) in zip(numbers, self.kept, strict=True):
            maillog.stored(number, one.uid, kept.size, kept.sha256)
        self.stored += len(self.kept)
        self.kept, self.refused, self.began = [], [], time.monotonic()


def fetch(
    bench: Bench,
    inbox: Inbox,
    lease: Lease,
    source: Source,
    wanted: Mapping[str, Sequence[Wanted]],
    progress: Progress,
) -> int:
    """Store the wanted mails of each folder; how many came.

    Raises:
        MailboxUnreachable: the connection broke; what came before is stored.
        StoreUnavailable: the disk is full; nothing half-written stays.
    """
    total, done = sum(len(ones) for ones in wanted.values()), 0
    if not total:
        return 0
    bench.files.require_room()
    batch = _Batch(bench, inbox, lease)
    try:
        for _ in _fetch(batch, source, wanted):
            done += 1
            progress(done, total)
            if bench.stopping():
                break
    finally:
        batch.commit()
    return batch.stored


def _fetch(batch: _Batch, source: Source, wanted: Mapping[str, Sequence[Wanted]]) -> Iterator[None]:
    for folder, ones in wanted.items():
        yield from _fetch_folder(batch, source, folder, ones)


def _fetch_folder(
    batch: _Batch, source: Source, folder: str, ones: Sequence[Wanted]
) -> Iterator[None]:
    """Take the answers one by one; a mail that breaks the connection is asked for last, later."""
    waiting = {one.uid: one for one in ones}
    envelopes = [Envelope(one.uid, one.size, one.internal, one.internal_raw) for one in ones]
    try:
        for answer in source.fetch(folder, envelopes):
            batch.take(waiting[answer.uid], answer)
            del waiting[answer.uid]
            yield
    except MailboxUnreachable as error:
        for one in list(waiting.values())[:1]:
            batch.refused.append((one, NotFetched(one.uid, str(error))))
        raise
