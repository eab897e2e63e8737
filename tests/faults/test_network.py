"""The line to a real mail server fails at any octet: no cut mail is taken, none is lost or twice.

Each fault is followed by a poll over a whole line, which must bring everything home.
"""

import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from intake.jobs.bench import Inbox
from intake.jobs.poll import Polled, poll
from intake.mailbox.account import Account
from intake.mailbox.imap import connect
from tests.jobs.mailroom import BEFORE, VACANCY, Office, mail
from tests.support.dovecot import Dovecot
from tests.support.figures import Figure
from tests.support.proxy import KINDS, Fault, Kind, Proxy

PATIENCE, WHOLE_PATIENCE = 1.0, 60.0  # seconds without an octet: a failing line, a whole one
LONGEST = 30.0
PLACES = 36
MAILS = [
    mail("ada@example.org"),
    mail("bo@example.org", files=[f"cv{number}.txt" for number in range(12)]),
    mail("cy@example.org") + b"Yours,\r\n" * 2500,
]


@dataclass
class Line:
    """A mailbox of three mails on a real server, and how it is reached in one of two ways."""

    server: Dovecot
    address: str
    transport: str
    folder: Path
    new_office: Callable[[Path], Office]
    runs: int = 0
    struck: int = 0
    longest: float = 0.0
    wrong: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        return self.server.tls_port if self.transport == "tls" else self.server.port

    def account(self, port: int, patience: float) -> Account:
        made = self.server.tls_account if self.transport == "tls" else self.server.account
        return made(self.address, port=port, connect_timeout=patience, read_timeout=patience)

    def office(self) -> Office:
        self.runs += 1
        return self.new_office(self.folder / str(self.runs))

    def poll(
        self, office: Office, port: int, patience: float = WHOLE_PATIENCE
    ) -> tuple[Polled, float]:
        account = self.account(port, patience)
        inbox = Inbox(VACANCY.mailbox, "tosci", ("INBOX",), partial(connect, account))
        began = time.monotonic()
        return poll(office.bench, inbox), time.monotonic() - began

    def run(self, fault: Fault) -> None:
        """One poll over the failing line, one over the whole one, and what is wrong then."""
        office = self.office()
        with Proxy(self.port, fault) as wire:
            first, seconds = self.poll(office, wire.port, PATIENCE)
        self.longest = max(self.longest, seconds)
        self.struck += wire.struck
        found = [*_cut(office), *_unsaid(first, self.address)]
        second, _ = self.poll(office, self.port)
        found += [f"afterwards: {trouble}" for trouble in second.troubles]
        found += [*_cut(office), *_missing(office), *office.broken]
        self.wrong += [f"{fault}: {one}" for one in found]
        office.bench.engine.dispose()

    def pieces(self) -> dict[bool, list[int]]:
        """What goes up and what comes down in an unharmed poll, answer by answer."""
        office = self.office()
        with Proxy(self.port) as wire:
            polled, _ = self.poll(office, wire.port)
        assert polled.troubles == ()
        office.bench.engine.dispose()
        return wire.pieces


def _cut(office: Office) -> Iterator[str]:
    """Every stored mail that is none of those on the server."""
    whole = {hashlib.sha256(raw.replace(b"\n", b"\r\n")).hexdigest() for raw in _sent()}
    for row in office.messages:
        if row.sha256 not in whole:
            yield f"m{row.id} is stored otherwise than it lies on the server"


def _missing(office: Office) -> Iterator[str]:
    found = sorted((row.uid, row.verdict and row.verdict.outcome.value) for row in office.messages)
    if found != [(uid, "filed") for uid in range(1, len(MAILS) + 1)]:
        yield f"in the ledger are {found}"


def _sent() -> list[bytes]:
    return [raw.replace(b"\r\n", b"\n") for raw in MAILS]


def _unsaid(polled: Polled, address: str) -> Iterator[str]:
    """A trouble that a person cannot make sense of: not one sentence, no mailbox, no next step."""
    for trouble in polled.troubles:
        if address not in trouble.problem or not trouble.remedy:
            yield f"said only {trouble}"
        if "\n" in trouble.problem or not trouble.problem.rstrip('"').endswith("."):
            yield f"no sentence: {trouble.problem}"


@pytest.fixture(params=["plain", "tls"])
def line(
    request: pytest.FixtureRequest,
    dovecot: Dovecot,
    tmp_path: Path,
    new_office: Callable[[Path], Office],
) -> Line:
    address = dovecot.new_address()
    dovecot.append_all(address, [(raw.replace(b"\n", b"\r\n"), BEFORE) for raw in _sent()])
    return Line(dovecot, address, request.param, tmp_path, new_office)


def _places(pieces: list[int], count: int) -> list[int]:
    """Octets at which to strike, as many in a short answer as in a long one: in the greeting and
    its like, in tag lines, in the announcement of a literal, within it and behind it."""
    found = []
    for number in range(count):
        piece, within = divmod((number + 0.5) / count * len(pieces), 1)
        found.append(sum(pieces[: int(piece)]) + int(within * pieces[int(piece)]))
    return found


def _strike(line: Line, faults: Callable[[Kind, bool, list[int]], Iterator[Fault]]) -> None:
    before = line.server.dump(line.address)
    assert len(before) == len(MAILS)
    pieces = line.pieces()
    for up in (False, True):
        for kind in KINDS:
            for fault in faults(kind, up, _places(pieces[up], PLACES)):
                line.run(fault)
    assert line.server.dump(line.address) == before


def _tell(line: Line, figure: Figure, runs: int) -> None:
    name = f"{runs} faults of a line in {'TLS' if line.transport == 'tls' else 'plain text'}"
    told = "; ".join([f"{len(line.wrong)} wrong", *line.wrong[:3]])
    figure(f"{name}: mails cut, lost or twice", told, "0 wrong", line.wrong == [])
    enough = line.struck >= 0.9 * runs
    figure(f"{name}: came about", line.struck, f"at least {0.9 * runs:.0f}", enough)
    seconds = f"{line.longest:.1f} s"
    figure(f"{name}: longest poll", seconds, f"at most {LONGEST:.0f} s", line.longest <= LONGEST)


def test_a_line_that_fails_loses_and_cuts_nothing(line: Line, figure: Figure) -> None:
    def one(kind: Kind, up: bool, places: list[int]) -> Iterator[Fault]:
        yield Fault(kind, places[2 + KINDS.index(kind) * 6 + up * 3], up)

    _strike(line, one)
    _tell(line, figure, len(KINDS) * 2)


@pytest.mark.faults
@pytest.mark.timeout(7200)
def test_a_line_that_fails_anywhere_loses_and_cuts_nothing(line: Line, figure: Figure) -> None:
    def everywhere(kind: Kind, up: bool, places: list[int]) -> Iterator[Fault]:
        yield from (Fault(kind, at, up) for at in places)

    _strike(line, everywhere)
    _tell(line, figure, len(KINDS) * 2 * PLACES)
