"""The proof of the totals: every mail on the server is accounted for, or named."""

from dataclasses import dataclass

from intake.jobs.bench import Bench, Inbox
from intake.mailbox.source import Listing
from intake.store.accounts import whereabouts
from intake.store.engine import reading


@dataclass(frozen=True)
class Missing:
    """A mail that the server lists and that has no outcome."""

    folder: str
    uidvalidity: int
    uid: int
    why: str


@dataclass(frozen=True)
class Reconciled:
    """One mailbox: what the server lists, and how much of it has an outcome."""

    mailbox: str
    on_server: int
    accounted: int
    missing: tuple[Missing, ...]

    def __str__(self) -> str:
        return (
            f"{self.on_server} on the server, {self.accounted} accounted for, "
            f"{len(self.missing)} missing"
        )


def reconcile(bench: Bench, inbox: Inbox) -> Reconciled:
    """Ask the server once more for everything, and look each mail up.

    Raises:
        MailboxUnreachable, SignInRefused, UntrustedServer, FolderMissing: it cannot be asked.
    """
    with inbox.open() as source:
        listings = [source.list(folder) for folder in inbox.folders]
    missing = [one for listing in listings for one in _missing(bench, inbox, listing)]
    on_server = sum(len(listing.uids) for listing in listings)
    return Reconciled(inbox.mailbox, on_server, on_server - len(missing), tuple(missing))


def _missing(bench: Bench, inbox: Inbox, listing: Listing) -> list[Missing]:
    with reading(bench.engine) as session:
        known = whereabouts(session, inbox.mailbox, listing.folder, listing.uidvalidity)
    told = {uid: known.get(uid, "not seen by a poll yet") for uid in sorted(listing.uids)}
    return [
        Missing(listing.folder, listing.uidvalidity, uid, why) for uid, why in told.items() if why
    ]
