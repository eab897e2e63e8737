"""The office of the jobs' tests, to be broken; databases as many as wanted."""

from collections.abc import Callable
from pathlib import Path

import pytest

from intake.store.engine import Engine
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
