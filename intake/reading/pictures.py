"""Pages as pictures for people to look at: of PDF files, and of files that are pictures.

[with ocr.py the only user of Pillow's decoders]
"""

import io
from dataclasses import dataclass

from PIL import Image, ImageOps

from intake.reading import filetype, pdfium
from intake.reading.extract import Unread
from intake.triage.message import Unreadable

PICTURES = frozenset(
    {"image/png", "image/jpeg", "image/gif", "image/tiff", "image/bmp", "image/webp"}
)
DRAWABLE = PICTURES | {filetype.PDF}
"""Media types whose pages can be shown as pictures."""

WIDEST = 1600
"""Pixels; a screen's worth of a page, twice over."""

_TALLEST = 4000
_MOST_PIXELS = 80_000_000  # of a picture that is opened at all


@dataclass(frozen=True)
class Wanted:
    """Which page of a document is to be drawn.

    Attributes:
        sha256: of the document.   page: from 0.   width: in pixels.
    """

    sha256: str
    page: int
    width: int

    @classmethod
    def parse(cls, text: str) -> "Wanted":
        """From the three with spaces between.

        Raises:
            ValueError: it is not one.
        """
        sha256, page, width = text.split()
        return cls(sha256, int(page), max(1, min(int(width), WIDEST)))


def draw(data: bytes, page: int, width: int) -> bytes:
    """One page as PNG; empty where there is no such page.

    Raises:
        Unread: it cannot be drawn.
    """
    kind = filetype.media_type(data, "")
    if kind == filetype.PDF:
        return pdfium.page_picture(data, page, width, _TALLEST)
    if kind not in PICTURES:
        raise Unread(Unreadable.UNSUPPORTED, "It has no pages to show.")
    return _shown(data, page, width)


def _shown(data: bytes, page: int, width: int) -> bytes:
    """A picture, upright and no larger than a screen; its meta-data is left behind."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise Unread(Unreadable.TOO_LARGE, "The picture is too large to be shown.")
            if page >= getattr(image, "n_frames", 1):
                return b""
            image.seek(page)
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as broken:
        raise Unread(Unreadable.CORRUPT, "The picture is damaged.") from broken
    upright.thumbnail((width, _TALLEST))
    out = io.BytesIO()
    upright.save(out, "PNG")
    return out.getvalue()
