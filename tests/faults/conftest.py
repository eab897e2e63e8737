"""The office of the jobs' tests, to be broken."""

from pathlib import Path

import pytest

from intake.store.engine import Engine
from tests.jobs.mailroom import Office, open_office


@pytest.fixture
def office(engine: Engine, tmp_path: Path) -> Office:
    """One vacancy, one mailbox, one watched folder."""
    return open_office(engine, tmp_path / "files")
