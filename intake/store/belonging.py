"""To which vacancy an application or a mail belongs: what has to be known to open it or not."""

from dataclasses import dataclass

from sqlalchemy import select

from intake.store.engine import Session
from intake.store.tables import Application, Delivery


@dataclass(frozen=True)
class Belonging:
    """A vacancy, and the stage of the application; empty for mail that lies in none."""

    vacancy: str
    stage: str = ""


def of_application(session: Session, number: int) -> Belonging | None:
    """Where an application belongs; None where there is none of that number."""
    query = select(Application.vacancy, Application.stage).where(Application.id == number)
    found = session.execute(query).first()
    return None if found is None else Belonging(found.vacancy, found.stage)


def of_message(session: Session, number: int) -> Belonging | None:
    """Where a mail belongs; None where there is none of that number."""
    query = (
        select(Delivery.vacancy, Application.stage)
        .outerjoin(Application, Application.id == Delivery.application_id)
        .where(Delivery.id == number)
    )
    found = session.execute(query).first()
    return None if found is None else Belonging(found.vacancy, found.stage or "")
