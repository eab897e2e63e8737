"""The chain and the readings, page by page, the latest first."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from intake.store.engine import Session
from intake.store.rows import AuditRow, audit_row
from intake.store.staff_tables import Access, Account
from intake.store.tables import Audit

PAGE = 50


@dataclass(frozen=True)
class AccessRow:
    """One reading: who looked at which dossier, and by which path."""

    id: int
    at: datetime
    who: str
    subject: str
    what: str


def changes(session: Session, subject: str = "", before: int | None = None) -> list[AuditRow]:
    """Rows of the chain, of one subject or all; one more than a page shows, if there are more."""
    query = select(Audit).order_by(Audit.id.desc()).limit(PAGE + 1)
    if subject:
        query = query.where(Audit.subject == subject)
    if before is not None:
        query = query.where(Audit.id < before)
    return [audit_row(row) for row in session.scalars(query)]


def readings(session: Session, subject: str = "", before: int | None = None) -> list[AccessRow]:
    """Who read what, of one subject or all; one more than a page shows, where there are more."""
    query = (
        select(Access, Account.name)
        .join(Account, Account.id == Access.account_id)
        .order_by(Access.id.desc())
        .limit(PAGE + 1)
    )
    if subject:
        query = query.where(Access.subject == subject)
    if before is not None:
        query = query.where(Access.id < before)
    return [
        AccessRow(row.id, row.at, name, row.subject, row.what)
        for row, name in session.execute(query)
    ]
