"""List, sight, store: from the mail server to our own disk, losing nothing on the way.

The order is what makes it safe to be killed at any moment: sightings are committed before
anything is fetched, a file is on disk before its row is.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from intake import maillog
from intake.errors import FolderMissing, IntakeError, MailboxUnreachable
from intake.jobs.bench import Bench, Inbox, Progress, no_progress
from intake.jobs.fetch import fetch
from intake.mailbox.source import Envelope, Source
from intake.store import doubts, ledger
from intake.store.engine import reading
from intake.store.lease import Lease
from intake.store.ledger import Look, Wanted


@dataclass(frozen=True)
class Collected:
    """What one pass over a mailbox brought.

    Attributes:
        listed: how many mails the watched folders hold.   new: how many of them were new.
        stored: how many came to our disk.
        troubles: folders that could not be listed, each with its cause.
    """

    listed: int
    new: int
    stored: int
    troubles: tuple[IntakeError, ...] = ()


def collect(
    bench: Bench, inbox: Inbox, lease: Lease, progress: Progress = no_progress
) -> Collected:
    """One pass over the watched folders of a mailbox.

    Raises:
        MailboxUnreachable, SignInRefused, UntrustedServer: recorded as a failed poll, which is
            evidence too; what was stored before stays.
        StoreUnavailable: the disk has no room, or the database cannot be written.
    """
    with _open(bench, inbox, lease) as source:
        looks, troubles = _look(bench, inbox, source)
        with lease.writing(bench.engine) as session:
            new = sum(ledger.record(session, inbox.vacancy, look) for look in looks)
        _log(inbox, looks, new)
        wanted = {look.folder: _describe(bench, lease, source, look) for look in looks}
        stored = fetch(bench, inbox, lease, source, wanted, progress)
    return Collected(sum(len(look.uids) for look in looks), new, stored, troubles)


@contextmanager
def _open(bench: Bench, inbox: Inbox, lease: Lease) -> Iterator[Source]:
    """Connect; that we could not is recorded for each folder, as the beginning of an outage."""
    started = bench.clock()
    try:
        source = inbox.open()
    except IntakeError as error:
        looks = [_failed(bench, inbox, folder, started, error) for folder in inbox.folders]
        with lease.writing(bench.engine) as session:
            for look in looks:
                ledger.record(session, inbox.vacancy, look)
        raise
    with source:
        try:
            yield source
        finally:
            for alert in source.alerts:
                maillog.alerted(inbox.mailbox, alert)


def _look(bench: Bench, inbox: Inbox, source: Source) -> tuple[list[Look], tuple[IntakeError, ...]]:
    """List every folder, and note those that could not be; a lost connection fails the rest."""
    looks, troubles = [], []
    for folder in inbox.folders:
        started = bench.clock()
        try:
            look = _listed(bench, inbox, source, folder, started)
            found = [*_incomplete(look), *_reused(bench, source, look)]
            looks.append(_without(look, found))
            troubles += [doubt.trouble for doubt in found]
        except (FolderMissing, MailboxUnreachable) as error:
            looks.append(_failed(bench, inbox, folder, started, error))
            troubles.append(error)
    return looks, tuple(troubles)


def _listed(bench: Bench, inbox: Inbox, source: Source, folder: str, started: datetime) -> Look:
    listing = source.list(folder)
    return Look(
        inbox.mailbox,
        folder,
        started,
        bench.clock(),
        listing.uidvalidity,
        listing.uidnext,
        listing.uids,
        listing.junk,
        listing.complete,
    )


@dataclass(frozen=True)
class _Doubt:
    """Why a listing is not what it should be; `uids` in it are not the mails we know them as."""

    trouble: IntakeError
    uids: frozenset[int] = frozenset()


def _incomplete(look: Look) -> Iterator[_Doubt]:
    if not look.complete:
        yield _Doubt(
            MailboxUnreachable(
                f"The server lists fewer mails than it counts in {look.folder} of {look.mailbox}.",
                "Those that it lists are filed, and it is asked again with the next poll. If it "
                "stays, ask its administrator.",
            )
        )


def _reused(bench: Bench, source: Source, look: Look) -> Iterator[_Doubt]:
    """UIDs under which there is another mail now."""
    with reading(bench.engine) as session:
        known = {one.uid: one for one in doubts.doubtful(session, look)}
    reused = frozenset(
        now.uid for now in source.describe(look.folder, known) if _is_another(known[now.uid], now)
    )
    if reused:
        named = ", ".join(map(str, sorted(reused)[:20]))
        yield _Doubt(
            MailboxUnreachable(
                f"The server has given UIDs in {look.folder} of {look.mailbox} to other mails than "
                f"before, which none may do (UID {named}).",
                "Save the mails with these UIDs as files and run `intake import` on them; ask the "
                "administrator to have the folder counted anew (a new UIDVALIDITY).",
            ),
            reused,
        )


def _is_another(known: Wanted, now: Envelope) -> bool:
    """Told by INTERNALDATE; Exchange announces other sizes for a mail from time to time."""
    if known.internal is not None and now.internal is not None:
        return known.internal != now.internal
    return now.size not in (None, known.size)


def _without(look: Look, found: Sequence[_Doubt]) -> Look:
    doubted = frozenset().union(*(doubt.uids for doubt in found))
    problem = " ".join(doubt.trouble.problem for doubt in found)
    return replace(look, uids=look.uids - doubted, problem=problem)


def _failed(bench: Bench, inbox: Inbox, folder: str, started: datetime, error: IntakeError) -> Look:
    return Look(inbox.mailbox, folder, started, bench.clock(), problem=str(error))


def _log(inbox: Inbox, looks: Sequence[Look], new: int) -> None:
    for look in looks:
        if look.problem:
            maillog.poll_failed(inbox.mailbox, look.problem)
        else:
            maillog.polled(inbox.mailbox, look.folder, len(look.uids), new)


def _describe(bench: Bench, lease: Lease, source: Source, look: Look) -> list[Wanted]:
    """What is to be fetched from a folder, each with INTERNALDATE as first observed."""
    with lease.writing(bench.engine) as session:
        wanted = {one.uid: one for one in ledger.wanted(session, look)}
    unknown = [uid for uid, one in wanted.items() if one.size is None]
    if not unknown:
        return list(wanted.values())
    described = {
        envelope.uid: replace(
            wanted[envelope.uid],
            size=envelope.size,
            internal=envelope.internal,
            internal_raw=envelope.internal_raw,
        )
        for envelope in source.describe(look.folder, unknown)
        if envelope.uid in wanted
    }
    with lease.writing(bench.engine) as session:
        ledger.describe(session, described.values())
    return list((wanted | described).values())
