"""The record of our polls around given moments: what was listed when, and when we could not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, func, or_, select

from intake.store.engine import Session
from intake.store.tables import Poll

AROUND = timedelta(hours=2)
"""How long before and after a moment polls are told."""


@dataclass(frozen=True)
class PollRow:
    """One listing of one folder; see the table `poll`."""

    id: int
    mailbox: str
    folder: str
    uidvalidity: int | None
    uidnext: int | None
    count: int | None
    started_at: datetime
    ended_at: datetime
    complete: bool
    problem: str


def around(session: Session, mailbox: str, moments: Iterable[datetime]) -> tuple[PollRow, ...]:
    """All polls near the moments, and for each the last before and the first after it."""
    asked = sorted(set(moments))
    near = [Poll.ended_at.between(moment - AROUND, moment + AROUND) for moment in asked]
    ends = [end for moment in asked for end in _neighbours(session, mailbox, moment)]
    query = select(Poll).where(and_(Poll.mailbox == mailbox, or_(*near, Poll.id.in_(ends))))
    return tuple(_row(poll) for poll in session.scalars(query.order_by(Poll.ended_at, Poll.id)))


def note_gap(session: Session, problem: str, now: datetime) -> None:
    """Record for each folder that nothing is known of it since its last poll, as of an outage.

    What a store saw after the backup that was restored over it is gone as evidence, and its
    absence must not speak against anybody.
    """
    last = select(Poll.mailbox, Poll.folder, func.max(Poll.ended_at))
    for mailbox, folder, since in session.execute(last.group_by(Poll.mailbox, Poll.folder)).all():
        gap = {"started_at": since, "ended_at": max(since, now), "complete": False}
        session.add(Poll(mailbox=mailbox, folder=folder, problem=problem, **gap))


def _neighbours(session: Session, mailbox: str, moment: datetime) -> list[int]:
    polls = select(Poll.id).where(Poll.mailbox == mailbox).limit(1)
    before = polls.where(Poll.ended_at <= moment).order_by(Poll.ended_at.desc())
    after = polls.where(Poll.ended_at > moment).order_by(Poll.ended_at)
    return [*session.scalars(before), *session.scalars(after)]


def _row(poll: Poll) -> PollRow:
    return PollRow(
        poll.id,
        poll.mailbox,
        poll.folder,
        poll.uidvalidity,
        poll.uidnext,
        poll.count,
        poll.started_at,
        poll.ended_at,
        poll.complete,
        poll.problem,
    )
