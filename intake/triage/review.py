"""What people may do with an application: the lawful moves, and the reasons for letting mail in."""

from dataclasses import dataclass
from enum import StrEnum

from intake.errors import UnlawfulMove
from intake.triage.verdict import Outcome


class Stage(StrEnum):
    """Where an application stands; set by people alone."""

    NEW = "new"
    IN_REVIEW = "in_review"
    SHORTLISTED = "shortlisted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class AdmissionReason(StrEnum):
    """Why a refused or held mail is let in (the deadline specification, "the verdict")."""

    FORCE_MAJEURE = "force_majeure"
    OUR_FAILURE = "our_failure"
    BORDER_EVIDENCE = "border_evidence"
    AMBIGUOUS_NOTICE = "ambiguous_notice"
    OTHER = "other"


@dataclass(frozen=True)
class Signer:
    """Who decides.

    Attributes:
        name: as it is kept beside the decision.
        account: the number of their account on the desk; None for who decides by a command.
    """

    name: str
    account: int | None = None

    def is_also(self, other: "Signer") -> bool:
        """Whether both are one person: by their accounts, and by their names where one has none."""
        if self.account is not None and other.account is not None:
            return self.account == other.account
        return _folded(self.name) == _folded(other.name)


STAGES = tuple(stage.value for stage in Stage)
REASON_CODES = tuple(code.value for code in AdmissionReason)

MOVES = {
    Stage.NEW: (Stage.IN_REVIEW, Stage.SHORTLISTED, Stage.DECLINED, Stage.WITHDRAWN),
    Stage.IN_REVIEW: (Stage.NEW, Stage.SHORTLISTED, Stage.DECLINED, Stage.WITHDRAWN),
    Stage.SHORTLISTED: (Stage.IN_REVIEW, Stage.DECLINED, Stage.WITHDRAWN),
    Stage.DECLINED: (Stage.IN_REVIEW, Stage.SHORTLISTED, Stage.WITHDRAWN),
    Stage.WITHDRAWN: (Stage.IN_REVIEW,),
}
"""From each stage, those that a person may move an application to. Every move can be undone."""

WITHOUT_REASON = (Stage.NEW, Stage.IN_REVIEW, Stage.SHORTLISTED)
"""Stages for which the desk asks nobody why: they end nothing, and one key takes them back."""

ADMISSIBLE = (Outcome.REFUSED, Outcome.HELD)
"""Outcomes of mail that a person may let in."""


def move(current: Stage, wanted: Stage, *, by: str, reason: str | None) -> Stage:
    """The stage after a person's decision.

    Args:
        by: who decides, as they sign.
        reason: why, in their words; None where they were not asked.

    Raises:
        UnlawfulMove: from this stage the other cannot be reached, or nobody signs, or gives
            no reason.
    """
    if reason is None and wanted in WITHOUT_REASON:
        _named(by)
    else:
        _signed(by, reason or "")
    if wanted not in MOVES[current]:
        lawful = ", ".join(stage.value for stage in MOVES[current])
        raise UnlawfulMove(
            f"An application that is {current.value} cannot become {wanted.value}.",
            f"From here it can become: {lawful}.",
            rule="cannot_become",
            now=current,
            to=wanted,
        )
    return wanted


def admit(outcome: Outcome, code: AdmissionReason, *, by: str, reason: str) -> None:
    """Whether a person may let a mail in.

    Args:
        code: the reason by its code; `other` is explained in `reason` like every one.

    Raises:
        UnlawfulMove: the mail was neither refused nor held, or nobody signs, or gives no reason.
    """
    _signed(by, reason)
    if outcome not in ADMISSIBLE:
        raise UnlawfulMove(
            f"Only refused and held mail can be let in; this one is {outcome.value}.",
            "Nothing needs to be done.",
            rule="not_out",
        )


def confirms(proposed_by: Signer, by: Signer) -> None:
    """Whether a person may confirm what another proposed.

    Raises:
        UnlawfulMove: it is the same person.
    """
    if by.is_also(proposed_by):
        raise UnlawfulMove(
            f"{proposed_by.name} has proposed to let this mail in.",
            "Another person confirms it: this vacancy asks for two.",
            rule="same_person",
            who=proposed_by.name,
        )


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _signed(by: str, reason: str) -> None:
    _named(by)
    if not reason.strip():
        raise UnlawfulMove(
            "A decision needs a reason.", "Say why: --reason TEXT.", rule="without_reason"
        )


def _named(by: str) -> None:
    if not by.strip():
        raise UnlawfulMove(
            "A decision needs a name.", "Say who decides: --by NAME.", rule="nameless"
        )
