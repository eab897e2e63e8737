"""Troubles with their beginning and end, letters in the outbox, former verdicts."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add to what is there; nothing that was written changes its meaning."""
    op.add_column("poll", sa.Column("accounted", sa.Integer(), nullable=True))
    _trouble()
    _former()
    with op.batch_alter_table("outgoing") as table:
        table.add_column(
            sa.Column("kind", sa.String(length=16), nullable=False, server_default="digest")
        )
        for name in ("scope", "subject", "text"):
            table.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
        table.drop_constraint("uq_outgoing_recipient_date", type_="unique")
        table.create_unique_constraint(
            "uq_outgoing_recipient_date_kind_scope", ["recipient", "date", "kind", "scope"]
        )


def _trouble() -> None:
    op.create_table(
        "trouble",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_trouble"),
    )


def _former() -> None:
    op.create_table(
        "former",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("replaced_at", MOMENT, nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["delivery_id"], ["delivery.id"], name="fk_former_delivery_id"),
        sa.PrimaryKeyConstraint("id", name="pk_former"),
    )
    op.create_index("ix_former_delivery_id", "former", ["delivery_id"])
