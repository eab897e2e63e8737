"""Several who poll one mailbox at once; run as `python -m tests.faults.contend`."""

import json
import os
import random
import signal
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from pathlib import Path

from intake import maillog
from intake.jobs.process import _Line
from intake.triage.message import Message
from tests.faults.strike import ended
from tests.faults.work import Place, in_child, keep_memory_shared, mailbox
from tests.jobs.mailroom import PlainReader

TAKEN_OVER = timedelta(minutes=10)
"""The successor's clock is so much further: the lease has run out."""

WAITS = _Line._next.__qualname__


@dataclass
class Stops(PlainReader):
    """Stops its whole process at its `at`th mail, between two transactions of the main thread."""

    at: int = 0
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def read(self, raw: Path) -> Message:
        if next(self.numbers) == self.at:
            while not all(self._main_waits() for _ in range(3)):
                pass
            os.kill(os.getpid(), signal.SIGSTOP)
        return super().read(raw)

    def _main_waits(self) -> bool:
        """Whether the main thread waits for a reader, and so has no transaction open."""
        time.sleep(0.02)
        frame = sys._current_frames()[threading.main_thread().ident or 0]
        while frame.f_back is not None and frame.f_code.co_qualname != WAITS:
            frame = frame.f_back
        return frame.f_code.co_qualname == WAITS


def stalled(place: Place, at: int, mails: int) -> int:
    """Poll in a child that stops itself: after `at` mails fetched, or, beyond `mails`, judged."""

    def stop(done: int, total: int) -> None:
        if done == at:
            os.kill(os.getpid(), signal.SIGSTOP)

    if at <= mails:
        child = in_child(lambda: place.poll(stop))
    else:
        child = in_child(replace(place, reader=Stops(at=at - mails)).poll)
    assert os.WIFSTOPPED(os.waitpid(child, os.WUNTRACED)[1])
    return child


def stall(place: Place, mails: int, runs: int, seed: int) -> dict[str, object]:
    """Let a holder stop, another take over, and the first wake up."""
    chance, expected = random.Random(seed), place.state()
    codes, faults = Counter[str](), place.faults()
    for _ in range(runs):
        place.clear()
        child = stalled(place, chance.randint(1, mails * 2), mails)
        codes[f"successor {ended(replace(place, ahead=TAKEN_OVER))}"] += 1
        os.kill(child, signal.SIGCONT)
        codes[f"woken {os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}"] += 1
        faults += differences(place, expected)
    return {"codes": codes, "faults": faults, "expected": expected}


def crowd(place: Place, mails: int, runs: int, pollers: int) -> dict[str, object]:
    """Let many poll at the same moment."""
    expected = place.state()
    codes, faults = Counter[str](), place.faults()
    for _ in range(runs):
        place.clear()
        children = [in_child(place.poll) for _ in range(pollers)]
        for child in children:
            codes[str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))] += 1
        faults += differences(place, expected)
    return {"codes": codes, "faults": faults, "expected": expected}


def differences(place: Place, expected: object) -> list[str]:
    """What is broken, and whether it came to another end than one poll alone."""
    return place.faults() + ([] if place.state() == expected else ["another end"])


def main(what: str, url: str, folder: Path, mails: int, runs: int, number: int) -> None:
    """Print what came of it; `number` is of pollers, or seeds the chance."""
    maillog.configure("CRITICAL")
    place = Place(url, folder, mailbox(mails))
    place.prepare()
    place.clear()
    place.poll()
    keep_memory_shared()
    work = {"stall": stall, "crowd": crowd}[what]
    print(json.dumps(work(place, mails, runs, number)))


if __name__ == "__main__":
    _, what, url, folder, *numbers = sys.argv
    main(what, url, Path(folder), *map(int, numbers))
