"""The chain: one row per change, each sealed with the hash of the row before it.

Whoever changes, removes or inserts a row afterwards breaks every seal that follows; the last
hash (the head) stands in each digest, outside the database.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version

from sqlalchemy import select

from intake.store.columns import storable
from intake.store.engine import Session
from intake.store.tables import Audit

Detail = str | int | bool | None
"""Ids, words of the contract and hashes; nothing about the person, so that it can be kept."""

VERSION = version("intake")
MACHINE = "intake"
FIRST = "0" * 64


def append(
    session: Session, at: datetime, who: str, what: str, subject: str, **details: Detail
) -> None:
    """Add one row to the chain, in the transaction of the change that it tells of.

    Args:
        subject: `m12`, `a7`, or the id of a vacancy.
        who: a person's name, or `intake`.
    """
    number, previous = _end(session)
    row = Audit(
        id=number + 1,
        at=at.astimezone(UTC),
        who=storable(who),
        what=what,
        subject=subject,
        details=_canonical({**details, "intake": VERSION}),
        previous=previous,
    )
    row.hash = _seal(row)
    session.add(row)
    session.info[_end] = (row.id, row.hash)


def head(session: Session) -> str:
    """The hash of the last row: it vouches for all rows before it."""
    last = _last(session)
    return FIRST if last is None else last.hash


def count(session: Session) -> int:
    """How many rows the chain has."""
    last = _last(session)
    return 0 if last is None else last.id


def broken(session: Session) -> Iterator[tuple[int, str]]:
    """The rows whose seal does not hold, the first first: (row number, what is wrong)."""
    previous, expected = FIRST, 1
    for row in session.scalars(select(Audit).order_by(Audit.id).execution_options(yield_per=500)):
        if row.id != expected:
            yield row.id, f"rows {expected} to {row.id - 1} are missing"
        elif row.previous != previous:
            yield row.id, "it does not follow from the row before it"
        if row.hash != _seal(row):
            yield row.id, "it was changed after it was written"
        previous, expected = row.hash, row.id + 1


def _end(session: Session) -> tuple[int, str]:
    """Number and hash of the last row; remembered, as the transaction is the only writer."""
    if _end not in session.info:
        last = _last(session)
        session.info[_end] = (0, FIRST) if last is None else (last.id, last.hash)
    known: tuple[int, str] = session.info[_end]
    return known


def _last(session: Session) -> Audit | None:
    return session.scalars(select(Audit).order_by(Audit.id.desc()).limit(1)).first()


def _seal(row: Audit) -> str:
    sealed: dict[str, Detail] = {
        "id": row.id,
        "at": row.at.isoformat(),
        "who": row.who,
        "what": row.what,
        "subject": row.subject,
        "details": row.details,
        "previous": row.previous,
    }
    return hashlib.sha256(_canonical(sealed).encode()).hexdigest()


def _canonical(value: dict[str, Detail]) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
