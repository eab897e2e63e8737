"""Every leaf that is not the body is a possible document, whatever the mail says of it."""

import base64
import binascii
from email.message import EmailMessage

import pytest

from tests.reading.mails import mail, pdf, png, raw, with_part, zipped
from tests.reading.parts import file_names, files, take_apart

DATA = b"%PDF-1.4 a file"
B64 = base64.b64encode(DATA)


@pytest.mark.parametrize(
    "headers",
    [
        "Content-Type: application/pdf\nContent-Transfer-Encoding: base64",
        "Content-Type: application/pdf\nContent-Disposition: inline\n"
        "Content-Transfer-Encoding: base64",
        "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64",
        "Content-Type: text/plain; name=cv.pdf\nContent-Transfer-Encoding: base64",
        "Content-Type: odd\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64",
        "Content-Type: application/pdf\nContent-Transfer-Encoding: Base64 ",
        "Content-Disposition: attachment; filename=cv.pdf\nContent-Transfer-Encoding: base64",
        "Content-Type: image/png; name=cv.pdf\nContent-ID: <x>\nContent-Transfer-Encoding: base64",
    ],
)
def test_a_file_is_found_however_its_part_is_labelled(headers: str) -> None:
    assert [file.size for file in files(with_part(headers, B64))] == [len(DATA)]


@pytest.mark.parametrize(
    ("parameter", "name"),
    [
        ('filename="cv.pdf"', "cv.pdf"),
        ("filename=my cv.pdf", "my cv.pdf"),
        ('filename="=?utf-8?Q?R=C3=A9sum=C3=A9.pdf?="', "Résumé.pdf"),
        ("filename==?iso-8859-1?Q?R=E9sum=E9?= =?iso-8859-1?Q?_2026.pdf?=", "Résumé 2026.pdf"),
        ("filename*=utf-8''R%C3%A9sum%C3%A9.pdf", "Résumé.pdf"),
        ("filename*=iso-8859-1'fr'R%E9sum%E9.pdf", "Résumé.pdf"),
        ("filename*0*=utf-8''R%C3%A9; filename*1*=sum%C3%A9; filename*2=.pdf", "Résumé.pdf"),
        ('filename="R%C3%A9sum%C3%A9%20A.pdf"', "Résumé A.pdf"),
        ('filename="100% fit.pdf"', "100% fit.pdf"),
        ('filename="RÃ©sumÃ©.pdf"', "Résumé.pdf"),
        ('filename="Re\u0301sume\u0301.pdf"', "Résumé.pdf"),
        ('filename="R\udce9sum\udce9.pdf"', "Résumé.pdf"),
        ('filename="../../etc/cron.d/x.pdf"', "x.pdf"),
        ('filename="..%2F..%2Fx.pdf"', "x.pdf"),
        (r'filename="C:\\Users\\me\\cv.pdf"', "cv.pdf"),
        ('filename="cv\u202efdp.exe"', "cvfdp.exe"),
        ('filename="履歴書.pdf"', "履歴書.pdf"),
        ("filename*=unknown-charset''cv.pdf", "cv.pdf"),
    ],
)
def test_a_name_is_shown_as_its_sender_meant_it(parameter: str, name: str) -> None:
    headers = (
        f"Content-Type: application/pdf\nContent-Disposition: attachment; {parameter}\n"
        "Content-Transfer-Encoding: base64"
    )
    assert file_names(with_part(headers, B64)) == [name]


def test_a_name_of_300_characters_keeps_its_ending() -> None:
    headers = f'Content-Type: application/pdf; name="{"x" * 300}.pdf"'
    (name,) = file_names(with_part(headers, DATA))
    assert len(name) == 200
    assert name.endswith("x.pdf")


def test_a_mail_that_is_a_pdf_itself_is_a_document() -> None:
    header = "From: a@example.org\nSubject: x\nContent-Type: application/pdf; name=cv.pdf\n"
    found = take_apart(raw(header + "Content-Transfer-Encoding: base64", B64))
    assert [(file.filename, file.size) for file in found.documents] == [("cv.pdf", len(DATA))]
    assert found.body == ""


