"""Signed-in browsers, and sign-ins that failed."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select

from intake.store.engine import Session
from intake.store.staff_tables import Account, Attempt, Look, Visit

IDLE = timedelta(hours=2)
"""A visit that shows no sign of life for so long is over."""

LONGEST = timedelta(hours=12)
"""No visit lasts longer: a working day."""

TOUCHED = timedelta(minutes=1)
"""How often a visit's last sign of life is written down."""


@dataclass(frozen=True)
class VisitRow:
    """A visit that stands, and whose it is.

    Attributes:
        since: when the account was last seen before it; None on the first visit.
        stale: its last sign of life should be written down anew.
        flash: what the next page tells, as JSON; else empty.
        keys: single keys are commands.
    """

    id: str
    account: int
    email: str
    name: str
    role: str
    vacancies: tuple[str, ...]
    language: str
    since: datetime | None
    stale: bool
    flash: str
    keys: bool


@dataclass(frozen=True)
class Standing:
    """One signed-in browser: since when, and its last sign of life."""

    id: str
    begun_at: datetime
    seen_at: datetime


def begin(session: Session, account: Account, now: datetime) -> str:
    """Begin a visit; the token for the browser's cookie, which is kept nowhere else."""
    token = secrets.token_urlsafe(32)
    visit = Visit(
        id=digest(token),
        account_id=account.id,
        begun_at=now,
        seen_at=now,
        since=account.seen_at,
        flash="",
    )
    session.add(visit)
    account.seen_at = now
    session.execute(delete(Visit).where(_over(now)))
    return token


def find(session: Session, token: str, now: datetime) -> VisitRow | None:
    """The visit of a cookie, while it stands and its account is not disabled."""
    found = session.execute(
        select(Visit, Account)
        .join(Account, Account.id == Visit.account_id)
        .where(Visit.id == digest(token), ~_over(now), Account.disabled.is_(False))
    ).first()
    if found is None:
        return None
    visit, account = found
    return VisitRow(
        visit.id,
        account.id,
        account.email,
        account.name,
        account.role,
        account.vacancies,
        account.language,
        visit.since,
        now - visit.seen_at >= TOUCHED,
        visit.flash,
        account.keys,
    )


def touch(session: Session, visit: str, now: datetime) -> None:
    """Write a sign of life down."""
    row = session.get(Visit, visit)
    if row is not None:
        row.seen_at = now
        session.get_one(Account, row.account_id).seen_at = now


def tell(session: Session, visit: str, flash: str) -> None:
    """Keep what the next page tells; an empty text when it was told."""
    row = session.get(Visit, visit)
    if row is not None:
        row.flash = flash


def end(session: Session, visit: str) -> None:
    """Sign one browser out."""
    session.execute(delete(Visit).where(Visit.id == visit))


def end_all(session: Session, account: int, but: str = "") -> None:
    """Sign an account out everywhere, or everywhere else than in one visit."""
    session.execute(delete(Visit).where(Visit.account_id == account, Visit.id != but))


def standing(session: Session, account: int, now: datetime) -> list[Standing]:
    """The visits of an account that are not over, the latest first."""
    query = (
        select(Visit)
        .where(Visit.account_id == account, ~_over(now))
        .order_by(Visit.seen_at.desc(), Visit.id)
    )
    return [Standing(row.id, row.begun_at, row.seen_at) for row in session.scalars(query)]


def failed(session: Session, email: str, address: str, now: datetime) -> None:
    """Write a failed sign-in down."""
    session.add(Attempt(at=now, email=email, address=address))


def failures(
    session: Session, since: datetime, *, email: str | None = None, address: str | None = None
) -> int:
    """How many sign-ins failed for an account, or from an address."""
    query = select(func.count()).select_from(Attempt).where(Attempt.at > since)
    if email is not None:
        query = query.where(Attempt.email == email)
    if address is not None:
        query = query.where(Attempt.address == address)
    return session.scalar(query) or 0


def forget(session: Session, before: datetime, email: str | None = None) -> None:
    """Delete failures that no longer count; all of an account's, where it is named."""
    past: ColumnElement[bool] = Attempt.at <= before
    session.execute(delete(Attempt).where(past if email is None else Attempt.email == email))


def last_look(session: Session, account: int, visit: str, vacancy: str) -> datetime | None:
    """When an account last looked at a vacancy's queue before this visit; None: never."""
    row = session.get(Look, (account, vacancy))
    if row is None:
        return None
    return row.since if row.visit == visit else row.at


def is_noted(session: Session, account: int, visit: str, vacancy: str, now: datetime) -> bool:
    """Whether it stands there already that an account looks now."""
    row = session.get(Look, (account, vacancy))
    return row is not None and row.visit == visit and now - row.at < TOUCHED


def look(session: Session, account: int, visit: str, vacancy: str, now: datetime) -> None:
    """Write down that an account looks at a vacancy's queue."""
    row = session.get(Look, (account, vacancy))
    if row is None:
        session.add(Look(account_id=account, vacancy=vacancy, visit=visit, at=now))
    else:
        row.since = row.since if row.visit == visit else row.at
        row.visit, row.at = visit, now


def digest(token: str) -> str:
    """What is kept of a token: it cannot be turned back."""
    return hashlib.sha256(token.encode()).hexdigest()


def _over(now: datetime) -> ColumnElement[bool]:
    return (Visit.seen_at <= now - IDLE) | (Visit.begun_at <= now - LONGEST)
