"""Several messages of one candidate make one application: a pure fold, in order of arrival."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from intake.triage.checks import Asked, ask
from intake.triage.checks.current import current_documents
from intake.triage.message import Address, Document, Message
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Check, Flag, Kind, Outcome, Result, Verdict

APPLYING = (Kind.APPLICATION, Kind.SUPPLEMENT)
"""The kinds that the deadline concerns and that bring documents."""

_BESIDE = (Flag.LATE_SUPPLEMENT, Flag.DUPLICATE)
"""Flags of mail that is kept beside an application and changes nothing."""


@dataclass(frozen=True)
class Judged:
    """A delivery with its verdict, as remembered.

    Attributes:
        id: the delivery's number.
        sha256: of the raw bytes as fetched.
        admitted: a person let this refused or held mail in.
    """

    id: int
    sha256: str
    message: Message
    verdict: Verdict
    admitted: bool = False

    @property
    def counts(self) -> bool:
        """Filed by the machine, or admitted by a person."""
        return self.admitted or self.verdict.outcome is Outcome.FILED

    @property
    def brings(self) -> bool:
        """Counts, and brings documents or the wish to apply (a withdrawal brings none)."""
        return self.counts and (self.admitted or self.verdict.kind in APPLYING)

    def is_by(self, candidate: Address) -> bool:
        """Whether it is of this candidate: of the same address; no address is like no other."""
        return bool(candidate.key) and self.message.candidate.key == candidate.key

    @property
    def received_at(self) -> datetime:
        """The trusted stamp, in UTC."""
        return self.verdict.timing.received_at

    @property
    def order(self) -> tuple[datetime, int]:
        """What messages are put in order by."""
        return self.received_at, self.id


@dataclass(frozen=True)
class Application:
    """What one candidate has sent for one vacancy.

    Attributes:
        received_at: when the first mail that counts was received, in UTC.
        complete: every required check passes.
        missing: the names of the checks that do not pass.
        documents: the current version of each.
        messages: the ids of all mail in the file, also what is kept beside it, in order.
    """

    candidate: Address
    received_at: datetime
    complete: bool
    missing: tuple[str, ...]
    checks: tuple[Check, ...]
    flags: tuple[Flag, ...]
    documents: tuple[Document, ...]
    messages: tuple[int, ...]


def assemble(vacancy: Vacancy, judged: Sequence[Judged]) -> Application | None:
    """Fold the messages of one candidate into an application; None where nothing counts.

    Only mail that counts decides on documents and checks; late and unclear mail is kept beside.
    """
    file = sorted((one for one in judged if belongs(one)), key=lambda one: one.order)
    counting = [one for one in file if one.counts]
    if not counting:
        return None
    brought = [one for one in counting if one.brings]
    checks = ask(asked_of(vacancy, brought))
    missing = tuple(check.name for check in checks if check.result is not Result.PASS)
    return Application(
        candidate=who(brought or counting),
        received_at=(brought or counting)[0].received_at,
        complete=not missing,
        missing=missing,
        checks=checks,
        flags=_flags(file),
        documents=current_documents([one.message for one in brought]),
        messages=tuple(one.id for one in file),
    )


def belongs(one: Judged) -> bool:
    """Whether a delivery lies in its candidate's file, counting or beside."""
    return one.counts or (
        one.verdict.kind in APPLYING and one.verdict.outcome is not Outcome.IGNORED
    )


def asked_of(
    vacancy: Vacancy,
    bringing: Sequence[Judged],
    in_hand: Message | None = None,
    others: tuple[Vacancy, ...] = (),
) -> Asked:
    """What the checks are asked of: the mail that brings something, and the mail in hand."""
    answered = tuple(check for one in bringing for check in one.verdict.checks)
    hand = () if in_hand is None else (in_hand,)
    unanswered = tuple(one.message for one in bringing if not one.verdict.checks)
    return Asked(
        vacancy,
        messages=(*(one.message for one in bringing), *hand),
        unanswered=unanswered + hand,
        answered=answered,
        others=others,
    )


def who(messages: Iterable[Judged]) -> Address:
    """The candidate: the address as first written, the first name given by From or a CV.

    An address that stands in the place of a name is none.
    """
    every = list(messages)
    candidates = [one.message.candidate for one in every]
    names = [candidate.name for candidate in candidates] + [
        document.candidate_name for one in every for document in one.message.documents
    ]
    named = (name for name in names if name.strip() and "@" not in name)
    return replace(candidates[0], name=next(named, ""))


def _flags(file: Sequence[Judged]) -> tuple[Flag, ...]:
    """The flags of all mail that counts, and those that tell of mail kept beside it."""
    return tuple(
        dict.fromkeys(
            flag for one in file for flag in one.verdict.flags if one.counts or flag in _BESIDE
        )
    )
