"""A possible document: what it is, opened or read, judged by its words.

One step is `examine`: it yields a document, or the files of a container, or the pages of a scan.
Each step may run in a process of its own, so that a bomb costs no other file.
"""

import copy
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from intake.reading import (
    archive,
    decoration,
    filetype,
    ocr,
    office,
    ole,
    pdf,
    tnef,
    walk,
)
from intake.reading import text as plain_text
from intake.reading.describe import described, refused, with_words
from intake.reading.extract import Extract, Part, Unread
from intake.reading.leaf import parse
from intake.reading.limits import Budget
from intake.triage.message import Document, Unreadable

LOOK = "a person must look"
_SMALLEST_WITH_WORDS = 150  # pixels
_RECOGNITION = 18.0  # seconds after which no further page is begun


@dataclass(frozen=True)
class Opened:
    """A container's files, in place of the container."""

    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Scanned:
    """A document of pictures, or with pages that are: what is known of it, and those pages."""

    document: Document
    pictures: tuple[bytes, ...]


Examined = Document | Opened | Scanned
Examine = Callable[[Part, Budget], Examined]
Recognise = Callable[[Scanned], Document]

_READERS: dict[str, Callable[[bytes], Extract]] = {
    filetype.PDF: pdf.read,
    filetype.DOC: office.read,
    filetype.DOCX: office.read,
    filetype.ODT: office.read,
    filetype.RTF: office.read,
    filetype.PAGES: office.read,
    "text/plain": plain_text.read,
    "text/html": plain_text.read_html,
}
_PICTURES = frozenset(
    {"image/png", "image/jpeg", "image/gif", "image/tiff", "image/bmp", "image/webp"}
)
_REFUSED = {
    filetype.EMPTY: (Unreadable.EMPTY, "The file is empty; ask for it again."),
    filetype.PROGRAM: (Unreadable.UNSAFE, "It is a program; do not open it."),
    filetype.SCRIPT: (Unreadable.UNSAFE, "It is a script; do not open it."),
    filetype.MACROS: (Unreadable.UNSAFE, "It holds macros; ask for a PDF."),
    filetype.LOCKED: (Unreadable.ENCRYPTED, "It is encrypted; ask for it without a password."),
}
CONTAINERS = frozenset({filetype.ZIP, filetype.TNEF, filetype.MSG, filetype.MAIL})


def read_document(
    filename: str, declared_type: str, data: bytes, container: str = ""
) -> tuple[Document, ...]:
    """Every document in this file, read in this process: for files trusted not to burst."""
    part = Part(filename, declared_type, data, container)
    return tuple(read_part(part, Budget(), examine, recognise))


def read_part(
    part: Part, budget: Budget, examine: Examine, recognise: Recognise, depth: int = 0
) -> Iterator[Document]:
    """Every document in this part; containers are opened as far as the budget allows."""
    found = examine(part, copy.copy(budget))
    if isinstance(found, Scanned):
        yield recognise(found)
    elif isinstance(found, Document):
        yield found
    elif depth >= budget.depth:
        note = "It holds files within files, deeper than is opened."
        yield refused(part, Unread(Unreadable.TOO_LARGE, note))
    else:
        for inner in found.parts:
            try:
                budget.take(len(inner.data))
                yield from read_part(inner, budget, examine, recognise, depth + 1)
            except Unread as unread:
                yield refused(inner, unread)


def examine(part: Part, budget: Budget) -> Examined:
    """One step: the document read, or the container opened, or the scan's pages drawn."""
    kind = filetype.media_type(part.data, part.filename)
    try:
        if kind in _REFUSED:
            raise Unread(*_REFUSED[kind])
        if kind in CONTAINERS:
            return _opened(part, kind, budget)
        return _read(part, kind)
    except Unread as unread:
        return _unread(part, kind, unread)
    # A reader that trips over a file says something about the file, not about the mail.
    except (MemoryError, RecursionError, Exception) as failure:  # noqa: BLE001
        return _unread(part, kind, _as_unread(failure))


def _as_unread(failure: BaseException) -> Unread:
    if isinstance(failure, MemoryError):
        return Unread(Unreadable.TOO_LARGE, "It needs more memory than one document may take.")
    return Unread(Unreadable.CORRUPT, f"Its reader could not make sense of it; {LOOK}.")


