"""An SMTP server that keeps what it is sent, and refuses what it is told to refuse."""

import asyncio
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from aiosmtpd.smtp import SMTP as Protocol
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session

Moment = Callable[[Protocol, Envelope], str | None]


@dataclass
class Sink:
    """What the server was sent; `answers` are given, one each, before it takes mail again.

    Attributes:
        answers: "451 busy", "550 no", or "drop": take the mail and break off without a word.
        refused: recipients that it does not know.
        password: what a sign-in must give; none where it is empty.
    """

    port: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    password: str = ""

    async def handle_RCPT(
        self, server: Protocol, session: Session, envelope: Envelope, address: str, options: object
    ) -> str:
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Protocol, session: Session, envelope: Envelope) -> str:
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer[0] in "45":
            return answer
        content = envelope.content
        assert isinstance(content, bytes)
        self.mails.append(message_from_bytes(content, policy=SMTP))
        self.recipients.extend(envelope.rcpt_tos)
        if answer == "drop":
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return "250 OK"

    def authenticate(
        self, server: object, session: object, envelope: object, mechanism: str, data: object
    ) -> AuthResult:
        right = isinstance(data, LoginPassword) and data.password.decode() == self.password
        return AuthResult(success=right, handled=False)


@contextmanager
def listening(
    *, tls: ssl.SSLContext | None = None, starttls: ssl.SSLContext | None = None, password: str = ""
) -> Iterator[Sink]:
    """A sink on a free loopback port, in a thread of its own; stopped at the end."""
    sink = Sink(password=password)

    def session() -> Protocol:
        return Protocol(
            sink,
            loop=loop,
            hostname="sink.example.org",
            tls_context=starttls,
            require_starttls=starttls is not None,
            authenticator=sink.authenticate if password else None,
            auth_required=bool(password) and starttls is not None,
            auth_require_tls=starttls is not None,
        )

    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(loop.create_server(session, "127.0.0.1", 0, ssl=tls))
    sink.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, name="smtp sink")
    thread.start()
    try:
        yield sink
    finally:
        asyncio.run_coroutine_threadsafe(_close(server), loop).result(timeout=10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(timeout=10)
        loop.close()


async def _close(server: asyncio.Server) -> None:
    server.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


@pytest.fixture
def smtp() -> Iterator[Sink]:
    """A plain sink, as an SMTP server on this machine."""
    with listening() as sink:
        yield sink
