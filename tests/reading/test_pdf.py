"""PDF: words in reading order, and a plain reason where there are none."""

import io
from collections.abc import Callable
from random import Random

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from intake.reading import pdf
from intake.reading.extract import Unread
from intake.reading.role import role_of
from intake.triage.message import Unreadable
from tests.reading.made.cvs import made_cv
from tests.reading.made.person import person

WIDTH, HEIGHT = A4


def drawn(*pages: Callable[[Canvas], None], encrypt: StandardEncryption | None = None) -> bytes:
    """A PDF whose pages are drawn by the functions given."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, encrypt=encrypt)
    for page in pages:
        canvas.setFont("Helvetica", 10)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def words(text: str, x: float = 60, y: float = HEIGHT - 60) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        for at, line in enumerate(text.split("\n")):
            canvas.drawString(x, y - 13 * at, line)

    return draw


def both(*parts: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        for part in parts:
            part(canvas)

    return draw


def scan(text: str) -> Callable[[Canvas], None]:
    """A page that is one picture of words."""
    picture = Image.new("L", (1240, 1754), 255)
    font = ImageFont.load_default(size=36)
    ImageDraw.Draw(picture).multiline_text((120, 160), text, fill=0, font=font, spacing=18)

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)

    return draw


def reason(data: bytes) -> Unread:
    with pytest.raises(Unread) as refused:
        pdf.read(data)
    return refused.value


LINES = "Curriculum vitae\n" + "\n".join(f"Line number {at} of the page" for at in range(20))


def test_words_and_pages_are_read() -> None:
    found = pdf.read(drawn(words(LINES), words("Second page\n" + LINES)))
    assert found.pages == 2
    assert found.text.startswith("Curriculum vitae\nLine number 0 of the page\n")
    assert "Second page" in found.text
    assert found.notes == ()


def test_accents_survive_in_an_embedded_font() -> None:
    name = "Vera"
    pdfmetrics.registerFont(TTFont(name, "Vera.ttf"))

    def draw(canvas: Canvas) -> None:
        canvas.setFont(name, 10)
        canvas.drawString(60, 700, "Élève à l’été : œuvre, Größe, naïf, Señor")

    assert pdf.read(drawn(draw)).text == "Élève à l’été : œuvre, Größe, naïf, Señor"


def test_two_columns_are_read_one_after_the_other() -> None:
    left = "SKILLS\n" + "\n".join(f"skill {at}" for at in range(20))
    right = "EXPERIENCE\n" + "\n".join(f"201{at % 10} duty number {at} done" for at in range(20))
    text = pdf.read(drawn(both(words(left), words(right, x=260)))).text
    assert text.index("skill 19") < text.index("duty number 0") or text.index(
        "duty number 19"
    ) < text.index("skill 0")


def test_a_made_cv_in_a_pdf_is_a_cv() -> None:
    dice = Random(84)
    for _ in range(10):
        made = made_cv(dice, dice.choice(["en", "fr"]), person(dice)).replace("▪", "-")
        found = pdf.read(drawn(words(made)))
        assert role_of(found.text, "").kinds == ("cv",), made


@pytest.mark.parametrize("empty", [b"", b"\0\0\0", b"  \r\n"])
def test_an_empty_file_is_empty(empty: bytes) -> None:
    assert reason(empty).reason is Unreadable.EMPTY


def test_a_password_to_open_is_encrypted_and_a_password_to_change_is_not() -> None:
    locked = drawn(words(LINES), encrypt=StandardEncryption("open", "change"))
    assert reason(locked).reason is Unreadable.ENCRYPTED
    guarded = drawn(words(LINES), encrypt=StandardEncryption("", "change", canModify=0))
    assert "Line number 19" in pdf.read(guarded).text


def test_what_is_no_pdf_or_cut_off_early_is_corrupt() -> None:
    assert reason(b"%PDF-1.7\nnothing").reason is Unreadable.CORRUPT
    assert reason(drawn(words(LINES))[:300]).reason is Unreadable.CORRUPT


def test_a_pdf_without_its_end_and_one_behind_junk_are_read_all_the_same() -> None:
    whole = drawn(words(LINES))
    assert "Line number 19" in pdf.read(whole[: whole.rindex(b"xref")]).text
    assert "Line number 19" in pdf.read(b"HTTP/1.1 200 OK\r\n\r\n" + whole).text


def test_a_scan_hands_its_pages_to_the_reader_of_pictures() -> None:
    refused = reason(drawn(scan("Page one"), scan("Page two")))
    assert refused.reason is Unreadable.NO_TEXT
    assert refused.pages == 2
    assert [picture[:4] for picture in refused.pictures] == [b"\x89PNG", b"\x89PNG"]


def test_a_scanners_stamp_is_no_text() -> None:
    stamped = both(scan("A whole page"), words("Scanned by PhoneScanner", y=20))
    assert reason(drawn(stamped)).reason is Unreadable.NO_TEXT


def test_scanned_pages_beside_typed_ones_are_named() -> None:
    found = pdf.read(drawn(words(LINES), scan("diploma")))
    assert "Line number 19" in found.text
    assert "Pages that are pictures without words: 2" in found.notes[0]
    assert [picture[:4] for picture in found.pictures] == [b"\x89PNG"]


def test_of_many_scanned_pages_the_first_are_handed_on() -> None:
    found = pdf.read(drawn(words(LINES), *(scan(f"page {at}") for at in range(8))))
    assert len(found.pictures) == pdf.MAX_PICTURES
    assert "Only the first 6 of 8 scanned pages" in found.notes[1]


def test_only_the_first_thirty_pages_are_read() -> None:
    found = pdf.read(drawn(*(words(f"Page {at} begins\n{LINES}") for at in range(1, 36))))
    assert found.pages == 35
    assert "Page 30 begins" in found.text
    assert "Page 31 begins" not in found.text
    assert found.notes == ("Only the first 30 of 35 pages were read.",)


def test_a_crowded_page_is_left_to_the_quick_reader() -> None:
    def crowded(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 1)
        for at in range(80):
            canvas.drawString(10, 800 - 2 * at, "x" * 900)

    assert pdf.read(drawn(crowded)).text.count("x") == 72_000


@pytest.mark.timeout(120)
def test_damage_at_any_place_is_answered() -> None:
    whole = drawn(words(LINES), scan("x"))
    dice = Random(85)
    for _ in range(60):
        hurt = bytearray(whole)
        for _ in range(dice.randint(1, 40)):
            hurt[dice.randrange(len(hurt))] = dice.randrange(256)
        try:
            assert pdf.read(bytes(hurt[: dice.randrange(len(hurt))])).text
        except Unread as refused:
            assert refused.note
