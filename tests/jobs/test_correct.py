"""What people say in place of a finding counts, is kept beside it, and outlives a replay."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TypedDict

import pytest

from intake.errors import UnknownId, UnlawfulMove, WrongUse
from intake.jobs import moves, remark
from intake.jobs.correct import Seen, call_document, call_mail, hand_over, join, separate
from intake.jobs.decide import decide
from intake.jobs.replay import replay
from intake.store import applications, corrections, remarks
from intake.store.engine import reading
from intake.triage.review import Signer
from tests.jobs.mailroom import AFTER, BEFORE, VACANCY, Office, mail
from tests.store.dump import dump

OTHER = replace(VACANCY, id="acip", title="Programme Officer", mailbox="acip@example.org")


class Signed(TypedDict):
    who: str
    why: str


SIGNED: Signed = {"who": "R. Bauer", "why": "I have read it."}


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


def sha256_of(office: Office, filename: str, of: int = 1) -> str:
    message = office.messages[of - 1].message
    assert message
    return next(one.sha256 for one in message.documents if one.filename == filename)


def test_a_document_is_what_a_person_says(office: Office) -> None:
    office.server.inbox.add(mail(files=("letter.txt", "letter2.txt")))
    office.poll()
    assert office.queue[0].application.missing == ("cv",)
    call_document(office.bench, 1, sha256_of(office, "letter2.txt"), "cv", **SIGNED)
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
    sha256 = sha256_of(office, "letter2.txt")
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


BAUER, DIALLO = "bauer@example.org", "diallo@example.org"


def _recused(office: Office, application: int | None, mail: int | None = None) -> set[str]:
    with reading(office.bench.engine) as session:
        return set(remarks.recused(session, application, mail))


def _former(office: Office, application: int) -> tuple[int, ...]:
    with reading(office.bench.engine) as session:
        return remarks.came_from(session, application)


@pytest.fixture
def joined(office: Office) -> Office:
    """a2 is joined into a1; of each somebody has stepped aside."""
    office.bench = replace(office.bench, vacancies=(VACANCY, OTHER))
    office.server.inbox.add(mail("ada@example.org", files=("letter.txt",)))
    office.server.inbox.add(mail("ada@work.example.com", subject="My CV", files=("cv.txt",)))
    office.poll()
    remark.recuse(office.bench, 1, DIALLO, "", who="Diallo")
    remark.recuse(office.bench, 2, BAUER, "", who="Bauer")
    remark.note(office.bench, 2, "Speaks Arabic.", who="Ada")
    decide(office.bench, 2, "shortlisted", who="Ada", why="Fits.")
    join(office.bench, 2, 1, **SIGNED)
    return office


def test_who_stepped_aside_is_aside_from_what_it_was_joined_into(joined: Office) -> None:
    assert [row.stage for row in joined.queue] == ["new"]
    assert _former(joined, 1) == (2,)
    for application, number in ((1, None), (2, None), (None, 1), (None, 2)):
        assert _recused(joined, application, number) == {BAUER, DIALLO}
    remark.bring_back(joined.bench, 1, BAUER, "", who="HR")
    assert _recused(joined, None, 2) == {DIALLO}


def test_who_stepped_aside_is_aside_from_both_when_they_are_taken_apart(joined: Office) -> None:
    separate(joined.bench, 1, **SIGNED)
    assert [row.stage for row in joined.queue] == ["new", "shortlisted"]
    assert _former(joined, 1) == _former(joined, 2) == ()
    assert _recused(joined, 1) == _recused(joined, 2) == {BAUER, DIALLO}


def test_a_recusal_goes_along_to_another_vacancy_and_back(joined: Office) -> None:
    separate(joined.bench, 1, **SIGNED)
    hand_over(joined.bench, 2, "acip", **SIGNED)
    there = next(row for row in joined.queue if row.vacancy == "acip")
    assert (there.stage, _former(joined, there.id)) == ("new", (2,))
    assert _recused(joined, there.id) == _recused(joined, None, 2) == {BAUER, DIALLO}
    hand_over(joined.bench, there.id, "tosci", **SIGNED)
    assert _former(joined, 2) == (there.id,)
    assert _former(joined, there.id) == ()
    assert joined.broken == []


def test_a_recusal_holds_for_mail_that_is_too_late_for_the_other_vacancy(office: Office) -> None:
    sooner = replace(OTHER, deadline=replace(OTHER.deadline, cutoff=BEFORE - timedelta(days=9)))
    office.bench = replace(office.bench, vacancies=(VACANCY, sooner))
    office.server.inbox.add(mail())
    office.poll()
    remark.recuse(office.bench, 1, BAUER, "A cousin.", who="Bauer")
    hand_over(office.bench, 1, "acip", **SIGNED)
    assert (office.outcomes, office.queue) == (["refused"], [])
    assert _recused(office, None, 1) == {BAUER}
    with reading(office.bench.engine) as session:
        assert remarks.went_to(session, 1) == frozenset()
    assert office.broken == []


def test_what_is_closed_is_not_changed(joined: Office) -> None:
    bench, today = joined.bench, joined.clock.now.date()
    with reading(bench.engine) as session:
        version = applications.get(session, 2).version
    before = dump(bench.engine)
    by = Signer("Ada", 1)
    sha256 = sha256_of(joined, "cv.txt", of=2)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: decide(bench, 2, "declined", who="Ada", why="why"),
        lambda: moves.move(bench, {1: 99, 2: version}, "declined", by=by, why="why"),
        lambda: remark.note(bench, 2, "More.", who="Ada"),
        lambda: remark.assign(bench, 2, BAUER, who="Ada"),
        lambda: remark.wait(bench, 2, None, "", who="Ada", today=today),
        lambda: remark.recuse(bench, 2, "ada@example.org", "", who="Ada"),
        lambda: remark.bring_back(bench, 2, BAUER, "", who="Ada"),
        lambda: join(bench, 1, 2, **SIGNED),
        lambda: separate(bench, 2, **SIGNED),
        lambda: hand_over(bench, 2, "acip", **SIGNED),
        lambda: call_mail(bench, 2, "enquiry", seen=Seen(2, version), **SIGNED),
        lambda: call_document(bench, 2, sha256, "cv", seen=Seen(2, version), **SIGNED),
    )
    for attempt in attempts:
        with pytest.raises(UnlawfulMove, match="a2 is closed: its mail is now in a1") as told:
            attempt()
        assert told.value.rule == "closed"
    assert dump(bench.engine) == before


def test_what_is_closed_because_nothing_in_it_counts_says_so(office: Office) -> None:
    office.server.inbox.add(mail())
    office.poll()
    call_mail(office.bench, 1, "enquiry", **SIGNED)
    with pytest.raises(UnlawfulMove, match="none of its mail counts"):
        remark.note(office.bench, 1, "Still.", who="Ada")


def test_new_mail_to_the_old_vacancy_opens_it_again_and_it_is_told_where_the_rest_is(
    office: Office,
) -> None:
    office.bench = replace(office.bench, vacancies=(VACANCY, OTHER))
    office.server.inbox.add(mail())
    office.poll()
    hand_over(office.bench, 1, "acip", **SIGNED)
    office.server.inbox.add(mail(subject="My CV", files=("cv2.txt",)))
    office.poll()
    assert [(row.id, row.application.messages) for row in office.queue] == [(2, (1,)), (1, (2,))]
    assert office.trail("a1")[-1] == "application opened again"
    with reading(office.bench.engine) as session:
        assert remarks.went_to(session, 1) == {2}
        assert remarks.came_from(session, 2) == (1,)
    assert office.broken == []


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
        call_document(office.bench, 1, sha256_of(office, "cv.txt"), "diploma", **SIGNED)
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
