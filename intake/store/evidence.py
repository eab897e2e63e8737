"""What the ledger knows about when a mail came: see the deadline specification, "Evidence"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select

from intake.store import judgements
from intake.store.engine import Session
from intake.store.rows import MessageRow
from intake.store.tables import Delivery, Poll, Sighting
from intake.triage.border import border_hop
from intake.triage.deadline import Evidence, Fence, Outage
from intake.triage.message import Hop
from intake.triage.vacancy import Deadline

AROUND = timedelta(hours=2)
"""How far before the cut-off an outage can matter, and then some."""


def evidence(
    session: Session, delivery: Delivery, border: Hop | None, deadline: Deadline
) -> Evidence:
    """All evidence about one delivery; its first sighting counts, later ones are the same mail.

    Args:
        border: the line of our border server, as the reading of the mail shows it.
    """
    seen = delivery.sightings[0]
    found = Evidence(
        seen_at=seen.seen_at,
        internal=seen.internal,
        border=border.stamp if border else None,
        uid=seen.uid,
        uidvalidity=seen.uidvalidity,
        absent_at=seen.absent_at,
        internal_raw=seen.internal_raw,
        border_raw=border.raw if border else "",
    )
    if seen.seen_at <= (deadline.ambiguous_from or deadline.cutoff):
        return found  # we saw it by then (row 1): what we did not see can no longer matter
    return replace(
        found,
        held_elsewhere_at=_held_elsewhere(session, delivery, seen),
        fence=_fence(session, seen, deadline.cutoff),
        outages=_outages(session, seen, deadline.cutoff),
    )


def of_mail(
    session: Session, row: MessageRow, trusted_relays: Sequence[str], deadline: Deadline
) -> Evidence:
    """All evidence about a mail as it is shown; without a border line where it was never read."""
    border = border_hop(row.message.hops, trusted_relays) if row.message else None
    return evidence(session, judgements.load(session, row.id), border, deadline)


def _held_elsewhere(session: Session, delivery: Delivery, seen: Sighting) -> datetime | None:
    """When another watched folder of the mailbox was first seen to hold the same bytes."""
    if delivery.sha256 is None or seen.absent_at is None:
        return None
    return session.scalar(
        select(func.min(Sighting.seen_at))
        .join(Delivery)
        .where(
            Delivery.sha256 == delivery.sha256,
            Sighting.mailbox == seen.mailbox,
            Sighting.folder != seen.folder,
        )
    )


def _fence(session: Session, seen: Sighting, cutoff: datetime) -> Fence | None:
    """The last complete poll of the folder that ended by the cut-off."""
    poll = session.scalars(
        select(Poll)
        .where(*_of_folder(seen), Poll.uidvalidity == seen.uidvalidity, Poll.complete)
        .where(Poll.ended_at <= cutoff)
        .order_by(Poll.ended_at.desc())
        .limit(1)
    ).first()
    if poll is None or poll.uidvalidity is None or poll.uidnext is None:
        return None
    return Fence(poll.uidvalidity, poll.uidnext, poll.ended_at)


def _outages(session: Session, seen: Sighting, cutoff: datetime) -> tuple[Outage, ...]:
    """Times around the cut-off in which we could not read the folder.

    Each lasts from its first failed poll to the end of the next complete one; one that is not
    over has lasted until the last failed poll so far.
    """
    failed = select(Poll.id).where(*_of_folder(seen), Poll.complete.is_(False)).limit(1)
    if session.scalar(failed) is None:
        return ()
    polls = session.execute(
        select(Poll.started_at, Poll.ended_at, Poll.complete)
        .where(*_of_folder(seen), Poll.ended_at >= _calm_before(session, seen, cutoff))
        .where(Poll.started_at <= _calm_after(session, seen, cutoff))
        .order_by(Poll.ended_at)
    )
    found: list[Outage] = []
    began: datetime | None = None
    ended = cutoff
    for started_at, ended_at, complete in polls:
        ended = ended_at
        if not complete:
            began = began or started_at
        elif began is not None:
            found.append(Outage(began, ended_at))
            began = None
    return (*found, Outage(began, ended)) if began else tuple(found)


def _calm_before(session: Session, seen: Sighting, cutoff: datetime) -> datetime:
    """The last complete poll well before the cut-off; where there is none, the first moment."""
    found = session.scalar(
        select(func.max(Poll.ended_at)).where(
            *_of_folder(seen), Poll.complete, Poll.ended_at < cutoff - AROUND
        )
    )
    return found or datetime.min.replace(tzinfo=cutoff.tzinfo)


def _calm_after(session: Session, seen: Sighting, cutoff: datetime) -> datetime:
    """The first complete poll after the cut-off; where there is none, the last moment."""
    found = session.scalar(
        select(func.min(Poll.ended_at)).where(
            *_of_folder(seen), Poll.complete, Poll.ended_at >= cutoff
        )
    )
    return found or datetime.max.replace(tzinfo=cutoff.tzinfo)


def _of_folder(seen: Sighting) -> tuple[ColumnElement[bool], ...]:
    return Poll.mailbox == seen.mailbox, Poll.folder == seen.folder
