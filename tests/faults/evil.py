"""Readers gone mad, inside the real sandbox: what its fork server loads before it starts.

A mail whose subject is `EVIL <name>` turns the process of its delivery mad, a document whose text
begins so turns its own process mad.
"""

import ctypes
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from intake.reading import documents, forkserver, mime
from intake.reading.limits import Limits

ROOT = Path(__file__).resolve().parents[2]
_libc = ctypes.CDLL(None)


def _hang() -> None:
    time.sleep(600)


def _spin() -> None:
    while True:
        pass


def _deaf() -> None:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGXCPU, signal.SIGALRM):
        signal.signal(number, signal.SIG_IGN)
    _spin()


def _stopped() -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def _memory() -> None:
    held = []
    while True:
        held.append(bytearray(16 << 20))


def _map_memory() -> None:
    _libc.memset(_libc.malloc(1 << 31), 1, 1 << 31)


def _recursion() -> None:
    sys.setrecursionlimit(10**9)
    _recursion()


def _forks() -> None:
    for _ in range(200):
        if os.fork() == 0:
            time.sleep(600)


def _fork_and_leave() -> None:
    if os.fork() == 0:
        os.setsid()
        time.sleep(600)
    raise SystemExit(3)


def _threads() -> None:
    while True:
        threading.Thread(target=_hang, daemon=True).start()


def _files() -> None:
    while True:
        os.open("/dev/null", os.O_RDONLY)


def _duplicates() -> None:
    while True:
        os.dup(1)


def _pipes() -> None:
    while True:
        os.pipe()


def _flood() -> None:
    """A gigabyte to whatever is open: standard output, the answer, the daemon's ends."""
    chunk = b"x" * (1 << 20)
    for _ in range(1024):
        for descriptor in (1, 2, *range(3, 12)):
            try:
                os.write(descriptor, chunk)
            except OSError:
                continue


def _closes() -> None:
    os.closerange(0, 64)
    raise ValueError("with nothing left open")


def _unlimit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY,) * 2)


def _null() -> None:
    ctypes.string_at(0)


def _send(number: int) -> Callable[[], None]:
    return lambda: os.kill(os.getpid(), number)


def _kills_all() -> None:
    os.kill(0, signal.SIGKILL)


def _raises(error: BaseException) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


EVIL: dict[str, Callable[[], None]] = {
    "hang": _hang, "spin": _spin, "deaf": _deaf, "stopped": _stopped, "memory": _memory,
    "mapped": _map_memory, "recursion": _recursion, "forks": _forks, "leaves": _fork_and_leave,
    "threads": _threads, "files": _files, "duplicates": _duplicates, "pipes": _pipes,
    "flood": _flood, "closes": _closes, "unlimit": _unlimit, "null": _null,
    "abort": os.abort, "exit 0": lambda: os._exit(0), "exit 7": lambda: os._exit(7),
    "bus": _send(signal.SIGBUS), "illegal": _send(signal.SIGILL), "kills all": _kills_all,
    "interrupt": _raises(KeyboardInterrupt()), "system exit": _raises(SystemExit(0)),
}  # fmt: skip


def _run(name: str) -> None:
    EVIL[name]()
    raise ValueError("it came to an end")


def turn_mad() -> None:
    """Wrap what reads, as a parser that is taken over would be."""
    examine, read_message = documents.examine, mime.read_message

    def mad_examine(part: Any, budget: Any) -> Any:
        if part.data.startswith(b"EVIL "):
            _run(part.data[5:].decode().strip())
        return examine(part, budget)

    def mad_read(raw: bytes, *more: Any) -> Any:
        for line in raw.splitlines():
            if line.startswith(b"Subject: EVIL "):
                _run(line[14:].decode().strip())
        return read_message(raw, *more)

    documents.examine, mime.read_message = mad_examine, mad_read  # type: ignore[assignment]


def command(descriptor: int, limits: Limits) -> Sequence[str]:
    """As forkserver.command, with the madness loaded first."""
    python, isolated, flag, script = _honest(descriptor, limits)
    mad = f"sys.path.insert(0, {str(ROOT)!r}); from tests.faults import evil; evil.turn_mad();"
    return [python, isolated, flag, script.replace("import sys;", f"import sys; {mad}", 1)]


_honest = forkserver.command
