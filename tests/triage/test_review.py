"""What people may do with an application, and with mail that was refused or held."""

import pytest

from intake.errors import UnlawfulMove
from intake.triage.review import MOVES, AdmissionReason, Stage, admit, move
from intake.triage.verdict import Outcome


@pytest.mark.parametrize(
    ("current", "wanted"), [(one, other) for one, lawful in MOVES.items() for other in lawful]
)
def test_each_lawful_move_is_made(current: Stage, wanted: Stage) -> None:
    assert move(current, wanted, by="A. Reviewer", reason="agreed in the panel") is wanted


def test_nothing_moves_to_where_it_is() -> None:
    for stage in Stage:
        with pytest.raises(UnlawfulMove, match="cannot become"):
            move(stage, stage, by="A. Reviewer", reason="no change")


def test_every_stage_can_be_left_again() -> None:
    assert all(MOVES[stage] for stage in Stage)


def test_an_unlawful_move_says_what_would_be_lawful() -> None:
    with pytest.raises(UnlawfulMove, match="it can become: in_review"):
        move(Stage.WITHDRAWN, Stage.SHORTLISTED, by="A. Reviewer", reason="she changed her mind")


@pytest.mark.parametrize(("by", "reason"), [("", "why"), ("  ", "why"), ("who", " ")])
def test_a_decision_is_signed_and_explained(by: str, reason: str) -> None:
    with pytest.raises(UnlawfulMove):
        move(Stage.NEW, Stage.IN_REVIEW, by=by, reason=reason)
    with pytest.raises(UnlawfulMove):
        admit(Outcome.REFUSED, AdmissionReason.OTHER, by=by, reason=reason)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_only_refused_and_held_mail_is_let_in(outcome: Outcome) -> None:
    if outcome in (Outcome.REFUSED, Outcome.HELD):
        admit(outcome, AdmissionReason.OUR_FAILURE, by="A. Reviewer", reason="our server was down")
    else:
        with pytest.raises(UnlawfulMove, match=outcome.value):
            admit(outcome, AdmissionReason.OUR_FAILURE, by="A. Reviewer", reason="just because")
