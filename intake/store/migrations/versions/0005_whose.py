"""Whose account decided, and whether an account works with single keys."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add to what is there; what was decided before tells a name alone."""
    with op.batch_alter_table("decision") as table:
        table.add_column(sa.Column("account_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            "fk_decision_account_id_account", "account", ["account_id"], ["id"]
        )
    op.add_column(
        "account", sa.Column("keys", sa.Boolean(), nullable=False, server_default=sa.true())
    )
