"""What a file is, by its content: the name and the mail's word for it count for nothing."""

import io
import zipfile

import pytest
from docx import Document as WordDocument

from intake.reading import filetype
from intake.reading.documents import read_document
from intake.triage.message import Unreadable
from tests.reading.compound import Tree, compound
from tests.reading.mails import mail, pdf, png, zipped


def _docx() -> bytes:
    out = io.BytesIO()
    made = WordDocument()
    made.add_paragraph("Curriculum vitae of Amelie Laurent, customs analyst and trade adviser.")
    made.save(out)
    return out.getvalue()


def _odt_like() -> bytes:
    return zipped({"mimetype": filetype.ODT.encode(), "content.xml": b"<x/>"})


def _locked_zip() -> bytes:
    """A ZIP file whose entry says that it is encrypted."""
    data = bytearray(zipped({"cv.pdf": pdf()}))
    data[6] |= 1
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (pdf(), "cv.pdf", filetype.PDF),
        (b"junk of a gateway\r\n" + pdf(), "cv.doc", filetype.PDF),
        (_docx(), "cv.pdf", filetype.DOCX),
        (_odt_like(), "cv.docx", filetype.ODT),
        (zipped({"cv.pdf": pdf()}), "cv.docx", filetype.ZIP),
        (zipped({"word/document.xml": b"", "word/vbaProject.bin": b""}), "x.docx", filetype.MACROS),
        (zipped({"META-INF/MANIFEST.MF": b""}), "cv.zip", filetype.PROGRAM),
        (b"{\\rtf1 words}", "cv.doc", filetype.RTF),
        (b"MZ\x90\x00" + b"%PDF-1.4" + b"\0" * 99, "cv.pdf", filetype.PROGRAM),
        (b"\x7fELF" + b"\0" * 99, "cv.pdf", filetype.PROGRAM),
        (b"#!/bin/sh\nrm -rf /", "cv.txt", filetype.SCRIPT),
        (b"WScript.Echo(1)", "cv.js", filetype.SCRIPT),
        (b"Dear Sir or Madam", "letter.pdf", "text/plain"),
        ("Précisément".encode("utf-16"), "letter.txt", "text/plain"),
        (b"<!DOCTYPE html><html><body>Dear", "x.doc", "text/html"),
        (b"<?xml version='1.0'?><svg onload='x()'/>", "x.png", "image/svg+xml"),
        (png(800, 600), "x.pdf", "image/png"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 99, "x", "image/jpeg"),
        (mail("Hello").as_bytes(), "x.bin", filetype.MAIL),
        (compound({"WordDocument": b"x"}), "cv.pdf", filetype.DOC),
        (compound({"WordDocument": b"x", "Macros": {"VBA": {"dir": b"x"}}}), "x", filetype.MACROS),
        (compound({"EncryptedPackage": b"x"}), "cv.docx", filetype.LOCKED),
        (b"Rar!\x1a\x07\x00", "x.zip", "application/vnd.rar"),
        (b"", "cv.pdf", filetype.EMPTY),
        (b"\0" * 5000, "cv.pdf", filetype.EMPTY),
        (bytes(range(256)) * 9, "cv.pdf", filetype.UNKNOWN),
        (b"PK\x03\x04 cut off", "cv.docx", filetype.ZIP),
    ],
)
def test_the_content_decides(data: bytes, name: str, kind: str) -> None:
    assert filetype.media_type(data, name) == kind


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"MZ\x90\x00" + b"\0" * 99, "cv.pdf", Unreadable.UNSAFE),
        (b"#!/bin/sh\n", "cv", Unreadable.UNSAFE),
        (zipped({"word/vbaProject.bin": b""}), "cv.docm", Unreadable.UNSAFE),
        (compound({"WordDocument": b"x", "VBA": {"dir": b"x"}}), "cv.doc", Unreadable.UNSAFE),
        (compound({"EncryptedPackage": b"x"}), "cv.docx", Unreadable.ENCRYPTED),
        (_locked_zip(), "cv.zip", Unreadable.ENCRYPTED),
        (b"-----BEGIN PGP MESSAGE-----\n", "encrypted.asc", Unreadable.ENCRYPTED),
        (b"", "cv.pdf", Unreadable.EMPTY),
        (b"PK\x03\x04 cut off", "cv.zip", Unreadable.CORRUPT),
        (b"%PDF-1.4 cut off", "cv.pdf", Unreadable.CORRUPT),
        (b"Rar!\x1a\x07\x00 " + b"\x01" * 99, "cv.rar", Unreadable.UNSUPPORTED),
        (zipped({}), "cv.zip", Unreadable.EMPTY),
        (b"\x78\x9f\x3e\x22" + b"\xff" * 40, "winmail.dat", Unreadable.EMPTY),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(
    data: bytes, name: str, reason: Unreadable
) -> None:
    (document,) = read_document(name, "", data)
    assert document.reason is reason
    assert not document.readable
    assert document.notes[0].endswith(".")


def test_a_lying_name_is_told() -> None:
    (document,) = read_document("cv.pdf", "application/pdf", _docx())
    assert document.readable
    assert document.notes[-1] == "It is named .pdf but is a Word document."


def test_a_pdf_that_would_act_is_told() -> None:
    (document,) = read_document("cv.pdf", "", pdf() + b"\n<< /S /JavaScript /JS (x) >>")
    assert any("actions" in note for note in document.notes)


def test_the_files_in_a_zip_keep_their_accents_and_their_container() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("Candidature/Résumé.txt", "My professional experience")
        archive.writestr("__MACOSX/._Résumé.txt", "x")
    (document,) = read_document("a.zip", "", out.getvalue())
    assert (document.filename, document.container) == ("Résumé.txt", "a.zip")


def test_a_mail_in_a_zip_is_opened() -> None:
    made = mail("See my CV")
    made.add_attachment(pdf(), maintype="application", subtype="pdf", filename="cv.pdf")
    (document,) = read_document("a.zip", "", zipped({"mail.eml": made.as_bytes()}))
    assert document.filename == "cv.pdf"
    assert document.container == "mail.eml"


def _outlook_message(files: dict[str, bytes]) -> bytes:
    attachments: Tree = {
        f"__attach_version1.0_#{at:08d}": {
            "__substg1.0_37010102": data.ljust(4096, b"\n"),
            "__substg1.0_3707001F": name.encode("utf-16-le"),
        }
        for at, (name, data) in enumerate(files.items())
    }
    body = "Dear Sir or Madam, I apply.".encode("utf-16-le")
    shell: Tree = {"__properties_version1.0": b"x", "__substg1.0_1000001F": body}
    return compound({**shell, **attachments})


def test_the_files_in_a_saved_outlook_message_are_documents() -> None:
    data = _outlook_message({"Résumé.pdf": pdf(), "letter.txt": b"Dear Sir or Madam"})
    found = read_document("application.msg", "", data)
    assert [one.filename for one in found] == ["Résumé.pdf", "letter.txt"]
    assert all(one.readable and one.container == "application.msg" for one in found)


def test_a_saved_outlook_message_without_files_is_its_text() -> None:
    (document,) = read_document("application.msg", "", _outlook_message({}))
    assert document.text == "Dear Sir or Madam, I apply."
