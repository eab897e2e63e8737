"""Readings and verdicts: what was found about each delivery, and which belong together."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, exists, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from intake.store import audit, corrections, search
from intake.store.columns import storable
from intake.store.engine import Session
from intake.store.tables import Answer, Decision, Delivery, Former, Judgement, Reading
from intake.triage.dossier import Judged
from intake.triage.message import Message
from intake.triage.verdict import Verdict


@dataclass(frozen=True)
class Change:
    """What a verdict was, and is now; `before` is None for the first verdict."""

    delivery: int
    before: Verdict | None
    after: Verdict


def identity(delivery: int, sha256: str | None) -> str:
    """The sha256 of the bytes; where we have none, something that equals nothing else."""
    return sha256 or f"without bytes: m{delivery}"


def candidate_of(delivery: int, message: Message) -> str:
    """Whose mail it is; mails that name no sender are not one person's."""
    return message.candidate.key or f"nobody: m{delivery}"


def save(
    session: Session, delivery: Delivery, message: Message, verdict: Verdict, now: datetime
) -> Change | None:
    """Write a verdict, with an audit row; None where it stays as it was.

    Args:
        message: as people say it is; the reading is kept by `keep_reading`.
    """
    row = delivery.judgement
    before = row.verdict if row else None
    delivery.state = "judged"
    if row is not None and row.vacancy == delivery.vacancy and before == verdict:
        row.candidate = candidate_of(delivery.id, message)
        return None
    if row is None:
        row = Judgement(delivery=delivery, judged_at=now)
        session.add(row)
    if before is not None and before != verdict:
        former = Former(
            delivery_id=delivery.id, replaced_at=now, outcome=before.outcome.value, verdict=before
        )
        session.add(former)
    _fill(row, delivery, message, verdict)
    _audit(session, now, delivery.id, before, verdict)
    return Change(delivery.id, before, verdict)


def keep_reading(session: Session, delivery: Delivery, message: Message, now: datetime) -> None:
    """Write what a delivery was read into, where that is new."""
    reading = delivery.reading
    if reading is None:
        session.add(Reading(delivery=delivery, read_at=now, message=message))
    elif reading.message != message:
        reading.read_at, reading.message = now, message
        session.execute(delete(Answer).where(Answer.delivery_id == delivery.id))
    else:
        return
    search.keep(session, delivery.id, message)
    answered = {storable(one) for one in message.in_reply_to}
    session.add_all(Answer(delivery_id=delivery.id, message_id=one) for one in sorted(answered))


def verdicts(session: Session, vacancy: str) -> list[tuple[int, Verdict]]:
    """Every verdict of a vacancy, by delivery."""
    rows = session.execute(
        select(Judgement.delivery_id, Judgement.verdict).where(Judgement.vacancy == vacancy)
    )
    return [(number, verdict) for number, verdict in rows]


def reopened(session: Session, vacancy: str) -> dict[int, datetime]:
    """When each delivery that was refused once, and is not any more, was judged so."""
    rows = session.execute(
        select(Former.delivery_id, func.max(Former.replaced_at))
        .join(Judgement, Judgement.delivery_id == Former.delivery_id)
        .where(
            Judgement.vacancy == vacancy,
            Former.outcome == "refused",
            Judgement.outcome != "refused",
        )
        .group_by(Former.delivery_id)
    )
    found = dict[int, datetime]()
    for number, at in rows:
        found[number] = at
    return found


def kin(
    session: Session, delivery: Delivery, message: Message, vacancy: str | None = None
) -> list[Judged]:
    """Judged deliveries that share its candidate, bytes, content or thread, by receipt.

    Args:
        vacancy: where to look, if not in the delivery's own.
    """
    vacancy = vacancy or delivery.vacancy
    shared = [
        Judgement.candidate == candidate_of(delivery.id, message),
        Delivery.sha256 == identity(delivery.id, delivery.sha256),
    ]
    if message.content_hash:
        shared.append(Judgement.content_hash == message.content_hash)
    if message.message_id:
        answering = select(Answer.delivery_id).where(Answer.message_id == message.message_id)
        shared.append(Delivery.id.in_(answering))
    if message.in_reply_to:
        shared.append(Judgement.message_id.in_(message.in_reply_to))
    return _judged(
        session,
        vacancy,
        and_(
            Judgement.vacancy == vacancy,
            Judgement.delivery_id != delivery.id,
            or_(*shared),
        ),
    )


def of_candidate(session: Session, vacancy: str, candidate: str) -> list[Judged]:
    """Everything judged that one candidate sent for one vacancy."""
    mine = and_(Judgement.vacancy == vacancy, Judgement.candidate == candidate)
    return _judged(session, vacancy, mine)


def to_judge_again(session: Session, vacancy: str) -> list[int]:
    """Refused mail, and mail held because its timing is unclear, in order of receipt."""
    return list(
        session.scalars(
            select(Judgement.delivery_id)
            .where(
                Judgement.vacancy == vacancy,
                or_(
                    Judgement.outcome == "refused",
                    and_(Judgement.outcome == "held", Judgement.timing == "unclear"),
                ),
            )
            .order_by(Judgement.received_at, Judgement.delivery_id)
        )
    )


def in_order(session: Session, vacancy: str) -> list[int]:
    """All judged deliveries of a vacancy, in order of receipt."""
    return list(
        session.scalars(
            select(Judgement.delivery_id)
            .where(Judgement.vacancy == vacancy)
            .order_by(Judgement.received_at, Judgement.delivery_id)
        )
    )


def load(session: Session, number: int) -> Delivery:
    """A delivery with all that judging it looks at."""
    return session.scalars(
        select(Delivery)
        .where(Delivery.id == number)
        .options(
            joinedload(Delivery.reading),
            joinedload(Delivery.judgement),
            selectinload(Delivery.sightings),
        )
    ).one()


def _judged(session: Session, vacancy: str, condition: ColumnElement[bool]) -> list[Judged]:
    admitted = exists().where(Decision.delivery_id == Delivery.id, Decision.what == "admit")
    rows = session.execute(
        select(Delivery.id, Delivery.sha256, Reading.message, Judgement.verdict, admitted)
        .join(Judgement, Judgement.delivery_id == Delivery.id)
        .join(Reading, Reading.delivery_id == Delivery.id)
        .where(condition)
        .order_by(Judgement.received_at, Judgement.delivery_id)
    )
    found = [
        Judged(number, identity(number, sha256), message, verdict, admitted=let_in)
        for number, sha256, message, verdict, let_in in rows
    ]
    said = corrections.over(session, vacancy, [(one.id, one.message) for one in found])
    return [replace(one, message=said[one.id]) for one in found]


def _fill(row: Judgement, delivery: Delivery, message: Message, verdict: Verdict) -> None:
    row.vacancy = delivery.vacancy
    row.candidate = candidate_of(delivery.id, message)
    row.message_id = message.message_id
    row.content_hash = message.content_hash
    row.received_at = verdict.timing.received_at
    row.kind = verdict.kind.value
    row.outcome = verdict.outcome.value
    row.timing = verdict.timing.verdict.value
    row.verdict = verdict


def _audit(
    session: Session, now: datetime, delivery: int, before: Verdict | None, after: Verdict
) -> None:
    audit.append(
        session,
        now,
        audit.MACHINE,
        "judged" if before is None else "judged again",
        f"m{delivery}",
        kind=after.kind.value,
        outcome=after.outcome.value,
        timing=after.timing.verdict.value,
        decided_by=after.timing.decided_by,
        received_at=after.timing.received_at.isoformat(),
        was=before.outcome.value if before else None,
    )
