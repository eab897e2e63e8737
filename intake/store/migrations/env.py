"""Alembic's entry: it runs on the connection, and in the transaction, that it is given."""

from alembic import context

from intake.store import said, staff_tables  # noqa: F401 - the metadata knows what is imported
from intake.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
context.run_migrations()
