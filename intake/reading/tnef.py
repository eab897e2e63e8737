"""Outlook's winmail.dat.  [only importer of tnefparse]"""

import struct
import warnings
from collections.abc import Iterator

import tnefparse

from intake.reading import names, text
from intake.reading.extract import Extract, Part, Unread
from intake.reading.limits import Budget
from intake.triage.message import Unreadable

_TITLE, _DATA, _RENDERING = 0x8010, 0x800F, 0x9002


def open(data: bytes, filename: str, budget: Budget) -> list[Part]:
    """The files in a winmail.dat, those of mails within it included.

    Raises:
        Unread: CORRUPT, or TOO_LARGE by the budget.
    """
    found = [(names.file_name(name), octets) for name, octets in _files(data)]
    for _, octets in found:
        budget.take(len(octets))
    box = filename or "winmail.dat"
    return [Part(name, "", octets, box) for name, octets in found if name or octets]


def body(data: bytes) -> Extract:
    """The text of the mail in a winmail.dat that holds no files.

    Raises:
        Unread: EMPTY where it has none that can be read.
    """
    parsed = _parsed(data)
    plain = getattr(parsed, "body", None) or b""
    html = getattr(parsed, "htmlbody", None) or b""
    words = plain if isinstance(plain, str) else text.decode(plain.rstrip(b"\0"))
    if not words.strip() and html:
        words = text.html_to_text(html if isinstance(html, str) else text.decode(html))
    if not words.strip():
        raise Unread(Unreadable.EMPTY, "The winmail.dat holds neither files nor words.")
    return Extract(text.clean(words))


def _files(data: bytes) -> Iterator[tuple[str, bytes]]:
    parsed = _parsed(data)
    if parsed is None:
        yield from _files_of_damaged(data)
    else:
        yield from _files_of(parsed, 0)


def _parsed(data: bytes) -> tnefparse.TNEF | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return tnefparse.TNEF(data, do_checksum=False)
        # The library trips over odd charsets, lengths and properties in many ways.
        except Exception:  # noqa: BLE001
            return None


def _files_of(parsed: tnefparse.TNEF, depth: int) -> Iterator[tuple[str, bytes]]:
    for attachment in parsed.attachments:
        inner = getattr(attachment, "embed", None)
        if inner is not None and inner.attachments and depth < 3:
            yield from _files_of(inner, depth + 1)
        else:
            yield _name_of(attachment), bytes(attachment.data or b"")


def _name_of(attachment: tnefparse.tnef.TNEFAttachment) -> str:
    try:
        name = attachment.long_filename()
    except UnicodeDecodeError:  # it takes every name for UTF-8
        name = getattr(attachment, "_name", b"")
    return (name if isinstance(name, str) else text.decode(name)).rstrip("\0")


def _files_of_damaged(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Titles and data alone, attribute by attribute ([MS-OXTNEF] 2.1.3)."""
    name, octets = "", b""
    for attribute, value in _attributes(data):
        if attribute == _RENDERING:
            yield name, octets
            name, octets = "", b""
        elif attribute == _TITLE:
            name = text.decode(value.rstrip(b"\0"))
        elif attribute == _DATA:
            octets = value
    if not octets:
        raise Unread(Unreadable.CORRUPT, "The winmail.dat is damaged; ask for the files again.")
    yield name, octets


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 6
    while at + 9 <= len(data):
        attribute, _, length = struct.unpack("<HHI", data[at + 1 : at + 9])
        yield attribute, data[at + 9 : at + 9 + length]
        at += 9 + length + 2
