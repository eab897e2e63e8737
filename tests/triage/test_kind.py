"""What kind of mail it is: by labelled words, by headers, and on a corpus of real reports."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from intake.triage.dossier import Judged
from intake.triage.kind import classify
from intake.triage.message import Address, Message
from intake.triage.verdict import Kind
from tests.triage.mails import CV, LETTER, document, judged, mail, read_headers, unreadable
from tests.triage.openings import TOSCI

BROUGHT = {
    "cv": lambda: document("cv.pdf", CV),
    "letter": lambda: document("letter.pdf", LETTER),
    "other": lambda: document("paper.pdf"),
    "unread": lambda: unreadable("scan.pdf"),
    "picture": lambda: unreadable("screen.png", media_type="image/png"),
}
LABELLED: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "wishes.toml").read_text(encoding="utf-8")
)["mail"]


@pytest.mark.parametrize("told", LABELLED, ids=lambda told: f"{told['kind']}: {told['body'][:50]}")
def test_words_make_the_kind(told: dict[str, Any]) -> None:
    brought = [BROUGHT[one]() for one in told.get("brings", ())]
    message = mail(told["body"], *brought, subject=told.get("subject", ""))
    found, why = classify(message, TOSCI, [judged(_full())] if told.get("known") else [])
    assert found == told["kind"], why
    assert why.endswith((".", "”"))


SPOKEN: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent / "withdrawals.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    ("body", "withdraws"),
    [(one, True) for one in SPOKEN["withdraws"]]
    + [(one, False) for one in SPOKEN["withdraws_not"]],
)
def test_who_withdraws_says_so_himself_and_means_it(body: str, withdraws: bool) -> None:
    found, why = classify(mail(f"Dear team, {body} Regards"), TOSCI, [judged(_full())])
    assert (found is Kind.WITHDRAWAL) == withdraws, why


def test_documents_withdraw_nothing_unless_it_is_said_plainly() -> None:
    late = "Please excuse me for the delay. My interest in customs is over twenty years old."
    for said, kind in ((late, Kind.SUPPLEMENT), ("I withdraw my application.", Kind.WITHDRAWAL)):
        letter = mail(said, document("letter.pdf", LETTER), subject="Missing letter")
        assert kind_of(letter, judged(_full())) is kind


def _full() -> Message:
    return mail("I apply.", document("cv.pdf", CV), document("letter.pdf", LETTER))


def kind_of(message: Message, *earlier: Judged) -> Kind:
    return classify(message, TOSCI, earlier)[0]


@pytest.mark.parametrize(
    "header",
    [
        ("auto-submitted", "auto-replied"),
        ("auto-submitted", "auto-generated"),
        ("auto-submitted", "auto-replied (vacation)"),
        ("precedence", "auto_reply"),
        ("precedence", "bulk"),
        ("x-autoreply", "yes"),
        ("x-autorespond", "vacation"),
        ("list-id", "Jobs <jobs.lists.example.org>"),
        ("list-unsubscribe", "<https://example.org/leave>"),
        ("x-failed-recipients", "someone@example.org"),
    ],
)
def test_headers_of_programs_make_it_automatic(header: tuple[str, str]) -> None:
    assert kind_of(mail("News of the week.", headers=(header,))) is Kind.AUTOMATIC


@pytest.mark.parametrize(
    "header",
    [
        ("auto-submitted", "no"),
        ("x-auto-response-suppress", "All"),
        ("precedence", "normal"),
        ("importance", "high"),
        ("x-ms-exchange-inbox-rules-loop", "someone@example.org"),
        ("list-post", "<mailto:TOSCI.vacancy@wcoomd.org>"),
        ("list-id", "<tosci.vacancy.wcoomd.org>"),
    ],
)
def test_headers_of_ordinary_mail_do_not(header: tuple[str, str]) -> None:
    assert kind_of(mail("Is the post still open?", headers=(header,))) is Kind.ENQUIRY


@pytest.mark.parametrize(
    "headers",
    [
        (("list-id", "<jobs.example.org>"), ("precedence", "bulk")),
        (("auto-submitted", "auto-generated"), ("list-unsubscribe", "<https://example.org>")),
        (("precedence", "list"),),
        (("precedence", "auto_reply"),),
    ],
)
def test_a_job_boards_mail_with_a_cv_is_an_application(
    headers: tuple[tuple[str, str], ...],
) -> None:
    relayed = mail("A candidate has applied.", document("cv.pdf", CV), headers=headers)
    scanned = mail("A candidate has applied.", unreadable("scan.pdf"), headers=headers)
    assert kind_of(relayed) is Kind.APPLICATION
    assert kind_of(scanned) is Kind.APPLICATION


@pytest.mark.parametrize("local", ["mta", "mda", "mta.khan", "mda-rahman"])
def test_a_person_with_the_initials_of_a_mail_system_applies(local: str) -> None:
    sender = f"{local}@example.org"
    assert kind_of(mail("I apply.", document("cv.pdf", CV), sender=sender)) is Kind.APPLICATION
    report = mail("Your message could not be delivered.", sender="mta@example.org")
    assert kind_of(report) is Kind.AUTOMATIC


def test_a_reply_by_a_program_stays_one_whatever_it_carries() -> None:
    answered = mail(
        "I am away.", document("cv.pdf", CV), headers=(("auto-submitted", "auto-replied"),)
    )
    assert kind_of(answered) is Kind.AUTOMATIC


@pytest.mark.parametrize(
    ("media_type", "report_type", "part"),
    [
        ("multipart/report", "delivery-status", "message/delivery-status"),
        ("multipart/report", "disposition-notification", "message/disposition-notification"),
        ("multipart/report", "feedback-report", "message/feedback-report"),
        ("multipart/mixed", "", "message/delivery-status"),
        ("multipart/alternative", "", "text/calendar"),
        ("text/calendar", "", ""),
    ],
)
def test_reports_receipts_complaints_and_invitations_are_automatic(
    media_type: str, report_type: str, part: str
) -> None:
    message = replace(
        mail("", subject="Message"),
        media_type=media_type,
        report_type=report_type,
        part_types=("text/plain", part),
    )
    assert kind_of(message) is Kind.AUTOMATIC


def test_an_application_with_a_calendar_file_beside_it_is_an_application() -> None:
    message = mail("My documents.", document("cv.pdf", CV), part_types=("text/calendar",))
    assert kind_of(message) is Kind.APPLICATION


def test_a_file_whose_words_say_nothing_is_a_paper_only_by_its_name() -> None:
    named = replace(document("cv.pdf", named=(CV,)), kinds=())
    found, why = classify(mail("Is it enough?", named), TOSCI, [])
    assert (found, why) == (Kind.APPLICATION, "It brings “cv.pdf”, which is named as one.")
    nameless = replace(document("page.pdf"), kinds=())
    assert kind_of(mail("What does this page mean?", nameless)) is Kind.ENQUIRY


def test_a_returned_application_is_a_report_though_a_cv_is_in_it() -> None:
    inner = replace(document("cv.pdf", CV), container="returned message.eml")
    message = mail(
        "This message could not be delivered.",
        inner,
        subject="Undelivered Mail Returned to Sender",
        part_types=("text/plain", "message/rfc822"),
        headers=(("return-path", "<>"),),
    )
    assert kind_of(replace(message, report_type="delivery-status")) is Kind.AUTOMATIC
    assert kind_of(replace(message, sender=Address("", "MAILER-DAEMON@mx.example.org"))) is (
        Kind.AUTOMATIC
    )


def test_a_person_who_tells_of_a_bounce_is_no_bounce() -> None:
    told = mail(
        "My application was returned to me: mailbox unavailable. Is the address right?",
        subject="Undeliverable mail",
    )
    assert kind_of(told) is Kind.ENQUIRY


@pytest.mark.parametrize(
    "text",
    [
        "Impossible de remettre le message à a@example.org : destinataire inconnu.",
        "Viestiä ei voitu toimittaa. 550 5.1.1 <a@example.org>",
        "452-4.2.2 a@example.org : kvota dolu",
    ],
)
def test_a_postmaster_reports_in_any_language(text: str) -> None:
    report = replace(mail(text, subject="Avis"), sender=Address("", "postmaster@mx.example.org"))
    assert kind_of(report) is Kind.AUTOMATIC
    assert kind_of(replace(report, sender=Address("", "ada@example.org"))) is Kind.ENQUIRY


def test_a_subject_of_withdrawal_over_a_question_about_it_is_an_enquiry() -> None:
    asked = "Should I apply now, may I withdraw my application before the interview? Regards, Ada"
    assert kind_of(mail(asked, subject="Withdrawal, a question")) is Kind.ENQUIRY
    told = "I have signed elsewhere. Could you confirm that you have read this?"
    said = mail(told, subject="Withdrawal")
    assert kind_of(said, judged(_full())) is Kind.WITHDRAWAL


def test_a_letter_in_a_mail_may_answer_questions_of_its_own() -> None:
    letter = document("message body", LETTER, in_body=True)
    text = "STATEMENT OF MOTIVATION\n\n1. Why this post?\n\nI have cleared goods for ten years."
    assert kind_of(mail(text, letter, subject="Vacancy")) is Kind.APPLICATION


def test_what_cannot_be_read_is_unreadable_but_a_report_is_still_seen() -> None:
    broken = replace(mail(), unreadable="its structure could not be parsed.")
    assert kind_of(broken) is Kind.UNREADABLE
    assert kind_of(replace(broken, report_type="delivery-status")) is Kind.AUTOMATIC


def test_quoted_mail_decides_nothing() -> None:
    answer = mail("Thank you.", quoted="I withdraw my application. Could you tell me why?")
    assert kind_of(replace(answer, subject="Re: TOSCI")) is Kind.ENQUIRY
    applying = mail("See my CV.", document("cv.pdf", CV), quoted="I withdraw my application.")
    assert kind_of(applying) is Kind.APPLICATION


def test_an_attached_text_about_withdrawal_decides_nothing() -> None:
    cv = document("cv.pdf", CV, text="I withdraw my application. Withdrawal of troops, 2011.")
    assert kind_of(mail("My CV.", cv)) is Kind.APPLICATION


def test_a_reply_in_the_thread_of_an_application_adds_to_it() -> None:
    first = judged(_full())
    answer = mail(
        "My diploma.",
        document("diploma.pdf"),
        sender="other@example.org",
        reply_to=(first.message.message_id,),
    )
    assert kind_of(answer, first) is Kind.SUPPLEMENT
    assert kind_of(replace(answer, in_reply_to=()), first) is Kind.APPLICATION


def test_a_candidate_who_sends_all_again_applies_again() -> None:
    assert kind_of(_full(), judged(_full())) is Kind.APPLICATION


def test_mail_without_a_sender_belongs_to_nobody_before_it() -> None:
    first = judged(replace(_full(), sender=Address()))
    again = mail("My letter.", document("letter.pdf", LETTER), sender="", name="")
    assert kind_of(again, first) is Kind.APPLICATION


def test_real_reports_are_automatic_and_none_is_an_application(corpus: Path) -> None:
    files = sorted((corpus / "bounce").glob("*.eml"))
    kinds = {path.name: kind_of(read_headers(path.read_bytes())) for path in files}
    missed = {name: kind for name, kind in kinds.items() if kind is not Kind.AUTOMATIC}
    assert len(files) > 100
    assert len(missed) <= len(files) // 100, missed
    assert Kind.APPLICATION not in missed.values()


def test_ordinary_mail_is_not_automatic(corpus: Path) -> None:
    told = ("arf", "bounce", "calendar")
    files = [
        path
        for folder in ("mime", "reply")
        for path in sorted((corpus / folder).glob("*.eml"))
        if not any(word in path.name for word in told)
    ]
    found = [path.name for path in files if kind_of(read_headers(path.read_bytes())) == "automatic"]
    assert len(files) > 80
    assert len(found) <= len(files) // 100, found


LINKED = (
    "The attachments were too large. Please use this link: {}",
    "Mes fichiers étant trop lourds, merci de suivre ce lien : {}",
    "Everything is here, see the link {}",
)


@pytest.mark.parametrize("text", LINKED)
def test_files_too_large_for_mail_are_offered_by_link(text: str) -> None:
    link = "https://www.dropbox.com/s/1/papers.zip"
    assert kind_of(mail(text.format(link), links=(link,))) is Kind.APPLICATION


def test_a_question_with_ones_background_is_an_enquiry_though_it_reads_like_a_letter() -> None:
    text = (
        "Dear team,\n\nI have spent nine years in port security and I hold a degree in law. I have "
        "not worked abroad. Am I excluded by the condition of residence?\n\nKind regards"
    )
    letter = replace(document("message body", LETTER), in_body=True)
    assert kind_of(mail(text, letter, subject="Residence")) is Kind.ENQUIRY
    applying = text.replace("Dear team,", "Dear team,\n\nI would like to apply for the post.")
    assert kind_of(mail(applying, letter, subject="Residence")) is Kind.APPLICATION


def test_documents_behind_a_link_are_an_application_and_no_enquiry() -> None:
    text = "Bonjour,\n\nMon dossier complet est en ligne sur ce partage : https://we.tl/t-9\n\nCordialement"
    found, evidence = classify(
        mail(text, subject="Archiviste", links=("https://we.tl/t-9",)), TOSCI, ()
    )
    assert found is Kind.APPLICATION
    assert "link" in evidence
