"""The migrations of an empty database, to be killed half way."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine, inspect, make_url, text

from intake.store.engine import integrity, open_store, reading
from intake.store.schema import revision


@dataclass(frozen=True)
class Upgrade:
    """A database that has no tables yet."""

    url: str

    def clear(self) -> None:
        url = make_url(self.url)
        if url.get_backend_name() == "sqlite":
            database = Path(str(url.database))
            for left in database.parent.glob(f"{database.name}*"):
                left.unlink()
            return
        engine = create_engine(url)
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()

    def work(self) -> int:
        open_store(self.url).dispose()
        return 0

    def state(self) -> object:
        """Every table with its columns, and the revision; of what is there, without migrating."""
        engine = create_engine(self.url)
        found = inspect(engine)
        tables = {
            name: [column["name"] for column in found.get_columns(name)]
            for name in sorted(found.get_table_names())
        }
        with engine.connect() as connection:
            now = revision(connection)
        engine.dispose()
        return {"tables": tables, "revision": now}

    def faults(self) -> list[str]:
        engine = open_store(self.url)
        with reading(engine) as session:
            found = integrity(session)
        engine.dispose()
        return found
