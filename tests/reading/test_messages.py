"""A mail's header and text, however broken: read as a person would read them."""

import pytest

from intake.triage.message import Address
from tests.reading.mails import mail, raw
from tests.reading.parts import take_apart


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        (b"Subject: Application", "Application"),
        (b"Subject: =?utf-8?B?Q2FuZGlkYXR1cmUgw6AgbGE=?=", "Candidature à la"),
        (b"Subject: =?iso-8859-1?Q?d=E9velop?= =?iso-8859-1?Q?peur?=", "développeur"),
        (b"Subject: =?utf-8?Q?Charg=C3?= =?utf-8?Q?=A9?=", "Chargé"),
        (b"Subject: =?windows-1252?Q?L=92offre?=", "L’offre"),
        (b"Subject: d\xe9veloppeur", "développeur"),
        ("Subject: développeur".encode(), "développeur"),
        (b"Subject: a\r\n folded  line", "a folded line"),
        (b"Subject: =?utf-8?Q?a=0D=0AX-Evil:_1?=", "a X-Evil: 1"),
        (b"Subject: =?nonsense?Q?caf=E9?=", "café"),
        (b"Subject: =?utf-8?Q?broken", "=?utf-8?Q?broken"),
        (b"Subject: with \x00 NUL", "with NUL"),
        ("Subject: \u202egnissim\u202c".encode(), "gnissim"),
        (b"Subject: one\r\nSubject: two", "one"),
        (b"Subject:", ""),
        (b"X-Other: 1", ""),
    ],
)
def test_a_subject_is_decoded_to_one_line(line: bytes, subject: str) -> None:
    assert take_apart(b"From: a@example.org\r\n" + line + b"\r\n\r\nHello").subject == subject


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("From: a@example.org", Address("", "a@example.org")),
        ("From: Jo Smith <jo@example.org>", Address("Jo Smith", "jo@example.org")),
        ('From: "Smith, Jo" <jo@example.org>', Address("Smith, Jo", "jo@example.org")),
        ("From: =?utf-8?Q?Zo=C3=A9?= <z@example.org>", Address("Zoé", "z@example.org")),
        ('From: "=?utf-8?Q?Zo=C3=A9?=" <z@example.org>', Address("Zoé", "z@example.org")),
        ("From: Zoé <z@example.org>", Address("Zoé", "z@example.org")),
        ("From: jo@example.org (Jo Smith)", Address("Jo Smith", "jo@example.org")),
        ("From: a@example.org, b@example.org", Address("", "a@example.org")),
        ("From: <>\nReply-To: b@example.org", Address("", "b@example.org")),
        ("From: nobody", Address("nobody", "")),
        ("X-Other: 1", Address("", "")),
    ],
)
def test_the_sender_is_the_first_address_of_from(line: str, address: Address) -> None:
    assert take_apart(raw(f"{line}\nSubject: x", "Hello")).sender == address


def test_a_mail_without_any_header_is_read() -> None:
    message = take_apart(b"\r\nonly text")
    assert message.sender == Address()
    assert message.subject == ""
    assert message.body == "only text"


def test_an_empty_mail_is_read() -> None:
    assert take_apart(b"").body == ""


def test_a_nul_in_the_text_does_not_stay() -> None:
    assert "\0" not in take_apart(raw("From: a@example.org", b"He\0llo")).body


def test_a_header_of_200_kilobytes_is_read() -> None:
    message = take_apart(raw(f"From: a@example.org\nX-Long: {'x' * 200_000}\nSubject: x", "Hello"))
    assert message.subject == "x"
    assert message.unreadable is None
    assert len(message.header("x-long")) == 20_000


def _nested(levels: int) -> bytes:
    lines = [b"From: a@example.org", b"Subject: nested"]
    for level in range(levels):
        lines += [b"Content-Type: multipart/mixed; boundary=b%d" % level, b"", b"--b%d" % level]
    return b"\r\n".join([*lines, b"Content-Type: text/plain", b"", b"deep"])


def test_a_mail_of_1000_nested_parts_is_not_taken_apart_but_known() -> None:
    message = take_apart(_nested(1000))
    assert message.unreadable == "its parts are nested more than 50 deep"
    assert message.sender.email == "a@example.org"
    assert message.subject == "nested"


def test_a_mail_of_20_nested_parts_is_read() -> None:
    assert take_apart(_nested(20)).body == "deep"


def test_a_mail_of_1500_parts_beside_each_other_is_not_taken_apart() -> None:
    part = b"--edge\r\nContent-Type: text/plain\r\n\r\nx\r\n"
    header = "From: a@example.org\nContent-Type: multipart/mixed; boundary=edge"
    assert take_apart(raw(header, part * 1500 + b"--edge--")).unreadable is not None


