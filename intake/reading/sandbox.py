"""Reads mail in limited processes, never in the daemon's own.

A fork server (forkserver.py) keeps the parsers warm. Each delivery is read in a child of it, each
file of the delivery in a child of that one. Bytes go in and JSON comes back, by pipe.
"""

import json
import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import TypeAdapter

from intake.errors import Permanent, Transient
from intake.reading import forkserver, pipes
from intake.reading.confine import Confinement
from intake.reading.limits import Limits
from intake.reading.packet import unpack
from intake.triage.message import Document, Message

_MESSAGE = TypeAdapter(Message)
_DOCUMENTS = TypeAdapter(list[Document])
_NAMES = TypeAdapter(list[tuple[str, str]])
_AGAIN = "What is stored is safe, and read at the next poll. The log has its last words."
_TOO_MUCH = "what was read of it is larger than one mail may hold"
DRAWN_AT_ONCE = 2
"""A page of twenty pictures must not start twenty processes."""

_START = 60.0  # seconds for the parsers to be loaded on a slow and busy machine
_ENVIRONMENT = {
    "PATH": os.defpath,
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OMP_THREAD_LIMIT": "1",
}


@dataclass(frozen=True)
class SavedFile:
    """A file's own octets.

    Attributes:
        filename: as its mail has it; not to be used as a path.
    """

    sha256: str
    filename: str
    data: bytes


