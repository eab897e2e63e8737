"""The one connection to an IMAP server: imapclient, held to reading and to bounds.

Nothing that a mail or a configuration says can add a command to the wire, and no command that
changes a mailbox can leave this process.
"""

import re
import socket
import ssl
import time

from imapclient import IMAPClient, SocketTimeout  # type: ignore[import-untyped]
from imapclient.imap4 import IMAP4WithTimeout  # type: ignore[import-untyped]
from imapclient.tls import IMAP4_TLS  # type: ignore[import-untyped]

LARGEST_LITERAL = 48 * 2**20
LONGEST_ANSWER = 96 * 2**20
LONGEST_WAIT = 900.0
PIECE = 64 * 1024

_ALLOWED = {
    b"AUTHENTICATE", b"CAPABILITY", b"EXAMINE", b"LIST", b"LOGIN",
    b"LOGOUT", b"NOOP", b"STARTTLS", b"UID FETCH", b"UID SEARCH",
}  # fmt: skip
# A FETCH of BODY[] without PEEK, or of RFC822, would mark the mail as read.
_MARKS_AS_READ = re.compile(rb"BODY\[|BINARY\[|RFC822(?!\.SIZE)", re.IGNORECASE)
_ALERT = re.compile(rb"^(?:\*|[A-P]{4}\d+) (?:OK|NO|BAD) \[ALERT\] *(.*)", re.IGNORECASE)


class UnlawfulCommandError(RuntimeError):
    """A command that could change the mailbox, or that carries a line break: a defect of ours."""


class _Guarded:
    """Overrides the four methods of imaplib that all traffic passes through."""

    def __init__(self, *arguments: object) -> None:
        self.alerts: list[str] = []
        self._begin_answer()
        super().__init__(*arguments)

    def send(self, data: bytes) -> None:
        """Send a command or a part of one, if it only reads.

        Raises:
            UnlawfulCommandError: it does not.
        """
        line = data.removesuffix(b"\r\n")
        if re.search(rb"[\r\n\0]", line):
            raise UnlawfulCommandError("a line break or NUL inside an IMAP command")
        if re.match(self.tagpre + rb"\d+ ", line):  # type: ignore[attr-defined]
            refuse_what_changes(line)
            self._begin_answer()
        super().send(data)  # type: ignore[misc]

    def read(self, size: int) -> bytes:
        """A literal. Not in one go: Python reserves memory for whatever a server announces."""
        if size > LARGEST_LITERAL:
            raise self.abort(f"the server announced a literal of {size} octets")  # type: ignore[attr-defined]
        literal = bytearray()
        while len(literal) < size:
            piece = super().read(min(PIECE, size - len(literal)))  # type: ignore[misc]
            if not piece:
                break
            literal += piece
            self._count(len(piece))
        return bytes(literal)

    def readline(self) -> bytes:
        """A line of an answer; what the server wants people to be told is kept."""
        try:
            line: bytes = super().readline()  # type: ignore[misc]
        except self.error as error:  # type: ignore[attr-defined]
            # The rest of the long line would be taken for the next answers.
            raise self.abort(str(error)) from error  # type: ignore[attr-defined]
        self._count(len(line))
        if alert := _ALERT.match(line[:1000]):
            self.alerts.append(alert[1].decode("ascii", "replace").strip())
        return line

    def _begin_answer(self) -> None:
        self._octets = 0
        self._deadline = time.monotonic() + LONGEST_WAIT

    def _count(self, octets: int) -> None:
        self._octets += octets
        if self._octets > LONGEST_ANSWER:
            raise self.abort("the server's answer does not end")  # type: ignore[attr-defined]
        if time.monotonic() > self._deadline:
            raise self.abort("the server's answer takes too long")  # type: ignore[attr-defined]


class _GuardedTls(_Guarded, IMAP4_TLS):  # type: ignore[misc]
    pass


class _GuardedPlain(_Guarded, IMAP4WithTimeout):  # type: ignore[misc]
    pass


def refuse_what_changes(line: bytes) -> None:
    """Hold one tagged command line against the commands that only read.

    Raises:
        UnlawfulCommandError: it could change the mailbox.
    """
    words = line.upper().split(b" ")
    verb = b" ".join(words[1:3]) if words[1] == b"UID" else words[1]
    if verb not in _ALLOWED or (verb == b"UID FETCH" and _MARKS_AS_READ.search(line)):
        raise UnlawfulCommandError(
            f"{verb.decode('ascii', 'replace')} is not a command that only reads"
        )


class Wire(IMAPClient):  # type: ignore[misc]
    """imapclient as Intake uses it; one thread at a time.

    Args:
        host: of the server.
        port: of the server.
        context: the TLS context; None connects in plain text.
        timeouts: seconds to wait for the connection, and for each read.
    """

    def __init__(
        self, host: str, port: int, context: ssl.SSLContext | None, timeouts: tuple[float, float]
    ) -> None:
        super().__init__(
            host,
            port,
            ssl=context is not None,
            ssl_context=context,
            timeout=SocketTimeout(*timeouts),
        )
        # imapclient logs at imaplib's level 5, even where nobody listens: four times slower.
        self._imap.debug = 0
        # INTERNALDATE is evidence: keep the server's offset.
        self.normalise_times = False
        # imapclient sends a command and its line break apart; unsent they wait for each other.
        self.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    @property
    def alerts(self) -> list[str]:
        """What the server asked to be shown to people (RFC 3501, 7.1)."""
        return list(self._imap.alerts)

    @property
    def greeted_as_signed_in(self) -> bool:
        """Whether the greeting was PREAUTH: a session that is somebody's before we sign in."""
        return bool(self._imap.state == "AUTH")

    def forget(self) -> None:
        """Drop what was said so far: before STARTTLS anybody on the way may have said it."""
        self._imap.untagged_responses.clear()
        self._imap.alerts.clear()

    def forget_capabilities(self) -> None:
        """Capabilities change by signing in (RFC 3501, 6.2): ask again at the next need."""
        self._cached_capabilities = None

    def fetch_answers(self, uids: str, items: str) -> list[object]:
        """The answers to a UID FETCH as imaplib hands them over, unread."""
        return self._answers("FETCH", uids, items)

    def search_answers(self, criteria: str = "ALL") -> list[object]:
        """The answers to a UID SEARCH as lists of numbers. Criteria are Intake's, not a mail's."""
        return self._answers("SEARCH", criteria)

    def search_ranges(self) -> list[object]:
        """The answers to a UID SEARCH for every mail, as ranges (RFC 4731)."""
        self._answers("SEARCH", "RETURN", "(ALL)", "ALL")
        return list(self._imap.response("ESEARCH")[1])

    def _answers(self, command: str, *arguments: str) -> list[object]:
        self._imap.untagged_responses.pop(command, None)
        kind, answers = self._imap.uid(command, *arguments)
        self._checkok(command, kind, answers)
        return list(answers)

    def _create_IMAP4(self) -> object:  # noqa: N802 - imapclient's name
        connect = self._timeout.connect
        if self.ssl:
            return _GuardedTls(self.host, self.port, self.ssl_context, connect)
        return _GuardedPlain(self.host, self.port, connect)
