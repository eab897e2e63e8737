"""Pictures that are no documents: logos, icons and signature pictures that the text shows."""

import re
import struct
from collections.abc import Iterator

LEGIBLE = 500
"""Pixels: a page that is less wide or less high than this cannot be read by anybody."""

_ICON = 48
_SMALL_DRAWING = 100_000
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def is_decoration(data: bytes, *, shown: bool, chosen: bool) -> bool:
    """Whether a part is a picture that nobody would call a document.

    Args:
        shown: the text shows it (it has a content id, or stands beside the HTML).
        chosen: somebody attached it: the mail says so, or it has a name and no content id.

    A picture that the text shows and that is too small to be a page is decoration; so is an
    icon that nobody chose to attach. A photographed CV is large, and stays.
    """
    size = pixels(data)
    if not data:
        return shown
    if size is None:
        return shown and len(data) < _SMALL_DRAWING and _is_drawing(data)
    if shown:
        return min(size) < LEGIBLE
    return not chosen and max(size) <= _ICON


def _is_drawing(data: bytes) -> bool:
    head = data[:512].lstrip().lower()
    vector = head.startswith((b"<svg", b"\xd7\xcd\xc6\x9a")) or b"<svg" in head
    return vector or data[40:44] == b" EMF" or data[8:12] == b"WEBP"


def pixels(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF, BMP or JPEG, from its first octets; None for others."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    if data.startswith((b"GIF87a", b"GIF89a")) and len(data) >= 10:
        return struct.unpack("<HH", data[6:10])
    if data.startswith(b"BM") and len(data) >= 26:
        width, height = struct.unpack("<ii", data[18:26])
        return abs(width), abs(height)
    if data.startswith(b"\xff\xd8"):
        return next(_jpeg_sizes(data), None)
    return None


def _jpeg_sizes(data: bytes) -> Iterator[tuple[int, int]]:
    """The sizes in a JPEG's frame headers (ITU T.81, B.2.2)."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            yield width, height
        at += 2 + length


_CID = re.compile(r"cid:([^\"'\s>)]+)", re.IGNORECASE)


def shown_ids(html: str) -> frozenset[str]:
    """The content ids that an HTML text shows."""
    return frozenset(_CID.findall(html))
