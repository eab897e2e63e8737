"""Polls struck at one system call each, by strace; run as `python -m tests.faults.strike`.

A child of a warm Python waits until strace has a hold on it, then polls. strace kills it at the
entry of the call, or lets the call fail. Only the thread that writes is watched: the readers'
threads change nothing.
"""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy import create_engine, text

from intake import maillog
from intake.store.engine import open_store
from intake.store.tables import Base
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


def empty(place: Place) -> None:
    """Nothing in the store but its tables."""
    shutil.rmtree(place.files, ignore_errors=True)
    engine = create_engine(place.url)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"TRUNCATE {', '.join(Base.metadata.tables)} RESTART IDENTITY"))
    engine.dispose()
    if engine.dialect.name == "sqlite":
        database = Path(str(engine.url.database))
        for left in database.parent.glob(f"{database.name}*"):
            left.unlink()
        shutil.copy(database.with_suffix(".empty"), database)


def prepare(place: Place) -> None:
    """Make the tables, once."""
    engine = open_store(place.url)
    engine.dispose()
    if engine.dialect.name == "sqlite":
        database = Path(str(engine.url.database))
        database.rename(database.with_suffix(".empty"))


def struck(place: Place, *options: str) -> int:
    """Poll under strace with these options; the exit code, negative for a signal."""
    ready, go = os.pipe()

    def wait_and_poll() -> int:
        os.read(ready, 1)
        return place.poll()

    child = in_child(wait_and_poll)
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


def points(place: Place, calls: str) -> Iterator[Point]:
    """Every call of a poll that is left alone, and that changes something."""
    log = place.files.with_suffix(".strace")
    assert struck(place, "-o", str(log), "-e", f"trace={calls}") == 0
    turns = Counter[str]()
    for line in log.read_text().splitlines():
        call = line.partition("(")[0]
        turns[call] += 1
        if call in calls.split(",") and (call != "openat" or "O_CREAT" in line):
            yield Point(call, turns[call])


def ended(place: Place) -> int:
    """Poll to the end; the exit code."""
    return os.waitstatus_to_exitcode(os.waitpid(in_child(place.poll), 0)[1])


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


def strike_at(place: Place, points: Sequence[Point], effects: str, expected: object) -> Found:
    """Strike at each of the points, poll to the end, and look at what is there."""
    found = Found()
    for point in points:
        for effect in effects.split(","):
            empty(place)
            inject = f"inject={point.call}:{effect}:when={point.turn}"
            code = struck(place, "-o", "/dev/null", "-e", f"trace={point.call}", "-e", inject)
            found.codes[str(code)] += 1
            again = ended(place)
            if again or place.state() != expected:
                found.wrong.append(f"{point} {effect}: then a poll that ended with {again}")
            found.faults += [f"{point} {effect}: {fault}" for fault in place.faults()]
    return found


def main(url: str, folder: Path, mails: int, effects: str, most: int) -> None:
    """Strike at each point, in turn with each effect, and print what came of it.

    Args:
        url: of as many databases as there are `SHARES`, with {} in place of their numbers.
        effects: of strace's `inject`, as `signal=KILL` or `error=EIO,error=ENOSPC`.
        most: where there are more points, about so many, spread evenly.
    """
    maillog.configure("CRITICAL")
    folder.mkdir()
    places = [Place(url.format(n), folder / str(n), mailbox(mails)) for n in range(SHARES)]
    for place in places:
        prepare(place)
        empty(place)
    first, kill = places[0], effects == "signal=KILL"
    first.poll()
    keep_memory_shared()
    empty(first)
    listed = list(points(first, CHANGING if kill else WRITING))
    listed = listed if kill else listed[:300]
    listed = listed[:: max(len(listed) // most, 1)]
    found, expected = Found(), first.state()
    found.faults += first.faults()
    with ProcessPoolExecutor(SHARES, get_context("fork")) as pool:
        shares = [listed[share::SHARES] for share in range(SHARES)]
        work = partial(strike_at, effects=effects, expected=expected)
        for part in pool.map(work, places, shares):
            found.add(part)
    print(json.dumps({"points": len(listed), **vars(found), "expected": expected}))


if __name__ == "__main__":
    _, url, folder, mails, effects, most = sys.argv
    main(url, Path(folder), int(mails), effects, int(most))
