"""Everything in a database, table by table, to be compared."""

from sqlalchemy import select

from intake.store.engine import Engine, reading
from intake.store.tables import Base


def dump(engine: Engine) -> dict[str, list[str]]:
    """Every row of every table, as text, in order."""
    with reading(engine) as session:
        return {
            table.name: sorted(str(tuple(row)) for row in session.execute(select(table)))
            for table in Base.metadata.sorted_tables
        }
