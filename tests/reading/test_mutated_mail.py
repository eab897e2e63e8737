"""Mail that was damaged on its way, or made to do damage: read or refused, never a crash."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.reading import filetype, names, smime, uu
from intake.reading.documents import read_document
from tests.reading.mails import mail, pdf, zipped
from tests.reading.parts import take_apart

HEADERS = st.sampled_from(
    [
        "From", "Subject", "Date", "Content-Type", "Content-Disposition", "Received",
        "Content-Transfer-Encoding", "Message-ID", "References", "MIME-Version",
    ]
)  # fmt: skip
VALUES = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        [
            "multipart/mixed; boundary=b", "multipart/mixed", "message/rfc822", "text/html",
            'attachment; filename*=x''%ff', "=?utf-8?B?////?=", "=?x?Q?=?=", "base64", "x-uuencode",
            "multipart/alternative; boundary=b", "application/pkcs7-mime", "text/plain; charset=x",
            "from x by y; z", "<a@b", "a@b,,c:;@", 'text/plain; name="=?', "quoted-printable",
        ]
    ),
)  # fmt: skip


LINES = st.sampled_from(
    [
        "--b\n", "--b--\n", "\n", "begin 644 x\nM", "Content-Type: message/rfc822\n\n",
        "From: a@b\n", "> x\n", "=\n", "\0", "\xe9\n",
    ]
)  # fmt: skip


@given(st.lists(st.tuples(HEADERS, VALUES), max_size=8), st.lists(LINES, max_size=12))
@settings(max_examples=150, deadline=None)
def test_any_header_and_any_body_is_read(fields: list[tuple[str, str]], lines: list[str]) -> None:
    header = "".join(f"{name}: {value}\n" for name, value in fields)
    message = take_apart((header + "\n" + "".join(lines)).encode("utf-8", "replace"))
    assert "\0" not in message.subject + message.body


def _application() -> bytes:
    made = mail("Please find attached.\n\nKind regards")
    made.add_alternative("<p>Please <a href='https://x.example.org'>find</a></p>", subtype="html")
    made.add_attachment(pdf(), maintype="application", subtype="pdf", filename="Résumé.pdf")
    made.add_attachment(mail("inner"))
    made.add_attachment(zipped({"a.txt": b"x"}), maintype="a", subtype="zip", filename="a.zip")
    return made.as_bytes()


@given(st.integers(0, 2**32))
@settings(max_examples=150, deadline=None)
def test_a_mutated_application_is_read(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(_application())
    for _ in range(chance.randint(1, 40)):
        at = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                del data[at : at + chance.randrange(1, 200)]
            case 2:
                data[at:at] = data[max(0, at - 60) : at]
            case _:
                data[at:at] = chance.randbytes(3)
    take_apart(bytes(data))


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_octets_are_named_split_and_unwrapped(data: bytes) -> None:
    filetype.media_type(data)
    smime.signed_content(b"0\x80" + data)
    uu.split("begin 644 x\n" + data.decode("latin-1") + "\nend\n")
    take_apart(data)


STARTS = st.sampled_from(
    [
        b"%PDF-1.4\n", b"PK\x03\x04", b"\x78\x9f\x3e\x22", b"{\\rtf1", b"<html>",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    ]
)  # fmt: skip


@given(STARTS, st.binary(max_size=400))
@settings(max_examples=80, deadline=None)
def test_any_file_is_read_or_refused(start: bytes, data: bytes) -> None:
    for document in read_document("x", "", start + data):
        assert document.readable or document.reason is not None
        assert "\0" not in document.text


@given(st.text(max_size=400))
def test_any_name_becomes_harmless(name: str) -> None:
    shown = names.file_name(name)
    assert len(shown) <= 200
    assert not set(shown) & set('/\\\0\r\n\u202e<>:"|?*')
    shown.encode("utf-8")
