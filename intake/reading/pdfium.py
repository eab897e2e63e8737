"""The quick second reader of PDF, and the drawer of its pages.  [only importer of pypdfium2]"""

import io
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium_c

from intake.reading.extract import Unread
from intake.triage.message import Unreadable

_DPI = 200
_MAX_SIDE = 3000  # pixels; a page may claim to be a kilometre wide
_HALF = 0.5


def locked() -> Unread:
    """The answer about a PDF that needs a password to open."""
    return Unread(Unreadable.ENCRYPTED, "The PDF opens with a password only; ask for it.")


def page_texts(data: bytes, most: int) -> tuple[list[str], int] | None:
    """The words of the first pages, and how many pages there are; None when it cannot open it.

    Raises:
        Unread: ENCRYPTED.
    """
    try:
        with pypdfium2.PdfDocument(data) as document:
            count = len(document)
            return [_text_of(document, at) for at in range(min(count, most))], count
    except pypdfium2.PdfiumError as refused:
        if "password" in str(refused).lower():
            raise locked() from refused
        return None


def picture_pages(data: bytes, most: int) -> frozenset[int]:
    """Which of the first pages (from 0) are mostly covered by one picture."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = range(min(len(document), most))
            return frozenset(at for at in pages if _is_picture(document, at))
    except pypdfium2.PdfiumError:
        return frozenset()


def drawn(data: bytes, pages: Sequence[int]) -> tuple[bytes, ...]:
    """These pages (from 0) as PNG, in grey, at 200 dpi; none where the file cannot be opened."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            return tuple(_drawn(document[at]) for at in pages if at < len(document))
    except pypdfium2.PdfiumError:
        return ()


def page_picture(data: bytes, page: int, width: int, tallest: int) -> bytes:
    """One page (from 0) as PNG, so many pixels wide; empty where there is no such page.

    Raises:
        Unread: ENCRYPTED or CORRUPT.
    """
    try:
        with pypdfium2.PdfDocument(data) as document:
            if not 0 <= page < len(document):
                return b""
            return _pictured(document[page], width, tallest)
    except pypdfium2.PdfiumError as refused:
        if "password" in str(refused).lower():
            raise locked() from refused
        raise Unread(Unreadable.CORRUPT, "The page cannot be drawn.") from refused


def _pictured(page: pypdfium2.PdfPage, width: int, tallest: int) -> bytes:
    wide, high = (max(side, 1.0) for side in page.get_size())
    image = page.render(scale=min(width / wide, tallest / high)).to_pil()
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _text_of(document: pypdfium2.PdfDocument, at: int) -> str:
    try:
        return str(document[at].get_textpage().get_text_bounded())
    except pypdfium2.PdfiumError:
        return ""  # one page that does not load must not cost the others


def _is_picture(document: pypdfium2.PdfDocument, at: int) -> bool:
    try:
        page = document[at]
    except pypdfium2.PdfiumError:
        return False
    width, height = page.get_size()
    images = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    return any(_area(image.get_bounds()) > _HALF * width * height for image in images)


def _area(bounds: tuple[float, float, float, float]) -> float:
    left, bottom, right, top = bounds
    return abs(right - left) * abs(top - bottom)


def _drawn(page: pypdfium2.PdfPage) -> bytes:
    side = max(*page.get_size(), 1.0)
    image = page.render(scale=min(_DPI / 72, _MAX_SIDE / side), grayscale=True).to_pil()
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
