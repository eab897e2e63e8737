"""Words out of word-processor files: which format it is, and who reads it."""

import io
import zipfile

import olefile

from intake.reading import docx, odt, pdf, rtf, word97
from intake.reading.extract import Extract, Unread
from intake.reading.ooxml import member, open_zip
from intake.triage.message import Unreadable

_PREVIEWS = ("QuickLook/Preview.pdf", "preview.pdf")
_PICTURES = ("preview.jpg", "QuickLook/Preview.jpg", "QuickLook/Thumbnail.jpg")


def read(data: bytes) -> Extract:
    """The words of a DOCX, DOC, ODT, RTF or Pages file, told apart by their first bytes.

    Raises:
        Unread: EMPTY, ENCRYPTED, CORRUPT, TOO_LARGE, UNSUPPORTED (old and foreign formats).
    """
    if not data.strip(b"\0 \t\r\n"):
        raise Unread(Unreadable.EMPTY, "The file is empty.")
    if data.lstrip()[:5].lower() == b"{\\rtf":
        return rtf.read(data)
    if olefile.isOleFile(io.BytesIO(data)):
        return word97.read(data)
    if data[:2] == b"PK":
        return _from_zip(data)
    raise Unread(Unreadable.UNSUPPORTED, "A format that is not read; a person must look.")


def _from_zip(data: bytes) -> Extract:
    archive = open_zip(data)
    names = set(archive.namelist())
    if "word/document.xml" in names or "[Content_Types].xml" in names:
        return docx.read(data, archive)
    if "content.xml" in names:
        return odt.read(archive)
    return _from_pages(archive, names)


def _from_pages(archive: zipfile.ZipFile, names: set[str]) -> Extract:
    """Apple Pages keeps its words to itself, but adds a preview: a PDF, or its first page."""
    for name in _PREVIEWS:
        if name in names:
            return pdf.read(member(archive, name))
    for name in _PICTURES:
        if name in names:
            note = "A Pages file: only the picture of its first page can be read; ask for a PDF."
            raise Unread(Unreadable.NO_TEXT, note, (member(archive, name),))
    raise Unread(Unreadable.UNSUPPORTED, "A format that is not read; a person must look.")
