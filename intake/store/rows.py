"""What commands, digest and desk ask: frozen rows, each with the values that triage knows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from intake.errors import UnknownId
from intake.store import applications as queue
from intake.store.engine import TOGETHER, Session
from intake.store.tables import Application, Audit, Decision, Delivery, Judgement
from intake.triage.dossier import Application as ApplicationValue
from intake.triage.message import Message
from intake.triage.verdict import Outcome, Verdict

Row = TypeVar("Row", covariant=True)


@dataclass(frozen=True)
class Leaf(Generic[Row]):
    """One page of a long list.

    Attributes:
        rows: by receipt.   total: how many there are on all pages.
    """

    rows: tuple[Row, ...]
    total: int


@dataclass(frozen=True)
class DecisionRow:
    """What a person decided.

    Attributes:
        what: `stage`, `propose`, `object` or `admit`.   to: the new stage, or the reason code.
    """

    at: datetime
    who: str
    what: str
    to: str
    why: str


@dataclass(frozen=True)
class MessageRow:
    """One delivery: where it is, what it holds, what was found.

    Attributes:
        id: its receipt number; "m12" for people.
        folder, uidvalidity, uid: where it lies now, or was last seen.
        seen_at, absent_at, internal, internal_raw: evidence, as first observed.
        listed: whether the last complete poll of that folder still showed it.
        sha256, size: of the raw bytes; None where they could not be had.
        message, verdict: None until it has been judged.
        application: the id of the application in whose file it lies.
        problem: why it could not be fetched or read, in plain words; else empty.
    """

    id: int
    vacancy: str
    mailbox: str
    folder: str
    uidvalidity: int
    uid: int
    seen_at: datetime
    absent_at: datetime | None
    internal: datetime | None
    internal_raw: str
    listed: bool
    sha256: str | None
    size: int | None
    stored_at: datetime | None
    judged_at: datetime | None
    message: Message | None
    verdict: Verdict | None
    application: int | None
    problem: str
    decisions: tuple[DecisionRow, ...]

    @property
    def admitted(self) -> bool:
        """Whether a person has let it in."""
        return self.admission is not None

    @property
    def admission(self) -> DecisionRow | None:
        """Who let it in, when and why; None where nobody did."""
        return next((one for one in self.decisions if one.what == "admit"), None)

    @property
    def proposal(self) -> DecisionRow | None:
        """Who proposed to let it in; None where nobody did, or it has been answered."""
        told = [one for one in self.decisions if one.what in ("propose", "object", "admit")]
        return told[-1] if told and told[-1].what == "propose" else None

    @property
    def outcome(self) -> Outcome | None:
        """What became of it: filed where a person has let it in, whatever was found.

        None while it waits for its verdict.
        """
        if self.verdict is None:
            return None
        return Outcome.FILED if self.admitted else self.verdict.outcome


@dataclass(frozen=True)
class ApplicationRow:
    """One application: what the candidate sent, and what people decided.

    Attributes:
        id: its number; "a7" for people.
        version: counts its changes; a decision made on an older one is a conflict.
        application: the messages folded together.
    """

    id: int
    vacancy: str
    stage: str
    version: int
    application: ApplicationValue
    decisions: tuple[DecisionRow, ...]


@dataclass(frozen=True)
class AuditRow:
    """One row of the chain; `details` is canonical JSON."""

    id: int
    at: datetime
    who: str
    what: str
    subject: str
    details: str
    hash: str
    previous: str


def messages(session: Session, vacancy: str | None = None) -> list[MessageRow]:
    """Every delivery, of one vacancy or all, in order of their numbers."""
    query = _deliveries().order_by(Delivery.id)
    if vacancy is not None:
        query = query.where(Delivery.vacancy == vacancy)
    return [_message(row) for row in session.scalars(query)]


def message(session: Session, number: int) -> MessageRow:
    """One delivery.

    Raises:
        UnknownId: there is none of that number.
    """
    row = session.scalars(_deliveries().where(Delivery.id == number)).first()
    if row is None:
        raise UnknownId(f"There is no message m{number}.", "`intake messages` lists all of them.")
    return _message(row)


def some(session: Session, numbers: Iterable[int]) -> list[MessageRow]:
    """These deliveries, in this order; those that do not exist are left out."""
    wanted = list(numbers)
    found = {
        row.id: _message(row)
        for row in session.scalars(_deliveries().where(Delivery.id.in_(wanted)))
    }
    return [found[number] for number in wanted if number in found]


def filed_in(session: Session, application: int) -> list[int]:
    """The deliveries that lie in an application's file, by receipt."""
    query = (
        select(Delivery.id)
        .outerjoin(Judgement)
        .where(Delivery.application_id == application)
        .order_by(Judgement.received_at, Delivery.id)
    )
    return list(session.scalars(query))


