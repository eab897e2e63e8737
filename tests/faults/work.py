"""A poll of 200 mails in a process of its own, to be killed; run as `python -m tests.faults.work`.

The parent imports everything once and forks a fresh child for each poll, so that a kill falls
into the work and not into the start of Python.
"""

import gc
import json
import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from unittest.mock import patch

from sqlalchemy import create_engine, func, select, text

from intake import maillog
from intake.errors import AlreadyRunning, IntakeError
from intake.jobs import process
from intake.jobs.bench import Bench, Inbox, Progress, Reader, no_progress
from intake.jobs.poll import poll
from intake.jobs.verify import verify
from intake.store import ledger, rows
from intake.store.engine import open_store, reading
from intake.store.files import Files
from intake.store.tables import Base, Lease, Sighting
from tests.jobs.mailroom import AFTER, BEFORE, VACANCY, Box, PlainReader, Server, mail

PATIENT = 600.0
"""Seconds: on a busy machine any mail is slow, and passed by others; in what order, is chance."""


def mailbox(mails: int) -> Server:
    """Applications, supplements, exact repeats, late mail: what a real mailbox holds."""
    box = Box()
    for number in range(mails):
        who, late = f"c{number % (mails * 2 // 3)}@example.org", number % 9 == 0
        when = (AFTER if late else BEFORE) + timedelta(seconds=number)
        files = ("cv.txt",) if number % 5 == 0 else ("cv.txt", "letter.txt")
        raw = mail(who, f"Application {number // (mails * 2 // 3)}", files)
        box.add(box.mails[number - 20].raw if number % 40 == 39 else raw, when)
    return Server({"INBOX": box})


@dataclass(frozen=True)
class Place:
    """One store with its files, and the mailbox that is polled into it.

    `ahead` is by how much its clock is before the others'.
    """

    url: str
    files: Path
    server: Server
    reader: Reader = field(default_factory=PlainReader)
    ahead: timedelta = timedelta()

    def prepare(self) -> None:
        """Make the tables, once."""
        engine = open_store(self.url)
        engine.dispose()
        if engine.dialect.name == "sqlite":
            database = Path(str(engine.url.database))
            database.rename(database.with_suffix(".empty"))

    def clear(self) -> None:
        """Nothing in the store but its tables."""
        shutil.rmtree(self.files, ignore_errors=True)
        engine = create_engine(self.url)
        if engine.dialect.name == "postgresql":
            with engine.begin() as connection:
                tables = ", ".join(Base.metadata.tables)
                connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY"))
        else:
            database = Path(str(engine.url.database))
            for left in database.parent.glob(f"{database.name}*"):
                left.unlink()
            shutil.copy(database.with_suffix(".empty"), database)
        engine.dispose()

    def work(self) -> int:
        """As `poll`, for who needs no more."""
        return self.poll()

    def poll(self, collecting: Progress = no_progress, judging: Progress = no_progress) -> int:
        """One poll, from opening the store on; 0 where it went to its end, 75 where it may not."""
        troubles = self.troubles(collecting, judging)
        if any(isinstance(trouble, AlreadyRunning) for trouble in troubles):
            return 75
        return 1 if troubles else 0

    def troubles(
        self, collecting: Progress = no_progress, judging: Progress = no_progress
    ) -> tuple[IntakeError, ...]:
        """What one poll says, from opening the store on."""
        with self.bench() as bench, patch.object(process, "PATIENCE", PATIENT):
            inbox = Inbox(VACANCY.mailbox, "tosci", ("INBOX",), self.server.open)
            return tuple(poll(bench, inbox, collecting, judging).troubles)

    @contextmanager
    def bench(self) -> Iterator[Bench]:
        """The store, opened anew."""
        began = AFTER + timedelta(days=1, seconds=-time.monotonic()) + self.ahead
        clock = lambda: began + timedelta(seconds=time.monotonic())  # noqa: E731
        engine, files = open_store(self.url), Files(self.files, reserve=0)
        try:
            yield Bench(engine, files, self.reader, clock, (VACANCY,))
        finally:
            engine.dispose()

    def state(self) -> object:
        """All that must be the same however often it was killed: everything but the times.

        An application is known by its first mail: its number tells which mail was quicker, and one
        whose reading failed is read again after the others.
        """
        with self.bench() as bench, reading(bench.engine) as session:
            found = rows.messages(session)
            queue = rows.applications(session)
            sightings = session.scalar(select(func.count()).select_from(Sighting))
            leases = session.scalar(select(func.count()).select_from(Lease))
        first: dict[int | None, int | None] = {None: None}
        for row in found:
            first.setdefault(row.application, row.id)
        return {
            "messages": [
                [row.id, row.uid, row.sha256, first[row.application], str(row.verdict)]
                for row in found
            ],
            "queue": sorted(str([first[row.id], row.application]) for row in queue),
            "sightings": sightings,
            "leases": leases,
        }

    def faults(self) -> list[str]:
        """What `intake verify` finds, and files that no row names once they are swept."""
        with self.bench() as bench:
            found = list(verify(bench).faults)
            with reading(bench.engine) as session:
                named = set(ledger.hashes(session))
            bench.files.sweep(named, age=-1)
        left = {path.name for path in self.files.rglob("*") if path.is_file()}
        return found + [f"{name} is left over" for name in sorted(left - named)]