def test_files_uuencoded_into_the_text_are_found_and_taken_out_of_it() -> None:
    lines = b"".join(binascii.b2a_uu(DATA[at : at + 45]) for at in range(0, len(DATA), 45))
    text = b"My CV is below.\r\n\r\nbegin 644 cv.pdf\r\n" + lines + b"`\r\nend\r\nKind regards"
    message = take_apart(raw("From: a@example.org\nSubject: x", text))
    assert [(file.filename, file.size) for file in message.documents] == [("cv.pdf", len(DATA))]
    assert "begin 644" not in message.body
    assert "My CV is below." in message.body


def test_damaged_base64_yields_what_can_be_had() -> None:
    damaged = B64[:-3].replace(b"B", b"B!\r\n")
    headers = "Content-Type: application/pdf; name=cv.pdf\nContent-Transfer-Encoding: base64"
    (file,) = files(with_part(headers, damaged))
    assert file.size >= len(DATA) - 3


def test_files_within_an_attached_mail_are_documents_and_the_mail_is_not() -> None:
    inner = mail("My letter.", From="Bea <bea@example.org>")
    inner.add_attachment(DATA, maintype="application", subtype="pdf", filename="cv.pdf")
    outer = mail("See below.", Subject="Fwd: Application", From="hr@example.org")
    outer.add_attachment(inner)
    message = take_apart(outer.as_bytes())
    assert [file.filename for file in message.documents] == ["cv.pdf"]
    assert message.forwarded_from is not None
    assert message.forwarded_from.email == "bea@example.org"
    assert "My letter." in message.body


def test_an_eml_file_is_opened_like_an_attached_mail() -> None:
    inner = mail("x")
    inner.add_attachment(DATA, maintype="application", subtype="pdf", filename="cv.pdf")
    outer = mail("See below.")
    outer.add_attachment(
        inner.as_bytes(), maintype="application", subtype="octet-stream", filename="a.eml"
    )
    (file,) = files(outer.as_bytes())
    assert (file.filename, file.container) == ("cv.pdf", "a.eml")


def test_a_base64_encoded_attached_mail_is_opened() -> None:
    inner = mail("x")
    inner.add_attachment(DATA, maintype="application", subtype="pdf", filename="cv.pdf")
    headers = "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64"
    encoded = base64.encodebytes(inner.as_bytes())
    assert file_names(with_part(headers, encoded)) == ["cv.pdf"]


@pytest.mark.parametrize(
    ("headers", "data"),
    [
        ("Content-Type: text/calendar; name=invite.ics", b"BEGIN:VCALENDAR"),
        ("Content-Type: application/octet-stream; name=me.vcf", b"BEGIN:VCARD"),
        ("Content-Type: application/pkcs7-signature; name=smime.p7s", b"0\x80\x06"),
        ("Content-Type: application/pgp-signature; name=signature.asc", b"-----BEGIN PGP SIG"),
        ("Content-Type: application/octet-stream", b"-----BEGIN PGP SIGNATURE-----"),
        ("Content-Type: image/png\nContent-Disposition: inline", png(16, 16)),
    ],
)
def test_signatures_calendars_cards_and_icons_are_no_documents(headers: str, data: bytes) -> None:
    encoded = base64.b64encode(data)
    assert files(with_part(f"{headers}\nContent-Transfer-Encoding: base64", encoded)) == []


def _shown_picture(width: int, height: int) -> bytes:
    made = mail("Hello")
    made.add_alternative('<p>Hello<img src="cid:logo"></p>', subtype="html")
    html = made.get_body(("html",))
    assert isinstance(html, EmailMessage)
    html.add_related(
        png(width, height), maintype="image", subtype="png", cid="<logo>", filename="image001.png"
    )
    return made.as_bytes()


