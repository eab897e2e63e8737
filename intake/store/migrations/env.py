"""Alembic's entry: it runs on the connection, and in the transaction, that it is given."""

from alembic import context

from intake.store.tables import Base  # schema.py, which calls this, has imported all tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
context.run_migrations()