def keep_memory_shared() -> None:
    """Let the collector leave alone what is there: else each child copies all of it, page by page.

    Halves the time of a short poll in a child.
    """
    gc.collect()
    gc.freeze()
    gc.disable()


def in_child(work: Callable[[], int]) -> int:
    """Start `work` in a child; its process id."""
    child = os.fork()
    if child:
        return child
    try:
        os._exit(work())
    except BaseException:  # noqa: BLE001 - the child must end here, and say why
        traceback.print_exc()
        os._exit(70)


def killed(place: Place, after: float) -> bool:
    """Poll in a child and kill it after so many seconds; whether it was still at it."""
    child = in_child(place.poll)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def finished(place: Place) -> tuple[float, float]:
    """Poll in a child to the end; the seconds until it was at work again, and until its end."""
    started, (heard, said) = time.monotonic(), os.pipe()

    def at_work(done: int, total: int) -> None:
        os.write(said, b"!")

    child = in_child(lambda: place.poll(at_work, at_work))
    os.close(said)
    os.read(heard, 1)  # or its end, where nothing was left to do
    again = time.monotonic() - started
    os.close(heard)
    status = os.waitpid(child, 0)[1]
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"a poll ended with {os.waitstatus_to_exitcode(status)}")
    return again, time.monotonic() - started


@dataclass
class Shaken:
    """What came of kills at random: how many hit, seconds until work goes on, what is wrong."""

    hits: int = 0
    longest: float = 0.0
    wrong: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def shake(places: list[Place], seed: int, kills: int, seconds: float, expected: object) -> Shaken:
    """Kill `kills` polls of each store at random moments of `seconds`, then finish each."""
    chance, found = random.Random(seed), Shaken()
    for place in places:
        for _ in range(kills):
            found.hits += killed(place, chance.uniform(0, seconds / (kills + 1) * 2))
        found.longest = max(found.longest, finished(place)[0])
        if place.state() != expected:
            found.wrong.append(place.url)
        found.faults += place.faults()
    return found


def main(url: str, folder: Path, mails: int, stores: int, kills: int, seed: int) -> None:
    """Kill polls of `stores` stores, on two processors, and print what came of it.

    Args:
        url: of two databases more than there are stores, with {} in place of a number.
    """
    maillog.configure("CRITICAL")
    server = mailbox(mails)
    places = [Place(url.format(n), folder / str(n), server) for n in range(stores + 2)]
    places[0].poll()
    keep_memory_shared()
    seconds = finished(places[1])[1]
    expected = places[1].state()
    work = partial(shake, kills=kills, seconds=seconds, expected=expected)
    with ProcessPoolExecutor(2, get_context("fork")) as pool:
        parts = list(pool.map(work, (places[2::2], places[3::2]), (seed, seed + 1)))
    answer = {
        "seconds": seconds,
        "killed": sum(part.hits for part in parts),
        "longest restart": max(part.longest for part in parts),
        "wrong": [one for part in parts for one in part.wrong],
        "faults": places[1].faults() + [one for part in parts for one in part.faults],
        "expected": expected,
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    _, url, folder, *numbers = sys.argv
    main(url, Path(folder), *map(int, numbers))
