"""Words out of PDF.  [only importer of pdfminer and pypdfium2]

pdfminer keeps the reading order of two-column CVs; pdfium reads what pdfminer cannot, and draws
the pages of a scan for the reader of pictures.
"""

import io
import logging
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pdfminer.converter import TextConverter
from pdfminer.layout import LAParams
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from intake.reading.extract import MAX_TEXT, Extract, Unread
from intake.reading.text import clean
from intake.triage.message import Unreadable

MAX_PAGES = 30
"""Pages of one document that are read; a CV and a letter are shorter."""

MAX_PICTURES = 6
"""Pages of a scan that are drawn for the reader of pictures: at 5 s each they fill its time."""

_DPI = 200
_MAX_SIDE = 3000  # pixels; a page may claim to be a kilometre wide
# The default flow keeps more lines of a two-column CV together than none (0.82 against 0.76 of
# neighbouring lines; pdfium 0.46), at the same speed; crowded pages would take it minutes.
_CAREFUL, _FAST = LAParams(boxes_flow=0.5), LAParams(boxes_flow=None)
_CROWDED = 8_000  # things on a page; a full page of text has about 4,000 letters
_IMPOSSIBLE = 60_000
_PATIENCE = 10.0  # seconds after which the rest is left to pdfium, twenty times as fast
_UNMAPPED = re.compile(r"\(cid:\d+\)")


# pdfminer tells its log of every oddity of a file; what matters of it is in the answer.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


class _Overcrowded(Exception):  # noqa: N818 - it only hands the file to the faster reader
    """A page that pdfminer's layout would take minutes for."""


class _Converter(TextConverter):
    """Takes the trouble of the careful layout where a page is not too crowded for it."""

    def end_page(self, page: PDFPage) -> None:
        things = len(self.cur_item)
        if things > _IMPOSSIBLE:
            raise _Overcrowded
        self.laparams = _FAST if things > _CROWDED else _CAREFUL
        super().end_page(page)


@dataclass(frozen=True)
class _Reading:
    text: str
    pages: int
    cut_off: bool = False  # a page or the file broke while it was read


def read(data: bytes) -> Extract:
    """The words of a PDF file, of its first 30 pages.

    Raises:
        Unread: EMPTY, ENCRYPTED (needs a password to open), CORRUPT, or NO_TEXT with the pages
            as pictures.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise Unread(Unreadable.EMPTY, "The file is empty.")
    best = max(_readings(data), key=lambda reading: _letters(reading.text), default=None)
    if best is None:
        raise Unread(Unreadable.CORRUPT, "The PDF is damaged or cut off; ask for it again.")
    if not _letters(best.text):
        raise _without_text(data, best.pages)
    return Extract(best.text, best.pages, tuple(_notes(best)))


def _readings(data: bytes) -> Iterator[_Reading]:
    """pdfminer's reading, and pdfium's where that one failed or found little."""
    by_miner = _by_pdfminer(data)
    if by_miner is not None:
        yield by_miner
        if _letters(by_miner.text) >= 50 * max(by_miner.pages, 1) and not by_miner.cut_off:
            return
    by_pdfium = _by_pdfium(data)
    if by_pdfium is not None:
        yield by_pdfium


def _by_pdfminer(data: bytes) -> _Reading | None:
    out, pages, patience = io.StringIO(), 0, time.monotonic() + _PATIENCE
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        interpreter = _interpreter(out)
        for page in PDFPage.create_pages(document):
            pages += 1
            if pages <= MAX_PAGES and out.tell() < MAX_TEXT:
                interpreter.process_page(page)
            if time.monotonic() > patience:
                raise _Overcrowded
    except PDFPasswordIncorrect as refused:
        raise _encrypted() from refused
    # pdfminer answers broken files with RecursionError, MemoryError, TypeError, KeyError,
    # struct.error and more: all of them say only that it could not go on.
    except Exception:  # noqa: BLE001
        return _Reading(_words(out), pages, cut_off=True) if out.tell() else None
    return _Reading(_words(out), pages)


def _interpreter(out: io.StringIO) -> PDFPageInterpreter:
    resources = PDFResourceManager(caching=True)
    return PDFPageInterpreter(resources, _Converter(resources, out, laparams=_CAREFUL))


def _words(out: io.StringIO) -> str:
    return clean(_UNMAPPED.sub("", out.getvalue()))


def _by_pdfium(data: bytes) -> _Reading | None:
    try:
        with pypdfium2.PdfDocument(data) as document:
            texts = [_text_of(document[at]) for at in range(min(len(document), MAX_PAGES))]
            return _Reading(clean("\n\n".join(texts)), len(document))
    except pypdfium2.PdfiumError as refused:
        if "password" in str(refused).lower():
            raise _encrypted() from refused
        return None


def _text_of(page: pypdfium2.PdfPage) -> str:
    return str(page.get_textpage().get_text_bounded())


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)


def _notes(reading: _Reading) -> Iterator[str]:
    if reading.cut_off:
        yield "The PDF is damaged: only a part of it could be read."
    if reading.pages > MAX_PAGES:
        yield f"Only the first {MAX_PAGES} of {reading.pages} pages were read."


def _encrypted() -> Unread:
    return Unread(Unreadable.ENCRYPTED, "The PDF opens with a password only; ask for it.")


def _without_text(data: bytes, pages: int) -> Unread:
    note = "The PDF holds pictures of pages and no text; a person must look."
    return Unread(Unreadable.NO_TEXT, note, _pictures(data), pages)


def _pictures(data: bytes) -> tuple[bytes, ...]:
    """The first pages as PNG, in grey; none where pdfium cannot open the file."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            count = min(len(document), MAX_PICTURES)
            return tuple(_picture(document[at]) for at in range(count))
    except pypdfium2.PdfiumError:
        return ()


def _picture(page: pypdfium2.PdfPage) -> bytes:
    side = max(*page.get_size(), 1.0)
    image = page.render(scale=min(_DPI / 72, _MAX_SIDE / side), grayscale=True).to_pil()
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
