"""Mail is searched blind without any name that its application's other mails tell."""

from alembic import op
from sqlalchemy.orm import Session

from intake.store import search

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Write anew by what each mail is found."""
    session = Session(op.get_bind())
    search.rebuild(session)
    session.flush()
