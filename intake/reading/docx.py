"""Words out of DOCX: body, tables, text boxes, headers, footers, notes.

[only importer of docx2python]
"""

import io
import re
import zipfile
from collections.abc import Iterator

from docx2python import docx2python
from docx2python.iterators import iter_paragraphs

from intake.reading.extract import Extract, Unread
from intake.reading.ooxml import member
from intake.reading.text import clean
from intake.triage.message import Unreadable

# docx2python's own marks for pictures and footnotes, and its dashes for bullets.
_MARKS = re.compile(r"----(?:media/|Image alt text|footnote|endnote|comment)[^\n]*?----")
_BULLET = re.compile(r"^(\t*)--\t", re.MULTILINE)


def read(data: bytes, archive: zipfile.ZipFile) -> Extract:
    """The words of a DOCX file whose zip has been looked at.

    Raises:
        Unread: CORRUPT, EMPTY, UNSUPPORTED (a spreadsheet or slides).
    """
    names = archive.namelist()
    if not any(name.startswith("word/") for name in names):
        raise Unread(Unreadable.UNSUPPORTED, "An Office file that is no text; a person must look.")
    text = clean("\n\n".join(part for part in _parts(data) if part.strip()))
    if not text:
        raise _without_words(archive)
    return Extract(text, notes=tuple(_notes(names)))


def _parts(data: bytes) -> Iterator[str]:
    """Header, body, footer and notes, each once: a header is repeated in every section."""
    try:
        with docx2python(io.BytesIO(data)) as opened:
            parts = [opened.header, opened.body, opened.footer, opened.footnotes, opened.endnotes]
            texts = [_lines(part) for part in parts]
    # docx2python answers broken files with KeyError, AttributeError, lxml's errors and more.
    except Exception as broken:
        raise Unread(Unreadable.CORRUPT, "The file is damaged; ask for it again.") from broken
    return iter(dict.fromkeys(texts))


def _lines(part: list[list[list[list[str]]]]) -> str:
    lines = list(iter_paragraphs(part))
    return _BULLET.sub(r"\1- ", _MARKS.sub("", "\n".join(lines)))


def _notes(names: list[str]) -> Iterator[str]:
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        yield "The file holds macros; they were not run."


def _without_words(archive: zipfile.ZipFile) -> Unread:
    """docx2python forgives broken XML and finds nothing in it: that is no empty document."""
    if not member(archive, "word/document.xml").rstrip().endswith(b"document>"):
        return Unread(Unreadable.CORRUPT, "The file is damaged; ask for it again.")
    return Unread(Unreadable.EMPTY, "The file has no words in it.")
