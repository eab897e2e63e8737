"""An IMAP server that misbehaves as told, for the faults that no real server gives on demand."""

import re
import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from intake.mailbox.account import Account, Secret
from tests.support.lawful import unlawful

MAIL = b"From: Ada <ada@example.org>\r\nSubject: Application\r\n\r\nDear all,\r\n"
PASSWORD = "correct horse"
CLOSE = b"%CLOSE%"
HANG = b"%HANG%"
TLS_HELLO = b"\x16\x03"
OK = b"%TAG% OK done\r\n"

# What to answer to a command: one answer for ever, or one after another (the last for ever).
Answer = bytes | list[bytes]


@dataclass
class FakeImap:
    """One mailbox on loopback; a context manager. A command that is not lawful fails the test.

    Attributes:
        mails: the texts in the INBOX, by UID.
        answers: by the beginning of a command (without its tag, as a regular expression), what
            to say instead of the right answer. `%TAG%` becomes the tag; CLOSE and HANG end it.
        greeting: the first line.
        capabilities: what it says it can.
        context: for TLS from the first byte.
        starttls: for TLS after STARTTLS.
        commands: every command it was sent, without the tag.
    """

    mails: Mapping[int, bytes] = field(default_factory=lambda: {7: MAIL})
    answers: Mapping[str, Answer] = field(default_factory=dict)
    greeting: bytes = b"* OK ready\r\n"
    capabilities: str = "IMAP4rev1 AUTH=PLAIN"
    context: ssl.SSLContext | None = None
    starttls: ssl.SSLContext | None = None
    commands: list[str] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._asked: dict[str, int] = {}
        self._stopped = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stopped.set()
        with socket.create_connection(self._listener.getsockname()):
            self._thread.join(timeout=10)
        self._listener.close()
        assert not self._thread.is_alive()
        assert unlawful(self.commands) == []

    def account(self, **changes: object) -> Account:
        """How to reach it; without patience where it is going to hang."""
        said = (self.greeting, *(b"".join(each) for each in map(_all, self.answers.values())))
        patience = 0.7 if any(HANG in words for words in said) else 30.0
        given: dict[str, object] = {
            "port": self._listener.getsockname()[1],
            "security": "none",
            "connect_timeout": patience,
            "read_timeout": patience,
            **changes,
        }
        host = str(given.pop("host", "127.0.0.1"))
        return Account("jobs@example.org", host, Secret.given(PASSWORD), **given)  # type: ignore[arg-type]

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            with connection:
                if self._stopped.is_set():
                    return
                connection.settimeout(5)
                self._talk_until_it_ends(connection)

    def _talk_until_it_ends(self, connection: socket.socket) -> None:
        try:
            _Talk(self, connection, self._stopped).run()
        except (OSError, EOFError):
            # The client hung up, which is often what a test is about.
            return

    def scripted(self, command: str) -> bytes | None:
        """What to say instead of the right answer."""
        for pattern, answer in self.answers.items():
            if re.match(pattern, command, re.IGNORECASE):
                if isinstance(answer, bytes):
                    return answer
                turn = self._asked.get(pattern, 0)
                self._asked[pattern] = turn + 1
                return answer[min(turn, len(answer) - 1)]
        return None


class _Talk:
    def __init__(
        self, server: FakeImap, connection: socket.socket, stopped: threading.Event
    ) -> None:
        self.server = server
        self.stopped = stopped
        if server.context:
            connection = server.context.wrap_socket(connection, server_side=True)
        self.connection = connection
        self.lines = connection.makefile("rb")

    def run(self) -> None:
        try:
            self.say(self.server.greeting)
            while line := self.lines.readline():
                if line.startswith(TLS_HELLO):
                    return
                tag, _, command = line.decode("latin-1").rstrip("\r\n").partition(" ")
                self.server.commands.append(command)
                self.reply(tag, command)
        finally:
            self.lines.close()
            self.connection.close()

    def reply(self, tag: str, command: str) -> None:
        if command.startswith("AUTHENTICATE"):
            self.say(b"+ \r\n")
            self.lines.readline()
        answer = self.server.scripted(command)
        if answer is None:
            answer = self.honest(command)
        self.say(answer.replace(b"%TAG%", tag.encode()))
        if command == "STARTTLS" and self.server.starttls:
            self.lines.close()
            self.connection = self.server.starttls.wrap_socket(self.connection, server_side=True)
            self.lines = self.connection.makefile("rb")

    def say(self, answer: bytes) -> None:
        for ending in (CLOSE, HANG):
            if ending in answer:
                self.connection.sendall(answer.split(ending)[0])
                if ending == HANG:
                    self.lines.read(1)
                raise EOFError
        self.connection.sendall(answer)

    def honest(self, command: str) -> bytes:
        words = command.split(" ")
        verb = "_".join(words[:2] if words[0] == "UID" else words[:1]).lower()
        do: Callable[[str], bytes] = getattr(self, f"do_{verb}", lambda _: b"")
        return do(command) + OK

    def do_capability(self, command: str) -> bytes:
        return f"* CAPABILITY {self.server.capabilities}\r\n".encode()

    def do_list(self, command: str) -> bytes:
        return b'* LIST () "/" INBOX\r\n* LIST (\\Junk) "/" "Old mail"\r\n'

    def do_examine(self, command: str) -> bytes:
        mails = self.server.mails
        uidnext = max(mails, default=0) + 1
        return (
            f"* {len(mails)} EXISTS\r\n* OK [UIDVALIDITY 5] ok\r\n* OK [UIDNEXT {uidnext}] ok\r\n"
        ).encode()

    def do_uid_search(self, command: str) -> bytes:
        found = _asked_for(command.split(" ")[-1], self.server.mails)
        return ("* SEARCH" + "".join(f" {uid}" for uid in found) + "\r\n").encode()

    def do_uid_fetch(self, command: str) -> bytes:
        _, _, uids, items = command.split(" ", 3)
        mails = self.server.mails
        return b"".join(
            fetched(number, uid, mails[uid], items)
            for number, uid in enumerate(sorted(mails), start=1)
            if uid in _asked_for(uids, mails)
        )


def _all(answer: Answer) -> list[bytes]:
    return [answer] if isinstance(answer, bytes) else answer


def fetched(number: int, uid: int, raw: bytes, items: str = "(UID BODY.PEEK[])") -> bytes:
    """A right answer to a FETCH of one mail."""
    if "RFC822.SIZE" in items:
        date = '"05-Feb-2026 10:12:00 +0100"'
        return (
            f"* {number} FETCH (UID {uid} RFC822.SIZE {len(raw)} INTERNALDATE {date})\r\n".encode()
        )
    part = re.search(r"<(\d+)\.(\d+)>", items)
    offset = int(part[1]) if part else 0
    text = raw[offset : offset + int(part[2])] if part else raw
    name = f"BODY[]<{offset}>" if part else "BODY[]"
    return f"* {number} FETCH (UID {uid} {name} {{{len(text)}}}\r\n".encode() + text + b")\r\n"


def _asked_for(sequence: str, mails: Mapping[int, bytes]) -> list[int]:
    if sequence.upper() == "ALL":
        return sorted(mails)
    wanted = set()
    for part in sequence.split(","):
        first, _, last = part.partition(":")
        wanted |= {uid for uid in mails if int(first) <= uid <= int(last or first)}
    return sorted(wanted)
