"""Every check asked, all evidence kept: one delivery, one verdict, one outcome."""

from collections.abc import Sequence

from intake.triage.checks import ask
from intake.triage.dossier import APPLYING, Judged, asked_of
from intake.triage.findings import Seen, circumstances, findings
from intake.triage.kind import classify
from intake.triage.message import Message
from intake.triage.notes import notes
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import (
    Finding,
    Flag,
    Kind,
    Outcome,
    Timing,
    TimingVerdict,
    Verdict,
)

WHATEVER_THE_TIME = {
    Kind.WITHDRAWAL: (Outcome.FILED, "The candidate asks to withdraw: a person confirms it."),
    Kind.ENQUIRY: (Outcome.ENQUIRY, "It asks or tells something: a person should answer it."),
    Kind.AUTOMATIC: (Outcome.IGNORED, "No person wrote it to apply or to ask."),
    Kind.UNREADABLE: (Outcome.HELD, "It could not be read: a person must look."),
}
"""Mail that the deadline does not concern: its outcome, and why."""

BY_THE_TIME = {
    TimingVerdict.IN_TIME: Outcome.FILED,
    TimingVerdict.LATE: Outcome.REFUSED,
    TimingVerdict.UNCLEAR: Outcome.HELD,
}
"""Applications and what is added to them."""


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
    before = tuple(sorted(earlier, key=lambda one: one.order))
    first = first_copy(message, sha256, before)
    if first is not None and not _came_better(timing, first):
        return _repeat(first, timing, in_junk)
    kind, why = classify(message, vacancy, before)
    bringing = tuple(one for one in before if one.brings and one.is_by(message.candidate))
    checks = ask(asked_of(vacancy, bringing, message, tuple(others))) if kind in APPLYING else ()
    seen = Seen(message, vacancy, kind, timing, bringing, tuple(others), checks, in_junk)
    outcome, reason = _outcome(kind, timing)
    return Verdict(kind, why, outcome, reason, timing, checks, findings(seen), notes(message, kind))


def first_copy(message: Message, sha256: str, before: Sequence[Judged]) -> Judged | None:
    """The delivery of the same bytes, or of the same but for trace headers: the first that counts.

    Never by Message-ID, sender or subject alone: people send different mail under the same.
    """
    copies = [one for one in before if _is_copy(message, sha256, one)]
    return next((one for one in copies if one.counts), next(iter(copies), None))


def _is_copy(message: Message, sha256: str, one: Judged) -> bool:
    same_content = bool(message.content_hash) and one.message.content_hash == message.content_hash
    return one.sha256 == sha256 or same_content


def _came_better(timing: Timing, first: Judged) -> bool:
    """Whether this copy is in time where the first was not: then it is the one that counts."""
    return timing.verdict is TimingVerdict.IN_TIME and (
        first.verdict.kind in APPLYING and not first.counts
    )


def _repeat(first: Judged, timing: Timing, in_junk: bool) -> Verdict:
    number = first.verdict.duplicate_of or first.id
    reason = f"It repeats message m{number} exactly."
    return Verdict(
        first.verdict.kind,
        first.verdict.kind_evidence,
        Outcome.IGNORED,
        reason,
        timing,
        first.verdict.checks,
        (Finding(Flag.DUPLICATE, reason), *circumstances(timing, in_junk)),
        duplicate_of=number,
    )


def _outcome(kind: Kind, timing: Timing) -> tuple[Outcome, str]:
    if kind in WHATEVER_THE_TIME:
        return WHATEVER_THE_TIME[kind]
    return BY_THE_TIME[timing.verdict], timing.explanation
