"""Papers as PDF: one column, two columns, tables, several pages; scans; and broken ones."""

import io
import unicodedata
import zlib
from collections.abc import Callable
from random import Random
from typing import Any

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from tests.letters.writing import Line, Paper

FONTS = (
    ("Helvetica", "Helvetica-Bold"),
    ("Times-Roman", "Times-Bold"),
    ("Courier", "Courier-Bold"),
)
COLOURS = ("#000000", "#1f3a5f", "#5a2a2a", "#2f4f3f")


def latin(text: str) -> str:
    """Text in the letters that the built-in fonts have, as on a foreign keyboard."""
    return "".join(_latin(letter) for letter in unicodedata.normalize("NFC", text))


def _latin(letter: str) -> str:
    if letter.encode("cp1252", "ignore"):
        return letter
    bare = unicodedata.normalize("NFKD", letter.translate(str.maketrans("łŁđĐı", "lLdDi")))
    return bare.encode("ascii", "ignore").decode() or "?"


def _escaped(text: str) -> str:
    return latin(text).replace("&", "&amp;").replace("<", "&lt;")


def _styles(rng: Random, size: float) -> dict[str, ParagraphStyle]:
    plain, bold = rng.choice(FONTS[:2]) if rng.random() < 0.9 else FONTS[2]
    colour = HexColor(rng.choice(COLOURS))
    text = ParagraphStyle(
        "text", fontName=plain, fontSize=size, leading=size * 1.35, spaceAfter=size * 0.45
    )
    heading = ParagraphStyle(
        "heading",
        text,
        fontName=bold,
        fontSize=size * 1.2,
        textColor=colour,
        leading=size * 1.6,
        spaceBefore=size * 0.7,
    )
    name = ParagraphStyle("name", heading, fontSize=size * 1.7, leading=size * 2.2)
    bullet = ParagraphStyle("bullet", text, leftIndent=14, bulletIndent=4, spaceAfter=1)
    return {
        "text": text,
        "aside": text,
        "row": text,
        "heading": heading,
        "name": name,
        "bullet": bullet,
    }


def _flowable(line: Line, styles: dict[str, ParagraphStyle], tables: bool) -> Flowable:
    if not line.text:
        return Spacer(1, 6)
    if line.style == "row" and tables:
        cells = [Paragraph(_escaped(cell), styles["text"]) for cell in line.text.split("|", 1)]
        return Table([cells], colWidths=[95, None])
    if line.style == "bullet":
        return Paragraph(_escaped(line.text), styles["bullet"], bulletText="•")
    return Paragraph(_escaped(line.text.replace("|", "  ")), styles[line.style])


def pdf(paper: Paper, rng: Random, layout: str = "") -> bytes:
    """A PDF in one of several layouts: plain, tables, sidebar (a CV's two columns)."""
    choices = (
        ("plain", "plain", "tables", "sidebar")
        if any(x.style == "aside" for x in paper.lines)
        else ("plain",)
    )
    layout = layout or rng.choice(choices)
    styles = _styles(rng, rng.choice((9.5, 10, 10.5, 11)))
    out, size = io.BytesIO(), rng.choice((A4, A4, LETTER))
    sheet = BaseDocTemplate(out, pagesize=size, invariant=1, author="", title="")
    sheet.addPageTemplates([PageTemplate(frames=_frames(layout, size))])
    sheet.build(_story(paper, styles, layout))
    return out.getvalue()


def _frames(layout: str, size: tuple[float, float]) -> list[Frame]:
    width, height = size
    if layout == "sidebar":
        return [Frame(30, 40, 165, height - 80), Frame(205, 40, width - 240, height - 80)]
    return [Frame(60, 50, width - 120, height - 100)]


def _story(paper: Paper, styles: dict[str, ParagraphStyle], layout: str) -> list[Flowable]:
    if layout != "sidebar":
        return [_flowable(line, styles, layout == "tables") for line in paper.lines]
    side = [line for line in paper.lines if line.style in ("aside", "name")]
    main = [line for line in paper.lines if line not in side]
    return [
        *(_flowable(line, styles, False) for line in side),
        FrameBreak(),
        *(_flowable(line, styles, False) for line in main),
    ]


def encrypted(paper: Paper, password: str = "letmein") -> bytes:
    """A PDF that needs a password to be opened."""
    lock = StandardEncryption(password, ownerPassword="owner", strength=40)
    return _drawn(lambda canvas: _write(canvas, paper), encrypt=lock)


def _write(canvas: Canvas, paper: Paper) -> None:
    text = canvas.beginText(60, 780)
    for line in paper.text.split("\n"):
        text.textLine(latin(line)[:95])
    canvas.drawText(text)


def _drawn(draw: Callable[[Canvas], None], **options: Any) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, **options)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def picture(paper: Paper, dots: int = 110) -> Image.Image:
    """A page as a scanner sees it, in shades of grey."""
    width, height = int(8.27 * dots), int(11.69 * dots)
    page = Image.new("L", (width, height), 250)
    pen, font, y = ImageDraw.Draw(page), ImageFont.load_default(size=dots / 6.5), dots // 2
    for line in paper.text.split("\n"):
        for row in _wrapped(latin(line).replace("|", "  "), 74):
            pen.text((dots * 0.7, y), row, fill=25, font=font)
            y += int(dots / 4.8)
    return page


def _wrapped(text: str, width: int) -> list[str]:
    rows = [""]
    for word in text.split(" "):
        if len(rows[-1]) + len(word) > width:
            rows.append("")
        rows[-1] += word + " "
    return rows


def scan(paper: Paper, dots: int = 110, blurred: float = 0.0) -> bytes:
    """A PDF of one picture, without text; blurred enough, nobody can read it."""
    page = picture(paper, dots)
    if blurred:
        page = page.filter(ImageFilter.GaussianBlur(blurred))
    jpeg = io.BytesIO()
    page.save(jpeg, "JPEG", quality=35)
    jpeg.seek(0)
    return _drawn(lambda canvas: canvas.drawImage(ImageReader(jpeg), 0, 0, *A4))


def cut_off(data: bytes) -> bytes:
    """A PDF whose transfer broke: the first pages' skeleton is there, the content is not."""
    return data[:180]


def garbled(data: bytes) -> bytes:
    """A PDF whose head is right and whose rest is noise."""
    return data[:20] + zlib.compress(data[::-1])[:400]
