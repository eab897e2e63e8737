"""Hostile files cost only themselves: each is read or has its reason, within its bounds."""

import os
import resource
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context

import pytest

from intake.reading import confine, wire
from intake.reading.delivery import Delivery
from intake.reading.limits import MIB, Limits
from tests.faults import hostile
from tests.faults.hostile import Named
from tests.support.figures import Figure


@dataclass
class Read:
    """What became of some files; `memory` is the most that any of their processes had (RSS)."""

    files: int = 0
    seconds: float = 0.0
    memory: int = 0
    wrong: list[str] = field(default_factory=list)


def read(files: tuple[Named, ...]) -> Read:
    """Read each as the file of a mail, in a limited process of its own."""
    filters, found = confine.build_filters(), Read(len(files))
    for name, data in files:
        began = time.monotonic()
        documents = wire.DOCUMENTS.validate_json(
            Delivery(Limits(), filters).read_document(name, data)
        )
        found.seconds = max(found.seconds, time.monotonic() - began)
        found.wrong += [name for one in documents if not one.readable and one.reason is None]
    found.memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    return found


def _tens(files: Iterable[Named]) -> Iterator[tuple[Named, ...]]:
    left = iter(files)
    while some := tuple(islice(left, 10)):
        yield some


def _read_all(files: Iterable[Named]) -> Read:
    whole = Read()
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        for one in pool.map(read, _tens(files)):
            whole.files += one.files
            whole.seconds = max(whole.seconds, one.seconds)
            whole.memory = max(whole.memory, one.memory)
            whole.wrong += one.wrong
    return whole


def _tell(found: Read, figure: Figure, kind: str) -> None:
    assert found.wrong == []
    told = f"longest {found.seconds:.1f} s, most memory {found.memory // MIB} MiB"
    ok = found.seconds <= 31 and found.memory <= 512 * MIB
    figure(f"{found.files} hostile {kind}", told, "at most 30 s and 512 MiB each", ok)


def test_hostile_files_cost_only_themselves(figure: Figure) -> None:
    _tell(_read_all([*hostile.pdfs(20), *hostile.others(20)]), figure, "files")


@pytest.mark.faults
@pytest.mark.timeout(7200)
def test_five_hundred_hostile_pdfs_cost_only_themselves(figure: Figure) -> None:
    _tell(_read_all(hostile.pdfs(500)), figure, "PDFs")


@pytest.mark.faults
@pytest.mark.timeout(7200)
def test_a_hundred_and_fifty_other_files_cost_only_themselves(figure: Figure) -> None:
    _tell(_read_all(hostile.others(150)), figure, "files of other kinds")
