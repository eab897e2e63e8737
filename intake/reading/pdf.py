"""Words out of PDF.  [only importer of pdfminer]

pdfminer keeps the reading order of two-column CVs; pdfium reads what pdfminer cannot, and draws
the pages of a scan for the reader of pictures.
"""

import io
import logging
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

from pdfminer.converter import TextConverter
from pdfminer.layout import LAParams
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from intake.reading import pdfium
from intake.reading.extract import MAX_TEXT, Extract, Unread
from intake.reading.text import clean
from intake.triage.message import Unreadable

MAX_PAGES = 30
"""Pages of one document that are read; a CV and a letter are shorter."""

MAX_PICTURES = 6
"""Pages of a scan that are drawn for the reader of pictures: at 5 s each they fill its time."""

_LITTLE = 50  # letters a page: with fewer, pdfium is asked too
_STAMP = 60  # letters of a scanner's or fax machine's line on a page
# The default flow keeps more lines of a two-column CV together than none (0.82 against 0.76 of
# neighbouring lines; pdfium 0.46), at the same speed; crowded pages would take it minutes.
_CAREFUL, _FAST = LAParams(boxes_flow=0.5), LAParams(boxes_flow=None)
_CROWDED = 8_000  # things on a page; a full page of text has about 4,000 letters
_IMPOSSIBLE = 60_000
_PATIENCE = 10.0  # seconds after which the rest is left to pdfium, twenty times as fast
_UNMAPPED = re.compile(r"\(cid:\d+\)")


# pdfminer tells its log of every oddity of a file; what matters of it is in the answer.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


class _Overcrowded(Exception):
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
    texts: tuple[str, ...]  # one a page
    pages: int
    cut_off: bool = False  # a page or the file broke while it was read

    @property
    def letters(self) -> int:
        return sum(_letters(text) for text in self.texts)


def read(data: bytes) -> Extract:
    """The words of a PDF file, of its first 30 pages.

    Raises:
        Unread: EMPTY, ENCRYPTED (needs a password to open), CORRUPT, or NO_TEXT with the pages
            as pictures.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise Unread(Unreadable.EMPTY, "The file is empty.")
    readings = list(_readings(data))
    pages = max((reading.pages for reading in readings), default=0)
    if not pages:
        raise Unread(Unreadable.CORRUPT, "The PDF is damaged or cut off; ask for it again.")
    best = max(readings, key=lambda reading: reading.letters)
    bare = [at for at, text in enumerate(best.texts) if _letters(text) < _STAMP]
    pictures = pdfium.picture_pages(data, MAX_PAGES) & set(bare) if bare else frozenset()
    # What a scanner or a fax stamps on its pages is no text of theirs.
    if not best.letters or len(pictures) == len(best.texts):
        note = "The PDF holds pictures of pages and no text; a person must look."
        raise Unread(Unreadable.NO_TEXT, note, pdfium.drawn(data, range(MAX_PICTURES)), pages)
    text = clean("\n\n\n".join(best.texts))  # a new page may begin another paper
    scans = pdfium.drawn(data, sorted(pictures)[:MAX_PICTURES])
    return Extract(text, pages, tuple(_notes(best, pictures)), scans)


def _readings(data: bytes) -> Iterator[_Reading]:
    """pdfminer's reading, and pdfium's where that one failed or found little."""
    by_miner = _by_pdfminer(data)
    if by_miner is not None:
        yield by_miner
        if by_miner.letters >= _LITTLE * max(by_miner.pages, 1) and not by_miner.cut_off:
            return
    by_pdfium = pdfium.page_texts(data, MAX_PAGES)
    if by_pdfium is not None:
        texts, pages = by_pdfium
        yield _Reading(tuple(texts), pages)


def _by_pdfminer(data: bytes) -> _Reading | None:
    texts: list[str] = []
    try:
        pages = _mined(data, texts)
    except PDFPasswordIncorrect as refused:
        raise pdfium.locked() from refused
    # pdfminer answers broken files with RecursionError, MemoryError, TypeError, KeyError,
    # struct.error and more: all of them say only that it could not go on.
    except Exception:  # noqa: BLE001
        return _Reading(tuple(texts), len(texts), cut_off=True) if texts else None
    return _Reading(tuple(texts), pages)


def _mined(data: bytes, texts: list[str]) -> int:
    """Each page's words, into `texts` as they come; the number of pages."""
    out, pages, patience = io.StringIO(), 0, time.monotonic() + _PATIENCE
    resources = PDFResourceManager(caching=True)
    interpreter = PDFPageInterpreter(resources, _Converter(resources, out, laparams=_CAREFUL))
    for page in PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data)))):
        pages += 1
        if pages <= MAX_PAGES and out.tell() < MAX_TEXT:
            start = out.tell()
            interpreter.process_page(page)
            texts.append(_UNMAPPED.sub("", out.getvalue()[start:]))
        if time.monotonic() > patience:
            raise _Overcrowded
    return pages


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)


def _notes(reading: _Reading, pictures: frozenset[int]) -> Iterator[str]:
    """What a person should know; first of the scanned pages, which may still be read."""
    if pictures:
        which = ", ".join(str(at + 1) for at in sorted(pictures))
        yield f"Pages that are pictures without words: {which}; a person must look at them."
    if len(pictures) > MAX_PICTURES:
        yield f"Only the first {MAX_PICTURES} of {len(pictures)} scanned pages are looked at."
    if reading.cut_off:
        yield "The PDF is damaged: only a part of it could be read."
    if reading.pages > MAX_PAGES:
        yield f"Only the first {MAX_PAGES} of {reading.pages} pages were read."
