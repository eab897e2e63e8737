"""Every check asked, all evidence kept: one delivery, one verdict, one outcome."""

from collections.abc import Iterator, Sequence

from intake.triage.checks import ask
from intake.triage.checks.current import versions_replaced
from intake.triage.dossier import APPLYING, Judged, asked_of
from intake.triage.kind import classify
from intake.triage.message import Message
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import (
    Check,
    Finding,
    Flag,
    Kind,
    Outcome,
    Timing,
    TimingVerdict,
    Verdict,
)

_OUTCOME_OF_KIND = {
    Kind.WITHDRAWAL: (Outcome.FILED, "The candidate asks to withdraw: a person confirms."),
    Kind.ENQUIRY: (Outcome.ENQUIRY, "Somebody should answer it."),
    Kind.AUTOMATIC: (Outcome.IGNORED, "No person wrote it to apply or to ask."),
    Kind.UNREADABLE: (Outcome.HELD, "The mail could not be read: a person must look."),
}
_OUTCOME_OF_TIMING = {
    TimingVerdict.IN_TIME: Outcome.FILED,
    TimingVerdict.LATE: Outcome.REFUSED,
    TimingVerdict.UNCLEAR: Outcome.HELD,
}


def judge(
    message: Message,
    vacancy: Vacancy,
    timing: Timing,
    earlier: Sequence[Judged],
    *,
    sha256: str,
    others: Sequence[Vacancy] = (),
    in_junk: bool = False,
) -> Verdict:
    """What was found about one delivery, and what becomes of it.

    Args:
        earlier: deliveries of the vacancy judged before, earlier by (received_at, id), that
            share the candidate, the raw bytes, the content or the thread.
        sha256: of the raw bytes as fetched.
        others: the other open vacancies, which the subject may name instead.
        in_junk: it was found in a folder for junk.
    """
    first = repeated(message, sha256, earlier)
    if first is not None:
        return _repeat(first, timing)
    kind, why = classify(message, vacancy, earlier)
    outcome, reason = _outcome(kind, timing)
    bringing = [one for one in earlier if one.brings]
    checks: tuple[Check, ...] = ()
    if kind in APPLYING:
        checks = ask(asked_of(vacancy, bringing, message, tuple(others)))
    findings = tuple(_findings(message, kind, timing, bringing, in_junk))
    return Verdict(kind, why, outcome, reason, timing, checks, findings)


def repeated(message: Message, sha256: str, earlier: Sequence[Judged]) -> Judged | None:
    """The first delivery of the same bytes, or the same but for trace headers."""
    for one in sorted(earlier, key=lambda one: one.order):
        same_content = message.content_hash and one.message.content_hash == message.content_hash
        if one.sha256 == sha256 or same_content:
            return one
    return None


def _repeat(first: Judged, timing: Timing) -> Verdict:
    number = first.verdict.duplicate_of or first.id
    reason = f"It repeats message m{number} exactly."
    return Verdict(
        first.verdict.kind,
        first.verdict.kind_evidence,
        Outcome.IGNORED,
        reason,
        timing,
        first.verdict.checks,
        (Finding(Flag.DUPLICATE, reason),),
        duplicate_of=number,
    )


def _outcome(kind: Kind, timing: Timing) -> tuple[Outcome, str]:
    if kind in _OUTCOME_OF_KIND:
        return _OUTCOME_OF_KIND[kind]
    return _OUTCOME_OF_TIMING[timing.verdict], timing.explanation


def _findings(
    message: Message, kind: Kind, timing: Timing, bringing: Sequence[Judged], in_junk: bool
) -> Iterator[Finding]:
    yield from (Finding(flag, timing.explanation) for flag in timing.flags)
    if in_junk:
        yield Finding(Flag.FOUND_IN_JUNK, "It was found in the folder for junk.")
    if kind is Kind.WITHDRAWAL:
        yield Finding(Flag.WITHDRAWAL_REQUESTED, "A person confirms the withdrawal.")
    if kind not in APPLYING or not bringing:
        return
    if timing.verdict is TimingVerdict.LATE:
        yield Finding(Flag.LATE_SUPPLEMENT, "It came late and is kept beside the application.")
    elif versions_replaced(message, [one.message for one in bringing]):
        yield Finding(Flag.RESUBMISSION, "It brings a later version of a document.")
