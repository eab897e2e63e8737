"""A wire between a client and a real server that can be listened to, and cut."""

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self


@dataclass
class Proxy:
    """Passes bytes to a loopback port and back; a context manager.

    Attributes:
        upstream: the server's port.
        cut_after: octets from the server after which both sides are cut off; None for never.
        sent: all that clients sent.
    """

    upstream: int
    cut_after: int | None = None
    sent: bytearray = field(default_factory=bytearray)
    received: int = 0

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._serve)]
        self._threads[0].start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(timeout=10)
            assert not thread.is_alive()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                # The listener was closed: the test is over.
                return
            server = socket.create_connection(("127.0.0.1", self.upstream))
            for pump in (self._up, self._down):
                thread = threading.Thread(target=pump, args=(client, server))
                self._threads.append(thread)
                thread.start()

    def _up(self, client: socket.socket, server: socket.socket) -> None:
        for octets in _read(client):
            self.sent += octets
            _send(server, octets)
        _hang_up(server)

    def _down(self, client: socket.socket, server: socket.socket) -> None:
        with client, server:
            for octets in _read(server):
                left = None if self.cut_after is None else self.cut_after - self.received
                self.received += len(octets)
                _send(client, octets[:left])
                if left is not None and left <= len(octets):
                    break
            _hang_up(client)
            _hang_up(server)


def _read(connection: socket.socket) -> Iterator[bytes]:
    while True:
        try:
            octets = connection.recv(65536)
        except OSError:
            # Cut off by the other direction.
            return
        if not octets:
            return
        yield octets


def _send(connection: socket.socket, octets: bytes) -> None:
    with suppress(OSError):
        connection.sendall(octets)


def _hang_up(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
