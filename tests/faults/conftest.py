"""The office of the jobs' tests, to be broken; databases as many as wanted."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from intake.store.engine import Engine, open_store
from tests.jobs.mailroom import Office, open_office
from tests.support.postgresql import Postgresql


@pytest.fixture
def office(engine: Engine, tmp_path: Path) -> Office:
    """One vacancy, one mailbox, one watched folder."""
    return open_office(engine, tmp_path / "files")


@pytest.fixture(params=["sqlite", "postgresql"])
def many(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[int], str]:
    """Makes so many databases; their address, with {} in place of their numbers from 0."""
    if request.param == "sqlite":
        return lambda count: f"sqlite:///{tmp_path}/intake{{}}.db"
    server: Postgresql = request.getfixturevalue("postgresql")
    return server.new_databases


@pytest.fixture(scope="session")
def new_office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Office]:
    """Opens an office in a folder; its empty store is copied, which is quicker than making one."""
    empty = tmp_path_factory.mktemp("empty") / "i.db"
    open_store(f"sqlite:///{empty}").dispose()

    def make(folder: Path) -> Office:
        folder.mkdir(exist_ok=True)
        shutil.copy(empty, folder / "i.db")
        return open_office(open_store(f"sqlite:///{folder}/i.db"), folder / "files")

    return make
