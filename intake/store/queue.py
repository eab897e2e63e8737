"""The review queue of a vacancy, page by page; by receipt, which says nothing about merit."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select

from intake.store import rows
from intake.store.engine import Session
from intake.store.rows import ApplicationRow, Leaf
from intake.store.tables import Application


def leaf(
    session: Session,
    vacancy: str,
    *,
    stages: Sequence[str] = (),
    complete: bool | None = None,
    start: int = 0,
    count: int = 50,
) -> Leaf[ApplicationRow]:
    """Part of the queue, what was received first at the top.

    Args:
        stages: only those; empty for all.   complete: None for both.
    """
    wanted = _wanted(vacancy, stages, complete)
    total = session.scalar(select(func.count()).select_from(Application).where(*wanted)) or 0
    page = (
        select(Application)
        .where(*wanted)
        .order_by(Application.received_at, Application.id)
        .offset(start)
        .limit(count)
    )
    return Leaf(tuple(rows.applications_in(session, page)), total)


def _wanted(
    vacancy: str, stages: Sequence[str], complete: bool | None
) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = [
        Application.vacancy == vacancy,
        Application.counts.is_(True),
    ]
    if stages:
        wanted.append(Application.stage.in_(stages))
    if complete is not None:
        wanted.append(Application.complete.is_(complete))
    return wanted
