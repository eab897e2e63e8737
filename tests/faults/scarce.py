"""Polls on a machine that runs out; run as `python -m tests.faults.scarce`.

Disks are a tmpfs of its own, which needs root: run it under `unshare --map-root-user --mount`.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from intake import maillog
from intake.errors import IntakeError
from intake.jobs.bench import Inbox
from intake.jobs.poll import poll
from intake.reading.sandbox import Sandbox
from tests.faults.work import Place, mailbox
from tests.jobs.mailroom import VACANCY

MAILS = 20


def troubles(place: Place) -> list[IntakeError]:
    """What a poll says."""
    with place.bench() as bench:
        inbox = Inbox(VACANCY.mailbox, "tosci", ("INBOX",), place.server.open)
        return list(poll(bench, inbox).troubles)


def told(place: Place) -> list[str]:
    """What a person would read of a poll; one that cannot even open the store counts too."""
    try:
        return [str(trouble) for trouble in troubles(place)]
    except IntakeError as error:
        return [str(error)]


def disk(place: Place, folder: Path, options: list[str], enough: str) -> Iterator[list[str]]:
    """A disk that is too small in so many ways; then it grows, and all is as it should be."""
    for option in options:
        subprocess.run(["mount", "-o", f"remount,{enough}", folder], check=True)
        place.clear()
        subprocess.run(["mount", "-o", f"remount,{option}", folder], check=True)
        yield told(place)
        yield told(place)
        subprocess.run(["mount", "-o", f"remount,{enough}", folder], check=True)
        yield told(place)


def descriptors(place: Place, limits: list[int], enough: int) -> Iterator[list[str]]:
    """So few open files, then enough again."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    for limit in limits:
        place.clear()
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))
        with closing(Sandbox()) as sandbox:
            short = replace(place, reader=sandbox)
            yield told(short)
            yield told(short)
            time.sleep(0.5)  # the last reading process has ended
            resource.setrlimit(resource.RLIMIT_NOFILE, (enough, hard))
            yield told(short)


def main(what: str, folder: Path, options: list[str]) -> None:
    """Print what each poll said, and where the end was another than with enough of everything."""
    maillog.configure("CRITICAL")
    enough = {"size": "size=64m", "nr_inodes": "nr_inodes=10k", "files": "1024"}[what]
    if what != "files":
        subprocess.run(["mount", "-t", "tmpfs", "-o", enough, "tmpfs", folder], check=True)
    place = Place(f"sqlite:///{folder}/intake.db", folder / "files", mailbox(MAILS))
    place.prepare()
    place.clear()
    if what == "files":
        with closing(Sandbox()) as sandbox:
            replace(place, reader=sandbox).poll()
        polls = descriptors(place, [int(one) for one in options], int(enough))
    else:
        place.poll()
        polls = disk(place, folder, [f"{what}={one}" for one in options], enough)
    expected, said, wrong = place.state(), [], list[str]()
    for number, one in enumerate(polls, 1):
        said.append(one)
        if number % 3 == 0:
            wrong += place.faults() + ([] if place.state() == expected else [f"another end: {one}"])
    print(json.dumps({"said": said, "wrong": wrong, "expected": expected}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
