"""The versions of each vacancy's deadline, as published. The cut-off only ever moves later."""

from datetime import datetime

from sqlalchemy import select

from intake.errors import DeadlineMovedEarlier
from intake.store import audit
from intake.store.engine import Session
from intake.store.tables import Published
from intake.triage.deadline import moved
from intake.triage.vacancy import Deadline, Vacancy


def publish(session: Session, vacancy: Vacancy, now: datetime) -> bool:
    """Record the deadline of the configuration; whether it replaces an older version.

    Raises:
        DeadlineMovedEarlier: the configuration says less than what was published.
    """
    row, deadline = _latest(session, vacancy.id), vacancy.deadline
    if row is not None and _value(row) == deadline:
        return False
    if row is not None:
        _require_later(vacancy, row)
    version = 1 if row is None else row.version + 1
    session.add(
        Published(
            vacancy=vacancy.id,
            version=version,
            recorded_at=now,
            cutoff=deadline.cutoff,
            ambiguous_from=deadline.ambiguous_from,
            grace=deadline.grace,
            hold_until=deadline.hold_until,
            sentence=deadline.sentence,
        )
    )
    audit.append(
        session,
        now,
        audit.MACHINE,
        "deadline",
        vacancy.id,
        version=version,
        cutoff=deadline.cutoff.isoformat(),
    )
    return row is not None


def require_later(session: Session, vacancy: Vacancy) -> None:
    """Look whether the configuration's deadline may stand.

    Raises:
        DeadlineMovedEarlier: the configuration says less than what was published.
    """
    row = _latest(session, vacancy.id)
    if row is not None:
        _require_later(vacancy, row)


def published(session: Session, vacancy: str) -> Deadline | None:
    """The deadline in force; None before the first poll of the vacancy."""
    row = _latest(session, vacancy)
    return None if row is None else _value(row)


def _latest(session: Session, vacancy: str) -> Published | None:
    return session.scalars(
        select(Published)
        .where(Published.vacancy == vacancy)
        .order_by(Published.version.desc())
        .limit(1)
    ).first()


def _value(row: Published) -> Deadline:
    return Deadline(row.cutoff, row.ambiguous_from, row.grace, row.hold_until, row.sentence)


def _require_later(vacancy: Vacancy, row: Published) -> None:
    try:
        moved(row.cutoff, vacancy.deadline.cutoff)
    except DeadlineMovedEarlier as error:
        raise DeadlineMovedEarlier(f"{vacancy.id}: {error.problem}", error.remedy) from None
