"""A real IMAP server in this process, on loopback, that holds the sample mail in memory."""

import asyncio
import secrets
import threading
from argparse import Namespace
from collections.abc import Coroutine
from datetime import datetime
from types import TracebackType
from typing import Any, Self, TypeVar

from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import Config, Identity, Login
from pymap.concurrent import Subsystem
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.user import UserMetadata
from pysasl.hashing import Cleartext

Result = TypeVar("Result")


class SampleServer:
    """An IMAP server on a free loopback port; a context manager.

    A mailbox exists from the first mail it is given, and opens with the one password.

    Attributes:
        host: where it listens.
        port: where it listens; known once entered.
        password: of every mailbox.
    """

    host = "127.0.0.1"

    def __init__(self) -> None:
        self.password = secrets.token_urlsafe(12)
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="sample mail server")
        self._config = _config(self.host)
        self._login = Login(self._config)
        self._folders: set[tuple[str, str]] = set()

    def __enter__(self) -> Self:
        self._thread.start()
        self._await(self._start())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._await(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def add(self, mailbox: str, folder: str, raw: bytes, internal: datetime) -> int:
        """Deliver a mail as received at `internal` (aware), and return its UID."""
        return self._await(self._append(mailbox, folder, AppendMessage(raw, internal)))

    def open_mailbox(self, mailbox: str) -> None:
        """Make a mailbox that holds nothing yet."""
        self._await(self._user(mailbox))

    def _await(self, work: Coroutine[Any, Any, Result]) -> Result:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=60)

    async def _start(self) -> None:
        self._config.apply_context()
        reader = ProxyProtocolReader(self._config.proxy_protocol)
        connected = reader.get_callback(IMAPServer(self._login, self._config))
        self._server = await asyncio.start_server(connected, host=self.host, port=0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _stop(self) -> None:
        self._server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _user(self, mailbox: str) -> None:
        if mailbox not in self._login.users_dict:
            self._login.users_dict[mailbox] = UserMetadata(
                self._config, mailbox, password=self.password
            )

    async def _append(self, mailbox: str, folder: str, mail: AppendMessage) -> int:
        await self._user(mailbox)
        async with Identity(mailbox, self._login, None, frozenset()).new_session() as session:
            if (mailbox, folder) not in self._folders and folder.upper() != "INBOX":
                await session.create_mailbox(folder)
            self._folders.add((mailbox, folder))
            appended, _ = await session.append_messages(folder, [mail])
        return next(iter(appended.uids))


def _config(host: str) -> Config:
    """No TLS: it listens on loopback. Clear passwords: they live as long as the process."""
    return Config(
        Namespace(passlib_cfg=None, proxy_protocol=None),
        host=host,
        port=0,
        tls_enabled=False,
        hash_context=Cleartext(),
        cpu_subsystem=Subsystem.for_asyncio(),
        demo_data=False,
        demo_user="",
        demo_password="",
    )
