"""Verdicts: one outcome each, every finding with its evidence."""

from dataclasses import replace

import pytest

from intake.triage.judge import judge
from intake.triage.message import Address, Document, Message, Unreadable
from intake.triage.verdict import Flag, Kind, Outcome, Result, Timing
from tests.triage.mails import (
    CV,
    IN_TIME,
    LATE,
    LETTER,
    UNCLEAR,
    document,
    judged,
    mail,
    unreadable,
    verdict,
)
from tests.triage.openings import ACIP, TOSCI


def application(body: str = "Please find my documents attached.") -> Message:
    return mail(body, document("cv.pdf", CV), document("letter.pdf", LETTER))


@pytest.mark.parametrize(
    ("timing", "outcome"),
    [(IN_TIME, Outcome.FILED), (LATE, Outcome.REFUSED), (UNCLEAR, Outcome.HELD)],
)
def test_the_time_decides_on_applications(timing: Timing, outcome: Outcome) -> None:
    found = verdict(application(), timing=timing)
    assert (found.kind, found.outcome, found.reason) == (
        Kind.APPLICATION,
        outcome,
        timing.explanation,
    )
    assert [one.result for one in found.checks] == [Result.PASS] * 4


@pytest.mark.parametrize("timing", [IN_TIME, LATE, UNCLEAR])
@pytest.mark.parametrize(
    ("message", "outcome"),
    [
        (mail("I withdraw my application."), Outcome.FILED),
        (mail("What is the salary?", subject=""), Outcome.ENQUIRY),
        (mail("Away.", headers=(("auto-submitted", "auto-replied"),)), Outcome.IGNORED),
        (replace(mail(), unreadable="it is empty."), Outcome.HELD),
    ],
)
def test_other_mail_keeps_its_outcome_whenever_it_comes(
    timing: Timing, message: Message, outcome: Outcome
) -> None:
    found = verdict(message, timing=timing)
    assert (found.outcome, found.checks, found.timing) == (outcome, (), timing)


def test_an_incomplete_application_in_time_is_filed() -> None:
    found = verdict(mail("I apply.", document("cv.pdf", CV)))
    assert found.outcome is Outcome.FILED
    assert {one.name: one.result.value for one in found.checks} == {
        "subject": "pass",
        "cv": "pass",
        "motivation_letter": "fail",
        "language": "pass",
    }


def test_a_letter_sent_later_is_asked_together_with_the_cv_that_came_before() -> None:
    first = judged(mail("I apply.", document("cv.pdf", CV)))
    later = mail("The missing letter.", document("letter.pdf", LETTER), subject="Documents")
    found = verdict(later, first)
    assert (found.kind, found.flags) == (Kind.SUPPLEMENT, ())
    assert all(one.result is Result.PASS for one in found.checks)
    evidence = {one.name: one.evidence for one in found.checks}
    assert evidence["cv"].startswith("“cv.pdf”, which came with an earlier message, is a CV")


def test_what_was_refused_or_held_is_not_asked_with_the_next() -> None:
    first = judged(mail("I apply.", document("cv.pdf", CV)), timing=UNCLEAR)
    later = mail("The missing letter.", document("letter.pdf", LETTER))
    assert {one.name: one.result.value for one in verdict(later, first).checks}["cv"] == "fail"
    admitted = replace(first, admitted=True)
    assert {one.name: one.result.value for one in verdict(later, admitted).checks}["cv"] == "pass"


def test_a_better_version_is_a_resubmission() -> None:
    first = judged(application())
    again = verdict(application("All once more."), first)
    assert (again.kind, again.flags) == (Kind.APPLICATION, (Flag.RESUBMISSION,))
    letter = verdict(mail("A better letter.", document("new.pdf", LETTER)), first)
    assert (letter.kind, letter.flags) == (Kind.SUPPLEMENT, (Flag.RESUBMISSION,))


def test_late_mail_beside_an_application_is_refused_and_changes_nothing() -> None:
    first = judged(application())
    found = verdict(application("All once more."), first, timing=LATE)
    assert (found.outcome, found.flags) == (Outcome.REFUSED, (Flag.LATE_SUPPLEMENT,))


