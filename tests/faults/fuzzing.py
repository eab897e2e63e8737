"""Twisted mail on the whole way from the mailbox to the ledger, in this process."""

import functools
import logging
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path
from unittest.mock import patch

from intake import maillog
from intake.jobs.bench import Reader
from intake.reading import documents, language, mime, role
from intake.reading.documents import Scanned
from intake.reading.extract import Part
from intake.reading.limits import Budget
from intake.store.engine import open_store
from intake.triage.message import Document, Message
from tests.faults.mutants import mutant
from tests.jobs.mailroom import open_office

AT_ONCE = 250


_ROLE_OF = functools.lru_cache(maxsize=4096)(role.role_of)
_LETTER_IN_BODY = functools.lru_cache(maxsize=4096)(role.letter_in_body)
_DETECT = functools.lru_cache(maxsize=4096)(language.detect)


@contextmanager
def _words_are_weighed_once() -> Iterator[None]:
    """Most mutants keep most texts of their mail: what equal words say is asked once.

    That is half of the time of reading, and none of it depends on anything but the words.
    """
    with (
        patch.object(role, "role_of", _ROLE_OF),
        patch.object(role, "letter_in_body", _LETTER_IN_BODY),
        patch.object(language, "detect", _DETECT),
    ):
        yield


def _as_found(scanned: Scanned) -> Document:
    return scanned.document


@functools.lru_cache(maxsize=2048)
def _read_file(part: Part) -> tuple[Document, ...]:
    """A file that was not twisted is read once."""
    return tuple(documents.read_part(part, Budget(), documents.examine, _as_found))


class BareReader:
    """All that reads mail, in this process: nothing is caught that the sandbox would catch."""

    def read(self, raw: Path) -> Message:
        return mime.read_message(raw.read_bytes(), _read_file)


@dataclass
class Timed:
    """A reader with a watch."""

    reader: Reader
    longest: float = 0.0

    def read(self, raw: Path) -> Message:
        began = time.monotonic()
        try:
            return self.reader.read(raw)
        finally:
            self.longest = max(self.longest, time.monotonic() - began)


@dataclass
class Fuzzed:
    """What became of twisted mails.

    Attributes:
        outcomes: how many ended in each way; `none` are those without a verdict.
        uncaught: those that could not be read or judged, by why.
        wrong: what is wrong in a ledger.
        longest: seconds for one mail.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    uncaught: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    longest: float = 0.0

    def add(self, more: "Fuzzed") -> None:
        self.outcomes += more.outcomes
        self.uncaught += more.uncaught
        self.wrong += more.wrong
        self.longest = max(self.longest, more.longest)


def deliver(seeds: range, mails: Sequence[bytes], reader: Reader | None = None) -> Fuzzed:
    """Have the mutants of these seeds in one mailbox, and poll it."""
    maillog.configure("CRITICAL")
    logging.disable(logging.WARNING)  # mail-parser's, of every odd part
    timed = Timed(reader or BareReader())
    with tempfile.TemporaryDirectory() as folder, _words_are_weighed_once():
        office = open_office(open_store(f"sqlite:///{folder}/i.db"), Path(folder) / "files")
        office.bench = replace(office.bench, reader=timed)
        uids = [office.server.inbox.add(mutant(seed, mails)) for seed in seeds]
        troubles, rows = office.poll().troubles, office.messages
        found = Fuzzed(longest=timed.longest)
        found.wrong += [*map(str, troubles), *office.broken]
        found.outcomes.update(row.verdict.outcome.value if row.verdict else "none" for row in rows)
        found.outcomes["none"] += len({*uids} - {row.uid for row in rows})
        found.uncaught.update(row.problem for row in rows if row.problem)
        office.bench.engine.dispose()
    return found


def parts(first: int, last: int) -> list[range]:
    """Some hundreds of seeds for each of many mailboxes."""
    return [range(at, min(at + AT_ONCE, last)) for at in range(first, last, AT_ONCE)]


def total(found: Iterable[Fuzzed]) -> Fuzzed:
    """All together."""
    whole = Fuzzed()
    for one in found:
        whole.add(one)
    return whole


def on_every_core(first: int, last: int, mails: Sequence[bytes]) -> Fuzzed:
    """Deliver the mutants of many seeds, with a process for each core."""
    work = functools.partial(deliver, mails=mails)
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        return total(pool.map(work, parts(first, last)))
