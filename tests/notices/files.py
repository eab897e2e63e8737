"""A notice's text as the files that people have of it: PDF and DOCX."""

import io
import textwrap

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

_MARKS = ("- ", "* ", "• ")
_WRAPPED = 85  # characters; a longer line of our notices goes on in the next


def paragraphs(text: str) -> list[str]:
    """The text as a word processor has it: a wrapped paragraph is one line, an empty line none."""
    found: list[str] = []
    before = ""
    for line in text.splitlines():
        if line.strip() and len(before) > _WRAPPED and not line.startswith(_MARKS):
            found[-1] += " " + line.strip()
        else:
            found.append(line)
        before = line
    return found


def pdf(text: str) -> bytes:
    """Set as paragraphs in a proportional face: lines are wrapped anew, and pages turned."""
    out = io.BytesIO()
    style = getSampleStyleSheet()["BodyText"]
    flow: list[Paragraph | Spacer] = []
    for line in paragraphs(text):
        escaped = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        flow.append(Paragraph(escaped, style) if line.strip() else Spacer(1, 8))
    SimpleDocTemplate(out, pagesize=A4).build(flow)
    return out.getvalue()


def docx(text: str) -> bytes:
    """One paragraph a line, lists as real lists."""
    document = Document()
    for line in filter(str.strip, paragraphs(text)):
        item = line.lstrip().startswith(_MARKS)
        style = "List Bullet" if item else None
        document.add_paragraph(line.lstrip(" -*•") if item else line, style=style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def latin(text: str) -> bytes:
    """As an old editor on Windows saves it."""
    return textwrap.dedent(text).encode("cp1252", "replace")
