"""A mailbox over IMAP, read and never changed: EXAMINE, and FETCH with PEEK (RFC 3501)."""

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from types import TracebackType
from typing import Self

from intake.mailbox import answers
from intake.mailbox.account import Account
from intake.mailbox.connection import open_wire
from intake.mailbox.fetching import Fetching
from intake.mailbox.session import RefusalError, Session
from intake.mailbox.source import Envelope, Fetched, Listing, NotFetched
from intake.mailbox.tokens import Tokens

_DESCRIPTION = "(UID RFC822.SIZE INTERNALDATE)"


def connect(account: Account, tokens: Tokens | None = None) -> "ImapSource":
    """Connect and sign in.

    Args:
        account: the mailbox.
        tokens: where bearer tokens are kept between connections, for Microsoft and Google.

    Raises:
        UntrustedServer: the certificate does not hold, or encryption is missing.
        SignInRefused: the name, password or token was not accepted.
        MailboxUnreachable: no connection, or it broke.
    """
    return ImapSource(account, Session(account, partial(open_wire, account, tokens or Tokens())))


class ImapSource:
    """The Source over one IMAP connection; for one thread at a time."""

    def __init__(self, account: Account, session: Session) -> None:
        self._account = account
        self._session = session
        self._junk: dict[str, bool] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def folders(self) -> tuple[str, ...]:
        """The account's watched folders."""
        return self._account.folders

    @property
    def alerts(self) -> tuple[str, ...]:
        """What the server asked to be shown to people."""
        return self._session.alerts

    def list(self, folder: str) -> Listing:
        """Every UID of a folder; see Source.list."""
        examined = self._session.examine(folder)
        uids = self._session.every_uid(examined.exists)
        if len(uids) < examined.exists:
            # Removed in between, or left out, as some servers do: a second look tells.
            examined = self._session.examine(folder)
            uids = self._session.every_uid(examined.exists)
        return Listing(
            folder,
            examined.uidvalidity,
            examined.uidnext or max(uids, default=0) + 1,
            uids,
            junk=self._is_junk(folder),
            complete=len(uids) >= examined.exists,
        )

    def describe(self, folder: str, uids: Collection[int]) -> Iterator[Envelope]:
        """One envelope for each UID; see Source.describe."""
        for some in answers.in_hundreds(uids):
            described = self._described(folder, some)
            for uid in some:
                yield described.get(uid, Envelope(uid, None))

    def fetch(self, folder: str, envelopes: Iterable[Envelope]) -> Iterator[Fetched | NotFetched]:
        """The raw bytes of each mail; see Source.fetch."""
        return Fetching(self._session, folder, self._account.largest).each(envelopes)

    def folder_names(self) -> dict[str, bool]:
        """Every folder that can be opened, by the name people see, and whether it is junk."""
        return self._session.folders()

    def close(self) -> None:
        """Sign out; see Source.close."""
        self._session.close()

    def _described(self, folder: str, uids: Collection[int]) -> dict[int, Envelope]:
        try:
            said = self._session.fetch(folder, uids, _DESCRIPTION)
        except RefusalError:
            if len(uids) == 1:
                # Fetching the mail finds out why, and says so.
                return {}
            return {
                uid: one for each in uids for uid, one in self._described(folder, [each]).items()
            }
        return {
            answer.uid: Envelope(
                answer.uid,
                answer.size,
                answers.internal_date(answer.internal_raw),
                answer.internal_raw,
            )
            for answer in said
            if answer.size is not None
        }

    def _is_junk(self, folder: str) -> bool:
        if folder.upper() == "INBOX":
            return False
        if self._junk is None:
            self._junk = self._session.folders()
        return self._junk.get(folder, False)
