"""Word-processor files: every place where words live, and a plain reason where none can be had."""

import io
import zipfile
from random import Random

import docx
import pytest
from docx.oxml import parse_xml

from intake.reading import office, word97
from intake.reading.extract import Unread
from intake.triage.message import Unreadable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT_BOX = (
    f'<w:p xmlns:w="{W}"><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
    "<w:txbxContent><w:p><w:r><w:t>Words in a box</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></v:shape></w:pict></w:r></w:p>"
)


def made_docx() -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ada Okafor, ada@example.org"
    document.sections[0].footer.paragraphs[0].text = "Words in the footer"
    document.add_heading("Expérience professionnelle")
    document.add_paragraph("Élève à l’été", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "2016 - 2019"
    table.cell(0, 1).text = "Words in a table"
    document.element.body.insert(2, parse_xml(TEXT_BOX))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def made_odt(content: str, **more: bytes) -> bytes:
    space = 'xmlns:office="o" xmlns:text="t" xmlns:table="b"'
    body = f"<office:document-content {space}>{content}</office:document-content>".encode()
    more = {name.replace("__", "/"): data for name, data in more.items()}
    return zipped(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": body, **more}
    )


def reason(data: bytes) -> Unread:
    with pytest.raises(Unread) as refused:
        office.read(data)
    return refused.value


def test_docx_words_are_found_in_every_place() -> None:
    text = office.read(made_docx()).text
    for words in (
        "Ada Okafor, ada@example.org",
        "Words in the footer",
        "Expérience professionnelle",
        "Élève à l’été",
        "2016 - 2019",
        "Words in a table",
        "Words in a box",
    ):
        assert text.count(words) == 1, words
    assert "----" not in text


def test_odt_words_are_found_and_what_was_deleted_is_not() -> None:
    content = (
        "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
        "<text:h>Formation</text:h><text:p>Élève<text:s/>à<text:tab/>Lyon<text:line-break/>2010</text:p>"
        "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>"
        "<office:annotation><text:p>remark</text:p></office:annotation>"
    )
    text = office.read(made_odt(content)).text
    assert text.startswith("Formation\nÉlève à\tLyon\n2010\na")
    assert "deleted" not in text
    assert "remark" not in text


def test_macros_are_named_and_not_run() -> None:
    with_macros = made_odt("<text:p>words</text:p>", Basic__script=b"x")
    assert "macros" in office.read(with_macros).notes[0]


def test_rtf_keeps_its_accents() -> None:
    rtf = rb"{\rtf1\ansi\ansicpg1252 {\b Exp\'e9rience} \u8211? \'9cuvre\par \u1056?\u1077?\u1079?}"
    assert office.read(rtf).text == "Expérience – œuvre\nРез"


def test_a_pages_file_is_read_by_its_preview() -> None:
    refused = reason(zipped({"Index/Document.iwa": b"x", "preview.jpg": b"\xff\xd8\xff picture"}))
    assert refused.reason is Unreadable.NO_TEXT
    assert refused.pictures == (b"\xff\xd8\xff picture",)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Unreadable.EMPTY),
        (b"\xffWPC\x10 old", Unreadable.UNSUPPORTED),
        (b"PK\x03\x04 cut off", Unreadable.CORRUPT),
        (made_docx()[:2000], Unreadable.CORRUPT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Unreadable.CORRUPT),
        (
            zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}),
            Unreadable.UNSUPPORTED,
        ),
        (zipped({"[Content_Types].xml": b"<", "word/document.xml": b"<w"}), Unreadable.CORRUPT),
        (zipped({"anything": b"x"}), Unreadable.UNSUPPORTED),
        (made_odt("<text:p>"), Unreadable.CORRUPT),
        (made_odt("<text:p> </text:p>"), Unreadable.EMPTY),
        (made_odt("x", **{"META-INF__manifest.xml": b"encryption-data"}), Unreadable.ENCRYPTED),
        (rb"{\rtf1 }", Unreadable.EMPTY),
    ],
    ids=range(12),
)
def test_what_cannot_be_read_has_its_reason(data: bytes, expected: Unreadable) -> None:
    refused = reason(data)
    assert refused.reason is expected
    assert refused.note


def test_entities_are_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert reason(zipped({"content.xml": bomb})).reason is Unreadable.UNSAFE


@pytest.mark.parametrize(
    "members",
    [
        {"word/document.xml": b"a" * 30_000_000},
        {f"word/media/{at}": b"x" for at in range(3000)},
        {"word/document.xml": b"<x/>", "word/media/1.bmp": bytes(5_000_000)},
    ],
    ids=["one swollen member", "too many members", "a ratio of a bomb"],
)
def test_a_bomb_is_refused_before_it_is_unpacked(members: dict[str, bytes]) -> None:
    data = zipped({"[Content_Types].xml": b"<x/>", **members})
    assert reason(data).reason is Unreadable.TOO_LARGE


def test_words_of_fields_are_their_results_in_doc() -> None:
    assert word97._shown('\x13HYPERLINK "x"\x14see\x15 me\rnow\x07') == "see me\nnow\t"
    assert word97._shown("\x13PAGE\x15a\x13 IF \x13 X \x14y\x15 \x14z\x15") == "az"


@pytest.mark.timeout(60)
def test_damage_at_any_place_is_answered() -> None:
    dice = Random(86)
    for whole in (made_docx(), made_odt("<text:p>words</text:p>")):
        for _ in range(40):
            hurt = bytearray(whole)
            for _ in range(dice.randint(1, 20)):
                hurt[dice.randrange(len(hurt))] = dice.randrange(256)
            try:
                assert office.read(bytes(hurt)).text
            except Unread as refused:
                assert refused.note