def test_a_logo_that_the_text_shows_is_no_document() -> None:
    assert files(_shown_picture(300, 120)) == []


def test_a_photographed_page_that_the_text_shows_is_a_document() -> None:
    assert file_names(_shown_picture(1200, 1600)) == ["image001.png"]


def test_a_pdf_beside_the_html_is_a_document() -> None:
    made = mail("Hello")
    made.add_alternative("<p>Hello</p>", subtype="html")
    made.add_alternative(DATA, maintype="application", subtype="pdf", filename="cv.pdf")
    assert file_names(made.as_bytes()) == ["cv.pdf"]


def test_an_empty_attachment_with_a_name_is_listed() -> None:
    headers = "Content-Type: application/pdf; name=cv.pdf\nContent-Disposition: attachment"
    assert file_names(with_part(headers, b"")) == ["cv.pdf"]


def test_parts_are_found_where_the_boundary_is_missing() -> None:
    whole = with_part("Content-Type: application/pdf; name=cv.pdf", DATA)
    without = whole.replace(b"; boundary=edge", b"")
    message = take_apart(without)
    assert [file.filename for file in message.documents] == ["cv.pdf"]
    assert message.body == "Hello."
    assert any("boundary" in flaw for flaw in message.defects)


def test_accents_survive_where_the_boundary_is_missing() -> None:
    whole = with_part("Content-Type: application/pdf; name=cv.pdf", DATA)
    without = whole.replace(b"; boundary=edge", b"").replace(b"Hello.", "Café à côté.".encode())
    assert take_apart(without).body == "Café à côté."


_CHARSETS = (
    "charset*=utf-8''utf-8",
    'charset="a\0b"',
    "charset*=a\0b''utf-8",
    "charset*=x",
    "charset=x",
)


@pytest.mark.parametrize("charset", _CHARSETS)
def test_no_charset_costs_a_text_or_the_files_beside_it(charset: str) -> None:
    header = f"From: a@example.org\nContent-Type: text/plain; {charset}"
    assert take_apart(raw(header, "Café à côté.")).body == "Café à côté."
    for kind in ("multipart/mixed", "message/rfc822", "application/pdf"):
        part = f"Content-Type: {kind}; name=cv.pdf; {charset}"
        message = take_apart(with_part(part, b"%PDF-1.4 caf\xc3\xa9"))
        assert message.body.startswith("Hello.")
        assert message.unreadable is None


def _opaque_signature(content: bytes) -> bytes:
    """SignedData with nothing in it but what it wraps."""

    def value(tag: int, data: bytes) -> bytes:
        return bytes([tag, 0x84]) + len(data).to_bytes(4, "big") + data

    data_type = bytes.fromhex("06092a864886f70d010701")
    signed_type = bytes.fromhex("06092a864886f70d010702")
    halves = value(4, content[: len(content) // 2]) + value(4, content[len(content) // 2 :])
    wrapped = value(0x30, data_type + value(0xA0, value(0x24, halves)))
    signed = value(0x30, b"\x02\x01\x01" + value(0x31, b"") + wrapped + value(0x31, b""))
    return value(0x30, signed_type + value(0xA0, signed))


def test_a_mail_with_an_opaque_signature_is_read_through() -> None:
    inner = mail("I apply.")
    inner.add_attachment(DATA, maintype="application", subtype="pdf", filename="cv.pdf")
    header = (
        "From: a@example.org\nSubject: x\nContent-Transfer-Encoding: base64\n"
        "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m"
    )
    message = take_apart(raw(header, base64.encodebytes(_opaque_signature(inner.as_bytes()))))
    assert [file.filename for file in message.documents] == ["cv.pdf"]
    assert message.body == "I apply."


def test_zip_and_winmail_are_parts_to_be_opened() -> None:
    made = mail("Hello")
    made.add_attachment(
        zipped({"cv.pdf": pdf()}), maintype="application", subtype="zip", filename="cvs.zip"
    )
    assert file_names(made.as_bytes()) == ["cvs.zip"]
