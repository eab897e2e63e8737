"""The tables of those who use the desk: their accounts, visits, failed sign-ins, what they read."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, true
from sqlalchemy.orm import Mapped, mapped_column

from intake.store.columns import Key, Value
from intake.store.tables import Base


class Account(Base):
    """A person who may sign in.

    `password` is an argon2 hash, empty for those who sign in elsewhere; `identity` is who they
    are there ("issuer subject"), known from their first sign-in on.
    """

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(Key, unique=True)
    name: Mapped[str]
    role: Mapped[str] = mapped_column(String(16))
    vacancies: Mapped[tuple[str, ...]] = mapped_column(Value(tuple[str, ...]))
    language: Mapped[str] = mapped_column(String(2))
    password: Mapped[str] = mapped_column(default="")
    identity: Mapped[str | None] = mapped_column(Key, unique=True)
    disabled: Mapped[bool] = mapped_column(default=False)
    keys: Mapped[bool] = mapped_column(default=True, server_default=true())  # single-key commands
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime | None]


class Visit(Base):
    """A signed-in browser. Only the hash of its cookie is kept.

    `since` is when the account was last seen before this visit; `flash` is told on the next page.
    """

    __tablename__ = "visit"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    begun_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    since: Mapped[datetime | None]
    flash: Mapped[str] = mapped_column(default="")


class Look(Base):
    """When an account last looked at the queue of a vacancy.

    `visit` is that in which it did; `since` is when it had looked last before that visit.
    """

    __tablename__ = "look"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    vacancy: Mapped[str] = mapped_column(primary_key=True)
    visit: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    since: Mapped[datetime | None]


class Attempt(Base):
    """A sign-in that failed: the address that was typed, and where it came from."""

    __tablename__ = "attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    email: Mapped[str] = mapped_column(Key, index=True)
    address: Mapped[str] = mapped_column(Key, index=True)


class Access(Base):
    """Who looked at what, and when: every reading of a dossier."""

    __tablename__ = "access"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    subject: Mapped[str] = mapped_column(String(32), index=True)  # a7 or m12
    what: Mapped[str]  # the path that was asked for
