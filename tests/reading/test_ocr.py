"""Words out of pictures, by the real tesseract."""

import io
import os

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from intake.reading import ocr
from intake.reading.documents import read_document
from intake.reading.extract import Unread
from intake.triage.message import DocumentKind, Unreadable

WORDS = "CURRICULUM VITAE\nAda Okafor\nWork experience\n2016 - 2019 Inspector of customs"


def picture(text: str, kind: str = "PNG") -> bytes:
    image = Image.new("L", (1240, 900), 255)
    font = ImageFont.load_default(size=40)
    ImageDraw.Draw(image).multiline_text((100, 100), text, fill=0, font=font, spacing=24)
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


CV = f"{WORDS}\nEducation\n2015 Master of Laws\nLanguages\nEnglish, French"


def typed_and_scanned(typed: str, scanned: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for at, line in enumerate(typed.split("\n")):
        canvas.drawString(60, 760 - 18 * at, line)
    canvas.showPage()
    canvas.drawImage(ImageReader(io.BytesIO(picture(scanned))), 0, 200, 595, 432)
    canvas.save()
    return out.getvalue()


def test_tesseract_is_here_for_the_tests() -> None:
    assert ocr.available()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_the_words_of_a_picture_are_read(kind: str) -> None:
    found = ocr.read(picture(WORDS, kind))
    for line in WORDS.split("\n"):
        assert line in found.text
    assert "letters may be wrong" in found.notes[0]


def test_pages_are_read_in_order_and_blank_ones_left_out() -> None:
    pages = (
        picture("The first page of this paper"),
        picture(""),
        picture("The last page of this paper"),
    )
    found = ocr.read_pages(pages)
    assert found.pages == 3
    assert found.text.index("first page") < found.text.index("last page")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Unreadable.EMPTY),
        (picture(""), Unreadable.NO_TEXT),
        (b"no picture at all", Unreadable.NO_TEXT),
    ],
    ids=["empty", "blank", "no picture"],
)
def test_a_picture_without_words_is_said_so(data: bytes, reason: Unreadable) -> None:
    with pytest.raises(Unread) as refused:
        ocr.read(data)
    assert refused.value.reason is reason


SCANNED_LETTER = """Dear Sir or Madam,
I wish to apply for the post of Archivist.
For eight years I have kept the records of a port.
In 2019 I wrote its first retention schedule.
I would be glad to bring this to your team.
Yours faithfully,
Ada Okafor"""


def test_a_scanned_letter_behind_a_typed_cv_is_read_with_it() -> None:
    (document,) = read_document("file.pdf", "", typed_and_scanned(CV, SCANNED_LETTER))
    assert set(document.kinds) == {DocumentKind.CV, DocumentKind.MOTIVATION_LETTER}
    assert document.pages == 2
    assert "read from pictures" in document.notes[0]
    assert not any("person must look" in note for note in document.notes)


def test_a_photograph_behind_a_typed_cv_stays_one() -> None:
    (document,) = read_document("file.pdf", "", typed_and_scanned(CV, ""))
    assert document.kinds == (DocumentKind.CV,)
    assert "Pages that are pictures without words: 2" in document.notes[0]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("| have kept the records. |'ve moved", "I have kept the records. I've moved"),
        ("and when |\nleft, | wrote", "and when I\nleft, I wrote"),
        ("Ghent | +32 | ada@example.org", "Ghent | +32 | ada@example.org"),
        ("2016 | Clerk | Port", "2016 | Clerk | Port"),
    ],
)
def test_a_stroke_that_stands_for_a_word_is_one(
    read: str, meant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "_recognised", lambda data: f"{read}\n{'word ' * 9}")
    assert ocr.read(b"picture").text.startswith(meant)


def test_without_tesseract_a_picture_has_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "PATH", "/nowhere")
    ocr._languages.cache_clear()
    try:
        assert not ocr.available()
        with pytest.raises(Unread) as refused:
            ocr.read(picture(WORDS))
        assert "tesseract" in refused.value.note
    finally:
        ocr._languages.cache_clear()
