"""What comes from mail, on its way to a browser: text made legible, files as downloads alone."""

import unicodedata
from collections.abc import Iterable
from urllib.parse import quote

from starlette.responses import Response, StreamingResponse

TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
"""Marks that turn text round: a name or a file's ending could be made to read as another."""

MUCH = 20_000
"""Characters of a text that a page shows; the whole is in the original."""

LOCKED = "default-src 'none'; sandbox; frame-ancestors 'none'"
"""For bytes that are not ours: no script, no style, nothing loaded, even where they are shown."""


def legible(text: str, longest: int) -> str:
    """Foreign text with its lines kept; control characters and turning marks are dropped."""
    kept = "".join(
        char
        for char in text[:longest].replace("\r\n", "\n")
        if char in "\n\t" or (char not in TURNING and unicodedata.category(char) != "Cc")
    )
    return kept + ("…" if len(text) > longest else "")


def download(data: bytes, name: str, media_type: str = "application/octet-stream") -> Response:
    """Bytes as a file to be kept, never shown (RFC 6266; the name in ASCII and in UTF-8)."""
    return Response(data, media_type=media_type, headers=_kept_as(name))


def streamed(chunks: Iterable[bytes], name: str, media_type: str) -> Response:
    """The same for a file that is made while it goes out."""
    return StreamingResponse(chunks, media_type=media_type, headers=_kept_as(name))


def _kept_as(name: str) -> dict[str, str]:
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._- ") else "_" for c in name)
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    return {
        "Content-Disposition": disposition,
        "Content-Security-Policy": LOCKED,
        "X-Content-Type-Options": "nosniff",
    }
