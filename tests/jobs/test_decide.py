"""People decide, by name and with a reason; the machine's finding stays beside."""

import pytest

from intake.errors import UnknownId, UnlawfulMove
from intake.jobs.decide import admit, decide
from intake.store import rows
from intake.store.engine import reading
from tests.jobs.mailroom import AFTER, Office, mail


def test_a_persons_decision_moves_the_stage(office: Office) -> None:
    office.server.inbox.add(mail())
    office.poll()
    decide(office.bench, 1, "shortlisted", who="R. Bauer", why="Ten years in customs.")
    with reading(office.bench.engine) as session:
        row = rows.application(session, 1)
        [told] = [one for one in rows.audit_of(session, "a1") if one.what == "decided"]
    assert (row.stage, row.version) == ("shortlisted", 2)
    [decision] = row.decisions
    assert (decision.who, decision.what, decision.to) == ("R. Bauer", "stage", "shortlisted")
    assert told.who == "R. Bauer"
    assert "customs" not in told.details
    assert office.broken == []


def test_new_mail_leaves_the_stage_alone(office: Office) -> None:
    office.server.inbox.add(mail(files=("cv.txt",)))
    office.poll()
    decide(office.bench, 1, "in_review", who="R. Bauer", why="I read it.")
    office.server.inbox.add(mail(subject="Letter", files=("letter.txt",)))
    office.poll()
    [row] = office.queue
    assert (row.stage, row.application.complete) == ("in_review", True)


@pytest.mark.parametrize(
    ("stage", "who", "why"),
    [("new", "R. Bauer", "why"), ("hired", "R. Bauer", "why"), ("in_review", " ", "why")],
)
def test_what_the_rules_do_not_allow_is_refused(
    office: Office, stage: str, who: str, why: str
) -> None:
    office.server.inbox.add(mail())
    office.poll()
    with pytest.raises(UnlawfulMove):
        decide(office.bench, 1, stage, who=who, why=why)
    assert office.queue[0].decisions == ()


def test_an_application_that_is_none_is_named(office: Office) -> None:
    with pytest.raises(UnknownId, match="a7"):
        decide(office.bench, 7, "in_review", who="R. Bauer", why="why")
    with pytest.raises(UnknownId, match="m7"):
        admit(office.bench, 7, who="R. Bauer", why="why")


def test_a_late_mail_can_be_let_in_and_the_finding_stays(office: Office) -> None:
    office.clock.now = AFTER
    office.server.inbox.add(mail(), internal=AFTER)
    office.poll()
    admit(office.bench, 1, "force_majeure", who="R. Bauer", why="The network was down.")
    [row] = office.messages
    assert row.verdict
    assert (row.verdict.outcome, row.admitted) == ("refused", True)
    assert (row.decisions[0].to, row.decisions[0].why) == (
        "force_majeure",
        "The network was down.",
    )
    [application] = office.queue
    assert application.application.complete
    assert row.application == application.id
    assert office.trail("m1") == ["stored", "judged", "admitted"]
    assert office.broken == []


def test_mail_that_is_in_already_is_not_let_in_again(office: Office) -> None:
    office.clock.now = AFTER
    office.server.inbox.add(mail(), internal=AFTER)
    office.poll()
    admit(office.bench, 1, who="R. Bauer", why="why")
    with pytest.raises(UnlawfulMove, match="let in before"):
        admit(office.bench, 1, who="R. Bauer", why="why")


def test_filed_mail_needs_no_admission(office: Office) -> None:
    office.server.inbox.add(mail())
    office.poll()
    with pytest.raises(UnlawfulMove):
        admit(office.bench, 1, who="R. Bauer", why="why")
    with pytest.raises(UnlawfulMove):
        admit(office.bench, 1, "sympathy", who="R. Bauer", why="why")