def _unread(part: Part, kind: str, unread: Unread) -> Document | Scanned:
    document = refused(part, unread, kind)
    return Scanned(document, unread.pictures) if unread.pictures else document


def _opened(part: Part, kind: str, budget: Budget) -> Examined:
    name = part.filename
    if kind == filetype.ZIP:
        return Opened(tuple(archive.open(part.data, name, budget)))
    if kind == filetype.MAIL:
        return _opened_mail(part)
    open_it = tnef.open if kind == filetype.TNEF else ole.open_message
    parts = open_it(part.data, name, budget)
    if parts:
        return Opened(tuple(parts))
    words = tnef.body(part.data) if kind == filetype.TNEF else ole.message_text(part.data)
    return described(part, kind, words)


def _opened_mail(part: Part) -> Examined:
    """A mail in a ZIP file, or one that is nested too deep to be taken apart with its own."""
    mail = parse(part.data)
    if mail is None:
        return described(part, "text/plain", plain_text.read(part.data))
    walked = walk.walk(mail, part.filename)
    if parts := walked.all_parts():
        return Opened(tuple(parts))
    words = "\n\n".join(piece.text for piece in walked.pieces if piece.kind == "plain")
    if not words.strip():
        raise Unread(Unreadable.EMPTY, "The attached mail holds neither files nor words.")
    return described(part, filetype.MAIL, Extract(plain_text.clean(words)))


def _read(part: Part, kind: str) -> Examined:
    if kind in _PICTURES:
        return _picture(part, kind)
    reader = _READERS.get(kind)
    if reader is None:
        raise Unread(Unreadable.UNSUPPORTED, f"A format that is not read; {LOOK}.")
    found = reader(part.data)
    document = described(part, kind, found)
    return Scanned(document, found.pictures) if found.pictures else document


def _picture(part: Part, kind: str) -> Scanned:
    """A picture, for the reader of pictures, unless it is too small to hold words."""
    size = decoration.pixels(part.data)
    if size is not None and min(size) < _SMALLEST_WITH_WORDS:
        raise Unread(Unreadable.NO_TEXT, "A picture too small to hold words.")
    note = "A picture, whose words were not read."
    return Scanned(refused(part, Unread(Unreadable.NO_TEXT, note), kind), (part.data,))


def recognise(scanned: Scanned) -> Document:
    """A scan's words by the reader of pictures, where one is installed."""
    document = scanned.document
    if not ocr.available():
        return document
    bare = replace(document, notes=document.notes[1:])  # without what was said of it unread
    if document.readable:
        return _completed(scanned, bare)
    try:
        pages = document.media_type == filetype.PDF
        found = _recognised_pages(scanned) if pages else ocr.read(scanned.pictures[0])
    except Unread as unread:
        return replace(bare, reason=unread.reason, notes=(unread.note, *bare.notes))
    return with_words(bare, found)


def _completed(scanned: Scanned, bare: Document) -> Document:
    """A typed document with its scanned pages read too, where they hold words."""
    document = scanned.document
    texts, looked_at = _page_texts(scanned.pictures)
    if not texts:
        return document
    kept = document if looked_at < len(scanned.pictures) else bare
    words = "\n\n".join([document.text, *texts])
    note = "Some pages were read from pictures: their letters may be wrong."
    return with_words(kept, Extract(words, document.pages, (note,)))


def _recognised_pages(scanned: Scanned) -> Extract:
    texts, looked_at = _page_texts(scanned.pictures)
    if not texts:
        raise Unread(Unreadable.NO_TEXT, f"Pictures of pages in which no words were found; {LOOK}.")
    pages = scanned.document.pages or len(scanned.pictures)
    notes = ["Read from pictures: letters may be wrong."]
    if looked_at < pages:
        notes.append(f"Only the first {looked_at} of {pages} pages were read.")
    return Extract("\n\n".join(texts), pages, tuple(notes))


def _page_texts(pictures: tuple[bytes, ...]) -> tuple[list[str], int]:
    """The words of pages, as far as the time goes, and how many pages were looked at."""
    until = time.monotonic() + _RECOGNITION
    texts: list[str] = []
    looked_at = 0
    for picture in pictures:
        if texts and time.monotonic() > until:
            break
        looked_at += 1
        with suppress(Unread):  # a page without words is a page all the same
            texts.append(ocr.read_pages((picture,)).text)
    return texts, looked_at
