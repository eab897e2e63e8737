"""What people decide: the stage of an application, and letting a refused or held mail in.

Every decision is kept with who, when and why; what the machine found stays beside it.
"""

from intake.errors import Overtaken, UnknownId, UnlawfulMove
from intake.jobs.bench import Bench
from intake.jobs.judging import settle
from intake.store import applications
from intake.store.engine import Session, transaction
from intake.store.tables import Delivery
from intake.triage import review
from intake.triage.review import AdmissionReason, Signer, Stage
from intake.triage.verdict import Outcome


def decide(bench: Bench, application: int, stage: str, *, who: str, why: str) -> None:
    """Move an application to another stage, whatever became of it meanwhile.

    Raises:
        UnknownId: there is no such application.
        UnlawfulMove: it is closed, the stage is none, cannot be reached from here, or nobody signs.
    """
    with transaction(bench.engine) as session:
        row = applications.to_change(session, application)
        to = review.move(Stage(row.stage), stage_of(stage), by=who, reason=why)
        applications.move(session, row, to.value, Signer(who), why, bench.clock())


def admit(
    bench: Bench,
    delivery: int,
    code: str = "other",
    *,
    who: str,
    why: str,
    account: int | None = None,
    seen: int | None = None,
) -> bool:
    """Let a refused or held mail in: it counts in its application from now on.

    Where its vacancy asks for two persons, the first one proposes and another confirms.

    Args:
        code: force_majeure, our_failure, border_evidence, ambiguous_notice or other.
        account: of whoever decides; None: by a command.
        seen: how many decisions about it whoever decides has seen; None where they do not say.

    Returns:
        Whether it is in now; False where it waits for a second person.

    Raises:
        UnknownId: there is no such message.
        Overtaken: others have decided about it meanwhile.
        UnlawfulMove: it was neither refused nor held, is in already, nobody signs, or the same
            person would propose and confirm.
    """
    with transaction(bench.engine) as session:
        row = _judged(session, delivery, seen)
        reason = _reason(code)
        review.admit(_outcome(row), reason, by=who, reason=why)
        now, by = bench.clock(), Signer(who, account)
        if bench.vacancy(row.vacancy).second_person and not _seconded(row, by):
            applications.propose(session, row, reason.value, by, why, now)
            return False
        applications.admit(session, row, reason.value, by, why, now)
        if row.reading is not None:
            settle(session, bench, row, row.reading.message, now)
    return True


def object_to(
    bench: Bench, delivery: int, *, who: str, why: str, account: int | None = None
) -> None:
    """Do not confirm what another proposed, or take back one's own: the mail stays out.

    Raises:
        UnknownId: there is no such message.
        UnlawfulMove: nobody has proposed to let it in, or nobody signs.
    """
    with transaction(bench.engine) as session:
        row = _judged(session, delivery)
        if _proposed_by(row) is None:
            raise UnlawfulMove(
                f"Nobody has proposed to let m{delivery} in.",
                "Nothing needs to be done.",
                rule="not_proposed",
                mail=f"m{delivery}",
            )
        review.admit(_outcome(row), AdmissionReason.OTHER, by=who, reason=why)
        applications.object_to(session, row, Signer(who, account), why, bench.clock())


def _judged(session: Session, number: int, seen: int | None = None) -> Delivery:
    row = session.get(Delivery, number)
    if row is None:
        raise UnknownId(f"There is no message m{number}.", "`intake messages` lists all of them.")
    if row.judgement is None:
        raise UnlawfulMove(
            f"m{number} has not been judged yet.",
            "Let `intake poll` judge it first.",
            rule="unjudged",
            mail=f"m{number}",
        )
    if seen is not None and seen != len(row.decisions):
        raise Overtaken(
            f"Somebody has decided about m{number} since this page was shown; "
            "nothing was changed now.",
            "Look at it as it is, and decide again.",
        )
    if any(decision.what == "admit" for decision in row.decisions):
        raise UnlawfulMove(
            f"m{number} was let in before.",
            "Nothing needs to be done.",
            rule="let_in_before",
            mail=f"m{number}",
        )
    return row


def _seconded(row: Delivery, by: Signer) -> bool:
    """Whether another person has proposed it before."""
    first = _proposed_by(row)
    if first is not None:
        review.confirms(first, by)
    return first is not None


def _proposed_by(row: Delivery) -> Signer | None:
    last = next((one for one in reversed(row.decisions) if one.delivery_id), None)
    if last is None or last.what != "propose":
        return None
    return Signer(last.who, last.account_id)


def _outcome(row: Delivery) -> Outcome:
    return Outcome(row.judgement.outcome) if row.judgement else Outcome.HELD


def stage_of(word: str) -> Stage:
    """The stage that somebody says.

    Raises:
        UnlawfulMove: there is none of that name.
    """
    if word not in review.STAGES:
        raise UnlawfulMove(
            f"There is no stage {word!r}.",
            f"Say one of {', '.join(review.STAGES)}.",
            rule="no_such_choice",
        )
    return Stage(word)


def _reason(word: str) -> AdmissionReason:
    if word not in review.REASON_CODES:
        raise UnlawfulMove(
            f"There is no reason code {word!r}.",
            f"Say one of {', '.join(review.REASON_CODES)}.",
            rule="no_such_choice",
        )
    return AdmissionReason(word)
