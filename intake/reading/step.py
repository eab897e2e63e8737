"""One step in a limited process of its own: its answer, or why there is none."""

import os
import select
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

from intake.reading import confine
from intake.reading.extract import Unread
from intake.triage.message import Unreadable

_OUT_OF_MEMORY, _FAILED = 97, 98
_CHUNK = 1 << 18


@dataclass(frozen=True)
class Share:
    """What one step may take: see Limits; its memory counts in what the process has already."""

    memory: int
    cpu: int
    wall: float
    answer: int
    open_files: int
    filters: Any = None


def run(work: Callable[[], bytes], share: Share) -> bytes:
    """Do the work in a child process and give back its answer.

    Raises:
        Unread: TIMED_OUT, TOO_LARGE (memory, or the answer), UNSAFE (it crashed) or CORRUPT.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _work(work, share, writing)
    os.close(writing)
    try:
        answer, ended = _listen(reading, time.monotonic() + share.wall, share.answer)
    finally:
        os.close(reading)
    if not ended:
        os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if not ended:
        raise _cut_short(len(answer), share)
    if status:
        raise _failure(status)
    return answer


def _work(work: Callable[[], bytes], share: Share, writing: int) -> NoReturn:
    """The child's whole life; it must never return into its parent's code."""
    status = _FAILED
    try:
        confine.die_with_parent()
        confine.close_all_but([writing])
        confine.limit(share.memory, share.cpu, share.open_files)
        if share.filters is not None:
            confine.load(share.filters)
        _write(writing, work())
        status = 0
    except MemoryError:
        status = _OUT_OF_MEMORY
    except BaseException:  # noqa: BLE001 - whatever it is, the parent is told that it failed
        status = _FAILED
    finally:
        os._exit(status)


def _write(descriptor: int, answer: bytes) -> None:
    view = memoryview(answer)
    while view:
        view = view[os.write(descriptor, view) :]


def _listen(descriptor: int, until: float, most: int) -> tuple[bytes, bool]:
    """What the child says, and whether it ended by itself in time and measure."""
    heard = bytearray()
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    while (left := until - time.monotonic()) > 0:
        if not poll.poll(left * 1000):
            continue
        chunk = os.read(descriptor, _CHUNK)
        if not chunk:
            return bytes(heard), True
        heard += chunk
        if len(heard) > most:
            return bytes(heard), False
    return bytes(heard), False


def _cut_short(heard: int, share: Share) -> Unread:
    if heard > share.answer:
        return Unread(Unreadable.TOO_LARGE, "What is in it is more than one document may hold.")
    return _late(share.wall)


def _late(seconds: float) -> Unread:
    note = f"Reading it took longer than {seconds:.0f} seconds; a person must look."
    return Unread(Unreadable.TIMED_OUT, note)


def _failure(status: int) -> Unread:
    """What the way a child ended says about the file."""
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        return Unread(Unreadable.TIMED_OUT, "Reading it took too long; a person must look.")
    # Libraries in C end themselves so when they are given no more memory.
    if status in (_OUT_OF_MEMORY, -signal.SIGABRT, -signal.SIGTRAP, -signal.SIGILL):
        return Unread(Unreadable.TOO_LARGE, "It needs more memory than one document may take.")
    if status < 0:
        return Unread(Unreadable.UNSAFE, "It crashed its reader; open it with care.")
    return Unread(Unreadable.CORRUPT, "Its reader could not make sense of it; a person must look.")
