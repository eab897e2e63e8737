"""Brings the tables up to date: all migrations in the one transaction, or none."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from intake.errors import StoreDamaged
from intake.store import mark_table, said, staff_tables  # noqa: F401 - who opens a store knows all tables

MIGRATIONS = Path(__file__).parent / "migrations"


def known() -> list[str]:
    """The revisions that this Intake knows, in order; the last is what its code needs."""
    return sorted(path.stem.partition("_")[0] for path in MIGRATIONS.glob("versions/[0-9]*.py"))


def upgrade(connection: Connection) -> None:
    """Migrate the database of an open transaction to the newest revision.

    Raises:
        StoreDamaged: a newer Intake has migrated it already.
    """
    revisions, current = known(), revision(connection)
    if current == revisions[-1]:
        return
    if current is not None and current not in revisions:
        raise StoreDamaged(
            f"The database was written by a newer Intake (its tables are at {current}, "
            f"this one knows up to {revisions[-1]}).",
            "Install that version again, or restore the backup made before the upgrade.",
        )
    _migrate(connection)


def revision(connection: Connection) -> str | None:
    """The revision that the database is at; None for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(connection: Connection) -> None:
    """Alembic is slow to import, and needed only here."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
