"""The server against the ledger: is every mail accounted for?"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import and_, func, select

from intake.store.engine import Session
from intake.store.tables import Delivery, Judgement, Poll, Sighting
from intake.triage.digest import Totals


def whereabouts(session: Session, mailbox: str, folder: str, uidvalidity: int) -> dict[int, str]:
    """For each UID sighted: empty where it has an outcome, else why it has none yet."""
    rows = session.execute(
        select(Sighting.uid, Delivery.id, Delivery.attempts, Judgement.outcome)
        .outerjoin(Delivery, Sighting.delivery_id == Delivery.id)
        .outerjoin(Judgement, Judgement.delivery_id == Delivery.id)
        .where(
            Sighting.mailbox == mailbox,
            Sighting.folder == folder,
            Sighting.uidvalidity == uidvalidity,
        )
    )
    return {uid: _why(delivery, attempts, outcome) for uid, delivery, attempts, outcome in rows}


def close_cycle(session: Session, mailbox: str, folders: Iterable[str]) -> None:
    """Record, beside the last complete listing of each folder, how much of it has an outcome."""
    for folder in folders:
        poll = last_complete(session, mailbox, folder)
        if poll is not None:
            poll.accounted = _accounted(session, poll)


def recorded(session: Session, mailbox: str, folders: Iterable[str]) -> Totals | None:
    """What the last cycle recorded of a mailbox; None while any folder has no record."""
    polls = [
        session.scalars(
            select(Poll)
            .where(Poll.mailbox == mailbox, Poll.folder == folder, Poll.accounted.is_not(None))
            .order_by(Poll.id.desc())
            .limit(1)
        ).first()
        for folder in folders
    ]
    found = [poll for poll in polls if poll is not None]
    if not found or len(found) < len(polls):
        return None
    server, accounted = (
        sum(one.count or 0 for one in found),
        sum(one.accounted or 0 for one in found),
    )
    return Totals(server, accounted, min(one.ended_at for one in found))


def totals(session: Session, watched: Iterable[tuple[str, str]]) -> Totals | None:
    """The sums over (mailbox, folder) as of the last complete poll of each.

    None while any of them was never read: a sum that leaves a folder out would prove nothing.
    """
    server, accounted, oldest = 0, 0, list[datetime]()
    for mailbox, folder in watched:
        poll = last_complete(session, mailbox, folder)
        if poll is None:
            return None
        server += poll.count or 0
        accounted += _accounted(session, poll)
        oldest.append(poll.ended_at)
    return Totals(server, accounted, min(oldest)) if oldest else None


def last_complete(session: Session, mailbox: str, folder: str) -> Poll | None:
    """The last poll that listed a folder completely."""
    return session.scalars(
        select(Poll)
        .where(Poll.mailbox == mailbox, Poll.folder == folder, Poll.complete)
        .order_by(Poll.id.desc())
        .limit(1)
    ).first()


def _accounted(session: Session, poll: Poll) -> int:
    query = (
        select(func.count())
        .select_from(Sighting)
        .join(Judgement, Judgement.delivery_id == Sighting.delivery_id)
        .where(
            and_(
                Sighting.mailbox == poll.mailbox,
                Sighting.folder == poll.folder,
                Sighting.uidvalidity == poll.uidvalidity,
                Sighting.unlisted_since.is_(None),
            )
        )
    )
    return session.scalar(query) or 0


def _why(delivery: int | None, attempts: int | None, outcome: str | None) -> str:
    if outcome is not None:
        return ""
    if delivery is None:
        return "seen and not fetched yet"
    return "fetched and not judged yet" + (f" ({attempts} attempts)" if attempts else "")
