"""One mail of twenty turns its reader mad: the nineteen are filed in time, the one is held."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from intake.jobs.poll import poll
from intake.jobs.process import FAILURES
from intake.reading import forkserver
from intake.reading.limits import Limits
from intake.reading.sandbox import Sandbox
from intake.store.engine import open_store, reading
from intake.store.tables import Delivery
from intake.triage.verdict import Outcome
from tests.faults import evil
from tests.jobs.mailroom import Office, mail, open_office
from tests.support.figures import Figure

SHORT = ("hang", "memory", "abort", "leaves", "flood")
TWENTY = 20
ODD = 4


@dataclass(frozen=True)
class Run:
    """What became of twenty mails, and after how many seconds nineteen of them were done."""

    seconds: float
    outcomes: list[str]
    attempts: int
    reason: str


@pytest.fixture
def mad(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """The real sandbox, whose readers can turn mad; a mail may take less long than it could."""
    monkeypatch.setattr(forkserver, "command", evil.command)
    with Sandbox(Limits(delivery_wall=1.5, document_wall=5.0, document_cpu=3)) as sandbox:
        assert sandbox.confinement.weaknesses == ()
        yield sandbox


def _poll(sandbox: Sandbox, folder: Path, odd: bytes) -> Run:
    """Poll nineteen applications and an odd one."""
    folder.mkdir(parents=True)
    office = open_office(open_store(f"sqlite:///{folder}/i.db"), folder / "files")
    for number in range(TWENTY):
        office.server.inbox.add(odd if number == ODD else mail(f"c{number}@example.org"))
    done: dict[int, float] = {}
    began = time.monotonic()

    def note(count: int, total: int) -> None:
        done.setdefault(count, time.monotonic() - began)

    bench = replace(office.bench, reader=sandbox)
    assert poll(bench, office.inbox, judging=note).troubles == ()
    assert office.broken == []
    found = _found(office, done[TWENTY - 1])
    office.bench.engine.dispose()
    return found


def _found(office: Office, seconds: float) -> Run:
    with reading(office.bench.engine) as session:
        attempts = {row.id: row.attempts for row in session.query(Delivery)}
    verdicts = [row.verdict for row in office.messages]
    assert all(verdicts)
    odd = office.messages[ODD]
    return Run(
        seconds,
        [one.outcome.value for one in verdicts if one],
        attempts[odd.id],
        odd.problem,
    )


def _slowed(sandbox: Sandbox, folder: Path, name: str) -> float:
    """How many times the normal time the nineteen took; on a busy machine the best of three."""
    times = []
    for turn in map(str, range(3)):
        normal = _poll(sandbox, folder / turn / "calm", mail("c4@example.org")).seconds
        found = _poll(sandbox, folder / turn / "mad", mail("c4@example.org", f"EVIL {name}"))
        _hold(found, name)
        times.append(found.seconds / normal)
        print(f"{name}: {normal:.2f} s normally, {found.seconds:.2f} s beside it: {found.reason}")
        if times[-1] <= 2:
            break
    return min(times)


def _hold(found: Run, name: str) -> None:
    assert found.outcomes.count(Outcome.FILED.value) == TWENTY - 1, name
    assert found.outcomes[ODD] == Outcome.HELD.value, name
    assert found.attempts == FAILURES, name
    assert found.reason.startswith("The mail could not be read because "), name
    assert len(_mad_processes()) == 1, f"{name}: the fork server alone is left"


def _mad_processes() -> list[int]:
    """Every process that runs the mad readers."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and b"evil.turn_mad" in _command(entry):
            found.append(int(entry.name))
    return found


def _command(entry: Path) -> bytes:
    try:
        return (entry / "cmdline").read_bytes()
    except OSError:
        # It ended while we looked.
        return b""


def _hold_all(sandbox: Sandbox, folder: Path, names: tuple[str, ...], figure: Figure) -> None:
    slowest = max(_slowed(sandbox, folder / name.replace(" ", "-"), name) for name in names)
    told = f"{slowest:.2f} times"
    figure(f"poison: nineteen filed beside each of {len(names)} mad readers",
           told, "at most 2 times the normal time", slowest <= 2)  # fmt: skip


def test_one_mad_reader_does_not_stop_the_others(
    mad: Sandbox, tmp_path: Path, figure: Figure
) -> None:
    _hold_all(mad, tmp_path, SHORT, figure)


@pytest.mark.faults
@pytest.mark.timeout(3600)
def test_no_mad_reader_stops_the_others(mad: Sandbox, tmp_path: Path, figure: Figure) -> None:
    assert len(evil.EVIL) >= 25
    _hold_all(mad, tmp_path, tuple(evil.EVIL), figure)


def test_a_mad_document_costs_only_itself(mad: Sandbox, tmp_path: Path) -> None:
    before = set(Path("/proc/self/fd").iterdir())
    for name in ("abort", "forks", "memory", "null", "exit 0", "kills all"):
        made = mail("ada@example.org").replace(
            b"letter.txt of ada@example.org, Application", b"EVIL " + name.encode()
        )
        assert b"EVIL" in made
        (tmp_path / "mail").write_bytes(made)
        found = [one for one in mad.read(tmp_path / "mail").documents if not one.in_body]
        assert [one.readable for one in found] == [True, False], name
        assert found[1].reason is not None
    assert set(Path("/proc/self/fd").iterdir()) == before
