"""The outbox: each mail claimed by its recipient, date and purpose before it is sent.

A claim makes sure that a mail is sent once, and that one which was in hand when the process
died is sent again under the same Message-ID, marked as a possible repeat.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from intake.store.engine import Session
from intake.store.tables import Outgoing

QUEUED, SENDING, SENT, REFUSED = "queued", "sending", "sent", "refused"
DIGEST = "digest"


@dataclass(frozen=True)
class Claim:
    """One mail to one recipient.

    Attributes:
        until: up to which moment its figures go; it stays the same when it is sent again.
        message_id: likewise.
        state: `queued`, `sending` (perhaps taken by the server: the next is a possible repeat),
            `sent`, or `refused` (the server will never take it for this recipient).
        problem: why the last attempt failed, in one sentence; else empty.
        subject, text: of a letter; a digest is composed when it is sent.
    """

    id: int
    recipient: str
    date: date
    until: datetime
    message_id: str
    state: str
    attempts: int
    problem: str
    subject: str
    text: str

    @property
    def perhaps_sent(self) -> bool:
        """Whether an attempt ended without an answer, so that the mail may be there already."""
        return self.state == SENDING


@dataclass(frozen=True)
class Letter:
    """A letter to be queued, once per recipient, date, kind and scope."""

    kind: str
    scope: str
    subject: str
    text: str


def claim(
    session: Session,
    recipient: str,
    day: date,
    until: datetime,
    message_id: str,
    letter: Letter | None = None,
) -> Claim:
    """The claim on a mail: made now, or as it was made before.

    Args:
        until, message_id: used when it is made now.
        letter: None for the digest of the day.
    """
    letter = letter or Letter(DIGEST, "", "", "")
    row = _find(session, recipient, day, letter.kind, letter.scope)
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
            **vars(letter),
        )
        session.add(row)
        session.flush()
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


def refused(session: Session, claimed: Claim, problem: str, now: datetime) -> None:
    """Record that the server will not take it for this recipient: it is tried no more."""
    _set(session, claimed, REFUSED, problem, now)


def open_digests(session: Session, day: date) -> list[Claim]:
    """The digests of a date that are not known to be sent, the refused among them."""
    rows = session.scalars(
        select(Outgoing).where(
            Outgoing.kind == DIGEST, Outgoing.date == day, Outgoing.state != SENT
        )
    )
    return [_value(row) for row in rows]


def letters(session: Session) -> list[Claim]:
    """The letters that wait to be sent, the oldest first."""
    rows = session.scalars(
        select(Outgoing)
        .where(Outgoing.kind != DIGEST, Outgoing.state.in_((QUEUED, SENDING)))
        .order_by(Outgoing.id)
    )
    return [_value(row) for row in rows]


def last_sent(session: Session, recipient: str, before: date) -> Claim | None:
    """The last digest that a recipient got before a date: the next one goes on from there."""
    row = session.scalars(
        select(Outgoing)
        .where(
            Outgoing.recipient == recipient,
            Outgoing.kind == DIGEST,
            Outgoing.state == SENT,
            Outgoing.date < before,
        )
        .order_by(Outgoing.date.desc())
        .limit(1)
    ).first()
    return None if row is None else _value(row)


def _find(session: Session, recipient: str, day: date, kind: str, scope: str) -> Outgoing | None:
    return session.scalars(
        select(Outgoing).where(
            Outgoing.recipient == recipient,
            Outgoing.date == day,
            Outgoing.kind == kind,
            Outgoing.scope == scope,
        )
    ).first()


def _set(session: Session, claimed: Claim, state: str, problem: str, now: datetime) -> Outgoing:
    row = session.get_one(Outgoing, claimed.id)
    row.state, row.problem, row.changed_at = state, problem, now
    return row


def _value(row: Outgoing) -> Claim:
    return Claim(
        row.id,
        row.recipient,
        row.date,
        row.until,
        row.message_id,
        row.state,
        row.attempts,
        row.problem,
        row.subject,
        row.text,
    )
