"""A signed-in connection: one folder at a time, by EXAMINE; and its end at the first doubt."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from imapclient.exceptions import ProtocolError  # type: ignore[import-untyped]

from intake.errors import FolderMissing, IntakeError, MailboxUnreachable
from intake.mailbox import answers
from intake.mailbox.account import Account
from intake.mailbox.connection import hang_up
from intake.mailbox.faults import GARBLED, is_passing, plainly, readable, refused, said
from intake.mailbox.junk import is_junk
from intake.mailbox.wire import Wire

_GOODBYE_SECONDS = 5.0
_MOST_MAILS = 10_000_000  # a count beyond this would keep us asking for ever
_NOT_TO_BE_OPENED = {b"\\noselect", b"\\nonexistent"}

Result = TypeVar("Result")


class RefusalError(Exception):
    """The server said NO to one command; the connection is still good.

    Attributes:
        reason: the server's words, fit to be shown.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Examined:
    """What EXAMINE told of a folder."""

    exists: int
    uidvalidity: int
    uidnext: int | None


class Session:
    """The commands of one connection, each with its failures said plainly.

    Args:
        account: the mailbox.
        dial: connects and signs in.
    """

    def __init__(self, account: Account, dial: Callable[[], Wire]) -> None:
        self._account = account
        self._dial = dial
        self._wire = dial()
        self._open = True
        self._folder: str | None = None
        self._epochs: dict[str, int] = {}
        self._junk: dict[str, bool] = {}

    @property
    def alerts(self) -> tuple[str, ...]:
        """What the server asked to be shown to people."""
        return tuple(readable(alert) for alert in self._wire.alerts)

    def renew(self) -> None:
        """Connect anew after a failure. UIDs are still held to the UIDVALIDITY they came under.

        Raises:
            UntrustedServer, SignInRefused, MailboxUnreachable: as at the beginning.
        """
        self._drop()
        self._wire = self._dial()
        self._open, self._folder = True, None

    def examine(self, folder: str) -> Examined:
        """Open a folder for reading, and take its UIDVALIDITY for the one to hold on to.

        Raises:
            FolderMissing: there is none of that name; the message names those there are.
        """
        with self._lifeline():
            examined = self._examine(folder)
        self._epochs[folder] = examined.uidvalidity
        return examined

    def every_uid(self, exists: int) -> frozenset[int]:
        """The UIDs of the open folder.

        Args:
            exists: how many the server says there are.
        """
        with self._lifeline():
            if self._wire.has_capability("ESEARCH"):
                with suppress(RefusalError):
                    ranges = self._ask(self._wire.search_ranges)
                    found = answers.ranges_found(ranges)
                    # A range that names more than there is may name UIDs that are not there.
                    if sum(len(uids) for uids in found) == exists:
                        return frozenset(uid for uids in found for uid in uids)
            return frozenset().union(*(self._search(part) for part in answers.windows(exists)))

    def fetch(self, folder: str, uids: Collection[int], items: str) -> list[answers.Answer]:
        """The answers to one UID FETCH, in a folder whose UIDs still mean what they meant.

        Raises:
            RefusalError: the server said NO, and not for reasons that pass.
        """
        with self._lifeline():
            self._enter(folder)
            sequence = answers.sequence_set(uids)
            return list(
                answers.read_answers(self._ask(lambda: self._wire.fetch_answers(sequence, items)))
            )

    def still_there(self, folder: str, uid: int) -> bool:
        """Whether a mail is in the folder now, not only when the folder was opened."""
        with self._lifeline():
            self._folder = None
            self._enter(folder)
            return uid in self._search(f"UID {uid}")

    def folders(self) -> dict[str, bool]:
        """Every folder that can be opened, and whether it is the junk folder."""
        with self._lifeline():
            return self._folders()

    def close(self) -> None:
        """Sign out, and close the connection whatever the server makes of it."""
        if self._open:
            with suppress(OSError, self._wire.Error, *GARBLED):
                self._wire.socket().settimeout(_GOODBYE_SECONDS)
                self._wire.logout()
        self._drop()

    def _drop(self) -> None:
        self._open = False
        hang_up(self._wire)

    @contextmanager
    def _lifeline(self) -> Iterator[None]:
        """After a failure, above all after a timeout, nothing more is believed from the line."""
        if not self._open:
            raise MailboxUnreachable(
                f"The connection of {self._account.address} was closed before.",
                "It is opened anew with the next poll.",
            )
        try:
            with plainly(self._account):
                yield
        except (FolderMissing, RefusalError):
            raise
        except BaseException:
            self._drop()
            raise

    def _enter(self, folder: str) -> None:
        if self._folder == folder:
            return
        uidvalidity = self._examine(folder).uidvalidity
        if self._epochs.setdefault(folder, uidvalidity) != uidvalidity:
            raise MailboxUnreachable(
                f"The folder {folder} of {self._account.address} was made anew during the poll.",
                "The next poll lists it again from the start.",
            )

    def _examine(self, folder: str) -> Examined:
        self._folder = None
        if not folder.isprintable():
            raise FolderMissing(
                f"The folder name {folder!r} for {self._account.address} holds a line break or "
                "another control character.",
                "Write the name as the mail program shows it.",
            )
        try:
            answer = self._ask(lambda: self._wire.select_folder(folder, readonly=True))
        except RefusalError as refusal:
            raise self._closed_folder(folder, refusal.reason) from refusal
        self._folder = folder
        return self._read_examined(folder, answer)

    def _read_examined(self, folder: str, answer: dict[bytes, Any]) -> Examined:
        exists = int(answer[b"EXISTS"])
        uidvalidity, uidnext = answer.get(b"UIDVALIDITY"), answer.get(b"UIDNEXT")
        if not answers.is_uid(uidvalidity):
            raise MailboxUnreachable(
                f"The server gives the folder {folder} of {self._account.address} no UIDVALIDITY, "
                "so its mails cannot be told apart for certain.",
                "It is tried again. If it stays, ask the server's administrator.",
            )
        if exists > _MOST_MAILS:
            raise MailboxUnreachable(
                f"The server says that the folder {folder} of {self._account.address} holds "
                f"{exists} mails, more than can be.",
                "It is tried again. If it stays, ask the server's administrator.",
            )
        return Examined(exists, uidvalidity, uidnext if answers.is_uid(uidnext) else None)

    def _closed_folder(self, folder: str, reason: str) -> IntakeError:
        there = self._folders()
        if folder in there or folder.upper() == "INBOX":
            return refused(self._account, f"does not open the folder {folder}", reason)
        names = ", ".join(sorted(there)) or "none"
        return FolderMissing(
            f"The mailbox {self._account.address} has no folder {folder!r}.",
            f"Its folders are: {names}. Write one of these in `folders`.",
        )

    def _folders(self) -> dict[str, bool]:
        listed = self._insist("does not list the folders", self._wire.list_folders)
        return {
            name: is_junk(name, (delimiter or b"").decode(), flags)
            for flags, delimiter, name in listed
            if not {flag.lower() for flag in flags} & _NOT_TO_BE_OPENED
        }

    def _search(self, criteria: str) -> frozenset[int]:
        return answers.uids_found(
            self._insist("does not list the mail", lambda: self._wire.search_answers(criteria))
        )

    def _insist(self, what: str, command: Callable[[], Result]) -> Result:
        """Where a NO leaves nothing to go on with."""
        try:
            return self._ask(command)
        except RefusalError as refusal:
            raise refused(self._account, what, refusal.reason) from refusal

    def _ask(self, command: Callable[[], Result]) -> Result:
        try:
            return command()
        except (self._wire.AbortError, ProtocolError):
            raise
        except self._wire.Error as error:
            reason = said(error)
            if is_passing(reason):
                raise refused(self._account, "refuses for the moment", reason) from error
            raise RefusalError(reason) from error