def test_the_same_bytes_are_a_duplicate_of_the_first() -> None:
    first = judged(application(), sha256="same")
    second = judged(application("Other words."), first, sha256="same")
    third = judged(application("Other words."), first, second, sha256="same")
    for copy in (second, third):
        found = copy.verdict
        assert (found.outcome, found.flags) == (Outcome.IGNORED, (Flag.DUPLICATE,))
        assert found.duplicate_of == first.id
        assert found.kind is first.verdict.kind


def test_the_same_but_for_trace_headers_is_a_duplicate() -> None:
    message = application()
    first = judged(message)
    assert verdict(message, first).flags == (Flag.DUPLICATE,)


def test_nothing_is_a_duplicate_for_its_message_id_sender_or_subject() -> None:
    first = judged(application())
    other = replace(application("New words."), message_id=first.message.message_id)
    assert Flag.DUPLICATE not in verdict(other, first).flags
    empty = replace(application(), content_hash="")
    assert Flag.DUPLICATE not in verdict(empty, judged(empty)).flags


def test_a_copy_in_time_counts_where_the_first_could_not() -> None:
    message = application()
    first = judged(message, timing=UNCLEAR)
    second = judged(message, first)
    assert second.verdict.outcome is Outcome.FILED
    assert judged(message, first, second).verdict.duplicate_of == second.id


def test_a_subject_that_names_another_vacancy_is_misdirected() -> None:
    found = verdict(replace(application(), subject="Application: STCE Project Expert"))
    assert found.flags == (Flag.MISDIRECTED,)
    assert "Strategic Trade Control Enforcement" in found.findings[0].evidence
    assert found.checks[0].result is Result.FAIL


def test_a_link_in_place_of_files_is_flagged_and_never_taken_for_them() -> None:
    link = "https://drive.google.com/file/d/1"
    found = verdict(mail("My CV and letter are here:", subject="TOSCI application", links=(link,)))
    assert (found.kind, found.outcome) == (Kind.APPLICATION, Outcome.FILED)
    assert found.flags == (Flag.LINK_ONLY,)
    assert link in found.findings[0].evidence
    assert "never followed" in found.checks[1].evidence


@pytest.mark.parametrize(
    "body",
    [
        "My CV and letter are in this folder: https://files.example.com/s/1",
        "Mon CV et ma lettre se trouvent ici.\nhttps://files.example.com/s/1",
        "You can download my documents.\n\nhttps://files.example.com/s/1",
        "Jane Doe has shared a folder with you: https://files.example.com/s/1",
        "Jane Doe shared 2 files with you\n\nhttps://files.example.com/s/1",
        "jane.doe@example.org invited you to view a folder.\nhttps://files.example.com/s/1",
        "Your documents are ready for you: https://files.example.com/s/1 (expires in 7 days)",
        "Jane Doe a partagé un dossier avec vous : https://files.example.com/s/1",
        "Télécharger les fichiers : https://files.example.com/s/1",
        "Un fichier a été déposé à votre intention.\nhttps://files.example.com/s/1",
        "Jane Doe has shared a folder with you. Open",
    ],
)
def test_a_link_of_any_host_stands_in_place_of_files_where_the_text_says_so(body: str) -> None:
    link = "https://files.example.com/s/1"
    told = mail(f"I apply for the post. {body}", links=(link,))
    assert verdict(told).flags == (Flag.LINK_ONLY,)
    elsewhere = mail("I apply for the post on https://files.example.com/s/1 now.", links=(link,))
    assert verdict(elsewhere).flags == ()


@pytest.mark.parametrize(
    "link", ["https://www.linkedin.com/in/jane", "https://example.org", "http://[x"]
)
def test_a_link_in_a_signature_stands_in_place_of_nothing(link: str) -> None:
    assert verdict(mail("I apply.", document("cv.pdf", CV), links=(link,))).flags == ()


