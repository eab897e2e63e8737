"""A wire between a client and a real server that can be listened to, and that can fail."""

import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Literal, Self

Kind = Literal["cut", "reset", "delay", "slice", "silence"]
KINDS: tuple[Kind, ...] = ("cut", "reset", "delay", "slice", "silence")
DELAY = 0.2
SLICED = 1500


@dataclass(frozen=True)
class Fault:
    """What befalls each connection.

    Attributes:
        kind: `cut` ends it in order, `reset` by a RST; `delay` waits once, `slice` sends the next
            octets one by one, `silence` swallows all that follows.
        at: octets of one direction that pass unharmed.
        up: whether of those to the server, or of those from it.
    """

    kind: Kind
    at: int
    up: bool = False

    def bend(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """What comes through of one direction."""
        left, begun = self.at, False
        for octets in chunks:
            head, rest = octets[:left], octets[left:]
            left -= len(head)
            yield head
            if not rest:
                continue
            if self.kind in ("cut", "reset"):
                return
            if self.kind == "delay" and not begun:
                time.sleep(DELAY)
            if self.kind == "slice" and not begun:
                yield from (rest[at : at + 1] for at in range(len(rest[:SLICED])))
                rest = rest[SLICED:]
            begun = True
            if self.kind != "silence":
                yield rest


@dataclass
class Proxy:
    """Passes bytes to a loopback port and back; a context manager.

    Attributes:
        upstream: the server's port.
        fault: what befalls each connection; None for nothing.
        sent: all that clients sent.
        received: all that servers sent, whether it came through or not.
        pieces: how it came: the lengths of what was sent at once, up (True) and down (False).
    """

    upstream: int
    fault: Fault | None = None
    sent: bytearray = field(default_factory=bytearray)
    received: bytearray = field(default_factory=bytearray)
    pieces: dict[bool, list[int]] = field(default_factory=lambda: {True: [], False: []})

    @property
    def struck(self) -> bool:
        """Whether so much was said that the fault came about."""
        return self.fault is not None and sum(self.pieces[self.fault.up]) > self.fault.at

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
            thread = threading.Thread(target=self._join, args=(client, server))
            self._threads.append(thread)
            thread.start()

    def _join(self, client: socket.socket, server: socket.socket) -> None:
        """One connection's life. Only when nobody reads it any more does closing it reset it."""
        with client, server:
            for each in (client, server):
                each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            up = threading.Thread(target=self._pass, args=(client, server, True))
            up.start()
            self._pass(server, client, False)
            up.join()

    def _pass(self, source: socket.socket, sink: socket.socket, up: bool) -> None:
        chunks = self._heard(source, up)
        if self.fault is not None and self.fault.up is up:
            chunks = self.fault.bend(chunks)
        for octets in chunks:
            _send(sink, octets)
        for each in (source, sink):
            _end(each, reset=self.fault is not None and self.fault.kind == "reset")

    def _heard(self, source: socket.socket, up: bool) -> Iterator[bytes]:
        for octets in _read(source):
            (self.sent if up else self.received).extend(octets)
            self.pieces[up].append(len(octets))
            yield octets


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


def _end(connection: socket.socket, *, reset: bool) -> None:
    with suppress(OSError):
        if reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.shutdown(socket.SHUT_RD if reset else socket.SHUT_RDWR)