class ReadingFailed(Permanent):
    """A mail could not be read as a whole: its reader crashed, hung or burst its limits.

    Args:
        reason: why, in plain words, to follow "because".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"The mail could not be read because {reason}.", "A person must open it by hand."
        )
        self.reason = reason


class SandboxUnavailable(Transient):
    """The fork server could not be started, or ended in the middle of a mail."""


class Sandbox:
    """Reads mail; use as a context manager. Several threads may read at once.

    Args:
        limits: what reading one mail may take.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._lock = threading.Lock()
        self._drawing = threading.Semaphore(DRAWN_AT_ONCE)
        self._server: _Server | None = None

    def __enter__(self) -> Self:
        """Start the fork server; it loads the parsers while the daemon goes on."""
        with self._lock:
            self._server = self._server or _Server(self._limits)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the fork server and all it started."""
        with self._lock:
            server, self._server = self._server, None
        if server is not None:
            server.close()

    @property
    def confinement(self) -> Confinement:
        """Which measures this machine allows; its `weaknesses` are for people to read.

        Raises:
            SandboxUnavailable: the fork server does not start.
        """
        return self._running().confinement()

    def read(self, raw: Path) -> Message:
        """Read one mail from its file.

        Raises:
            ReadingFailed: its reader crashed, hung or burst its limits; others are not affected.
            SandboxUnavailable: the fork server does not start; the mail is not to blame.
        """
        with suppress(ValueError):
            return _MESSAGE.validate_json(self._ask(forkserver.READ, raw, self._limits.result))
        raise ReadingFailed(_TOO_MUCH)

    def read_document(self, path: Path) -> Document:
        """Read one document that came by itself, within the limits of a mail's document.

        Raises:
            ReadingFailed, SandboxUnavailable: as `read`; also where it holds several files.
        """
        task = f"{forkserver.DOCUMENT}\0{path.name}"
        found: list[Document] = []
        with suppress(ValueError):
            found = _DOCUMENTS.validate_json(self._ask(task, path, self._limits.result))
        if len(found) != 1:
            raise ReadingFailed("it holds several files" if found else _TOO_MUCH)
        return found[0]

    def files(self, raw: Path) -> list[SavedFile]:
        """Every file of a mail, unread, each content once: documents, and pictures that are none.

        Raises:
            ReadingFailed, SandboxUnavailable: as `read`.
        """
        with suppress(ValueError):
            _, meta, blobs = unpack(self._ask(forkserver.FILES, raw, self._limits.files))
            named = zip(_NAMES.validate_python(meta), blobs, strict=True)
            return [SavedFile(sha256, name, blob) for (sha256, name), blob in named]
        raise ReadingFailed(_TOO_MUCH)

    def picture(self, raw: Path, sha256: str, page: int, width: int) -> bytes:
        """One page (from 0) of a document of a mail, as PNG; empty where it has none to show.

        Args:
            width: in pixels, at most `pictures.WIDEST`.

        Raises:
            ReadingFailed, SandboxUnavailable: as `read`.
        """
        task = f"{forkserver.PICTURE}\0{sha256} {page} {width}"
        with self._drawing:
            return self._ask(task, raw, self._limits.result)

    def document(self, raw: Path, sha256: str) -> bytes:
        """The octets of one document of a mail; empty where it has none of that hash.

        Raises:
            ReadingFailed, SandboxUnavailable: as `read`.
        """
        return self._ask(f"{forkserver.ORIGINAL}\0{sha256}", raw, self._limits.files)

    def formatted(self, raw: Path) -> str:
        """A mail's HTML without anything that acts or fetches; empty where it has none.

        Raises:
            ReadingFailed, SandboxUnavailable: as `read`.
        """
        html = self._ask(forkserver.FORMATTED, raw, self._limits.result)
        return html.decode("utf-8", "replace")

    def _ask(self, task: str, raw: Path, most: int) -> bytes:
        """The answer of a process that was given one file."""
        if raw.stat().st_size > self._limits.mail:
            raise ReadingFailed(f"it is larger than {self._limits.mail >> 20} MB")
        server = self._running()
        try:
            return _answered(*server.ask(task, raw, self._limits.delivery_wall + 10, most))
        except _ServerGone:
            self._replace(server)
            raise SandboxUnavailable("The reading process ended unexpectedly.", _AGAIN) from None

    def _running(self) -> "_Server":
        with self._lock:
            if self._server is not None and not self._server.alive():
                self._server.close()
                self._server = None
            if self._server is None:
                self._server = _Server(self._limits)
            return self._server

    def _replace(self, gone: "_Server") -> None:
        with self._lock:
            if self._server is gone:
                self._server = None
        gone.close()


class _ServerGone(Exception):
    """The fork server closed its end."""


class _Server:
    """The running fork server."""

    def __init__(self, limits: Limits) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs, _closed_on_failure(self._control):
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                forkserver.command(theirs.fileno(), limits),
                pass_fds=[theirs.fileno()],
                env=_ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                cwd="/",
            )
        self._lock = threading.Lock()
        self._confinement: Confinement | None = None

    @property
    def pid(self) -> int:
        return self._process.pid

    def alive(self) -> bool:
        return self._process.poll() is None

    def confinement(self) -> Confinement:
        """What it said when it was ready; waits for that."""
        with self._lock:
            if self._confinement is None:
                self._control.settimeout(_START)
                try:
                    said = self._control.recv(4096)
                except OSError as silence:
                    raise SandboxUnavailable(
                        "The reading process does not start.", _AGAIN
                    ) from silence
                if not said:
                    raise SandboxUnavailable("The reading process ended at its start.", _AGAIN)
                self._confinement = Confinement(**json.loads(said))
            return self._confinement

    def ask(self, task: str, raw: Path, wall: float, most: int) -> tuple[bytes, dict[str, int]]:
        """Have one file read: the answer as it came, and how its child ended."""
        self.confinement()
        until = time.monotonic() + wall
        with pipes.pipe() as (answer, answering), pipes.pipe() as (ends, ending):
            with raw.open("rb") as mail:
                self._send(task, [mail.fileno(), answering[0], ending[0]])
            pipes.close(answering)
            pipes.close(ending)
            heard = pipes.hear(answer[0], until, most)
            told = pipes.hear(ends[0], until, 4096)
        if not told:
            raise _ServerGone
        return heard, json.loads(told)

    def _send(self, task: str, files: list[int]) -> None:
        try:
            with self._lock:
                socket.send_fds(self._control, [task.encode("utf-8", "replace")], files)
        except OSError as gone:
            raise _ServerGone from gone

    def close(self) -> None:
        """Closing the socket ends it; what does not end is killed."""
        self._control.close()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()


@contextmanager
def _closed_on_failure(control: socket.socket) -> Iterator[None]:
    try:
        yield
    except OSError:
        control.close()
        raise


def _answered(answer: bytes, told: dict[str, int]) -> bytes:
    """The answer of a process that ended well.

    Raises:
        ReadingFailed: there is none, and why.
    """
    status = told["status"]
    if told["late"]:
        raise ReadingFailed("reading it took too long")
    if status == forkserver.OUT_OF_MEMORY:
        raise ReadingFailed("it needs more memory than one mail may take")
    if status == forkserver.FAILED:
        raise ReadingFailed(f"its reader failed ({answer[1:80].decode('ascii', 'replace')})")
    if status == -signal.SIGXCPU:
        raise ReadingFailed("reading it took too long")
    if status < 0:
        raise ReadingFailed(f"its reader crashed (signal {-status})")
    if status:
        raise ReadingFailed("its reader ended without an answer")
    return answer
