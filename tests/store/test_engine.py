"""The database keeps what it confirms, and says plainly why it cannot be used."""

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import insert, text

from intake.errors import StoreDamaged, StoreUnavailable
from intake.store import engine as engines
from intake.store import place
from intake.store.engine import Engine, integrity, open_store, reading, transaction
from intake.store.tables import Base, Lease
from tests.store.facts import NOON, a_lease


def test_the_migrations_make_the_tables_that_the_code_knows(engine: Engine) -> None:
    with reading(engine) as session:
        context = MigrationContext.configure(
            session.connection(), opts={"compare_type": False, "include_name": _is_mapped}
        )
        assert compare_metadata(context, Base.metadata) == []


def _is_mapped(name: str | None, kind: str, _: object) -> bool:
    """The full-text index, and what FTS5 keeps it in, are made by each database's own words."""
    return kind != "table" or not (name or "").startswith("search")


def test_a_store_that_is_up_to_date_is_opened_as_it_is(database: str) -> None:
    for _ in range(2):
        engine = open_store(database)
        with reading(engine) as session:
            assert integrity(session) == []
        engine.dispose()


def test_a_store_of_a_newer_version_is_left_alone(database: str) -> None:
    engine = open_store(database)
    with transaction(engine) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreDamaged, match="newer Intake"):
        open_store(database)


def test_a_moment_comes_back_as_the_same_instant_in_utc(engine: Engine) -> None:
    brussels = datetime.fromisoformat("2026-02-09T00:00:00.123456+01:00")
    with transaction(engine) as session:
        session.add(a_lease(taken_at=brussels))
    with reading(engine) as session:
        found = session.get_one(Lease, "jobs@example.org").taken_at
    assert found.isoformat() == "2026-02-08T23:00:00.123456+00:00"


def test_a_naive_moment_is_refused(engine: Engine) -> None:
    naive = datetime(2026, 2, 8, 23, 0)
    with pytest.raises(Exception, match="naive"), transaction(engine) as session:
        session.execute(insert(Lease), [{"name": "x", "taken_at": naive}])


def test_text_is_made_storable(engine: Engine) -> None:
    with transaction(engine) as session:
        session.add(a_lease(host="a\0b\ud800c"))
    with reading(engine) as session:
        assert session.get_one(Lease, "jobs@example.org").host == "ab?c"


def test_a_transaction_that_fails_leaves_nothing(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError), transaction(engine) as session:
        session.add(a_lease())
        session.flush()
        1 / 0  # noqa: B018
    with reading(engine) as session:
        assert session.get(Lease, "jobs@example.org") is None


def test_nothing_is_written_by_one_who_only_reads(engine: Engine) -> None:
    with reading(engine) as session:
        session.add(a_lease(taken_at=NOON))
    with reading(engine) as session:
        assert session.get(Lease, "jobs@example.org") is None


def test_the_database_file_is_private(tmp_path: Path) -> None:
    open_store(f"sqlite:///{tmp_path}/var/intake.db").dispose()
    assert (tmp_path / "var/intake.db").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "var").stat().st_mode & 0o077 == 0


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "intake.db").write_bytes(b"something else entirely, and long enough" * 100)
    with pytest.raises(StoreDamaged, match="not a database"):
        open_store(f"sqlite:///{tmp_path}/intake.db")


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailable, match=r"file/intake\.db cannot be written"):
        open_store(f"sqlite:///{tmp_path}/file/intake.db")


def test_a_database_held_by_another_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_TIMEOUT", 50)
    engine = open_store(f"sqlite:///{tmp_path}/intake.db")
    other = sqlite3.connect(tmp_path / "intake.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailable, match="locked"), transaction(engine):
        pass
    other.close()
    engine.dispose()


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2)])
def test_wal_is_refused_where_it_can_lose_a_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...]
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    with pytest.raises(StoreUnavailable, match="WAL"):
        open_store(f"sqlite:///{tmp_path}/intake.db?journal=wal")


def test_wal_is_used_where_it_is_asked_for_and_safe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 51, 3))
    engine = open_store(f"sqlite:///{tmp_path}/intake.db?journal=wal")
    with reading(engine) as session:
        assert session.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    engine.dispose()


def test_the_default_journal_survives_a_power_cut(tmp_path: Path) -> None:
    engine = open_store(f"sqlite:///{tmp_path}/intake.db")
    with reading(engine) as session:
        assert session.execute(text("PRAGMA journal_mode")).scalar() == "delete"
        assert session.execute(text("PRAGMA synchronous")).scalar() == 3  # EXTRA
        assert session.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert session.execute(text("PRAGMA secure_delete")).scalar() == 1
    engine.dispose()


def test_a_network_file_system_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
        f"30 22 0:44 / {tmp_path}/far\\040away rw shared:9 - nfs4 files.example.org:/x rw\n"
    )
    monkeypatch.setattr(place, "MOUNTS", mounts)
    with pytest.raises(StoreUnavailable, match="nfs4"):
        open_store(f"sqlite:///{tmp_path}/far away/intake.db")


def test_a_postgresql_that_may_forget_is_refused(postgresql_url: str) -> None:
    unsafe = f"{postgresql_url}?options=-csynchronous_commit%3Doff"
    with pytest.raises(StoreUnavailable, match="synchronous_commit = off"):
        open_store(unsafe)


def test_a_postgresql_that_is_away_is_named() -> None:
    with pytest.raises(StoreUnavailable, match="cannot be used"):
        open_store("postgresql+psycopg://intake@127.0.0.1:1/intake")


def test_an_address_that_is_none_is_named() -> None:
    with pytest.raises(StoreUnavailable, match="not the address"):
        open_store("intake.db")
