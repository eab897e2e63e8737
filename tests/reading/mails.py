"""Mails made by the tests: short to write, real in shape."""

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

CV_LINES = (
    "Amelie Laurent",
    "amelie.laurent@example.org  +32 470 00 00 00",
    "CURRICULUM VITAE",
    "Professional experience",
    "2019 - 2025 Customs analyst, Port of Example: risk management and training of officers",
    "2015 - 2019 Trade adviser, Example Chamber of Commerce",
    "Education",
    "2013 - 2015 Master in International Trade, University of Example",
    "Languages: English, French, Spanish",
    "Skills: data analysis, negotiation, project management",
)


def pdf(lines: tuple[str, ...] = CV_LINES) -> bytes:
    """A PDF with these lines of text."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for at, line in enumerate(lines):
        canvas.drawString(60, 780 - 22 * at, line)
    canvas.save()
    return out.getvalue()


def mail(text: str = "Please find attached my application.", **fields: str) -> EmailMessage:
    """A mail of a candidate; fields by their names, underscores for dashes."""
    made = EmailMessage()
    defaults = {"From": "Amelie Laurent <amelie@example.org>", "Subject": "Application"}
    for name, value in {**defaults, **fields}.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made


def raw(header: str, body: bytes | str = b"") -> bytes:
    """Octets as they come over the wire: lines of a header, and what follows it."""
    octets = body.encode() if isinstance(body, str) else body
    return header.strip("\n").replace("\n", "\r\n").encode("utf-8") + b"\r\n\r\n" + octets


def with_part(headers: str, data: bytes, text: str = "Hello.") -> bytes:
    """A multipart mail with one more part, whose header is written by the test."""
    return b"\r\n".join(
        (
            b"From: a@example.org",
            b"Subject: x",
            b"MIME-Version: 1.0",
            b"Content-Type: multipart/mixed; boundary=edge",
            b"",
            b"--edge",
            b"Content-Type: text/plain; charset=utf-8",
            b"",
            text.encode(),
            b"--edge",
            headers.strip("\n").replace("\n", "\r\n").encode("utf-8", "surrogateescape"),
            b"",
            data,
            b"--edge--",
            b"",
        )
    )


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP file with these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def png(width: int, height: int) -> bytes:
    """The beginning of a picture of this size; enough to tell what it is."""
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + size + b"\x08\x00\x00\x00\x00" + b"\x00" * 40
