"""A forwarded application is its writer's, not its forwarder's."""

import pytest

from tests.reading.mails import mail
from tests.reading.parts import take_apart

LETTER = "Dear Sir or Madam,\n\nI would like to apply for the post.\n\nBea Writer"
GMAIL = (
    "---------- Forwarded message ---------\nFrom: Bea Writer <bea@example.org>\n"
    "Date: Mon, 2 Feb 2026 at 10:00\nSubject: Application\nTo: <hr@example.org>\n\n" + LETTER
)
APPLE = (
    "Begin forwarded message:\n\n> From: Bea Writer <bea@example.org>\n> Subject: Application\n"
    "> Date: 2 February 2026\n> To: hr@example.org\n>\n> Dear Sir,\n> I apply."
)
OUTLOOK = (
    "From: Bea Writer <bea@example.org>\nSent: Monday, 2 February 2026 10:00\n"
    "To: HR <hr@example.org>\nSubject: Application\n\n" + LETTER
)
FRENCH = (
    "-----Message d'origine-----\nDe : Bea Writer [mailto:bea@example.org]\n"
    "Envoyé : lundi 2 février 2026\nÀ : rh@example.org\nObjet : Candidature\n\nMadame, Monsieur,"
)
GERMAN = (
    "-----Ursprüngliche Nachricht-----\nVon: Bea Writer <bea@example.org>\n"
    "Gesendet: Montag, 2. Februar 2026\nAn: hr@example.org\nBetreff: Bewerbung\n\nSehr geehrte"
)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Fwd: Application", f"FYI\n\n{GMAIL}"),
        ("Application", GMAIL),
        ("Fwd: Application", APPLE),
        ("FW: Application", f"Please see below.\n\n{OUTLOOK}"),
        ("TR : Candidature", FRENCH),
        ("WG: Bewerbung", GERMAN),
    ],
)
def test_the_inner_sender_is_the_candidate(subject: str, text: str) -> None:
    message = take_apart(mail(text, Subject=subject, From="colleague@example.org").as_bytes())
    assert message.candidate.email == "bea@example.org"
    assert message.candidate.name == "Bea Writer"
    assert "2026" not in message.body


def test_the_forwarded_letter_is_part_of_the_text() -> None:
    message = take_apart(mail(f"FYI\n\n{GMAIL}", Subject="Fwd: x").as_bytes())
    assert message.body.startswith("FYI")
    assert "I would like to apply" in message.body


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Application", f"Thank you.\n\n{OUTLOOK}"),
        ("Fwd: Vacancy", f"Please find attached my CV for this post.\n\n{GMAIL}"),
        ("TR : Avis de vacance", f"Je vous adresse ma candidature.\n\n{FRENCH}"),
        ("Application", LETTER),
    ],
)
def test_who_applies_in_their_own_words_is_the_candidate(subject: str, text: str) -> None:
    message = take_apart(mail(text, Subject=subject, From="amelie@example.org").as_bytes())
    assert message.forwarded_from is None


def test_an_attached_mail_beside_own_files_does_not_change_the_candidate() -> None:
    made = mail("See the reference attached.")
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="cv.pdf")
    made.add_attachment(mail("A reference", From="boss@example.org"))
    assert take_apart(made.as_bytes()).forwarded_from is None


def test_a_bounce_forwards_nothing() -> None:
    inner = mail("My application", From="bea@example.org")
    inner.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="cv.pdf")
    made = mail("Delivery failed")
    made.add_attachment(inner)
    made.set_type("multipart/report")
    assert take_apart(made.as_bytes()).forwarded_from is None


def test_who_forwards_their_own_earlier_mail_says_it_again() -> None:
    text = f"Please find below my application.\n\n{GMAIL}"
    message = take_apart(mail(text, Subject="Fwd: x", From="bea@example.org").as_bytes())
    assert message.forwarded_from is None
    assert "I would like to apply" in message.body


def test_who_attaches_their_own_earlier_mail_says_it_again() -> None:
    inner = mail(LETTER, From="Bea@example.org")
    inner.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="cv.pdf")
    made = mail("Here is my application again.", From="bea@example.org")
    made.add_attachment(inner)
    message = take_apart(made.as_bytes())
    assert message.forwarded_from is None
    assert "I would like to apply" in message.body
    assert [document.filename for document in message.documents] == ["cv.pdf"]