def applications(session: Session, vacancy: str | None = None) -> list[ApplicationRow]:
    """The review queue, of one vacancy or all: by receipt, which says nothing about merit."""
    query = (
        select(Application)
        .where(Application.counts)
        .order_by(Application.vacancy, Application.received_at, Application.id)
    )
    if vacancy is not None:
        query = query.where(Application.vacancy == vacancy)
    return applications_in(session, query)


def numbers(session: Session, vacancy: str) -> list[int]:
    """The applications of a vacancy's queue, by receipt."""
    query = (
        select(Application.id)
        .where(Application.vacancy == vacancy, Application.counts)
        .order_by(Application.received_at, Application.id)
    )
    return list(session.scalars(query))


def some_applications(session: Session, wanted: Sequence[int]) -> list[ApplicationRow]:
    """These applications, in this order; those that count no more are left out."""
    query = select(Application).where(Application.id.in_(wanted), Application.counts)
    found = {row.id: row for row in applications_in(session, query)}
    return [found[number] for number in wanted if number in found]


def applications_in(session: Session, query: Select[Application]) -> list[ApplicationRow]:
    """The applications that a query selects, in its order."""
    found = session.scalars(query).all()
    made = _decisions_on(session, [row.id for row in found])
    return [_application(row, made[row.id]) for row in found]


def application(session: Session, number: int) -> ApplicationRow:
    """One application.

    Raises:
        UnknownId: there is none of that number.
    """
    row = queue.get(session, number)
    return _application(row, _decisions_on(session, [row.id])[row.id])


def audit_of(session: Session, subject: str) -> list[AuditRow]:
    """What happened to `m12`, `a7` or a vacancy, in order."""
    query = select(Audit).where(Audit.subject == subject).order_by(Audit.id)
    return [audit_row(row) for row in session.scalars(query)]


def audit_row(row: Audit) -> AuditRow:
    """A row of the chain as a frozen value."""
    return AuditRow(
        row.id, row.at, row.who, row.what, row.subject, row.details, row.hash, row.previous
    )


def _deliveries() -> Select[Delivery]:
    return select(Delivery).options(
        selectinload(Delivery.sightings),
        selectinload(Delivery.decisions),
        joinedload(Delivery.reading),
        joinedload(Delivery.judgement),
    )


def _message(row: Delivery) -> MessageRow:
    first = row.sightings[0]
    now = next((one for one in row.sightings if one.unlisted_since is None), row.sightings[-1])
    return MessageRow(
        id=row.id,
        vacancy=row.vacancy,
        mailbox=row.mailbox,
        folder=now.folder,
        uidvalidity=now.uidvalidity,
        uid=now.uid,
        seen_at=first.seen_at,
        absent_at=first.absent_at,
        internal=first.internal,
        internal_raw=first.internal_raw,
        listed=now.unlisted_since is None,
        sha256=row.sha256,
        size=row.size,
        stored_at=row.stored_at,
        judged_at=row.judgement.judged_at if row.judgement else None,
        message=row.reading.message if row.reading else None,
        verdict=row.judgement.verdict if row.judgement else None,
        application=row.application_id,
        problem=row.problem,
        decisions=_decisions(row.decisions),
    )


def _application(row: Application, made: Iterable[Decision]) -> ApplicationRow:
    return ApplicationRow(row.id, row.vacancy, row.stage, row.version, row.value, _decisions(made))


def _decisions_on(session: Session, applications: Sequence[int]) -> dict[int, list[Decision]]:
    """What was decided on each of these, in the order made; all of them are answered."""
    found: dict[int, list[Decision]] = {number: [] for number in applications}
    for at in range(0, len(applications), TOGETHER):
        asked = Decision.application_id.in_(applications[at : at + TOGETHER])
        for made in session.scalars(select(Decision).where(asked).order_by(Decision.id)):
            found[made.application_id or 0].append(made)
    return found


def _decisions(rows: Iterable[Decision]) -> tuple[DecisionRow, ...]:
    return tuple(DecisionRow(row.at, row.who, row.what, row.to, row.why) for row in rows)
