"""Known UIDs that may mean other mails by now, on a server that breaks the rules of UIDs."""

from sqlalchemy import select

from intake.store.engine import Session
from intake.store.ledger import Look, Wanted
from intake.store.tables import Poll, Sighting


def doubtful(session: Session, look: Look) -> list[Wanted]:
    """Described mails we have whose UIDs the server may have given to others meanwhile.

    No server may (RFC 3501, 2.3.1.1). One that did lists a UID again which it had left out, or
    lets UIDNEXT go back.
    """
    query = select(Sighting).where(
        Sighting.mailbox == look.mailbox,
        Sighting.folder == look.folder,
        Sighting.uidvalidity == look.uidvalidity,
        Sighting.delivery_id.is_not(None),
        Sighting.size.is_not(None),
    )
    if (look.uidnext or 0) >= _last_uidnext(session, look):
        query = query.where(Sighting.unlisted_since.is_not(None))
    rows = [row for row in session.scalars(query) if row.uid in look.uids]
    return [Wanted(row.id, row.uid, row.size, row.internal, row.internal_raw) for row in rows]


def _last_uidnext(session: Session, look: Look) -> int:
    """UIDNEXT as the last poll of this epoch had it; 0 where there is none."""
    last = (
        select(Poll.uidnext)
        .where(
            Poll.mailbox == look.mailbox,
            Poll.folder == look.folder,
            Poll.uidvalidity == look.uidvalidity,
        )
        .order_by(Poll.id.desc())
        .limit(1)
    )
    return session.scalar(last) or 0
