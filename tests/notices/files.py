"""A notice's text as the files that people have of it: PDF and DOCX."""

import io
import textwrap

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer


def pdf(text: str) -> bytes:
    """Set as paragraphs in a proportional face: lines are wrapped anew, and pages turned."""
    out = io.BytesIO()
    style = getSampleStyleSheet()["BodyText"]
    flow: list[Paragraph | Spacer] = []
    for line in text.splitlines():
        escaped = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        flow.append(Paragraph(escaped, style) if line.strip() else Spacer(1, 8))
    SimpleDocTemplate(out, pagesize=A4).build(flow)
    return out.getvalue()


def docx(text: str) -> bytes:
    """One paragraph a line, lists as real lists."""
    document = Document()
    for line in filter(str.strip, text.splitlines()):
        item = line.lstrip().startswith(("- ", "* ", "• "))
        style = "List Bullet" if item else None
        document.add_paragraph(line.lstrip(" -*•") if item else line, style=style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def latin(text: str) -> bytes:
    """As an old editor on Windows saves it."""
    return textwrap.dedent(text).encode("cp1252", "replace")
