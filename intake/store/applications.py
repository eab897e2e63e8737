"""The review queue's rows: one application per candidate and vacancy, its stage set by people."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, update

from intake.errors import Overtaken, UnknownId, UnlawfulMove
from intake.store import audit, marks
from intake.store.engine import Session
from intake.store.tables import Application, Decision, Delivery
from intake.triage.dossier import Application as Value
from intake.triage.dossier import Judged
from intake.triage.review import Signer

TOLD = {
    "stage": "decided",
    "admit": "admitted",
    "propose": "admission proposed",
    "object": "admission objected to",
}
"""What the audit trail says of each decision."""


def save(
    session: Session,
    vacancy: str,
    candidate: str,
    judged: Sequence[Judged],
    value: Value | None,
    now: datetime,
) -> int | None:
    """Write a candidate's application as assembled, link its mail, and audit what changed.

    Args:
        judged: everything judged of the candidate: an exact repeat is linked to its first.
        value: None where nothing counts (any more).
    """
    row = _find(session, vacancy, candidate)
    if value is None:
        _close(session, row, now)
        return None
    if row is None:
        row = _open(session, vacancy, candidate, value, now)
    elif row.value != value or not row.counts:
        what = "application changed" if row.counts else "application opened again"
        row.version += 1
        _set(row, value, now)
        marks.keep(session, row.id, vacancy, value)
        _audit(session, now, what, row)
    _link(session, row.id, judged, value)
    return row.id


def get(session: Session, application: int) -> Application:
    """One application.

    Raises:
        UnknownId: there is none of that number.
    """
    row = session.get(Application, application)
    if row is None:
        raise UnknownId(
            f"There is no application a{application}.", "`intake queue` lists all of them."
        )
    return row


def to_change(session: Session, application: int, version: int | None = None) -> Application:
    """One application, for a person to change it.

    Args:
        version: as whoever changes it has seen it; None where they do not say.

    Raises:
        UnknownId: there is none of that number.
        UnlawfulMove: it is closed.
        Overtaken: it has changed since they saw it.
    """
    row = get(session, application)
    if not row.counts:
        raise _closed(session, row)
    if version is not None and version != row.version:
        raise Overtaken(
            f"a{application} changed since this page was shown; nothing was changed now.",
            "Look at it as it is, and decide again.",
            (application,),
        )
    return row


def corrected(session: Session, row: Application, who: str, now: datetime) -> None:
    """Record that a person corrected a finding in it, whatever came of that."""
    row.version += 1
    audit.append(session, now, who, "application corrected", f"a{row.id}")


def holding(session: Session, row: Application) -> tuple[int, ...]:
    """The other applications in which the mail of a closed one lies now."""
    if row.counts:
        return ()
    lying = select(Delivery.application_id).where(Delivery.id.in_(row.value.messages))
    return tuple(sorted({number for number in session.scalars(lying) if number is not None}))


def now_in(session: Session, application: int) -> tuple[int, ...]:
    """The same by its number; of an open one, its documents' texts are not read for it."""
    closed = select(Application).where(Application.id == application, ~Application.counts)
    row = session.scalars(closed).first()
    return () if row is None else holding(session, row)


def _closed(session: Session, row: Application) -> UnlawfulMove:
    which = f"a{row.id}"
    lies_in = ", ".join(f"a{number}" for number in holding(session, row))
    if not lies_in:
        return UnlawfulMove(
            f"{which} is closed: none of its mail counts any more.",
            "Correct the mail itself.",
            rule="closed_empty",
            which=which,
        )
    return UnlawfulMove(
        f"{which} is closed: its mail is now in {lies_in}.",
        "Go on there.",
        rule="closed",
        which=which,
        now_in=lies_in,
    )


def move(session: Session, row: Application, to: str, by: Signer, why: str, now: datetime) -> int:
    """Record a person's decision on the stage of an application; the number of the decision."""
    decision = _decision("stage", to, by, why, now)
    decision.application_id = row.id
    _decide(session, decision, f"a{row.id}", was=row.stage)
    row.stage = to
    row.version += 1
    return decision.id


def moves(session: Session, application: int) -> list[Decision]:
    """The decisions on the stage of an application, in the order made."""
    query = select(Decision).where(Decision.application_id == application)
    return list(session.scalars(query.where(Decision.what == "stage").order_by(Decision.id)))


