"""The review queue of a vacancy, page by page; by receipt or by name, and never by merit."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from intake.store import marks, remarks, search
from intake.store.engine import Session
from intake.store.mark_table import Mark, MarkKind
from intake.store.rows import Leaf
from intake.store.tables import Application


@dataclass(frozen=True)
class Choice:
    """Which applications are asked for; as it comes, all of them.

    Attributes:
        stages: only those; empty for all.
        complete: None for both.
        marked: what each must have: of a kind, a word.
        since: only what came or changed after it.
        words: that their mail must hold, from `search.terms`.
        blind: names are hidden from who asks until shortlisting.
        aside: applications that are left out: who asks stepped aside from them.
        assigned: only those that this person is to work on, by what they sign in with.
        by_name: in order of names; else of receipt.
    """

    stages: tuple[str, ...] = ()
    complete: bool | None = None
    marked: tuple[tuple[MarkKind, str], ...] = ()
    since: datetime | None = None
    words: tuple[str, ...] = ()
    blind: bool = False
    aside: frozenset[int] = field(default_factory=frozenset)
    assigned: str = ""
    by_name: bool = False


@dataclass(frozen=True)
class QueueRow:
    """One application in a list: what is told of it at a glance, without its documents.

    Attributes:
        id: its number; "a7" for people.
        version: counts its changes; a decision made on an older one is a conflict.
        missing: the names of the checks that do not pass; flags, languages: as words.
        opened_at: when its first mail was judged.   changed_at: when it last became other.
    """

    id: int
    vacancy: str
    stage: str
    version: int
    name: str
    email: str
    received_at: datetime
    complete: bool
    missing: tuple[str, ...]
    flags: tuple[str, ...]
    languages: tuple[str, ...]
    opened_at: datetime
    changed_at: datetime


_COLUMNS = (
    Application.id,
    Application.vacancy,
    Application.stage,
    Application.version,
    Application.name,
    Application.email,
    Application.received_at,
    Application.complete,
    Application.opened_at,
    Application.changed_at,
)


def leaf(
    session: Session, vacancy: str, choice: Choice, *, start: int = 0, count: int = 50
) -> Leaf[QueueRow]:
    """Part of the queue, what was received first (or is called first) at the top."""
    wanted = _wanted(session, vacancy, choice)
    total = session.scalar(select(func.count()).select_from(Application).where(*wanted)) or 0
    order = _order(choice)
    page = select(*_COLUMNS).where(*wanted).order_by(order, Application.id)
    return Leaf(_rows(session, page.offset(start).limit(count)), total)


def neighbours(
    session: Session, vacancy: str, choice: Choice, application: int
) -> tuple[int | None, int | None]:
    """The applications before and after one in the queue, whether or not it is chosen itself."""
    wanted = _wanted(session, vacancy, choice)
    order = _order(choice)
    here = session.scalar(select(order).where(Application.id == application))
    before = or_(order < here, and_(order == here, Application.id < application))
    after = or_(order > here, and_(order == here, Application.id > application))
    numbers = select(Application.id).where(*wanted).limit(1)
    earlier = numbers.where(order <= here, before)  # the first condition is for the index
    later = numbers.where(order >= here, after)
    return (
        session.scalar(earlier.order_by(order.desc(), Application.id.desc())),
        session.scalar(later.order_by(order, Application.id)),
    )


def _order(choice: Choice) -> InstrumentedAttribute[Any]:
    return Application.sorting if choice.by_name else Application.received_at


def among(session: Session, vacancy: str, applications: frozenset[int]) -> frozenset[int]:
    """Those of these applications that stand in the queue of a vacancy."""
    if not applications:
        return frozenset()
    query = select(Application.id).where(
        Application.vacancy == vacancy,
        Application.counts.is_(True),
        Application.id.in_(sorted(applications)),
    )
    return frozenset(session.scalars(query))


def _rows(session: Session, page: Select[*tuple[object, ...]]) -> tuple[QueueRow, ...]:
    found = [row._asdict() for row in session.execute(page)]
    told = marks.of(session, [row["id"] for row in found])
    return tuple(
        QueueRow(
            **row,
            missing=told[row["id"]][MarkKind.MISSING],
            flags=told[row["id"]][MarkKind.FLAG],
            languages=told[row["id"]][MarkKind.LANGUAGE],
        )
        for row in found
    )


def _wanted(session: Session, vacancy: str, choice: Choice) -> Sequence[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = [
        Application.vacancy == vacancy,
        Application.counts.is_(True),
    ]
    if choice.stages:
        wanted.append(Application.stage.in_(choice.stages))
    if choice.complete is not None:
        wanted.append(Application.complete.is_(choice.complete))
    if choice.since is not None:
        wanted.append(Application.changed_at > choice.since)
    if choice.aside:
        wanted.append(Application.id.not_in(sorted(choice.aside)))
    if choice.assigned:
        wanted.append(Application.id.in_(remarks.assigned(choice.assigned)))
    if choice.words:
        wanted.append(search.applications(session, choice.words, blind=choice.blind))
    return [*wanted, *(_has(kind, word) for kind, word in choice.marked)]


def _has(kind: MarkKind, word: str) -> ColumnElement[bool]:
    having = select(Mark.application_id).where(
        Mark.application_id == Application.id, Mark.kind == kind.value, Mark.word == word
    )
    return having.exists()
