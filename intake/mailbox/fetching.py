"""Bringing mails home: small ones by the hundred, big ones in pieces, each proved whole.

imaplib accepts an OK without data, NIL, another mail's text and a cut one. Here a text counts
only when it came under the UID asked for and has the announced length, or came twice the same.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from tempfile import TemporaryFile, gettempdir
from typing import IO

from intake.errors import MailboxUnreachable, StoreUnavailable
from intake.mailbox.answers import Answer
from intake.mailbox.session import RefusalError, Session
from intake.mailbox.source import Envelope, Fetched, NotFetched

MOST_AT_ONCE = 100
OCTETS_AT_ONCE = 16 * 2**20
STREAMED_ABOVE = 4 * 2**20
PIECE = 2**20
_TRIES = 3

_EXCHANGE_SUBJECT = re.compile(
    rb"^Subject:\s*Retrieval using the IMAP4 protocol failed for the following message",
    re.IGNORECASE | re.MULTILINE,
)
_EXCHANGE_SENDER = re.compile(rb"^From:.*Microsoft Exchange Server", re.IGNORECASE | re.MULTILINE)
_HEAD = 8192


class _TooLongError(Exception):
    """The text goes on beyond the largest that is taken, whatever was announced."""


@dataclass
class _Copy:
    """One copy of a mail's text, as it came, in a temporary file."""

    file: IO[bytes] = field(repr=False)
    length: int = 0
    head: bytes = b""
    sha256: str = ""


class Fetching:
    """The fetch of some mails of one folder.

    Args:
        session: the connection.
        folder: where the mails are.
        largest: octets above which a mail is left to a person.
    """

    def __init__(self, session: Session, folder: str, largest: int) -> None:
        self._session = session
        self._folder = folder
        self._largest = largest
        self._refusals: dict[int, str] = {}

    def each(self, envelopes: Iterable[Envelope]) -> Iterator[Fetched | NotFetched]:
        """Each mail, in the order of the envelopes, or why it cannot be had."""
        for batch in batches(envelopes):
            if _is_small(batch[0]):
                yield from self._small(batch)
            else:
                yield from self._big(batch[0])

    def _small(self, batch: list[Envelope]) -> Iterator[Fetched | NotFetched]:
        """A batch that breaks the connection is asked for one by one: only one may be to blame.

        When a mail alone breaks it too, all before it have come, and the caller can tell which.
        """
        try:
            bodies = self._bodies([envelope.uid for envelope in batch])
        except MailboxUnreachable:
            if len(batch) == 1:
                raise
            self._session.renew()
            for envelope in batch:
                yield from self._small([envelope])
            return
        for envelope in batch:
            body = bodies.pop(envelope.uid, None)
            if body is not None and len(body) == envelope.size:
                yield Fetched(envelope.uid, (body,))
            else:
                yield from self._again(envelope, seen=hashlib.sha256(body or b"").hexdigest())

    def _big(self, envelope: Envelope) -> Iterator[Fetched | NotFetched]:
        if envelope.size is not None and envelope.size > self._largest:
            yield _too_large(envelope, self._largest)
        else:
            yield from self._again(envelope)

    def _again(self, envelope: Envelope, seen: str = "") -> Iterator[Fetched | NotFetched]:
        try:
            found = self._proved(envelope, {seen})
        except _TooLongError:
            found = _too_large(envelope, self._largest)
        if isinstance(found, NotFetched):
            yield found
            return
        with closing(found.file) as file:
            yield Fetched(envelope.uid, _read(file))

    def _proved(self, envelope: Envelope, seen: set[str]) -> _Copy | NotFetched:
        """A copy of the announced length, or the second of two that are the same."""
        for _ in range(_TRIES):
            copy = self._copy(envelope)
            if copy is None:
                continue
            apology = _is_exchange_placeholder(copy, envelope)
            twice_the_same = bool(copy.length) and copy.sha256 in seen
            if not apology and (copy.length == envelope.size or twice_the_same):
                return copy
            copy.file.close()
            if apology:
                return _withheld(envelope)
            seen.add(copy.sha256)
        if not self._session.still_there(self._folder, envelope.uid):
            return NotFetched(envelope.uid, _GONE, gone=True)
        return _not_to_be_had(envelope, self._refusals.get(envelope.uid, ""))

    def _copy(self, envelope: Envelope) -> _Copy | None:
        with _disk():
            copy = _Copy(TemporaryFile())  # noqa: SIM115 - closed by whoever was given the mail
        digest = hashlib.sha256()
        try:
            for piece in self._pieces(envelope):
                if piece is None:
                    copy.file.close()
                    return None
                self._add(copy, piece)
                digest.update(piece)
        except BaseException:
            copy.file.close()
            raise
        copy.sha256 = digest.hexdigest()
        return copy

    def _add(self, copy: _Copy, piece: bytes) -> None:
        with _disk():
            copy.file.write(piece)
        copy.head = copy.head or piece[:_HEAD]
        copy.length += len(piece)
        if copy.length > self._largest:
            raise _TooLongError

    def _pieces(self, envelope: Envelope) -> Iterator[bytes | None]:
        """The text in pieces until a short one: the announced size is no reason to stop early.

        None stands for a piece that the server does not hand over.
        """
        if _is_small(envelope):
            yield self._bodies([envelope.uid]).get(envelope.uid)
            return
        offset = 0
        while True:
            piece = self._piece(envelope.uid, offset)
            if piece is None and offset and offset == envelope.size:
                return
            yield piece
            offset += len(piece or b"")
            if piece is None or len(piece) < PIECE:
                return

    def _piece(self, uid: int, offset: int) -> bytes | None:
        answers = self._ask([uid], f"(UID BODY.PEEK[]<{offset}.{PIECE}>)")
        pieces = (
            answer.body
            for answer in answers
            if answer.uid == uid and answer.offset == offset and len(answer.body or b"") <= PIECE
        )
        return next(pieces, None)

    def _bodies(self, uids: list[int]) -> dict[int, bytes]:
        return {
            answer.uid: answer.body
            for answer in self._ask(uids, "(UID BODY.PEEK[])")
            if answer.body is not None and answer.offset is None
        }

    def _ask(self, uids: list[int], items: str) -> list[Answer]:
        """A NO for a batch may be about one mail only: each is then asked for again, alone."""
        try:
            return self._session.fetch(self._folder, uids, items)
        except RefusalError as refusal:
            if len(uids) == 1:
                self._refusals[uids[0]] = refusal.reason
            return []


