"""Databases that are held, cut off or restarted: told plainly, nothing lost, nothing twice."""

import contextlib
import itertools
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from sqlalchemy import make_url

from intake.errors import StoreUnavailable
from intake.store import engine as engines
from intake.store.engine import Engine, open_store, reading, transaction
from intake.store.tables import Delivery, Sighting
from intake.triage.message import Message
from tests.jobs.mailroom import Office, PlainReader, mail, open_office
from tests.support.figures import Figure
from tests.support.postgresql import Postgresql

MAILS = 6
SAFE = "What is stored is safe, and new mail waits on its server."


@dataclass
class Cut:
    """A wire to PostgreSQL that breaks at the `at`th COMMIT: before it, or behind it unanswered."""

    port: int
    answered: bool
    at: int = 0
    commits: int = 0
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def pass_on(self, client: socket.socket) -> None:
        with client, socket.create_connection(("127.0.0.1", self.port)) as server:
            threading.Thread(target=pump, args=(server, client)).start()
            with contextlib.suppress(OSError):
                while data := client.recv(65536):
                    if b"COMMIT\0" in data and self._is_the_one():
                        if self.answered:
                            client.shutdown(socket.SHUT_WR)  # its answer goes nowhere
                            server.sendall(data)
                            time.sleep(0.05)
                        break
                    server.sendall(data)
            hang_up(server)

    def _is_the_one(self) -> bool:
        with self._turn:
            self.commits += 1
            return self.commits == self.at


def pump(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)


def hang_up(server: socket.socket) -> None:
    with contextlib.suppress(OSError):
        server.shutdown(socket.SHUT_RDWR)


@contextmanager
def through(cut: Cut, url: str) -> Iterator[str]:
    """The address of a database by way of the wire."""

    def serve() -> None:
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=cut.pass_on, args=(listener.accept()[0],)).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve)
        thread.start()
        by_way = make_url(url).set(port=listener.getsockname()[1])
        try:
            yield by_way.render_as_string(hide_password=False)
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


def filled(engine: Engine, files: Path, mails: int = MAILS) -> Office:
    office = open_office(engine, files)
    for number in range(mails):
        office.server.inbox.add(mail(f"c{number}@example.org"))
    return office


def hold(office: Office, mails: int = MAILS) -> None:
    """All filed, each once."""
    assert office.outcomes == ["filed"] * mails
    assert office.broken == []
    with reading(office.bench.engine) as session:
        assert session.query(Sighting).count() == session.query(Delivery).count() == mails


def polled_through(postgresql: Postgresql, folder: Path, at: int, answered: bool) -> int:
    """Cut a poll at a COMMIT, then poll to the end; how many commits the cut poll had made."""
    url, cut = postgresql.new_database(), Cut(postgresql.port, answered)
    straight = open_store(url)
    with through(cut, url) as by_way:
        office = filled(open_store(by_way), folder / f"{at}{answered}")
        cut.commits, cut.at = 0, at
        troubles = office.poll().troubles
        office.bench.engine.dispose()
    for trouble in troubles:
        assert isinstance(trouble, StoreUnavailable)
        assert trouble.problem.startswith("The database cannot be used: ")
        assert trouble.remedy.startswith(SAFE)
    if cut.commits >= at:
        assert troubles
    office.bench = replace(office.bench, engine=straight)
    assert office.poll().troubles == ()
    hold(office)
    straight.dispose()
    return cut.commits


@pytest.mark.parametrize("answered", [True, False])
def test_a_commit_whose_answer_is_lost(
    postgresql: Postgresql, tmp_path: Path, answered: bool
) -> None:
    for at in (2, 9, 14):
        assert polled_through(postgresql, tmp_path, at, answered) >= at


@pytest.mark.faults
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("answered", [True, False])
def test_every_commit_may_lose_its_answer(
    postgresql: Postgresql, tmp_path: Path, answered: bool, figure: Figure
) -> None:
    done = 0
    for at in itertools.count(1):
        if polled_through(postgresql, tmp_path, at, answered) < at:
            break
        done = at
    what = "between COMMIT and its answer" if answered else "before COMMIT"
    name = f"PostgreSQL cut off {what}, at each of a poll"
    figure(f"{name}: all filed once", f"{done} of {done}", "over 12", done > 12)


@dataclass
class Holding(PlainReader):
    """At the third mail, another takes the database, and keeps it."""

    other: Engine | None = None
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    taken: ExitStack = field(default_factory=ExitStack)

    def read(self, raw: Path) -> Message:
        message = super().read(raw)
        if self.other is not None and next(self.numbers) == 3:
            self.taken.enter_context(transaction(self.other))
            self.other = None
        return message


def held(database: str, folder: Path) -> None:
    other = open_store(database)
    office = filled(open_store(database), folder)
    holding = Holding(other=other)
    office.bench = replace(office.bench, reader=holding)
    with holding.taken:
        [trouble] = office.poll().troubles
        assert isinstance(trouble, StoreUnavailable)
        assert "lock" in trouble.problem
        assert trouble.remedy == (
            f"{SAFE} Another process holds it for long: let it finish, or end it."
        )
    assert office.poll().troubles == ()
    hold(office)
    office.bench.engine.dispose()
    other.dispose()


def test_a_database_that_another_holds(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_TIMEOUT", 300)
    held(database, tmp_path / "files")


@pytest.mark.faults
def test_a_database_that_another_holds_for_longer_than_we_wait(
    database: str, tmp_path: Path
) -> None:
    held(database, tmp_path / "files")


@pytest.mark.faults
@pytest.mark.timeout(1800)
def test_a_postgresql_that_is_killed_again_and_again(
    postgresql: Postgresql, tmp_path: Path, figure: Figure
) -> None:
    office = filled(open_store(postgresql.new_database()), tmp_path / "files", mails=200)
    restarts, troubles = 20, 0
    ended = threading.Event()

    def restart() -> None:
        for _ in range(restarts):
            postgresql.control("stop", "-m", "immediate")
            postgresql.control("start")
            time.sleep(0.5)
        ended.set()

    thread = threading.Thread(target=restart)
    thread.start()
    while not ended.is_set() or office.poll().troubles:
        found = office.poll().troubles
        assert all(isinstance(one, StoreUnavailable) and SAFE in one.remedy for one in found)
        troubles += bool(found)
        time.sleep(0.1)
    thread.join()
    hold(office, 200)
    office.bench.engine.dispose()
    name = f"PostgreSQL killed {restarts} times during a poll of 200 mails"
    figure(f"{name}: polls that met it", troubles, "over 5", troubles > 5)
