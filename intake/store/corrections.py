"""Corrections as they are kept, and as they are laid over what was read."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select

from intake.store import audit
from intake.store.columns import storable
from intake.store.engine import Session
from intake.store.said import Correction as Row
from intake.store.tables import Delivery
from intake.triage.corrections import Corrected, Correction, corrected
from intake.triage.message import Message


@dataclass(frozen=True)
class CorrectionRow:
    """One correction, beside what stood there before.

    Attributes:
        found: what was found by itself, or said before.
        delivery: what it is about; None where it is about all mail of `candidate`.
    """

    at: datetime
    correction: Correction
    found: str
    why: str
    delivery: int | None = None
    candidate: str = ""


def found_candidate(delivery: int, message: Message) -> str:
    """Whose mail it is by itself; mails that name no sender are not one person's."""
    own = message.forwarded_from or message.sender
    return storable(own.key) or f"nobody: m{delivery}"


def add(session: Session, vacancy: str, said: CorrectionRow) -> None:
    """Keep a correction; it is audited."""
    correction, number = said.correction, said.delivery
    row = Row(
        at=said.at,
        who=correction.who,
        what=correction.what.value,
        to=correction.to,
        name=correction.name,
        found=said.found,
        why=said.why,
        document=correction.document,
        delivery_id=number,
        vacancy=vacancy,
        candidate=said.candidate,
    )
    session.add(row)
    session.flush()
    personal = correction.what is Corrected.CANDIDATE  # the chain keeps no address
    audit.append(
        session,
        said.at,
        correction.who,
        f"corrected {correction.what.value}",
        vacancy if number is None else f"m{number}",
        correction=row.id,
        to="" if personal else correction.to,
    )


def laid_over(session: Session, delivery: Delivery, message: Message) -> Message:
    """The message of a delivery as people say it is."""
    return over(session, delivery.vacancy, [(delivery.id, message)])[delivery.id]


def over(
    session: Session, vacancy: str, messages: Sequence[tuple[int, Message]]
) -> dict[int, Message]:
    """The messages of these deliveries of a vacancy as people say they are."""
    owners = {number: found_candidate(number, message) for number, message in messages}
    by_delivery: dict[int, list[Correction]] = defaultdict(list)
    by_candidate: dict[str, list[Correction]] = defaultdict(list)
    for row in _rows(session, vacancy, owners):
        if row.delivery_id is None:
            by_candidate[row.candidate].append(_value(row))
        else:
            by_delivery[row.delivery_id].append(_value(row))
    return {
        number: corrected(message, by_candidate[owners[number]] + by_delivery[number])
        for number, message in messages
    }


def of_deliveries(session: Session, numbers: Sequence[int]) -> list[CorrectionRow]:
    """Every correction of these deliveries or of their candidates, in the order made."""
    vacancies = session.scalars(select(Delivery).where(Delivery.id.in_(numbers)))
    deliveries = {row.id: row for row in vacancies}
    owners = {
        row.id: found_candidate(row.id, row.reading.message)
        for row in deliveries.values()
        if row.reading is not None
    }
    about: list[ColumnElement[bool]] = [Row.delivery_id.in_(numbers)]
    about += [
        and_(Row.vacancy == deliveries[number].vacancy, Row.candidate == owner)
        for number, owner in owners.items()
    ]
    query = select(Row).where(or_(*about)).order_by(Row.id)
    return [
        CorrectionRow(row.at, _value(row), row.found, row.why, row.delivery_id)
        for row in session.scalars(query)
    ]


def _rows(session: Session, vacancy: str, owners: dict[int, str]) -> Iterable[Row]:
    mine = Row.delivery_id.in_(list(owners))
    theirs = and_(
        Row.delivery_id.is_(None),
        Row.vacancy == vacancy,
        Row.candidate.in_(sorted(set(owners.values()))),
    )
    return session.scalars(select(Row).where(or_(mine, theirs)).order_by(Row.id))


def _value(row: Row) -> Correction:
    return Correction(Corrected(row.what), row.to, row.who, row.document, row.name)
