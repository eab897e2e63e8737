"""Words out of pictures, by the real tesseract."""

import io
import os

import pytest
from PIL import Image, ImageDraw, ImageFont

from intake.reading import ocr
from intake.reading.extract import Unread
from intake.triage.message import Unreadable

WORDS = "CURRICULUM VITAE\nAda Okafor\nWork experience\n2016 - 2019 Inspector of customs"


def picture(text: str, kind: str = "PNG") -> bytes:
    image = Image.new("L", (1240, 900), 255)
    font = ImageFont.load_default(size=40)
    ImageDraw.Draw(image).multiline_text((100, 100), text, fill=0, font=font, spacing=24)
    out = io.BytesIO()
    image.save(out, kind)
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
