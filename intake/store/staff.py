"""Accounts: who may use the desk, and what they have read."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from intake.errors import UnknownId
from intake.store.engine import Session
from intake.store.staff_tables import Access, Account
from intake.store.tables import Delivery


@dataclass(frozen=True)
class AccountRow:
    """One account; what a password is checked against is not in it."""

    id: int
    email: str
    name: str
    role: str
    vacancies: tuple[str, ...]
    language: str
    disabled: bool
    created_at: datetime
    seen_at: datetime | None
    has_password: bool


def by_email(session: Session, email: str) -> Account | None:
    """The account of an address, however it is written."""
    return session.scalars(select(Account).where(Account.email == key(email))).first()


def by_identity(session: Session, identity: str) -> Account | None:
    """The account of a person whom a sign-in service knows."""
    return session.scalars(select(Account).where(Account.identity == identity)).first()


def get(session: Session, email: str) -> Account:
    """The account of an address.

    Raises:
        UnknownId: there is none.
    """
    found = by_email(session, email)
    if found is None:
        raise UnknownId(f"There is no account {email}.", "`intake user list` shows all of them.")
    return found


def everybody(session: Session) -> list[AccountRow]:
    """All accounts, by address."""
    return [row(account) for account in session.scalars(select(Account).order_by(Account.email))]


def named(session: Session, email: str) -> str:
    """The name of an account; what was said, where there is none of that address."""
    found = by_email(session, email) if "@" in email else None
    return email if found is None else found.name


def row(account: Account) -> AccountRow:
    """An account as a frozen value."""
    return AccountRow(
        account.id,
        account.email,
        account.name,
        account.role,
        account.vacancies,
        account.language,
        account.disabled,
        account.created_at,
        account.seen_at,
        bool(account.password),
    )


def key(email: str) -> str:
    """An address as accounts are found by it."""
    return email.strip().casefold()


def read(session: Session, account: int, subject: str, what: str, now: datetime) -> None:
    """Write down that somebody looked at a dossier."""
    session.add(Access(at=now, account_id=account, subject=subject, what=what))


def has_read(session: Session, account: int, subject: str, since: datetime) -> bool:
    """Whether somebody opened a mail, or the application in which it lies, since a moment.

    To have found it, which shows a few words of it, is not to have opened it.

    Args:
        subject: of the mail, as `m12`.
    """
    lying = select(Delivery.application_id).where(Delivery.id == int(subject[1:]))
    application = session.scalar(lying)
    query = select(Access.id).where(
        Access.subject.in_([subject, f"a{application}"]),
        Access.account_id == account,
        Access.at >= since,
        Access.what.like("/m/%") | Access.what.like("/a/%"),
    )
    return session.scalar(query.limit(1)) is not None
