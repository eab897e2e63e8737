"""What the queue is listed, narrowed and searched by; filled from what is there."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.orm import Session

from intake.store import marks, search
from intake.store.columns import Key, Moment, Value, Words
from intake.triage.dossier import Application

revision = "0006"
down_revision = "0005"

MOMENT = sa.DateTime(timezone=True)
BYTEWISE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
LONG_AGO = "1970-01-01 00:00:00.000000"


def upgrade() -> None:
    """Add columns and tables, and fill them: the audit trail knows when what was opened."""
    for name, kind in (("name", sa.Text()), ("email", sa.Text()), ("sorting", BYTEWISE)):
        op.add_column("application", sa.Column(name, kind, nullable=False, server_default=""))
    for name in ("opened_at", "changed_at"):
        op.add_column(
            "application", sa.Column(name, MOMENT, nullable=False, server_default=LONG_AGO)
        )
    for name in ("received_at", "sorting"):
        op.create_index(f"ix_application_vacancy_{name}_id", "application", ["vacancy", name, "id"])
    _mark()
    _look()
    for statement in search.TABLES[op.get_bind().dialect.name]:
        op.execute(statement)
    session = Session(op.get_bind())
    _fill(session)
    search.rebuild(session)


def _mark() -> None:
    op.create_table(
        "mark",
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("word", sa.String(length=32), nullable=False),
        sa.Column("vacancy", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name="fk_mark_application_id"
        ),
        sa.PrimaryKeyConstraint("application_id", "kind", "word", name="pk_mark"),
    )
    op.create_index("ix_mark_vacancy_kind_word", "mark", ["vacancy", "kind", "word"])


def _look() -> None:
    op.create_table(
        "look",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("vacancy", sa.Text(), nullable=False),
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("since", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_look_account_id"),
        sa.PrimaryKeyConstraint("account_id", "vacancy", name="pk_look"),
    )


APPLICATION = sa.table(
    "application",
    sa.column("id", sa.Integer),
    sa.column("vacancy", Words),
    sa.column("counts", sa.Boolean),
    sa.column("received_at", Moment),
    sa.column("value", Value(Application)),
    sa.column("name", Words),
    sa.column("email", Words),
    sa.column("sorting", Key),
    sa.column("opened_at", Moment),
    sa.column("changed_at", Moment),
)
AUDIT = sa.table("audit", sa.column("at", Moment), sa.column("what"), sa.column("subject"))


def _fill(session: Session) -> None:
    table = APPLICATION.c
    numbers = session.scalars(sa.select(table.id).order_by(table.id)).all()
    for number in numbers:
        row = session.execute(
            sa.select(table.vacancy, table.counts, table.received_at, table.value).where(
                table.id == number
            )
        ).one()
        changes = [AUDIT.c.subject == f"a{number}", AUDIT.c.what.like("application %")]
        first, last = session.execute(
            sa.select(sa.func.min(AUDIT.c.at), sa.func.max(AUDIT.c.at)).where(*changes)
        ).one()
        candidate = row.value.candidate
        session.execute(
            sa.update(APPLICATION)
            .where(table.id == number)
            .values(
                name=candidate.name,
                email=candidate.email,
                sorting=marks.sorting(row.value),
                opened_at=first or row.received_at,
                changed_at=last or row.received_at,
            )
        )
        if row.counts:
            marks.keep(session, number, row.vacancy, row.value)
