"""What must always hold of the ledger, whatever happened to the process that wrote it."""

import json
from collections.abc import Callable, Iterator

from sqlalchemy import and_, func, or_, select

from intake.store.engine import Session
from intake.store.tables import (
    Application,
    Audit,
    Decision,
    Delivery,
    Judgement,
    Outgoing,
    Sighting,
)

WITH_BYTES = ("filed", "refused", "enquiry", "ignored")


def broken(session: Session) -> list[str]:
    """Every rule that does not hold, each in one sentence with the rows that break it."""
    return [sentence for rule in RULES for sentence in rule(session)]


def _receipts_have_no_gaps(session: Session) -> Iterator[str]:
    count, last = session.execute(select(func.count(Delivery.id), func.max(Delivery.id))).one()
    if count != (last or 0):
        yield f"There are {count} deliveries and the last is m{last}."


def _every_delivery_was_sighted(session: Session) -> Iterator[str]:
    sighted = select(Sighting.delivery_id).where(Sighting.delivery_id.is_not(None))
    for number in session.scalars(select(Delivery.id).where(Delivery.id.not_in(sighted))):
        yield f"m{number} was never sighted."


def _judged_means_a_verdict(session: Session) -> Iterator[str]:
    rows = session.execute(
        select(Delivery.id, Delivery.state, Judgement.outcome).outerjoin(Judgement)
    )
    for number, state, outcome in rows:
        if state == "judged" and outcome is None:
            yield f"m{number} is judged and has no outcome."


def _raw_bytes_come_first(session: Session) -> Iterator[str]:
    rows = session.scalars(
        select(Delivery.id)
        .join(Judgement)
        .where(Judgement.outcome.in_(WITH_BYTES), Delivery.sha256.is_(None))
    )
    for number in rows:
        yield f"m{number} was decided without its bytes."


def _filed_mail_has_its_application(session: Session) -> Iterator[str]:
    rows = session.scalars(
        select(Delivery.id)
        .join(Judgement)
        .where(Judgement.outcome == "filed", Delivery.application_id.is_(None))
    )
    for number in rows:
        yield f"m{number} is filed and lies in no application."


def _applications_hold_what_they_name(session: Session) -> Iterator[str]:
    for row in session.scalars(select(Application).where(Application.counts)):
        linked = {delivery.id for delivery in row.deliveries}
        for number in set(row.value.messages) - linked:
            yield f"a{row.id} names m{number}, which does not lie in it."


def _the_chain_tells_the_present(session: Session) -> Iterator[str]:
    told: dict[str, str] = {}
    judged = select(Audit.subject, Audit.details).where(Audit.what.in_(("judged", "judged again")))
    for subject, details in session.execute(judged.order_by(Audit.id)):
        told[subject] = details
    for number, outcome in session.execute(select(Judgement.delivery_id, Judgement.outcome)):
        if f'"outcome":"{outcome}"' not in told.get(f"m{number}", ""):
            yield f"m{number} is {outcome}, and the audit trail does not say so."


def _decisions_are_told_by_the_chain(session: Session) -> Iterator[str]:
    told = {
        json.loads(details).get("decision")
        for details in session.scalars(
            select(Audit.details).where(Audit.what.in_(("decided", "admitted")))
        )
    }
    rows = session.execute(
        select(Decision.id, Decision.what).where(Decision.what.in_(("stage", "admit")))
    )
    for number, what in rows:
        if number not in told:
            yield f"Decision {number} ({what}) stands there, and the audit trail does not say so."


def _sightings_lead_to_a_delivery_of_their_mailbox(session: Session) -> Iterator[str]:
    rows = session.execute(
        select(Sighting.id, Sighting.delivery_id)
        .outerjoin(Delivery, Sighting.delivery_id == Delivery.id)
        .where(
            Sighting.delivery_id.is_not(None),
            or_(Delivery.id.is_(None), Delivery.mailbox != Sighting.mailbox),
        )
    )
    for sighting, number in rows:
        yield f"Sighting {sighting} leads to m{number}, which is none of its mailbox."


def _mail_that_went_out_was_tried(session: Session) -> Iterator[str]:
    rows = session.execute(
        select(Outgoing.id, Outgoing.state).where(
            or_(
                Outgoing.state.not_in(("queued", "sending", "sent", "refused")),
                and_(Outgoing.state == "sent", Outgoing.attempts < 1),
            )
        )
    )
    for number, state in rows:
        yield f"Outgoing mail {number} is {state}, which cannot be."


RULES: tuple[Callable[[Session], Iterator[str]], ...] = (
    _receipts_have_no_gaps,
    _every_delivery_was_sighted,
    _judged_means_a_verdict,
    _raw_bytes_come_first,
    _filed_mail_has_its_application,
    _applications_hold_what_they_name,
    _the_chain_tells_the_present,
    _decisions_are_told_by_the_chain,
    _sightings_lead_to_a_delivery_of_their_mailbox,
    _mail_that_went_out_was_tried,
)
