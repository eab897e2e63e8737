"""Applications that were put aside for the candidate's answer, and are to be looked at again."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, exists, func, or_, select

from intake.store import rows
from intake.store.engine import Session
from intake.store.remarks import WAIT
from intake.store.rows import ApplicationRow
from intake.store.said import Remark
from intake.store.tables import Application, Delivery

DONE = ("declined", "withdrawn")
"""Stages in which nobody waits for a candidate any more."""


@dataclass(frozen=True)
class Back:
    """An application that has come back.

    Attributes:
        until: the day for which it was put aside.
        what: what is waited for, in a person's words.
        wrote: mail of the candidate has come since it was put aside.
    """

    row: ApplicationRow
    until: date
    what: str
    wrote: bool


def back(session: Session, vacancy: str, today: date) -> tuple[Back, ...]:
    """What has come back: its day has come, or the candidate has written; by receipt.

    It stays until somebody ends the waiting, chooses another day, or declines the application.

    Args:
        today: in the organisation's zone, in which people choose the day.
    """
    query = _back(vacancy, today).add_columns(Remark.to, Remark.text, _wrote())
    found = session.execute(query).all()
    applications = rows.some_applications(session, [number for number, *_ in found])
    return tuple(
        Back(row, date.fromisoformat(until), what, wrote)
        for row, (_, until, what, wrote) in zip(applications, found, strict=True)
    )


def numbers(session: Session, vacancy: str, today: date) -> frozenset[int]:
    """The applications in `back`, without what is told of them."""
    return frozenset(number for (number,) in session.execute(_back(vacancy, today)))


def _back(vacancy: str, today: date) -> Select[int]:
    last = select(func.max(Remark.id)).where(Remark.what == WAIT).group_by(Remark.application_id)
    return (
        select(Application.id)
        .join(Remark, Remark.application_id == Application.id)
        .where(Remark.id.in_(last), Remark.to != "", Application.vacancy == vacancy)
        .where(Application.counts, Application.stage.not_in(DONE))
        .where(or_(Remark.to <= today.isoformat(), _wrote()))
        .order_by(Application.received_at, Application.id)
    )


def _wrote() -> ColumnElement[bool]:
    return exists().where(Delivery.application_id == Application.id, Delivery.stored_at > Remark.at)
