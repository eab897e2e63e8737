"""A disk that fills, a database that goes away: nothing is lost, and work goes on by itself."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, inspect

from intake.errors import StoreUnavailable
from intake.jobs.poll import poll
from intake.jobs.sweep import sweep
from intake.store import schema
from intake.store.engine import Engine, open_store, reading
from tests.jobs.mailroom import Office, mail, open_office
from tests.support.postgresql import Postgresql

MAILS = 12


def filled(office: Office) -> Office:
    for number in range(MAILS):
        office.server.inbox.add(mail(f"c{number}@example.org"))
    return office


def pages(engine: Engine, most: int) -> None:
    """Let the database file grow to so many pages and no further, as a full disk does."""

    def limit(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {most}")

    engine.dispose()
    event.listen(engine, "connect", limit)


def test_a_disk_that_fills_anywhere_is_gone_on_from(tmp_path: Path) -> None:
    office = filled(open_office(open_store(f"sqlite:///{tmp_path}/i.db"), tmp_path / "files"))
    with reading(office.bench.engine) as session:
        size = session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
    full = 0
    for more in range(0, 60, 3):
        pages(office.bench.engine, size + more)
        troubles = office.poll().troubles
        full += bool(troubles)
        assert all(isinstance(trouble, StoreUnavailable) for trouble in troubles)
        assert office.broken == []
    pages(office.bench.engine, 100_000)
    assert office.poll().troubles == ()
    assert full > 3
    assert office.outcomes == ["filed"] * MAILS
    assert office.broken == []
    office.bench.engine.dispose()


def test_a_postgresql_that_is_killed_midway_is_gone_on_from(
    postgresql: Postgresql, tmp_path: Path
) -> None:
    office = filled(open_office(open_store(postgresql.new_database()), tmp_path / "files"))

    def restart(done: int, total: int) -> None:
        if done == MAILS // 2:
            postgresql.control("stop", "-m", "immediate")
            postgresql.control("start")

    [trouble] = poll(office.bench, office.inbox, judging=restart).troubles
    assert isinstance(trouble, StoreUnavailable)
    assert 0 < len(office.outcomes) < MAILS
    assert office.poll().troubles == ()
    assert office.outcomes == ["filed"] * MAILS
    assert office.broken == []
    office.bench.engine.dispose()


def test_a_migration_is_whole_or_has_not_happened(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = schema._migrate

    def half(connection: Connection) -> None:
        real(connection)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(schema, "_migrate", half)
        with pytest.raises(KeyboardInterrupt):
            open_store(database)
    engine = open_store(database)
    assert inspect(engine).has_table("audit")
    engine.dispose()


def test_files_without_a_row_are_swept_and_the_mail_comes_again(office: Office) -> None:
    filled(office)
    office.bench.files.keep([b"written just before the process was killed"])
    office.poll()
    assert sweep(office.bench) == 0
    assert sweep(office.bench, age=-1) == 1
    assert sweep(office.bench, age=-1) == 0
