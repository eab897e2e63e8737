"""To which vacancy an application or a mail belongs: what has to be known to open it or not."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from intake.store.engine import Session
from intake.store.tables import Application, Delivery, Judgement, Reading
from intake.triage.message import Message


@dataclass(frozen=True)
class Belonging:
    """A vacancy, and the stage of the application; empty for mail that lies in none.

    `kind` is what kind of mail it is; empty for applications, and while it has no verdict.
    """

    vacancy: str
    stage: str = ""
    kind: str = ""


def of_application(session: Session, number: int) -> Belonging | None:
    """Where an application belongs; None where there is none of that number."""
    query = select(Application.vacancy, Application.stage).where(Application.id == number)
    found = session.execute(query).first()
    return None if found is None else Belonging(found.vacancy, found.stage)


def of_message(session: Session, number: int) -> Belonging | None:
    """Where a mail belongs; None where there is none of that number."""
    query = (
        select(Delivery.vacancy, Application.stage, Judgement.kind)
        .outerjoin(Application, Application.id == Delivery.application_id)
        .outerjoin(Judgement, Judgement.delivery_id == Delivery.id)
        .where(Delivery.id == number)
    )
    found = session.execute(query).first()
    if found is None:
        return None
    return Belonging(found.vacancy, found.stage or "", found.kind or "")


def stages(session: Session, applications: Sequence[int]) -> dict[int, str]:
    """The stage of each of these applications."""
    query = select(Application.id, Application.stage).where(Application.id.in_(applications))
    return {row.id: row.stage for row in session.execute(query)}


def files(session: Session, applications: Sequence[int]) -> dict[int, list[Message]]:
    """All mails of each of these applications, as they were read."""
    query = (
        select(Delivery.application_id, Reading.message)
        .join(Reading, Reading.delivery_id == Delivery.id)
        .where(Delivery.application_id.in_(applications))
        .order_by(Delivery.id)
    )
    found: dict[int, list[Message]] = {}
    for number, message in session.execute(query) if applications else ():
        found.setdefault(number or 0, []).append(message)
    return found
