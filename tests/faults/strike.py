"""Polls struck at one system call each, by strace; run as `python -m tests.faults.strike`.

A child of a warm Python waits until strace has a hold on it, then polls. strace kills it at the
entry of the call, or lets the call fail. Only the thread that writes is watched: the readers'
threads change nothing.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol

from intake import maillog
from tests.faults.posting import Posting
from tests.faults.upgrade import Upgrade
from tests.faults.work import Place, in_child, keep_memory_shared, mailbox

WRITING = "write,pwrite64,fsync,fdatasync,rename"
CHANGING = f"{WRITING},writev,pwritev,sendto,ftruncate,unlink,mkdir,openat"
"""Calls that change a file, or what a server knows; openat where it makes a file."""


SHARES = 2
"""Stores that are struck at the same time."""


@dataclass(frozen=True)
class Point:
    """The `turn`th call of its name in a poll, from 1."""

    call: str
    turn: int


class Target(Protocol):
    """Work that can be struck."""

    def clear(self) -> None:
        """Back to how it was before the work."""

    def work(self) -> int:
        """Do it, in a child; the exit code, 0 for done."""

    def state(self) -> object:
        """What must be the same, however often it was struck."""

    def faults(self) -> list[str]:
        """Rules that do not hold."""


def struck(target: Target, *options: str) -> int:
    """Work under strace with these options; the exit code, negative for a signal."""
    ready, go = os.pipe()

    def wait_and_work() -> int:
        os.read(ready, 1)
        return target.work()

    child = in_child(wait_and_work)
    words = ["strace", *options, "-p", str(child)]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr
        said = tracer.stderr.readline()
        assert "attached" in said, said
        os.write(go, b"!")
        status = os.waitpid(child, 0)[1]
        tracer.stderr.read()
    os.close(ready)
    os.close(go)
    return os.waitstatus_to_exitcode(status)


def points(target: Target, log: Path, calls: str) -> Iterator[Point]:
    """Every call of work that is left alone, and that changes something."""
    assert struck(target, "-o", str(log), "-e", f"trace={calls}") == 0
    turns = Counter[str]()
    for line in log.read_text().splitlines():
        call = line.partition("(")[0]
        turns[call] += 1
        if call in calls.split(",") and (call != "openat" or "O_CREAT" in line):
            yield Point(call, turns[call])


def ended(target: Target) -> int:
    """Work to the end; the exit code."""
    return os.waitstatus_to_exitcode(os.waitpid(in_child(target.work), 0)[1])


@dataclass
class Found:
    """What came of the strikes: exit codes, polls that came to another end, broken rules."""

    codes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Found") -> None:
        self.codes += other.codes
        self.wrong += other.wrong
        self.faults += other.faults


def strike_at(target: Target, points: Sequence[Point], effects: str, expected: object) -> Found:
    """Strike at each of the points, work to the end, and look at what is there."""
    found = Found()
    for point in points:
        for effect in effects.split(","):
            target.clear()
            inject = f"inject={point.call}:{effect}:when={point.turn}"
            code = struck(target, "-o", "/dev/null", "-e", f"trace={point.call}", "-e", inject)
            found.codes[str(code)] += 1
            again = ended(target)
            if again or target.state() != expected:
                found.wrong.append(f"{point} {effect}: then work that ended with {again}")
            found.faults += [f"{point} {effect}: {fault}" for fault in target.faults()]
    return found


def targets(what: str, url: str, folder: Path, mails: int) -> list[Target]:
    """As many as are struck at the same time."""
    if what == "upgrade":
        return [Upgrade(url.format(n)) for n in range(SHARES)]
    places = [Place(url.format(n), folder / str(n), mailbox(mails)) for n in range(SHARES)]
    found = places if what == "poll" else [Posting(place) for place in places]
    for one in found:
        one.prepare()
    return list[Target](found)


def main(what: str, url: str, folder: Path, mails: int, effects: str, most: int) -> None:
    """Strike at each point, in turn with each effect, and print what came of it.

    Args:
        what: `poll`, `upgrade` (of an empty database) or `post` (the digest).
        url: of as many databases as there are `SHARES`, with {} in place of their numbers.
        effects: of strace's `inject`, as `signal=KILL` or `error=EIO,error=ENOSPC`.
        most: where there are more points, about so many, spread evenly.
    """
    maillog.configure("CRITICAL")
    folder.mkdir()
    struck_at_once = targets(what, url, folder, mails)
    first, kill = struck_at_once[0], effects == "signal=KILL"
    for target in struck_at_once:
        target.clear()
    first.work()
    keep_memory_shared()
    first.clear()
    listed = list(points(first, folder / "strace", CHANGING if kill else WRITING))
    listed = listed if kill else listed[:300]
    listed = listed[:: max(len(listed) // most, 1)]
    found, expected = Found(), first.state()
    found.faults += first.faults()
    with ProcessPoolExecutor(SHARES, get_context("fork")) as pool:
        shares = [listed[share::SHARES] for share in range(SHARES)]
        work = partial(strike_at, effects=effects, expected=expected)
        for part in pool.map(work, struck_at_once, shares):
            found.add(part)
    print(json.dumps({"points": len(listed), **vars(found), "expected": expected}))


if __name__ == "__main__":
    _, what, url, folder, mails, effects, most = sys.argv
    main(what, url, Path(folder), int(mails), effects, int(most))
