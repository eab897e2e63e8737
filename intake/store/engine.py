"""The database: SQLite by default, PostgreSQL where one machine no longer suffices.

Both are used alike: one writer at a time, each transaction all or nothing, on disk when done.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL, Connection
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import DatabaseError as SqlDatabaseError
from sqlalchemy.orm import Session

from intake.errors import StoreDamaged, StoreUnavailable
from intake.store import place, remedies, schema

__all__ = [
    "TOGETHER",
    "Engine",
    "Session",
    "integrity",
    "open_store",
    "reading",
    "rehearsal",
    "transaction",
]

BUSY_TIMEOUT = 30_000
"""Milliseconds that a writer waits for another; then it gives up, and says so."""

WAL_MENDED = (3, 51, 3)
"""The first SQLite whose WAL can no longer lose a commit when it is reset."""

LIMIT_EXCEEDED = "54"
"""PostgreSQL's class of errors for values that are too large: those are not the server's fault."""

ONE_WRITER = 0x1A7A4E
"""PostgreSQL's advisory lock that every writing transaction takes, as SQLite's does by itself."""

TOGETHER = 500
"""Numbers that one query names at the most: databases bound how many a statement may have."""


def open_store(url: str) -> Engine:
    """The database at `url`, checked, with its tables brought up to date.

    Args:
        url: `sqlite:///var/intake.db` (`?journal=wal` where wanted) or `postgresql://...`.

    Raises:
        StoreUnavailable: it cannot be reached, or its settings are not safe for evidence.
        StoreDamaged: a newer Intake has written it, or it is no database.
    """
    engine = _create(_parse(url))
    try:
        if engine.dialect.name == "postgresql":
            _check_postgresql(engine)
        with transaction(engine) as session:
            schema.upgrade(session.connection())
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """A session that writes: all of it is committed at the end, or none.

    It has the database to itself from its first moment, so nothing that it has read can be
    changed by another before it commits.

    Raises:
        StoreUnavailable, StoreDamaged: see the problem; nothing was written, unless the
            connection broke during the commit itself, when the next run finds out which.
    """
    with (
        _plain_errors(),
        Session(engine.execution_options(writes=True)) as session,
        session.begin(),
    ):
        session.connection()
        yield session


@contextmanager
def rehearsal(engine: Engine) -> Iterator[Session]:
    """A transaction that sees its own changes and commits none of them."""
    with _plain_errors(), Session(engine.execution_options(writes=True)) as session:
        yield session
        session.rollback()


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that only reads, and sees one moment of the database."""
    with _plain_errors(), Session(engine) as session, session.begin():
        yield session
        session.expunge_all()


def integrity(session: Session) -> list[str]:
    """What the database itself finds broken in its file (SQLite; PostgreSQL has its own tools)."""
    if session.get_bind().dialect.name != "sqlite":
        return []
    found = session.execute(text("PRAGMA integrity_check")).scalars().all()
    found = [
        *found,
        *(str(tuple(row)) for row in session.execute(text("PRAGMA foreign_key_check"))),
    ]
    return [str(line) for line in found if line != "ok"]


def _parse(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError:
        raise StoreUnavailable(
            f"{url!r} is not the address of a database.",
            "Write sqlite:///var/intake.db or postgresql://user@host/name.",
        ) from None


def _create(url: URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        return _create_sqlite(url)
    engine = create_engine(url, isolation_level="READ COMMITTED", pool_pre_ping=True)
    event.listen(engine, "connect", _connect_postgresql)
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def _create_sqlite(url: URL) -> Engine:
    wal = url.query.get("journal") == "wal"
    if wal and sqlite3.sqlite_version_info < WAL_MENDED:
        raise StoreUnavailable(
            f"SQLite {sqlite3.sqlite_version} can lose a commit in WAL mode (mended in 3.51.3).",
            "Leave out ?journal=wal: the default journal is safe with every version.",
        )
    if url.database:
        place.prepare(url.database)
    engine = create_engine(url.difference_update_query(["journal"]), max_overflow=-1)
    event.listen(engine, "connect", _connect_sqlite_wal if wal else _connect_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _connect_sqlite(connection: sqlite3.Connection, _: object, journal: str = "DELETE") -> None:
    """EXTRA also syncs the folder after the journal is deleted: a commit survives a power cut."""
    connection.isolation_level = None  # BEGIN is ours, see _begin_sqlite
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT}",
        f"journal_mode = {journal}",
        "synchronous = EXTRA",
        "foreign_keys = ON",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _connect_sqlite_wal(connection: sqlite3.Connection, record: object) -> None:
    _connect_sqlite(connection, record, journal="WAL")


def _begin_sqlite(connection: Connection) -> None:
    """A writer locks at once: one that reads first and writes later would be refused midway."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _connect_postgresql(connection: DBAPIConnection, _: object) -> None:
    """A process that was stopped in a transaction must not keep the others waiting for ever."""
    with closing(connection.cursor()) as cursor:
        cursor.execute(f"SET lock_timeout = {BUSY_TIMEOUT}")
    connection.commit()


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get("writes"):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_WRITER})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def _check_postgresql(engine: Engine) -> None:
    """Refuse a server whose settings may lose what it has confirmed."""
    wanted = {
        "fsync": ("on",),
        "full_page_writes": ("on",),
        "synchronous_commit": ("on", "local", "remote_write", "remote_apply"),
        "server_encoding": ("UTF8",),
    }
    with reading(engine) as session:
        found = {name: session.execute(text(f"SHOW {name}")).scalar_one() for name in wanted}
    for name, good in wanted.items():
        if found[name] not in good:
            raise StoreUnavailable(
                f"PostgreSQL has {name} = {found[name]}, with which evidence can be lost.",
                f"Set {name} = {good[0]} in postgresql.conf (UTF8: create the database anew).",
            )


@contextmanager
def _plain_errors() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise _plain(error) from error


def _plain(error: DBAPIError) -> Exception:
    """Our own words for a trouble of the database; a fault of our SQL stays what it is."""
    said = str(error.orig).strip() or type(error.orig).__name__
    if "malformed" in said or "not a database" in said:
        return StoreDamaged(
            f"The database is damaged: {said}.",
            "Stop Intake and restore the last backup; the next poll fetches what is newer.",
        )
    if str(getattr(error.orig, "sqlstate", "")).startswith(LIMIT_EXCEEDED):
        return error
    if type(error).__name__ == "OperationalError" or (
        error.connection_invalidated and isinstance(error, SqlDatabaseError)
    ):
        return StoreUnavailable(
            f"The database cannot be used: {said.splitlines()[0].rstrip('.')}.",
            remedies.of_database(said),
        )
    return error
