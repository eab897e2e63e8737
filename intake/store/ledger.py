"""Polls, sightings and deliveries: what the server had, when we knew, and what we have of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select, update

from intake.store import audit
from intake.store.engine import Session
from intake.store.files import Kept
from intake.store.tables import Delivery, Poll, Sighting

REFUSALS = 3
"""After so many polls in which the server did not hand a mail over, a person is told."""

GIVE_UP = 10
"""After so many, it is asked no more."""

SUSPECT = 2
"""Mail that was begun so often and never finished waits for the others."""

VANISHED = "The mail vanished from the mailbox before it could be fetched"


@dataclass(frozen=True)
class Look:
    """One look into one folder, as it is recorded.

    Attributes:
        ended_at: when the listing was complete, or had failed.
        complete: every UID was listed; else nothing follows from a UID's absence.
        problem: why the folder could not be listed, or not all of it; empty when it was.
    """

    mailbox: str
    folder: str
    started_at: datetime
    ended_at: datetime
    uidvalidity: int | None = None
    uidnext: int | None = None
    uids: frozenset[int] = frozenset()
    junk: bool = False
    complete: bool = False
    problem: str = ""


@dataclass(frozen=True)
class Wanted:
    """A sighting whose bytes we do not have; `size` is None until the server described it."""

    sighting: int
    uid: int
    size: int | None
    internal: datetime | None
    internal_raw: str


def record(session: Session, vacancy: str, look: Look) -> int:
    """Write a look down, and sight every UID that is new; how many were.

    The work is the difference between the complete list and the ledger: never "unseen", never
    "greater than the last".
    """
    before = _last_complete(session, look)
    session.add(_poll(look))
    if look.uidvalidity is None:
        return 0
    known = _known(session, look)
    new = sorted(look.uids - {row.uid for row in known if row.uidvalidity == look.uidvalidity})
    _sight(session, look, new, absent_at=before)
    _note_listed(session, look, known)
    if look.complete:
        _note_unlisted(session, vacancy, look, known)
    return len(new)


def wanted(session: Session, look: Look) -> list[Wanted]:
    """The listed mails whose bytes we lack; those that made trouble before come last."""
    rows = session.execute(
        select(Sighting)
        .outerjoin(Delivery)
        .where(
            Sighting.mailbox == look.mailbox,
            Sighting.folder == look.folder,
            Sighting.uidvalidity == look.uidvalidity,
            Sighting.unlisted_since.is_(None),
            Delivery.sha256.is_(None),
            Sighting.fetch_attempts < GIVE_UP,
        )
        .order_by(Sighting.fetch_attempts, Sighting.uid)
    ).scalars()
    return [Wanted(row.id, row.uid, row.size, row.internal, row.internal_raw) for row in rows]


def describe(session: Session, described: Iterable[Wanted]) -> None:
    """Keep INTERNALDATE and size as first observed, before anything is fetched."""
    session.execute(
        update(Sighting),
        [
            {
                "id": one.sighting,
                "size": one.size,
                "internal": one.internal,
                "internal_raw": one.internal_raw,
            }
            for one in described
        ],
    )


def keep(session: Session, vacancy: str, sighting: int, kept: Kept, now: datetime) -> int:
    """Link a sighting to its bytes, which are safe on disk; the delivery's number.

    Bytes that we have under UIDs that are no longer listed are that same mail again, moved or
    counted anew by the server: nothing is decided twice. Otherwise it is a new delivery, even
    where a listed one has the same bytes.
    """
    seen = session.get_one(Sighting, sighting)
    again = None if seen.delivery else _unlisted_with(session, seen, kept.sha256)
    if again is not None:
        seen.delivery = again
        _audit(session, now, "relinked", again, folder=seen.folder, uid=seen.uid)
        return again.id
    delivery = seen.delivery or _new_delivery(session, vacancy, seen)
    delivery.sha256, delivery.size, delivery.stored_at = kept.sha256, kept.size, now
    delivery.state, delivery.attempts, delivery.problem = "stored", 0, ""
    _audit(session, now, "stored", delivery, sha256=kept.sha256, size=kept.size)
    return delivery.id


def not_fetched(
    session: Session, vacancy: str, sighting: int, problem: str, gone: bool, now: datetime
) -> None:
    """Count a mail that the server listed and did not hand over; in the end a person is told."""
    seen = session.get_one(Sighting, sighting)
    seen.fetch_attempts += 1
    if gone:
        seen.unlisted_since = now
    elif seen.fetch_attempts >= REFUSALS and seen.delivery is None:
        _without_bytes(session, vacancy, seen, problem, now)


def waiting(session: Session, vacancy: str) -> list[int]:
    """The deliveries that wait for their verdict, in the order in which they came."""
    first = select(func.min(Sighting.id)).group_by(Sighting.delivery_id)
    return list(
        session.scalars(
            select(Delivery.id)
            .join(Sighting)
            .where(Delivery.vacancy == vacancy, Delivery.state == "stored", Sighting.id.in_(first))
            .order_by(func.coalesce(Sighting.internal, Sighting.seen_at), Sighting.uid, Delivery.id)
        )
    )


def hashes(session: Session, vacancy: str | None = None) -> dict[str, list[int]]:
    """The sha256 of every file that the ledger names, with the deliveries it is for."""
    found: dict[str, list[int]] = {}
    query = select(Delivery.sha256, Delivery.id).where(Delivery.sha256.is_not(None))
    if vacancy is not None:
        query = query.where(Delivery.vacancy == vacancy)
    for sha256, number in session.execute(query.order_by(Delivery.id)):
        found.setdefault(sha256 or "", []).append(number)
    return found


def start(session: Session, delivery: int) -> Delivery:
    """Count an attempt, to be committed before the attempt is made."""
    row = session.get_one(Delivery, delivery)
    row.attempts += 1
    return row


def _poll(look: Look) -> Poll:
    return Poll(
        mailbox=look.mailbox,
        folder=look.folder,
        uidvalidity=look.uidvalidity,
        uidnext=look.uidnext,
        count=None if look.uidvalidity is None else len(look.uids),
        junk=look.junk,
        started_at=look.started_at,
        ended_at=look.ended_at,
        complete=look.complete,
        problem=look.problem,
    )


def _last_complete(session: Session, look: Look) -> datetime | None:
    """When the last complete poll of the folder ended: it did not list what is new now."""
    return session.scalar(
        select(func.max(Poll.ended_at)).where(
            Poll.mailbox == look.mailbox,
            Poll.folder == look.folder,
            Poll.uidvalidity == look.uidvalidity,
            Poll.complete,
        )
    )


@dataclass(frozen=True)
class _Known:
    id: int
    uidvalidity: int
    uid: int
    unlisted_since: datetime | None
    delivery_id: int | None


def _known(session: Session, look: Look) -> list[_Known]:
    rows = session.execute(
        select(
            Sighting.id,
            Sighting.uidvalidity,
            Sighting.uid,
            Sighting.unlisted_since,
            Sighting.delivery_id,
        ).where(Sighting.mailbox == look.mailbox, Sighting.folder == look.folder)
    )
    return [_Known(*row) for row in rows]


def _sight(session: Session, look: Look, uids: list[int], absent_at: datetime | None) -> None:
    if not uids:
        return
    common = {
        "mailbox": look.mailbox,
        "folder": look.folder,
        "uidvalidity": look.uidvalidity,
        "seen_at": look.ended_at,
        "absent_at": absent_at,
        "junk": look.junk,
    }
    session.execute(insert(Sighting), [{**common, "uid": uid} for uid in uids])


def _is_listed(look: Look, row: _Known) -> bool:
    return row.uidvalidity == look.uidvalidity and row.uid in look.uids


def _note_listed(session: Session, look: Look, known: Iterable[_Known]) -> None:
    """Some servers leave a UID out once and list it again: it was never gone."""
    back = [row.id for row in known if row.unlisted_since and _is_listed(look, row)]
    _set_unlisted(session, back, None)


def _note_unlisted(session: Session, vacancy: str, look: Look, known: Iterable[_Known]) -> None:
    """What is unlisted for the second time and was never fetched has vanished."""
    unlisted = [row for row in known if not _is_listed(look, row)]
    _set_unlisted(session, [row.id for row in unlisted if not row.unlisted_since], look.ended_at)
    for row in unlisted:
        if row.unlisted_since and row.delivery_id is None:
            seen = session.get_one(Sighting, row.id)
            problem = f"{VANISHED}: it was UID {seen.uid} in {seen.folder}."
            _without_bytes(session, vacancy, seen, problem, look.ended_at)


def _set_unlisted(session: Session, sightings: list[int], since: datetime | None) -> None:
    if sightings:
        session.execute(
            update(Sighting), [{"id": one, "unlisted_since": since} for one in sightings]
        )


def _unlisted_with(session: Session, seen: Sighting, sha256: str) -> Delivery | None:
    """The first delivery of these bytes none of whose UIDs is listed any more."""
    listed = select(Sighting.delivery_id).where(
        Sighting.mailbox == seen.mailbox,
        Sighting.unlisted_since.is_(None),
        Sighting.delivery_id.is_not(None),
    )
    return session.scalars(
        select(Delivery)
        .where(
            Delivery.mailbox == seen.mailbox,
            Delivery.sha256 == sha256,
            Delivery.id.not_in(listed),
        )
        .order_by(Delivery.id)
        .limit(1)
    ).first()


def _new_delivery(session: Session, vacancy: str, seen: Sighting) -> Delivery:
    """A receipt number is the next one, without gaps (a sequence would leave some)."""
    if _new_delivery not in session.info:  # the transaction is the only writer
        session.info[_new_delivery] = session.scalar(select(func.max(Delivery.id))) or 0
    session.info[_new_delivery] += 1
    delivery = Delivery(
        id=session.info[_new_delivery],
        vacancy=vacancy,
        mailbox=seen.mailbox,
        state="stored",
        attempts=0,
        problem="",
    )
    seen.delivery = delivery
    return delivery


def _without_bytes(
    session: Session, vacancy: str, seen: Sighting, problem: str, now: datetime
) -> None:
    delivery = _new_delivery(session, vacancy, seen)
    delivery.problem = problem
    _audit(session, now, "unavailable", delivery, uid=seen.uid)


def _audit(
    session: Session, now: datetime, what: str, delivery: Delivery, **details: audit.Detail
) -> None:
    audit.append(session, now, audit.MACHINE, what, f"m{delivery.id}", **details)
