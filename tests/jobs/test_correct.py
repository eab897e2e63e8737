"""What people say in place of a finding counts, is kept beside it, and outlives a replay."""

from dataclasses import replace

import pytest

from intake.errors import UnknownId, UnlawfulMove, WrongUse
from intake.jobs.correct import call_document, call_mail, hand_over, join, separate
from intake.jobs.replay import replay
from intake.store import corrections
from intake.store.engine import reading
from tests.jobs.mailroom import AFTER, VACANCY, Office, mail
from tests.store.dump import dump

OTHER = replace(VACANCY, id="acip", title="Programme Officer", mailbox="acip@example.org")
SIGNED = {"who": "R. Bauer", "why": "I have read it."}


def _replayed(office: Office) -> None:
    """What was corrected stays so when everything is read and judged again."""
    before = dump(office.bench.engine)
    for vacancy in office.bench.vacancies:
        assert replay(office.bench, vacancy.id, apply=True).changes == ()
    after = dump(office.bench.engine)
    assert {name: rows for name, rows in after.items() if name != "deadline"} == {
        name: rows for name, rows in before.items() if name != "deadline"
    } or after["audit"] != before["audit"]
    assert office.broken == []


def _sha256(office: Office, filename: str, of: int = 1) -> str:
    message = office.messages[of - 1].message
    assert message
    return next(one.sha256 for one in message.documents if one.filename == filename)


def test_a_document_is_what_a_person_says(office: Office) -> None:
    office.server.inbox.add(mail(files=("letter.txt", "letter2.txt")))
    office.poll()
    assert office.queue[0].application.missing == ("cv",)
    call_document(office.bench, 1, _sha256(office, "letter2.txt"), "cv", **SIGNED)
    application = office.queue[0].application
    assert application.complete
    evidence = next(check.evidence for check in application.checks if check.name == "cv")
    assert "R. Bauer says so" in evidence
    assert "found by itself" in evidence
    _replayed(office)
    assert office.queue[0].application == application


def test_the_finding_comes_back_when_a_correction_is_taken_back(office: Office) -> None:
    office.server.inbox.add(mail(files=("letter.txt", "letter2.txt")))
    office.poll()
    before = office.queue[0].application
    sha256 = _sha256(office, "letter2.txt")
    call_document(office.bench, 1, sha256, "cv", **SIGNED)
    call_document(office.bench, 1, sha256, "", **SIGNED)
    assert office.queue[0].application == before
    with reading(office.bench.engine) as session:
        said = corrections.of_deliveries(session, [1])
    assert [(one.correction.to, one.found) for one in said] == [
        ("cv", "motivation_letter"),
        ("", "motivation_letter"),
    ]


def test_a_mail_is_of_the_kind_a_person_says(office: Office) -> None:
    office.server.inbox.add(mail(subject="Question", files=()))
    office.poll()
    assert office.outcomes == ["enquiry"]
    call_mail(office.bench, 1, "application", **SIGNED)
    [row] = office.messages
    assert row.verdict
    assert (row.verdict.kind, row.verdict.outcome) == ("application", "filed")
    assert "found: enquiry" in row.verdict.kind_evidence
    assert office.trail("m1") == ["stored", "judged", "corrected kind", "judged again"]
    _replayed(office)
    assert office.outcomes == ["filed"]
    call_mail(office.bench, 1, "", **SIGNED)
    assert office.outcomes == ["enquiry"]
    assert office.queue == []


def test_what_a_person_calls_an_application_may_be_late_all_the_same(office: Office) -> None:
    office.clock.now = AFTER
    office.server.inbox.add(mail(subject="Question", files=()), internal=AFTER)
    office.poll()
    call_mail(office.bench, 1, "application", **SIGNED)
    assert office.outcomes == ["refused"]


def test_two_addresses_of_one_person_make_one_application(office: Office) -> None:
    office.server.inbox.add(mail("ada@example.org", files=("letter.txt",)))
    office.server.inbox.add(mail("ada@work.example.com", subject="My CV", files=("cv.txt",)))
    office.poll()
    assert len(office.queue) == 2
    assert join(office.bench, 2, 1, **SIGNED) == 1
    [row] = office.queue
    assert (row.id, row.application.complete, row.application.messages) == (1, True, (1, 2))
    office.server.inbox.add(mail("ada@work.example.com", subject="More", files=("cv.txt",)))
    office.poll()
    assert office.queue[0].application.messages == (1, 2, 3)
    _replayed(office)
    assert len(office.queue) == 1
    separate(office.bench, 1, **SIGNED)
    assert [row.application.messages for row in office.queue] == [(1,), (2, 3)]
    assert office.broken == []


def test_an_application_handed_over_is_judged_by_the_other_vacancys_rules(office: Office) -> None:
    earlier = replace(OTHER, required=("cv",))
    office.bench = replace(office.bench, vacancies=(VACANCY, earlier))
    office.server.inbox.add(mail(files=("cv.txt",)))
    office.poll()
    assert not office.queue[0].application.complete
    hand_over(office.bench, 1, "acip", **SIGNED)
    [row] = office.queue
    assert (row.vacancy, row.application.complete) == ("acip", True)
    assert (office.messages[0].vacancy, office.messages[0].mailbox) == ("acip", VACANCY.mailbox)
    _replayed(office)
    assert office.queue[0].vacancy == "acip"
    hand_over(office.bench, row.id, "tosci", **SIGNED)
    assert [one.vacancy for one in office.queue] == ["tosci"]
    assert office.broken == []


def test_what_rested_on_mail_that_is_handed_over_is_judged_again(office: Office) -> None:
    office.bench = replace(office.bench, vacancies=(VACANCY, OTHER))
    office.server.inbox.add(mail(files=("cv.txt",)))
    office.poll()
    office.server.inbox.add(mail(subject="My letter", files=("letter.txt",)))
    office.poll()
    assert office.queue[0].application.complete
    hand_over(office.bench, 1, "acip", **SIGNED)
    assert [one.vacancy for one in office.queue] == ["acip"]
    assert office.queue[0].application.messages == (1, 2)


@pytest.mark.parametrize("why", ["", "  "])
def test_nobody_corrects_without_a_reason(office: Office, why: str) -> None:
    office.server.inbox.add(mail())
    office.poll()
    before = dump(office.bench.engine)
    with pytest.raises(UnlawfulMove, match="a name and a reason"):
        call_mail(office.bench, 1, "enquiry", who="R. Bauer", why=why)
    assert dump(office.bench.engine) == before


def test_a_correction_of_what_is_not_there_says_so(office: Office) -> None:
    office.server.inbox.add(mail())
    office.poll()
    with pytest.raises(UnknownId):
        call_document(office.bench, 1, "0" * 64, "cv", **SIGNED)
    with pytest.raises(UnknownId):
        call_mail(office.bench, 9, "enquiry", **SIGNED)
    with pytest.raises(UnlawfulMove, match="no kind of document"):
        call_document(office.bench, 1, _sha256(office, "cv.txt"), "diploma", **SIGNED)
    with pytest.raises(UnlawfulMove, match="cannot be called"):
        call_mail(office.bench, 1, "unreadable", **SIGNED)
    with pytest.raises(UnlawfulMove, match="cannot be joined"):
        join(office.bench, 1, 1, **SIGNED)
    with pytest.raises(UnlawfulMove, match="Nothing was joined"):
        separate(office.bench, 1, **SIGNED)
    with pytest.raises(UnlawfulMove, match="already"):
        hand_over(office.bench, 1, "tosci", **SIGNED)
    with pytest.raises(WrongUse):
        hand_over(office.bench, 1, "nowhere", **SIGNED)