@pytest.mark.parametrize(
    ("body", "link"),
    [
        (
            "I enclose my CV and letter.\nJane Doe | linkedin.com",
            "https://www.linkedin.com/in/jane",
        ),
        ("I apply for the post.\n\nJane Doe\nhttps://jane.example", "https://jane.example"),
        (
            "My CV is attached.\n\nhttps://www.linkedin.com/in/jane",
            "https://www.linkedin.com/in/jane",
        ),
        ("I saw the post on https://jobs.example.com/1 and apply.", "https://jobs.example.com/1"),
    ],
)
def test_a_profile_or_a_website_stands_in_place_of_nothing(body: str, link: str) -> None:
    assert verdict(mail(body, links=(link,))).flags == ()


def test_a_file_that_a_signature_leads_to_is_no_document_beside_those_attached() -> None:
    terms = "https://jane.example/disclaimer.pdf"
    assert verdict(mail("I apply.", document("cv.pdf", CV), links=(terms,))).flags == ()
    assert verdict(mail("I apply for the post.", links=(terms,))).flags == (Flag.LINK_ONLY,)


def test_a_share_beside_all_documents_is_no_link_in_their_place() -> None:
    complete = replace(application(), links=("https://www.dropbox.com/s/1",))
    assert verdict(complete).flags == ()


def test_other_flags_come_with_their_evidence() -> None:
    inner = Address("Jane Doe", "jane@example.net")
    found = verdict(replace(application(), forwarded_from=inner))
    assert found.flags == (Flag.FORWARDED,)
    assert "jane@example.net" in found.findings[0].evidence
    timed = replace(IN_TIME, flags=(Flag.AMBIGUITY_WINDOW,))
    found = judge(application(), TOSCI, timed, (), sha256="x", in_junk=True)
    assert found.flags == (Flag.AMBIGUITY_WINDOW, Flag.FOUND_IN_JUNK)
    found = verdict(application("My brother works at the WCO."))
    assert found.flags == (Flag.DECLARED_RELATIVE,)


@pytest.mark.parametrize(
    "hazard",
    [
        unreadable("cv.exe", Unreadable.UNSAFE),
        replace(document("cv.doc", CV), notes=("The file holds macros; they were not run.",)),
        unreadable("cv.zip", Unreadable.ENCRYPTED, media_type="application/zip"),
    ],
)
def test_what_is_dangerous_to_open_is_flagged(hazard: Document) -> None:
    found = verdict(mail("I apply.", hazard, document("letter.pdf", LETTER)))
    assert found.flags == (Flag.UNSAFE_ATTACHMENT,)


def test_an_encrypted_pdf_is_not_dangerous() -> None:
    locked = unreadable("cv.pdf", Unreadable.ENCRYPTED, named=(CV,))
    assert verdict(mail("I apply.", locked)).flags == ()


def test_what_differs_in_the_cv_is_noted_and_not_judged() -> None:
    cv = document("cv.pdf", CV, candidate_name="Ana Petrova", candidate_emails=("ana@example.net",))
    found = verdict(mail("I apply.", cv, document("letter.pdf", LETTER, has_referees=True)))
    assert found.notes == (
        "“letter.pdf” gives contact details of referees.",
        "The CV is of “Ana Petrova”, the mail is from “Jane Doe”.",
        "The CV gives the address ana@example.net, the mail came from jane.doe@example.org.",
    )
    assert all(one.result is Result.PASS for one in found.checks)


def test_the_candidate_named_in_a_subject_may_go_by_the_name_in_the_cv() -> None:
    cv = document("cv.pdf", CV, candidate_name="Robert Kowalski")
    message = mail(
        "", cv, document("l.pdf", LETTER), subject="A-CIP – Robert Kowalski", name="Bob K."
    )
    found = judged(message, vacancy=ACIP).verdict
    assert found.checks[0].result is Result.PASS, found.checks[0].evidence


def test_an_undecodable_subject_is_for_a_person_to_read() -> None:
    found = verdict(replace(application(), subject="\ufffd\ufffd\ufffd\ufffd officer \ufffd"))
    assert found.checks[0].result is Result.UNSURE
    assert verdict(replace(application(), subject="")).checks[0].result is Result.FAIL
