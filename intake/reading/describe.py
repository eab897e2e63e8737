"""What is said of a document: its name and type, its words and what they make of it."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from intake.reading import candidate, filetype, language, role
from intake.reading.extract import MAX_TEXT, Extract, Part, Unread
from intake.triage.message import Document, DocumentKind

_SAMPLE = 200_000  # characters by which role and language are told
_ACTIVE_PDF = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFile)\b")
_EXPECTED = {
    "pdf": filetype.PDF,
    "docx": filetype.DOCX,
    "doc": filetype.DOC,
    "odt": filetype.ODT,
    "rtf": filetype.RTF,
    "zip": filetype.ZIP,
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
}
_UNCLEAR = (filetype.EMPTY, filetype.UNKNOWN, filetype.LOCKED, filetype.MACROS)
_CALLED = {
    filetype.PDF: "a PDF",
    filetype.DOCX: "a Word document",
    filetype.DOC: "an old Word document",
    filetype.ODT: "an OpenDocument text",
    filetype.RTF: "an RTF text",
    filetype.ZIP: "a ZIP file",
    filetype.PROGRAM: "a program",
    filetype.SCRIPT: "a script",
    "text/plain": "plain text",
    "text/html": "a web page",
}


def described(part: Part, kind: str, found: Extract) -> Document:
    """A document that was read, judged by its words."""
    return with_words(_base(part, kind), found)


def refused(part: Part, unread: Unread, kind: str | None = None) -> Document:
    """A document that was not read, and why; its type at a glance where nobody looked closer."""
    base = _base(part, kind or filetype.at_a_glance(part.data))
    notes = (*((unread.note,) if unread.note else ()), *base.notes)
    return replace(base, readable=False, reason=unread.reason, notes=notes, pages=unread.pages)


def _base(part: Part, kind: str) -> Document:
    return Document(
        filename=part.filename,
        media_type=kind,
        sha256=hashlib.sha256(part.data).hexdigest(),
        size=len(part.data),
        named=role.role_of("", part.filename).named,
        notes=tuple(_notes(part, kind)),
        container=part.container,
    )


def _notes(part: Part, kind: str) -> Iterator[str]:
    ending = part.filename.lower().rpartition(".")[2]
    expected = _EXPECTED.get(ending)
    if expected not in (None, kind) and kind not in _UNCLEAR:
        yield f"It is named .{ending} but is {_CALLED.get(kind, kind)}."
    if kind == filetype.PDF and _ACTIVE_PDF.search(part.data):
        yield "The PDF holds actions or files of its own; they were not run or opened."


def with_words(document: Document, found: Extract) -> Document:
    """The document with its words and what they say: its role, language and candidate."""
    words = found.text[:MAX_TEXT]
    sample = words[:_SAMPLE]
    told = role.role_of(sample, document.filename)
    spoken = language.detect(sample)
    filled = replace(
        document,
        kinds=told.kinds,
        named=told.named,
        why=told.why,
        maybe=told.maybe,
        language=spoken.main,
        language_confidence=spoken.confidence,
        languages=spoken.all,
        pages=found.pages,
        readable=True,
        reason=None,
        text=words,
        notes=(*found.notes, *document.notes),
    )
    return _with_candidate(filled, sample) if DocumentKind.CV in told.kinds else filled


def _with_candidate(document: Document, words: str) -> Document:
    return replace(
        document,
        candidate_name=candidate.candidate_name(words),
        candidate_emails=candidate.candidate_emails(words),
        has_referees=candidate.has_referees(words),
    )
