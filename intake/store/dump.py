"""Every table as lines of JSON, and back: the same on each database, so either can be restored."""

import base64
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Column,
    Date,
    Interval,
    LargeBinary,
    MetaData,
    Table,
    delete,
    func,
    insert,
    select,
    text,
)
from sqlalchemy.types import TypeEngine

from intake.errors import StoreDamaged
from intake.store import schema, search
from intake.store.columns import Key, Moment, Value, Words
from intake.store.engine import Session
from intake.store.tables import Base

BATCH = 500
NOT_KEPT = ("lease", "visit", "attempt")
"""Who works on what now, who is signed in and who failed to are no part of what is remembered.

Nor is the index of full-text search: it is written anew from the readings.
"""


def names() -> list[str]:
    """The tables, each after those that it refers to."""
    return [table.name for table in Base.metadata.sorted_tables if table.name not in NOT_KEPT]


def revision(session: Session) -> str:
    """The revision of the tables."""
    return schema.revision(session.connection()) or ""


def lines(session: Session, name: str) -> Iterator[bytes]:
    """The rows of one table, each as a line of JSON."""
    table = _plain(Base.metadata.tables[name])
    query = select(table).order_by(*Base.metadata.tables[name].primary_key.columns.keys())
    for row in session.execute(query.execution_options(yield_per=BATCH)):
        plain = {key: _out(value) for key, value in row._mapping.items()}
        yield json.dumps(plain, ensure_ascii=False).encode() + b"\n"


def is_empty(session: Session) -> bool:
    """Whether nothing is remembered yet."""
    tables = (Base.metadata.tables[name] for name in names())
    return not any(session.scalar(select(func.count()).select_from(table)) for table in tables)


def clear(session: Session) -> None:
    """Forget every row; a lease alone stays with its holder."""
    for table in reversed(Base.metadata.sorted_tables):
        if table.name != "lease":
            session.execute(delete(table))


def load(session: Session, name: str, rows: Iterable[bytes]) -> int:
    """Write the rows of one table; how many there were.

    Raises:
        StoreDamaged: this Intake has no such table, or a line is no row of it.
    """
    if name not in names():
        raise StoreDamaged(f"The backup has a table {name}, which this Intake does not know.")
    table, count, batch = _plain(Base.metadata.tables[name]), 0, list[dict[str, Any]]()
    for line in rows:
        batch.append(_row(table, line))
        count += 1
        if len(batch) >= BATCH:
            session.execute(insert(table), batch)
            batch = []
    if batch:
        session.execute(insert(table), batch)
    return count


def finish(session: Session) -> None:
    """After all rows were loaded: what is made from them, and the numbers that go on after them."""
    search.rebuild(session)
    _count_on(session)


def _count_on(session: Session) -> None:
    """Let PostgreSQL's own numbers go on after those that were loaded."""
    if session.get_bind().dialect.name != "postgresql":
        return
    for name in names():
        if Base.metadata.tables[name].autoincrement_column is not None:
            session.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), "  # noqa: S608 - ours
                    f'greatest((SELECT max(id) FROM "{name}"), 1))'
                )
            )


def _plain(table: Table) -> Table:
    """The table with its texts as they lie in the database."""
    columns = [Column(one.name, _type(one.type)) for one in table.columns]
    return Table(table.name, MetaData(), *columns)


def _type(kind: TypeEngine[Any]) -> TypeEngine[Any]:
    return kind.impl_instance if isinstance(kind, (Words, Key, Value)) else kind


def _out(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    match value:
        case datetime() | date():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case bytes():
            return base64.b64encode(value).decode()
    return value


def _row(table: Table, line: bytes) -> dict[str, Any]:
    try:
        plain = json.loads(line)
        return {one.name: _in(one.type, plain[one.name]) for one in table.columns}
    except (ValueError, KeyError, TypeError) as error:
        raise StoreDamaged(f"A line of {table.name} in the backup is no row.") from error


def _in(kind: TypeEngine[Any], value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    if value is None:
        return None
    match kind:
        case Moment():
            return datetime.fromisoformat(value)
        case Date():
            return date.fromisoformat(value)
        case Interval():
            return timedelta(seconds=value)
        case LargeBinary():
            return base64.b64decode(value)
    return value
