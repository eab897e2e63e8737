"""Papers as DOCX, ODT, RTF, text and HTML; pictures; archives. One paper, always one file."""

import io
import re
import zipfile
from collections.abc import Mapping
from html import escape
from random import Random
from xml.sax.saxutils import escape as xml_escape

from docx import Document
from PIL import Image, ImageDraw

from tests.letters.pdfs import picture
from tests.letters.writing import Line, Paper

EPOCH = (2026, 1, 5, 9, 0, 0)
BULKY = ("docProps/thumbnail.jpeg", "word/stylesWithEffects.xml", "word/theme/", "customXml/")
BULKY_TARGETS = (b"thumbnail", b"stylesWithEffects", b"theme1", b"customXml")


def zipped(members: Mapping[str, bytes], stored_first: str = "") -> bytes:
    """A ZIP whose bytes depend on its members alone."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            how = zipfile.ZIP_STORED if name == stored_first else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, EPOCH), data, how, 9)
    return out.getvalue()


def docx(paper: Paper, rng: Random, layout: str = "") -> bytes:
    """A DOCX: paragraphs; or rows in tables; or the name and contact in the page header."""
    layout = layout or rng.choice(("plain", "tables", "header"))
    sheet = Document()
    _drop_unused_styles(sheet)
    for line in paper.lines:
        _place(sheet, line, layout)
    out = io.BytesIO()
    sheet.save(out)
    return _slimmed(out.getvalue())


def _drop_unused_styles(sheet: "Document") -> None:  # type: ignore[valid-type]
    """Keep the file small: the template brings two hundred styles."""
    used = ("Normal", "Heading 2", "Header", "Normal Table", "Default Paragraph Font", "No List")
    for style in list(sheet.styles):  # type: ignore[attr-defined]
        if style.name not in used:
            style.delete()


def _place(sheet: "Document", line: Line, layout: str) -> None:  # type: ignore[valid-type]
    if line.style == "row" and layout == "tables":
        table = sheet.add_table(rows=1, cols=2)  # type: ignore[attr-defined]
        for cell, text in zip(table.rows[0].cells, line.text.split("|", 1), strict=False):
            cell.text = text
    elif line.style in ("aside", "name") and layout == "header":
        sheet.sections[0].header.add_paragraph(line.text)  # type: ignore[attr-defined]
    elif line.style == "heading":
        sheet.add_paragraph(line.text, style="Heading 2")  # type: ignore[attr-defined]
    else:
        sheet.add_paragraph(("• " if line.style == "bullet" else "") + line.text.replace("|", "\t"))  # type: ignore[attr-defined]


def _slimmed(data: bytes) -> bytes:
    """The same document without the template's extras, and with one date on every member."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in sorted(archive.namelist())}
    kept = {name: body for name, body in members.items() if not name.startswith(BULKY)}
    for name in (name for name in kept if name.endswith(".rels")):
        kept[name] = _without(kept[name], *BULKY_TARGETS)
    types = _without(kept.pop("[Content_Types].xml"), *BULKY_TARGETS)
    return zipped({"[Content_Types].xml": types} | kept)


def _without(listing: bytes, *targets: bytes) -> bytes:
    """A list of relationships or content types without those that name a target."""
    entries = re.split(rb"(?=<(?:Relationship|Override|Default) )", listing)
    dropped = [e for e in entries[1:] if any(target in e for target in targets)]
    kept = b"".join(entry for entry in entries if entry not in dropped)
    end = re.search(rb"</(?:Relationships|Types)>$", listing.strip())
    assert end, listing
    return kept if kept.endswith(end.group()) else kept + end.group()


def with_macros(data: bytes) -> bytes:
    """A DOCX turned into a DOCM with an inert vbaProject.bin: four letters, no program."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    types = members["[Content_Types].xml"]
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    extra = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    types = types.replace(main, macro).replace(b"<Override", extra + b"<Override", 1)
    relation = (
        b'<Relationship Id="rId990" Target="vbaProject.bin" '
        b'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"/>'
    )
    rels = members["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", relation + b"</Relationships>"
    )
    inert = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"NONE" * 128
    return zipped(
        members
        | {
            "[Content_Types].xml": types,
            "word/_rels/document.xml.rels": rels,
            "word/vbaProject.bin": inert,
        }
    )


ODT_TYPE = b"application/vnd.oasis.opendocument.text"
ODT_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.2"'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
)
ODT_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<manifest:manifest manifest:version="1.2"'
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/"'
    ' manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def odt(paper: Paper) -> bytes:
    """An OpenDocument text."""
    body = "".join(
        f"<text:p>{xml_escape(line.text.replace('|', ' '))}</text:p>" for line in paper.lines
    )
    content = f"{ODT_HEAD}{body}</office:text></office:body></office:document-content>"
    members = {
        "mimetype": ODT_TYPE,
        "content.xml": content.encode(),
        "META-INF/manifest.xml": ODT_MANIFEST.encode(),
    }
    return zipped(members, stored_first="mimetype")


def rtf(paper: Paper) -> bytes:
    """A rich text file, its accents written as RTF writes them."""
    rows = "".join(f"{_rtf(line.text.replace('|', '  '))}\\par\n" for line in paper.lines)
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Calibri;}}\\f0\\fs22\n" + rows + "}"
    ).encode("ascii")


def _rtf(text: str) -> str:
    safe = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    return "".join(x if x.isascii() else f"\\u{ord(x)}?" for x in safe)


def text_file(paper: Paper, charset: str = "utf-8") -> bytes:
    """A plain text file."""
    rows = (
        ("- " if line.style == "bullet" else "") + line.text.replace("|", "   ")
        for line in paper.lines
    )
    return "\r\n".join(rows).encode(charset, "replace")


def html_file(paper: Paper) -> bytes:
    """A page saved by a word processor or a web site."""
    tags = {"name": "h1", "heading": "h2", "bullet": "li"}
    rows = (
        f"<{(t := tags.get(line.style, 'p'))}>{escape(line.text)}</{t}>" for line in paper.lines
    )
    body = "\n".join(rows).replace("|", " ")
    head = '<!DOCTYPE html><html><head><meta charset="utf-8"><title>.</title></head>'
    return f"{head}<body>{body}</body></html>".encode()


def photograph(rng: Random, size: tuple[int, int] = (240, 300)) -> bytes:
    """A portrait, roughly: an oval on a wall."""
    image = Image.new("RGB", size, (rng.randint(150, 220), 190, 200))
    pen = ImageDraw.Draw(image)
    w, h = size
    pen.ellipse((w * 0.3, h * 0.2, w * 0.7, h * 0.65), fill=(200, 160, 130))
    pen.rectangle((w * 0.2, h * 0.68, w * 0.8, h), fill=(40, 50, rng.randint(70, 110)))
    return _encoded(image, "JPEG")


def blank_screen(rng: Random) -> bytes:
    """A picture of a screen on which nothing can be read."""
    image = Image.new("RGB", (640, 400), (rng.randint(200, 255), 250, 250))
    ImageDraw.Draw(image).rectangle((40, 60, 600, 90), fill=(60, 90, 160))
    return _encoded(image, "PNG")


def logo(rng: Random) -> bytes:
    """The little picture of a mail signature."""
    image = Image.new("RGB", (120, 40), (255, 255, 255))
    ImageDraw.Draw(image).ellipse((4, 4, 36, 36), fill=(rng.randint(0, 90), 90, 160))
    return _encoded(image, "PNG")


def page_photo(paper: Paper) -> bytes:
    """A page photographed with a phone, sharp enough to be read."""
    return _encoded(picture(paper, 130), "PNG")


def _encoded(image: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()
