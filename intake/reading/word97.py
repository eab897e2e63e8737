"""Words out of DOC, as Word 6 to 2003 wrote it: the piece table of [MS-DOC]."""

import io
import re
import struct
from collections.abc import Iterator

import olefile

from intake.reading.extract import MAX_TEXT, Extract, Unread
from intake.reading.text import clean
from intake.triage.message import Unreadable

_WORD97 = 0x00C1  # nFib of Word 97; earlier versions keep their text in one stretch of bytes
_FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x15]*))?\x15")
_SIGNS = str.maketrans(
    {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x07": "\t", "\x1e": "-", "\xa0": " "}
)


def read(data: bytes) -> Extract:
    """The words of a DOC file: body, tables, text boxes, headers, footers, notes.

    Raises:
        Unread: ENCRYPTED, CORRUPT, EMPTY, UNSUPPORTED (an OLE file that is no text).
    """
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            return _from_container(container)
    except (OSError, struct.error, IndexError, ValueError) as broken:
        raise Unread(Unreadable.CORRUPT, "The file is damaged or cut off.") from broken


def _from_container(container: olefile.OleFileIO) -> Extract:
    if container.exists("EncryptedPackage"):
        raise _encrypted()
    if not container.exists("WordDocument"):
        raise Unread(Unreadable.UNSUPPORTED, "An old format that is not read; a person must look.")
    text = clean(_shown(_raw_text(container)))
    if not text:
        raise Unread(Unreadable.EMPTY, "The file has no words in it.")
    macros = container.exists("Macros/VBA") or container.exists("_VBA_PROJECT_CUR/VBA")
    return Extract(text, notes=("The file holds macros; they were not run.",) if macros else ())


def _raw_text(container: olefile.OleFileIO) -> str:
    main: bytes = container.openstream("WordDocument").read()
    version, flags = _number(main, 0x02, 2), _number(main, 0x0A, 2)
    if flags & 0x0100:
        raise _encrypted()
    if version < _WORD97:
        return main[_number(main, 0x18) : _number(main, 0x1C)].decode("cp1252", "replace")
    table = container.openstream("1Table" if flags & 0x0200 else "0Table").read()
    start = _number(main, 0x01A2)
    return "".join(_pieces(main, _piece_table(table[start : start + _number(main, 0x01A6)])))


def _piece_table(clx: bytes) -> bytes:
    """The PlcPcd of a Clx: behind any number of Prc, each with its own length."""
    at = 0
    while clx[at] == 0x01:
        at += 3 + _number(clx, at + 1, 2)
    if clx[at] != 0x02:
        raise ValueError("a Clx without a piece table")
    return clx[at + 5 : at + 5 + _number(clx, at + 1)]


def _pieces(main: bytes, table: bytes) -> Iterator[str]:
    count = (len(table) - 4) // 12
    size = 0
    for at in range(count):
        length = _number(table, 4 * at + 4) - _number(table, 4 * at)
        place = _number(table, 4 * (count + 1) + 8 * at + 2)
        if not 0 <= length <= MAX_TEXT or (size := size + length) > MAX_TEXT:
            return
        if place & 0x40000000:  # one byte a character
            start = (place & 0x3FFFFFFF) // 2
            yield main[start : start + length].decode("cp1252", "replace")
        else:
            yield main[place : place + 2 * length].decode("utf-16-le", "replace")


def _shown(text: str) -> str:
    """Fields are kept by their result, not by their instruction ("HYPERLINK ...")."""
    for _ in range(5):  # fields nest
        text, found = _FIELD.subn(lambda field: field.group(1) or "", text)
        if not found:
            break
    return text.translate(_SIGNS)


def _number(data: bytes, at: int, size: int = 4) -> int:
    field = data[at : at + size]
    if len(field) < size:
        raise ValueError("a field beyond the end")
    return int.from_bytes(field, "little")


def _encrypted() -> Unread:
    return Unread(Unreadable.ENCRYPTED, "The file opens with a password only; ask for it.")
