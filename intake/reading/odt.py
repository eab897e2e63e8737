"""Words out of OpenDocument text, by a small walk over its XML."""

import zipfile
from collections.abc import Iterator
from xml.parsers import expat

from intake.reading.extract import MAX_TEXT, Extract, Unread
from intake.reading.ooxml import member
from intake.reading.text import clean
from intake.triage.message import Unreadable

_LINES = frozenset({"text:p", "text:h", "text:list-item", "table:table-row"})
_SILENT = frozenset({"office:annotation", "text:tracked-changes", "svg:title", "svg:desc"})


class _Walk:
    """Collects what is shown between the tags; deleted text and comments are not."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.size = 0
        self.silent = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.silent += name in _SILENT
        if name == "text:tab":
            self.pieces.append("\t")
        elif name == "text:line-break":
            self.pieces.append("\n")
        elif name == "text:s":
            self.pieces.append(" ")

    def end(self, name: str) -> None:
        self.silent -= name in _SILENT
        if name in _LINES:
            self.pieces.append("\n")
        elif name == "table:table-cell":
            self.pieces.append("\t")

    def text(self, data: str) -> None:
        if not self.silent and self.size < MAX_TEXT:
            self.pieces.append(data)
            self.size += len(data)


def read(archive: zipfile.ZipFile) -> Extract:
    """The words of an ODT file whose zip has been looked at: headers, body, footers.

    Raises:
        Unread: ENCRYPTED, CORRUPT, EMPTY.
    """
    names = archive.namelist()
    if "META-INF/manifest.xml" in names and b"encryption-data" in member(
        archive, "META-INF/manifest.xml"
    ):
        raise Unread(Unreadable.ENCRYPTED, "The file opens with a password only; ask for it.")
    parts = [name for name in ("styles.xml", "content.xml") if name in names]
    text = clean("\n\n".join(_words(member(archive, name)) for name in parts))
    if not text:
        raise Unread(Unreadable.EMPTY, "The file has no words in it.")
    return Extract(text, notes=tuple(_notes(names)))


def _words(xml: bytes) -> str:
    walk = _Walk()
    parser = expat.ParserCreate()
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = walk.text
    parser.EntityDeclHandler = _refuse_entities
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as broken:
        raise Unread(Unreadable.CORRUPT, "The file is damaged; ask for it again.") from broken
    return "".join(walk.pieces)


def _refuse_entities(*_: object) -> None:
    raise Unread(Unreadable.UNSAFE, "The file defines XML entities, which no text needs.")


def _notes(names: list[str]) -> Iterator[str]:
    if any(name.startswith(("Basic/", "Scripts/")) for name in names):
        yield "The file holds macros; they were not run."
