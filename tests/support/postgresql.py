"""A private PostgreSQL on loopback, and stores on both databases."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest

from intake.store.engine import Engine, open_store
from intake.store.tables import Base

NUMBERS = count(1)


@dataclass(frozen=True)
class Postgresql:
    """A running server of our own; `account` is who it runs as, since it refuses root."""

    programs: Path
    data: Path
    port: int
    account: str | None

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://intake@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """The address of a new, empty database."""
        name = f"intake{next(NUMBERS)}"
        self.run_sql(f"CREATE DATABASE {name}")
        return self.url(name)

    def new_databases(self, count: int) -> str:
        """The address of so many new databases, with {} in place of their numbers from 0."""
        name = f"intake{next(NUMBERS)}x"
        for number in range(count):
            self.run_sql(f"CREATE DATABASE {name}{number}")
        return self.url(name + "{}")

    def run_sql(self, sql: str) -> None:
        with psycopg.connect(
            f"postgresql://intake@127.0.0.1:{self.port}/postgres", autocommit=True
        ) as connection:
            connection.execute(sql.encode())

    def control(self, *words: str) -> None:
        """pg_ctl: `start`, `stop -m fast`, `stop -m immediate` (as kill -9 does)."""
        options = f"-p {self.port} -h 127.0.0.1 -k {self.data} -c recovery_init_sync_method=syncfs"
        log = ("-l", str(self.data / "log"), "-o", options) if words[0] == "start" else ()
        self.run("pg_ctl", "-w", "-D", str(self.data), *log, *words)

    def run(self, program: str, *words: str) -> None:
        done = subprocess.run(
            [str(self.programs / program), *words],
            user=self.account,
            cwd=self.data.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{program} {words}: {done.stdout}"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Postgresql]:
    """A PostgreSQL that this test run started and will stop."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    assert found, "PostgreSQL is missing: apt-get install postgresql"
    folder = Path(tempfile.mkdtemp(prefix="intake-postgresql-"))
    server = Postgresql(found[-1].parent, folder / "data", _free_port(), _account())
    if server.account:
        shutil.chown(folder, server.account)
    try:
        server.run("initdb", "-D", str(server.data), "-U", "intake", "-A", "trust", "-E", "UTF8",
                   "--locale", "C", "--no-sync")  # fmt: skip
        server.control("start")
        yield server
        server.control("stop", "-m", "immediate")
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def postgresql_url(postgresql: Postgresql) -> str:
    """The address of an empty PostgreSQL database."""
    return postgresql.new_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database: first SQLite, then PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/intake.db"
    server: Postgresql = request.getfixturevalue("postgresql")
    return server.new_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that has its tables already, on each of the two."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_tables"), tmp_path / "intake.db")
        return f"sqlite:///{tmp_path}/intake.db"
    url: str = request.getfixturevalue("postgresql_tables")
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        tables = ", ".join((*Base.metadata.tables, "search"))
        connection.execute(f"TRUNCATE {tables} RESTART IDENTITY".encode())
    return url


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    """A store, ready for use."""
    engine = open_store(store_url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def sqlite_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with tables and nothing in them."""
    path = tmp_path_factory.mktemp("template") / "intake.db"
    open_store(f"sqlite:///{path}").dispose()
    return path


@pytest.fixture(scope="session")
def postgresql_tables(postgresql: Postgresql) -> str:
    """The address of a PostgreSQL database with tables; each test empties them for itself."""
    url = postgresql.new_database()
    open_store(url).dispose()
    return url


def _account() -> str | None:
    if os.getuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
