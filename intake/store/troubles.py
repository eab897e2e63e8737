"""Troubles as they were noted: when each began, when it ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, func, select

from intake.store.engine import Session
from intake.store.tables import Decision, Judgement, Outgoing, Poll
from intake.store.tables import Trouble as Row
from intake.triage.trouble import Trouble


@dataclass(frozen=True)
class Turn:
    """A trouble that began, or (`ended`) is over; `id` is its own for ever."""

    id: int
    trouble: Trouble
    ended: bool


def note(session: Session, found: Sequence[Trouble], now: datetime) -> list[Turn]:
    """Write down what began and what ended since the last look; both are told."""
    open_rows = {(row.kind, row.subject): row for row in session.scalars(_open())}
    turns = []
    for trouble in found:
        row = open_rows.pop((trouble.kind, trouble.subject), None)
        if row is None:
            row = Row(**vars(trouble), ended_at=None)
            session.add(row)
            session.flush()
            turns.append(Turn(row.id, trouble, ended=False))
        row.problem = trouble.problem
    for row in open_rows.values():
        row.ended_at = now
        turns.append(Turn(row.id, _value(row), ended=True))
    return turns


def standing(session: Session) -> tuple[Trouble, ...]:
    """Those that were noted and have not ended, the oldest first."""
    return tuple(_value(row) for row in session.scalars(_open()))


def began(session: Session, kind: str, subject: str, now: datetime) -> datetime:
    """Since when a trouble has been noted; now, where it is new."""
    row = session.scalars(_open().where(Row.kind == kind, Row.subject == subject)).first()
    return row.since if row is not None else now


def quarantine(session: Session) -> tuple[int, datetime | None]:
    """How many mails could not be read and wait for a person, and since when the first does."""
    admitted = select(Decision.delivery_id).where(
        Decision.what == "admit", Decision.delivery_id.is_not(None)
    )
    count, first = session.execute(
        select(func.count(), func.min(Judgement.judged_at)).where(
            Judgement.outcome == "held",
            Judgement.kind == "unreadable",
            Judgement.delivery_id.not_in(admitted),
        )
    ).one()
    return count, first


def stuck(session: Session, now: datetime, after: timedelta) -> list[Trouble]:
    """Recipients whose mail has waited for so long, each with the last problem."""
    rows = session.execute(
        select(Outgoing.recipient, func.min(Outgoing.until), func.max(Outgoing.problem))
        .where(Outgoing.state.in_(("queued", "sending")), Outgoing.until < now - after)
        .group_by(Outgoing.recipient)
        .order_by(Outgoing.recipient)
    )
    return [Trouble("outbox", who, since, problem) for who, since, problem in rows]


def unaccounted(session: Session, mailbox: str, folders: Sequence[str]) -> Trouble | None:
    """Mail that the server listed and that had no outcome when two cycles in a row had ended."""
    missing, since = 0, None
    for folder in folders:
        last = session.execute(
            select(Poll.count, Poll.accounted, Poll.ended_at)
            .where(Poll.mailbox == mailbox, Poll.folder == folder, Poll.accounted.is_not(None))
            .order_by(Poll.id.desc())
            .limit(2)
        ).all()
        short = [(count or 0) - (kept or 0) for count, kept, _ in last]
        if len(short) > 1 and min(short) > 0:
            missing += short[0]
            since = min(filter(None, (since, last[-1].ended_at)))
    if since is None:
        return None
    what = "1 mail has" if missing == 1 else f"{missing} mails have"
    return Trouble("missing", mailbox, since, f"{what} no outcome yet.")


def _open() -> Select[Row]:
    return select(Row).where(Row.ended_at.is_(None)).order_by(Row.since, Row.id)


def _value(row: Row) -> Trouble:
    return Trouble(row.kind, row.subject, row.since, row.problem)  # type: ignore[arg-type]
