"""The registers of a vacancy: mail that is in no queue, page by page. Nothing is hidden."""

from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, exists, func, select

from intake.store import rows
from intake.store.engine import Session
from intake.store.rows import Leaf, MessageRow
from intake.store.tables import Decision, Delivery, Judgement


class Register(StrEnum):
    """The outcomes that have a register of their own."""

    REFUSED = "refused"
    HELD = "held"
    ENQUIRIES = "enquiry"
    IGNORED = "ignored"


def leaf(
    session: Session,
    vacancy: str,
    register: Register,
    *,
    let_in: bool | None = False,
    start: int = 0,
    count: int = 50,
) -> Leaf[MessageRow]:
    """Part of a register, oldest mail first.

    Args:
        let_in: False: mail that is out; True: what people have let in; None: both.
    """
    wanted = _wanted(vacancy, register, let_in)
    total = session.scalar(select(func.count()).select_from(Judgement).where(wanted)) or 0
    numbers = session.scalars(
        select(Judgement.delivery_id)
        .where(wanted)
        .order_by(Judgement.received_at, Judgement.delivery_id)
        .offset(start)
        .limit(count)
    )
    return Leaf(tuple(rows.some(session, numbers)), total)


def counts(session: Session, vacancy: str) -> Mapping[Register, int]:
    """How many mails each register holds; those that people have let in are not among them."""
    found = session.execute(
        select(Judgement.outcome, func.count())
        .where(Judgement.vacancy == vacancy, ~_let_in())
        .group_by(Judgement.outcome)
    )
    told: dict[str, int] = {row[0]: row[1] for row in found}
    return {register: told.get(register.value, 0) for register in Register}


def unjudged(session: Session, vacancy: str) -> int:
    """How many mails of a vacancy still wait for their verdict."""
    query = (
        select(func.count())
        .select_from(Delivery)
        .outerjoin(Judgement)
        .where(Delivery.vacancy == vacancy, Judgement.delivery_id.is_(None))
    )
    return session.scalar(query) or 0


def _wanted(vacancy: str, register: Register, let_in: bool | None) -> ColumnElement[bool]:
    found = and_(Judgement.vacancy == vacancy, Judgement.outcome == register.value)
    if let_in is None:
        return found
    return and_(found, _let_in() if let_in else ~_let_in())


def _let_in() -> ColumnElement[bool]:
    return exists().where(Decision.delivery_id == Judgement.delivery_id, Decision.what == "admit")
