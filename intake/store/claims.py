"""The digests: each claimed for one recipient and one local date before it is sent.

A claim makes sure that a digest is sent once, and that one which was in hand when the process
died is sent again under the same Message-ID, marked as a possible repeat.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from intake.store.engine import Session
from intake.store.tables import Outgoing

QUEUED, SENDING, SENT = "queued", "sending", "sent"


@dataclass(frozen=True)
class Claim:
    """The digest of one recipient and date.

    Attributes:
        until: up to which moment its figures go; it stays the same when it is sent again.
        message_id: likewise.
        state: `queued`, `sending` (perhaps taken by the server: the next is a possible repeat)
            or `sent`.
        problem: why the last attempt failed, in one sentence; else empty.
    """

    recipient: str
    date: date
    until: datetime
    message_id: str
    state: str
    attempts: int
    problem: str

    @property
    def perhaps_sent(self) -> bool:
        """Whether an attempt ended without an answer, so that the mail may be there already."""
        return self.state == SENDING


def claim(session: Session, recipient: str, day: date, until: datetime, message_id: str) -> Claim:
    """The claim on a recipient's digest of a date: made now, or as it was made before.

    Args:
        until, message_id: used when it is made now.
    """
    row = _find(session, recipient, day)
    if row is None:
        row = Outgoing(
            recipient=recipient,
            date=day,
            until=until,
            message_id=message_id,
            state=QUEUED,
            attempts=0,
            problem="",
            changed_at=until,
        )
        session.add(row)
    return _value(row)


def sending(session: Session, claimed: Claim, now: datetime) -> None:
    """Record, before the server is spoken to, that an attempt begins."""
    row = _set(session, claimed, SENDING, "", now)
    row.attempts += 1


def sent(session: Session, claimed: Claim, now: datetime) -> None:
    """Record that the server took it."""
    _set(session, claimed, SENT, "", now)


def failed(session: Session, claimed: Claim, problem: str, now: datetime) -> None:
    """Record that the server did not take it: it stays queued."""
    _set(session, claimed, QUEUED, problem, now)


def unsent(session: Session) -> list[Claim]:
    """Every digest that was claimed and is not known to be sent, the oldest first."""
    rows = session.scalars(
        select(Outgoing).where(Outgoing.state != SENT).order_by(Outgoing.date, Outgoing.id)
    )
    return [_value(row) for row in rows]


def last_sent(session: Session, recipient: str, before: date) -> Claim | None:
    """The last digest that a recipient got before a date: the next one goes on from there."""
    row = session.scalars(
        select(Outgoing)
        .where(Outgoing.recipient == recipient, Outgoing.state == SENT, Outgoing.date < before)
        .order_by(Outgoing.date.desc())
        .limit(1)
    ).first()
    return None if row is None else _value(row)


def _find(session: Session, recipient: str, day: date) -> Outgoing | None:
    return session.scalars(
        select(Outgoing).where(Outgoing.recipient == recipient, Outgoing.date == day)
    ).first()


def _set(session: Session, claimed: Claim, state: str, problem: str, now: datetime) -> Outgoing:
    row = _find(session, claimed.recipient, claimed.date)
    if row is None:
        raise LookupError(f"there is no claim on the digest of {claimed.date}")
    row.state, row.problem, row.changed_at = state, problem, now
    return row


def _value(row: Outgoing) -> Claim:
    return Claim(
        row.recipient, row.date, row.until, row.message_id, row.state, row.attempts, row.problem
    )
