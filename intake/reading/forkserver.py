"""The sandbox's own process: keeps the parsers warm and starts one limited child per delivery.

It opens nothing that came by mail. It speaks with the daemon over one socket: each request is a
task and three open files (the mail, where the answer goes, where the end is told), and it ends
when the daemon does.
"""

import contextlib
import gc
import json
import os
import select
import signal
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from intake.reading import confine, hiding
from intake.reading.confine import Confinement, Filters
from intake.reading.limits import Limits

if TYPE_CHECKING:
    from intake.reading.delivery import Delivery

_REQUEST_FILES = 3
_LONGEST_REQUEST = 1024
READ, DOCUMENT, FILES = "read", "document", "files"
PICTURE, ORIGINAL, FORMATTED = "picture", "original", "formatted"
OUT_OF_MEMORY, FAILED = 97, 98


@dataclass(frozen=True)
class _Child:
    pid: int
    ends: int
    until: float


class ForkServer:
    """Starts, watches and ends the children.

    Args:
        control: the socket to the daemon.
    """

    def __init__(
        self,
        control: socket.socket,
        limits: Limits,
        filters: Filters | None,
        rules: int | None = None,
    ) -> None:
        self._control = control
        self._rules = rules
        self._limits = limits
        self._filters = filters
        self._children: dict[int, _Child] = {}  # by the descriptor that tells their end
        self._poll = select.poll()
        self._poll.register(control, select.POLLIN)

    def serve(self) -> None:
        """Serve until the daemon's end of the socket closes."""
        while True:
            for descriptor, _ in self._poll.poll(self._patience()):
                if descriptor != self._control.fileno():
                    self._bury(descriptor, late=False)
                elif not self._accept():
                    return
            self._end_the_late()

    def end_all(self) -> None:
        """Kill every child and all it started."""
        for descriptor in list(self._children):
            self._bury(descriptor, late=True)

    def _patience(self) -> float | None:
        """Milliseconds until the next child is late."""
        if not self._children:
            return None
        soonest = min(child.until for child in self._children.values())
        return max(0.0, soonest - time.monotonic()) * 1000 + 1

    def _accept(self) -> bool:
        message, files, _, _ = socket.recv_fds(self._control, _LONGEST_REQUEST, _REQUEST_FILES)
        if not message:
            return False
        if len(files) == _REQUEST_FILES:
            self._start(message.decode("utf-8", "replace"), *files)
        return True

    def _start(self, task: str, mail: int, answer: int, ends: int) -> None:
        pid = os.fork()
        if pid == 0:
            _live(task, mail, answer, self._limits, self._filters, self._rules)
        with contextlib.suppress(OSError):  # it may have done so itself, or be gone already
            os.setpgid(pid, pid)
        os.close(mail)
        os.close(answer)
        watch = os.pidfd_open(pid)
        self._children[watch] = _Child(pid, ends, time.monotonic() + self._limits.delivery_wall + 2)
        self._poll.register(watch, select.POLLIN)

    def _end_the_late(self) -> None:
        now = time.monotonic()
        for descriptor, child in list(self._children.items()):
            if child.until < now:
                self._bury(descriptor, late=True)

    def _bury(self, descriptor: int, *, late: bool) -> None:
        """End a child's whole group while its number is still its own, and tell how it ended."""
        child = self._children.pop(descriptor)
        self._poll.unregister(descriptor)
        os.close(descriptor)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(child.pid, 0)[1])
        with contextlib.suppress(OSError):  # nobody waits for it any more
            os.write(child.ends, json.dumps({"status": status, "late": late}).encode() + b"\n")
        os.close(child.ends)


def _live(
    task: str, mail: int, answer: int, limits: Limits, filters: Filters | None, rules: int | None
) -> NoReturn:
    """A child's whole life; it must never return into the server's code."""
    status = FAILED
    try:
        from intake.reading.delivery import Delivery

        os.setpgid(0, 0)
        confine.die_with_parent()
        confine.close_all_but([mail, answer, *([] if rules is None else [rules])])
        delivery = Delivery(limits, filters)
        memory = delivery.space() + limits.delivery_memory
        confine.limit(memory, limits.delivery_cpu, limits.open_files)
        if rules is not None:
            hiding.hide(rules)
            os.close(rules)
        if filters is not None:
            confine.load(filters.delivery)
        _read(task, mail, answer, delivery)
        status = 0
    except MemoryError:
        status = OUT_OF_MEMORY
    except BaseException as failure:  # noqa: BLE001 - told to the daemon, whatever it is
        with contextlib.suppress(OSError):
            os.write(answer, b"!" + type(failure).__name__.encode())
    finally:
        os._exit(status)


def _read(task: str, mail: int, answer: int, delivery: "Delivery") -> None:
    with open(mail, "rb") as file:
        raw = file.read()
    found = _done(task, raw, delivery)
    with open(answer, "wb") as out:
        out.write(found)


def _done(task: str, raw: bytes, delivery: "Delivery") -> bytes:
    from intake.reading.pictures import Wanted

    what, _, told = task.partition("\0")
    if what == PICTURE:
        return delivery.picture(raw, Wanted.parse(told))
    work: dict[str, Callable[[], bytes]] = {
        DOCUMENT: lambda: delivery.read_document(told, raw),
        FILES: lambda: delivery.files(raw),
        ORIGINAL: lambda: delivery.document(raw, told),
        FORMATTED: lambda: delivery.formatted(raw),
    }
    return work.get(what, lambda: delivery.read(raw))()


def _warm_up() -> None:
    """Import all that reads, and use it once: what is loaded now is not loaded per mail."""
    from intake.reading import body, delivery, documents, ocr, walk

    delivery.Delivery(Limits(), None)
    body.read([walk.Piece("html", "<p>A first text, read to warm up.</p>")], "")
    documents.read_document("warm.txt", "text/plain", b"A first file, read to warm up.")
    ocr.available()  # asks tesseract once, and remembers
    gc.collect()
    gc.freeze()  # so that the children do not copy pages only to count references


def main(descriptor: int, limits: Limits) -> None:
    """Run the fork server on an inherited socket."""
    control = socket.socket(fileno=descriptor)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the daemon's; it ends us in order
    network = confine.leave_network()
    system_calls = confine.filters_available()
    _warm_up()
    filters = confine.build_filters() if system_calls else None
    rules = hiding.ruleset()
    told = Confinement(system_calls, network, files=rules is not None)
    control.send(json.dumps(vars(told)).encode())
    silence = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(silence, standard)
    server = ForkServer(control, limits, filters, rules)
    try:
        server.serve()
    finally:
        server.end_all()


def command(descriptor: int, limits: Limits) -> list[str]:
    """How the daemon starts this module: isolated, whatever its environment and folder say."""
    home = str(Path(__file__).resolve().parents[2])
    script = (
        f"import sys; sys.path.insert(0, {home!r});"
        " from intake.reading import forkserver, limits;"
        f" forkserver.main({descriptor}, limits.Limits(**{vars(limits)!r}))"
    )
    return [sys.executable, "-I", "-c", script]
