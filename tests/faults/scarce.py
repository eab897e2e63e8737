"""Polls on a machine that runs out; run as `python -m tests.faults.scarce`.

Disks are a tmpfs of its own, which needs root: run it under `unshare --map-root-user --mount`.
"""

import json
import os
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
from intake.reading.sandbox import Sandbox
from tests.faults.work import Place, mailbox

MAILS = 20
ENOUGH = {"size": "size=64m", "nr_inodes": "nr_inodes=10k", "files": "1024"}
"""Of what may run out: so much is enough."""


def told(place: Place) -> list[str]:
    """What a person would read of a poll; one that cannot even open the store counts too."""
    try:
        return [str(trouble) for trouble in place.troubles()]
    except IntakeError as error:
        return [str(error)]


def disk(place: Place, folder: Path, what: str, more: list[int]) -> Iterator[list[str]]:
    """A disk that has room for so much more, in each case; then it grows."""

    def resize(option: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{option}", folder], check=True)

    for one in more:
        resize(ENOUGH[what])
        place.clear()
        resize(f"{what}={one + used(folder)[what]}{'k' if what == 'size' else ''}")
        yield told(place)
        yield told(place)
        resize(ENOUGH[what])
        yield told(place)


def used(folder: Path) -> dict[str, int]:
    """What is in use of a disk: kilobytes, and inodes."""
    disk = os.statvfs(folder)
    blocks = (disk.f_blocks - disk.f_bfree) * disk.f_frsize
    return {"size": blocks >> 10, "nr_inodes": disk.f_files - disk.f_ffree}


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


def main(what: str, folder: Path, options: list[int]) -> None:
    """Print what each poll said, and where the end was another than with enough of everything."""
    maillog.configure("CRITICAL")
    if what != "files":
        subprocess.run(["mount", "-t", "tmpfs", "-o", ENOUGH[what], "tmpfs", folder], check=True)
    place = Place(f"sqlite:///{folder}/intake.db", folder / "files", mailbox(MAILS))
    place.prepare()
    place.clear()
    if what == "files":
        with closing(Sandbox()) as sandbox:
            replace(place, reader=sandbox).poll()
        polls = descriptors(place, options, int(ENOUGH[what]))
    else:
        place.poll()
        polls = disk(place, folder, what, options)
    expected, said, wrong = place.state(), [], list[str]()
    for number, one in enumerate(polls, 1):
        said.append(one)
        if number % 3 == 0:
            wrong += place.faults() + ([] if place.state() == expected else [f"another end: {one}"])
    print(json.dumps({"said": said, "wrong": wrong, "expected": expected}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), [int(option) for option in sys.argv[3:]])
