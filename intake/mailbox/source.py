"""Where mail comes from: what an IMAP mailbox and a folder of files have in common."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self


@dataclass(frozen=True)
class Listing:
    """What a folder held at one moment: every UID, not only the new ones (RFC 3501, 2.3.1.1).

    Attributes:
        folder: the folder's name as people see it.
        uidvalidity: the epoch of the UIDs; a UID means nothing outside it.
        uidnext: no mail that came after this listing has a smaller UID.
        uids: of all the mail in the folder.
        junk: whether the server or its name says that this is the junk folder.
        complete: False when the server's own count is higher than its list: then nothing may
            be concluded from a UID's absence.
    """

    folder: str
    uidvalidity: int
    uidnext: int
    uids: frozenset[int]
    junk: bool = False
    complete: bool = True


@dataclass(frozen=True)
class Envelope:
    """What the server says of a mail, without its text.

    Attributes:
        uid: of the mail.
        size: octets announced (RFC822.SIZE); None when the server said nothing of this UID.
        internal: INTERNALDATE, aware, with the server's offset; None when there is none that
            can be understood.
        internal_raw: INTERNALDATE as the server wrote it.
    """

    uid: int
    size: int | None
    internal: datetime | None = None
    internal_raw: str = ""


@dataclass(frozen=True)
class Fetched:
    """A mail's raw bytes, whole and verified, to be read once and before the next mail."""

    uid: int
    chunks: Iterable[bytes] = field(repr=False)


@dataclass(frozen=True)
class NotFetched:
    """A mail that the source lists but does not hand over.

    Attributes:
        uid: of the mail.
        problem: what happened and what a person can do, in plain words.
        gone: True when it is no longer in the folder (expunged or moved).
    """

    uid: int
    problem: str
    gone: bool = False


class Source(Protocol):
    """A mailbox or a folder of files, read and never changed.

    Every method raises MailboxUnreachable when the connection is lost; the source is then of
    no further use, and a new one must be opened.
    """

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders to list."""
        ...

    @property
    def alerts(self) -> tuple[str, ...]:
        """What the server asks to be shown to people; nothing, where there is no server."""
        ...

    def list(self, folder: str) -> Listing:
        """The complete set of UIDs in a folder.

        Raises:
            FolderMissing: there is no such folder.
        """
        ...

    def describe(self, folder: str, uids: Collection[int]) -> Iterator[Envelope]:
        """One envelope for each UID asked for, in ascending order."""
        ...

    def fetch(self, folder: str, envelopes: Iterable[Envelope]) -> Iterator["Fetched | NotFetched"]:
        """The raw bytes of each mail, in the order of the envelopes, or why there are none."""
        ...

    def close(self) -> None:
        """Let go of the connection; never raises."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
