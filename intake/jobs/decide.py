"""What people decide: the stage of an application, and letting a refused or held mail in.

Every decision is kept with who, when and why; what the machine found stays beside it.
"""

from intake.errors import UnknownId, UnlawfulMove
from intake.jobs.bench import Bench
from intake.jobs.judging import settle
from intake.store import applications
from intake.store.engine import Session, transaction
from intake.store.tables import Delivery
from intake.triage import review
from intake.triage.review import AdmissionReason, Stage
from intake.triage.verdict import Outcome


def decide(
    bench: Bench, application: int, stage: str, *, who: str, why: str, version: int | None = None
) -> None:
    """Move an application to another stage.

    Args:
        version: the one that whoever decides has seen; None where they decide on any.

    Raises:
        UnknownId: there is no such application.
        Overtaken: it is not of that version any more.
        UnlawfulMove: the stage is none, cannot be reached from here, or nobody signs.
    """
    with transaction(bench.engine) as session:
        row = applications.get(session, application, version)
        to = review.move(Stage(row.stage), _stage(stage), by=who, reason=why)
        applications.move(session, row, to.value, who, why, bench.clock())


def admit(bench: Bench, delivery: int, code: str = "other", *, who: str, why: str) -> None:
    """Let a refused or held mail in: it counts in its application from now on.

    Args:
        code: force_majeure, our_failure, border_evidence, ambiguous_notice or other.

    Raises:
        UnknownId: there is no such message.
        UnlawfulMove: it was neither refused nor held, is in already, or nobody signs.
    """
    with transaction(bench.engine) as session:
        row = _judged(session, delivery)
        reason = _reason(code)
        review.admit(_outcome(row), reason, by=who, reason=why)
        now = bench.clock()
        applications.admit(session, row, reason.value, who, why, now)
        if row.reading is not None:
            settle(session, bench, row, row.reading.message, now)


def _judged(session: Session, number: int) -> Delivery:
    row = session.get(Delivery, number)
    if row is None:
        raise UnknownId(f"There is no message m{number}.", "`intake messages` lists all of them.")
    if row.judgement is None:
        raise UnlawfulMove(
            f"m{number} has not been judged yet.", "Let `intake poll` judge it first."
        )
    if any(decision.what == "admit" for decision in row.decisions):
        raise UnlawfulMove(f"m{number} was let in before.", "Nothing needs to be done.")
    return row


def _outcome(row: Delivery) -> Outcome:
    return Outcome(row.judgement.outcome) if row.judgement else Outcome.HELD


def _stage(word: str) -> Stage:
    if word not in review.STAGES:
        raise UnlawfulMove(
            f"There is no stage {word!r}.", f"Say one of {', '.join(review.STAGES)}."
        )
    return Stage(word)


def _reason(word: str) -> AdmissionReason:
    if word not in review.REASON_CODES:
        raise UnlawfulMove(
            f"There is no reason code {word!r}.", f"Say one of {', '.join(review.REASON_CODES)}."
        )
    return AdmissionReason(word)