def test_a_header_of_3000_lines_is_not_taken_apart() -> None:
    lines = "\n".join(f"X-{at}: 1" for at in range(3000))
    message = take_apart(raw(f"From: a@example.org\nSubject: x\n{lines}", "Hello"))
    assert message.unreadable is not None
    assert message.subject == "x"


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("I add my letter.\n\n> an old\n> mail", "I add my letter."),
        (
            "I withdraw.\n\nOn Mon, 2 Feb 2026 at 10:00, HR <hr@example.org> wrote:\n> We got it.",
            "I withdraw.",
        ),
        (
            "Je me retire.\n\nLe lun. 2 févr. 2026 à 10:00, RH <rh@example.org> a écrit :\n> Reçu.",
            "Je me retire.",
        ),
        (
            "Danke.\n\nAm 02.02.2026 um 10:00 schrieb HR <hr@example.org>:\n> Ihre Bewerbung",
            "Danke.",
        ),
        (
            "Thanks.\n\nFrom: HR <hr@example.org>\nSent: Monday, 2 February 2026\n"
            "To: me\nSubject: Your application\n\nWe got it.",
            "Thanks.",
        ),
        (
            "Merci.\n\nDe : RH <rh@example.org>\nEnvoyé : lundi 2 février 2026\n"
            "À : moi\nObjet : Candidature\n\nReçu.",
            "Merci.",
        ),
        ("Hello.\n\n-- \nJo Smith\nExample Ltd", "Hello."),
        ("Hello.\n\nSent from my iPhone", "Hello."),
        ("Bonjour.\n\nEnvoyé de mon iPhone", "Bonjour."),
        ("No quote here,\njust two lines.", "No quote here,\njust two lines."),
    ],
)
def test_the_body_is_the_new_text_alone(text: str, new: str) -> None:
    assert take_apart(mail(text).as_bytes()).body == new


def test_a_text_signed_in_the_clear_is_read_through() -> None:
    text = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nI apply.\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----"
    )
    assert take_apart(mail(text).as_bytes()).body == "I apply."


def test_what_is_quoted_is_kept_apart() -> None:
    message = take_apart(mail("New.\n\n> the old words\n> and more").as_bytes())
    assert "the old words" in message.quoted


def test_years_in_a_pasted_cv_do_not_cut_it() -> None:
    text = "My CV\n\nFrom: 2010\nTo: 2014\nAnalyst at Example\n\nFrom: 2014\nTo: 2020\nOfficer"
    assert "Officer" in take_apart(mail(text).as_bytes()).body


def test_html_alone_becomes_text() -> None:
    made = mail("")
    made.set_content("<p>Dear <b>Sir</b>,</p><p>I apply.</p><script>x()</script>", subtype="html")
    assert take_apart(made.as_bytes()).body.split() == ["Dear", "Sir,", "I", "apply."]


def test_html_is_read_where_the_plain_alternative_is_a_stub() -> None:
    made = mail("See the HTML part.")
    made.add_alternative(f"<p>{'I would like to apply for the post. ' * 5}</p>", subtype="html")
    assert "I would like to apply" in take_apart(made.as_bytes()).body


def test_of_two_equal_alternatives_one_is_shown() -> None:
    text = "I would like to apply for the post that you published last week, with pleasure."
    made = mail(text)
    made.add_alternative(f"<p>{text}</p>", subtype="html")
    assert take_apart(made.as_bytes()).body == text


def test_links_are_listed_and_those_behind_words_too() -> None:
    made = mail("My CV: https://files.example.org/cv.")
    made.add_alternative('<p>My <a href="https://drive.example.org/x">CV</a></p>', subtype="html")
    assert take_apart(made.as_bytes()).links == (
        "https://files.example.org/cv",
        "https://drive.example.org/x",
    )


def test_who_is_answered_comes_from_both_headers() -> None:
    made = mail(In_Reply_To="<2@x>", References="<1@x> <2@x>")
    assert take_apart(made.as_bytes()).in_reply_to == ("<2@x>", "<1@x>")


def test_a_report_says_what_kind_it_is() -> None:
    header = (
        "From: a@example.org\nContent-Type: multipart/report; boundary=e;"
        " report-type=delivery-status"
    )
    message = take_apart(raw(header, b"--e\r\n\r\nfailed\r\n--e--"))
    assert (message.media_type, message.report_type) == ("multipart/report", "delivery-status")


TRACES = (
    b"Received: from x by y; Mon, 2 Feb 2026 10:00:00 +0000\r\nX-Spam: no\r\nDKIM-Signature: z\r\n"
)


def test_copies_differ_by_nothing_but_traces() -> None:
    copy = mail(Message_ID="<1@x>").as_bytes()
    again = mail(Message_ID="<2@x>").as_bytes()
    first = take_apart(copy).content_hash
    assert take_apart(TRACES + copy).content_hash == first
    assert take_apart(copy.replace(b"\n", b"\r\n")).content_hash == first
    assert take_apart(again).content_hash != first
    assert take_apart(copy + b"more").content_hash != first