def batches(envelopes: Iterable[Envelope]) -> Iterator[list[Envelope]]:
    """Envelopes in order, for FETCHes of up to 100 mails or 16 MB each; big mails alone."""
    batch: list[Envelope] = []
    octets = 0
    for envelope in envelopes:
        size = envelope.size or 0
        full = len(batch) == MOST_AT_ONCE or octets + size > OCTETS_AT_ONCE
        if batch and (full or not _is_small(envelope)):
            yield batch
            batch, octets = [], 0
        if not _is_small(envelope):
            yield [envelope]
            continue
        batch.append(envelope)
        octets += size
    if batch:
        yield batch


def _is_small(envelope: Envelope) -> bool:
    return envelope.size is not None and envelope.size <= STREAMED_ABOVE


def _read(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(PIECE):
        yield piece


@contextmanager
def _disk() -> Iterator[None]:
    """Trouble with the temporary file is the disk's, not the mail server's."""
    try:
        yield
    except OSError as error:
        raise StoreUnavailable(
            f"A large mail cannot be kept in {gettempdir()} while it is fetched ({error}).",
            "Make room there, or point TMPDIR to a disk with room.",
        ) from error


def _is_exchange_placeholder(copy: _Copy, envelope: Envelope) -> bool:
    """Exchange sends an apology in the mail's place; a candidate could send the same words, but
    then the length would be as announced."""
    return bool(
        copy.length != envelope.size
        and _EXCHANGE_SUBJECT.search(copy.head)
        and _EXCHANGE_SENDER.search(copy.head)
    )


_GONE = "It was removed or moved before it could be fetched. Look for it in the other folders."


def _withheld(envelope: Envelope) -> NotFetched:
    return NotFetched(
        envelope.uid,
        "Microsoft Exchange could not convert this mail, and sent an apology in its place. Open "
        "it in Outlook, save it as a file, and run `intake import` on that.",
    )


def _not_to_be_had(envelope: Envelope, reason: str) -> NotFetched:
    words = f' It said: "{reason}".' if reason else ""
    return NotFetched(
        envelope.uid,
        f"The server lists this mail, but does not hand over its text whole.{words} Open it in a "
        "mail program, save it as a file, and run `intake import` on that.",
    )


def _too_large(envelope: Envelope, largest: int) -> NotFetched:
    return NotFetched(
        envelope.uid,
        f"It is larger than the {largest // 2**20} MB that are fetched. Open it in a mail program.",
    )