def decided_on(session: Session, decisions: Sequence[int]) -> list[int]:
    """The applications that these decisions are about; those that are about none are left out."""
    query = select(Decision.application_id).where(Decision.id.in_(decisions)).distinct()
    return sorted(number for number in session.scalars(query) if number is not None)


def admit(
    session: Session, delivery: Delivery, code: str, by: Signer, why: str, now: datetime
) -> None:
    """Record that a person lets a refused or held mail in; the machine's finding stays."""
    _of_mail(session, delivery, _decision("admit", code, by, why, now))


def propose(
    session: Session, delivery: Delivery, code: str, by: Signer, why: str, now: datetime
) -> None:
    """Record that a person would let a mail in; nothing changes until another confirms it."""
    _of_mail(session, delivery, _decision("propose", code, by, why, now))


def object_to(session: Session, delivery: Delivery, by: Signer, why: str, now: datetime) -> None:
    """Record that a person will not confirm a proposal, or takes it back."""
    _of_mail(session, delivery, _decision("object", "", by, why, now))


def _decision(what: str, to: str, by: Signer, why: str, now: datetime) -> Decision:
    return Decision(at=now, who=by.name, account_id=by.account, what=what, to=to, why=why)


def _of_mail(session: Session, delivery: Delivery, decision: Decision) -> None:
    decision.delivery_id = delivery.id
    was = delivery.judgement.outcome if delivery.judgement else None
    _decide(session, decision, f"m{delivery.id}", was=was)
    session.expire(delivery, ["decisions"])


def _decide(session: Session, decision: Decision, subject: str, was: str | None) -> None:
    """The reason may speak of the person: the chain, which is kept for ever, has its row only."""
    session.add(decision)
    session.flush()
    audit.append(
        session,
        decision.at,
        decision.who,
        TOLD[decision.what],
        subject,
        to=decision.to,
        was=was,
        decision=decision.id,
    )


def _find(session: Session, vacancy: str, candidate: str) -> Application | None:
    return session.scalars(
        select(Application).where(
            Application.vacancy == vacancy, Application.candidate == candidate
        )
    ).first()


def _open(
    session: Session, vacancy: str, candidate: str, value: Value, now: datetime
) -> Application:
    last = session.scalar(select(func.max(Application.id))) or 0
    row = Application(
        id=last + 1, vacancy=vacancy, candidate=candidate, stage="new", version=1, opened_at=now
    )
    _set(row, value, now)
    session.add(row)
    session.flush()
    marks.keep(session, row.id, vacancy, value)
    _audit(session, now, "application opened", row)
    return row


def _set(row: Application, value: Value, now: datetime) -> None:
    row.received_at, row.complete, row.value = value.received_at, value.complete, value
    row.name, row.email = value.candidate.name, value.candidate.email
    row.sorting = marks.sorting(value)
    row.changed_at = now
    row.counts = True


def _close(session: Session, row: Application | None, now: datetime) -> None:
    """Nothing in it counts any more; its number is never given to another."""
    if row is None or not row.counts:
        return
    row.counts = False
    row.version += 1
    marks.drop(session, row.id)
    lying = update(Delivery).where(Delivery.application_id == row.id)
    session.execute(lying.values(application_id=None))
    _audit(session, now, "application closed", row)


def _link(session: Session, application: int, judged: Sequence[Judged], value: Value) -> None:
    """Exact repeats lie beside their first."""
    wanted = {
        one.id
        for one in judged
        if one.id in value.messages or one.verdict.duplicate_of in value.messages
    }
    linked = set(session.scalars(select(Delivery.id).where(Delivery.application_id == application)))
    for numbers, to in ((wanted - linked, application), (linked - wanted, None)):
        if numbers:
            moved = update(Delivery).where(Delivery.id.in_(numbers)).values(application_id=to)
            session.execute(moved)


def _audit(session: Session, now: datetime, what: str, row: Application) -> None:
    audit.append(
        session,
        now,
        audit.MACHINE,
        what,
        f"a{row.id}",
        complete=row.complete,
        missing=" ".join(row.value.missing),
        messages=" ".join(f"m{number}" for number in row.value.messages),
        received_at=row.received_at.isoformat(),
    )
