"""A verdict: what was found about a message, each finding with its evidence."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What kind of message it is."""

    APPLICATION = "application"
    SUPPLEMENT = "supplement"
    WITHDRAWAL = "withdrawal"
    ENQUIRY = "enquiry"
    AUTOMATIC = "automatic"
    UNREADABLE = "unreadable"


class Outcome(StrEnum):
    """What becomes of a delivery: exactly one."""

    FILED = "filed"
    REFUSED = "refused"
    HELD = "held"
    ENQUIRY = "enquiry"
    IGNORED = "ignored"


class Result(StrEnum):
    """The answer to a check; `unsure` is never counted as `fail`."""

    PASS = "pass"  # noqa: S105 - a check's result, not a password
    FAIL = "fail"
    UNSURE = "unsure"


class TimingVerdict(StrEnum):
    """Whether a mail was received before the deadline."""

    IN_TIME = "in_time"
    LATE = "late"
    UNCLEAR = "unclear"


class Flag(StrEnum):
    """What a person should see at a glance."""

    DUPLICATE = "duplicate"
    RESUBMISSION = "resubmission"
    MISDIRECTED = "misdirected"
    LINK_ONLY = "link_only"
    DECLARED_RELATIVE = "declared_relative"
    WITHDRAWAL_REQUESTED = "withdrawal_requested"
    LATE_SUPPLEMENT = "late_supplement"
    AMBIGUITY_WINDOW = "ambiguity_window"
    GRACE = "grace"
    CLOCKS_DISAGREE = "clocks_disagree"
    FOUND_IN_JUNK = "found_in_junk"
    FORWARDED = "forwarded"
    UNSAFE_ATTACHMENT = "unsafe_attachment"

    def is_for(self, sees_relatives: bool) -> bool:
        """Whether somebody may know of it: relatives are for who decides about conflicts."""
        return sees_relatives or self is not Flag.DECLARED_RELATIVE


@dataclass(frozen=True)
class Check:
    """A named question, its result, and the evidence for it in one sentence."""

    name: str
    result: Result
    evidence: str


@dataclass(frozen=True)
class Finding:
    """A flag and the sentence that justifies it."""

    flag: Flag
    evidence: str


@dataclass(frozen=True)
class Timing:
    """Received in time or not, and on what evidence.

    Attributes:
        received_at: the trusted stamp, aware, in UTC: border, else internal, else seen_at.
        decided_by: witness, border, internal, no_trusted_time, clocks_disagree,
            backdated_or_moved, hold or outage.
        explanation: one sentence for people.
        flags: ambiguity_window, grace, clocks_disagree.
    """

    verdict: TimingVerdict
    received_at: datetime
    decided_by: str
    explanation: str
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """All that was found about one delivery.

    Attributes:
        kind_evidence: one sentence: why it is of this kind.
        reason: one sentence: why it has this outcome.
        findings: the flags, each with its sentence.
        notes: facts shown to people and not judged (a CV that gives another address, ...).
        duplicate_of: the id of the delivery that it repeats exactly.
    """

    kind: Kind
    kind_evidence: str
    outcome: Outcome
    reason: str
    timing: Timing
    checks: tuple[Check, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    duplicate_of: int | None = None

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The flags alone, each once, in the order found."""
        return tuple(dict.fromkeys(finding.flag for finding in self.findings))
