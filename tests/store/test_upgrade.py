"""A store of an earlier Intake is brought up to date, and what is in it is listed and found."""

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData, create_engine, select, text

from intake.jobs.bench import Bench
from intake.store import queue, search
from intake.store.engine import Engine, open_store, reading
from intake.store.mark_table import Mark
from intake.store.queue import Choice, QueueRow
from intake.store.rows import Leaf
from intake.store.schema import MIGRATIONS
from intake.store.search import Seen
from tests.jobs.mailroom import CUTOFF, VACANCY, open_office
from tests.support.crowd import arrive, crowd

BEFORE_SEARCH = "0005"
COUNT = 30


@pytest.fixture
def filled(engine: Engine, tmp_path: Path) -> Bench:
    bench = open_office(engine, tmp_path / "files").bench
    arrive(bench, VACANCY.id, *crowd(COUNT, CUTOFF))
    return bench


def make_earlier(url: str, source: Engine) -> None:
    """A database at the revision before search, with the rows of another."""
    earlier = create_engine(url)
    with earlier.begin() as to, source.connect() as have:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = to
        command.upgrade(config, BEFORE_SEARCH)
        tables = MetaData()
        tables.reflect(to)
        for table in tables.sorted_tables:
            if table.name != "alembic_version":
                rows = [dict(row._mapping) for row in have.execute(select(table))]
                if rows:
                    to.execute(table.insert(), rows)
    earlier.dispose()


def listed(engine: Engine) -> Leaf[QueueRow]:
    with reading(engine) as session:
        return queue.leaf(session, VACANCY.id, Choice(by_name=True))


def test_lists_and_search_know_what_was_there_before(
    filled: Bench, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url: str = f"sqlite:///{tmp_path}/earlier.db"
    if filled.engine.dialect.name == "postgresql":
        url = request.getfixturevalue("postgresql_url")
    make_earlier(url, filled.engine)
    upgraded = open_store(url)
    assert listed(upgraded) == listed(filled.engine)
    assert listed(upgraded).total == COUNT
    found: list[object] = []
    for engine in (filled.engine, upgraded):
        with reading(engine) as session:
            leaf = search.leaf(session, search.terms("elodie customs"), Seen((VACANCY.id,)))
            found.append([row.id for row in leaf.rows])
            told = session.execute(select(Mark.application_id, Mark.word))
            found.append(sorted(map(tuple, told)))
            found.append(session.execute(text("SELECT count(*) FROM search")).scalar())
    assert found[:3] == found[3:]
    assert found[0]
    upgraded.dispose()
