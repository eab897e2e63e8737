"""What a file is, by its content.  [only importer of puremagic]

The name decides nothing but between kinds of plain text. An allow-list of formats is read; the
rest is named as well as can be.
"""

import io
import re
import zipfile

import puremagic

from intake.reading import ole, smime
from intake.reading.leaf import looks_like_mail

PDF = "application/pdf"
RTF = "application/rtf"
DOC = "application/msword"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
PAGES = "application/vnd.apple.pages"
MSG = "application/vnd.ms-outlook"
TNEF = "application/ms-tnef"
ZIP = "application/zip"
MAIL = "message/rfc822"
EMPTY = "application/x-empty"
PROGRAM = "application/x-executable"
SCRIPT = "text/x-script"
MACROS = "application/vnd.ms-office.macroenabled"
LOCKED = "application/x-encrypted"
UNKNOWN = "application/octet-stream"

_STARTS = (
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"\xfe\xed\xfa", PROGRAM),
    (b"L\x00\x00\x00\x01\x14\x02\x00", PROGRAM),  # a Windows shortcut
    (b"ITSF", PROGRAM),  # compiled help, which runs scripts
    (b"#!", SCRIPT),
    (b"\x78\x9f\x3e\x22", TNEF),
    (b"-----BEGIN PGP MESSAGE-----", LOCKED),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x1f\x8b", "application/gzip"),
    (b"MSCF", "application/vnd.ms-cab-compressed"),
)
_PROGRAM_NAMES = re.compile(
    r"\.(exe|com|scr|pif|bat|cmd|ps1|vbs|vbe|js|jse|wsf|wsh|hta|lnk|jar|msi|reg|sh|py|apk|dll|cpl)$",
    re.IGNORECASE,
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_SVG = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!doctype[^>]*>\s*)*<svg\b", re.IGNORECASE | re.DOTALL
)
_TEXT_CONTROLS = re.compile(rb"[\x01-\x06\x0e-\x1a\x1c-\x1f]")
_IN_ZIP = (
    ("word/document.xml", DOCX),
    ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (
        "ppt/presentation.xml",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    ("Index/Document.iwa", PAGES),
    ("Index.zip", PAGES),
    ("index.xml", PAGES),
    ("META-INF/MANIFEST.MF", PROGRAM),
    ("AndroidManifest.xml", PROGRAM),
)


def media_type(data: bytes, filename: str = "") -> str:
    """The media type of these octets; UNKNOWN where nothing is recognised."""
    if not data.strip(b"\0 \t\r\n"):
        return EMPTY
    started = next((kind for start, kind in _STARTS if data.startswith(start)), None)
    if started is not None:
        return started
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(data)
    if data.startswith(ole.SIGNATURE):
        return _in_ole(data)
    return _of_words(data) or _of_text(data, filename) or _by_magic(data)


def at_a_glance(data: bytes) -> str:
    """The media type by the first octets alone: nothing is opened, so nothing can burst."""
    glances = (*_STARTS, (b"PK", ZIP), (ole.SIGNATURE, "application/x-ole-storage"))
    return (
        next((kind for start, kind in glances if data.startswith(start)), _of_words(data))
        or UNKNOWN
    )


def _of_words(data: bytes) -> str | None:
    """PDF, RTF and encrypted mail, which begin with words of their own."""
    # Printers, gateways and scanners write lines before the PDF; readers look that far too.
    if b"%PDF-" in data[:1024]:
        return PDF
    if data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return RTF
    return LOCKED if smime.is_encrypted(data) else None


def _of_text(data: bytes, filename: str) -> str | None:
    """Which kind of text this is, or None when it is none."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf")
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:200].count(0) > len(head[:200]) // 4
    if not wide and (len(_TEXT_CONTROLS.findall(head)) > len(head) // 50 or b"\0" in head):
        return None
    if wide and not _is_wide_text(data[:4096]):
        return None
    if _PROGRAM_NAMES.search(filename):
        return SCRIPT
    if _SVG.match(head):
        return "image/svg+xml"
    if _HTML.match(head):
        return "text/html"
    return MAIL if looks_like_mail(data) else "text/plain"


def _is_wide_text(head: bytes) -> bool:
    """Whether every other octet being NUL makes readable text."""
    for charset in ("utf-16", "utf-16-le", "utf-16-be"):
        text = head[: len(head) // 2 * 2].decode(charset, "replace")
        plain = sum(char.isprintable() or char in "\r\n\t" for char in text)
        if plain > 0.95 * len(text) and "\ufffd" not in text[:-1]:
            return True
    return False


def _in_zip(data: bytes) -> str:
    """Which of the many formats that are ZIP files."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = set(archive.namelist()[:5000])
            if any(entry.endswith("vbaProject.bin") for entry in entries):
                return MACROS
            if "mimetype" in entries and not archive.getinfo("mimetype").flag_bits & 1:
                with archive.open("mimetype") as declared:
                    return _declared(declared.read(100))
    # zipfile answers broken archives with half a dozen kinds of error.
    except Exception:  # noqa: BLE001
        return ZIP
    if "META-INF/MANIFEST.MF" in entries and "word/document.xml" not in entries:
        return PROGRAM
    return next((kind for name, kind in _IN_ZIP if name in entries), ZIP)


def _declared(line: bytes) -> str:
    kind = line.decode("ascii", "replace").strip()
    return kind if re.fullmatch(r"[\w.+-]+/[\w.+-]+", kind) else ZIP


def _in_ole(data: bytes) -> str:
    """Which of the formats of old Office and Outlook."""
    streams = ole.names(data)
    if "EncryptedPackage" in streams:
        return LOCKED
    if "__properties_version1.0" in streams:
        return MSG
    if streams & {"VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "Macros"}:
        return MACROS
    for name, kind in (
        ("WordDocument", DOC),
        ("Workbook", "application/vnd.ms-excel"),
        ("Book", "application/vnd.ms-excel"),
        ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ):
        if name in streams:
            return kind
    return "application/x-ole-storage"


def _by_magic(data: bytes) -> str:
    try:
        found = puremagic.magic_string(data[:8192])
    # It raises its own error for the unknown, and others on short or odd input.
    except Exception:  # noqa: BLE001
        return UNKNOWN
    return next((one.mime_type for one in found if one.mime_type), UNKNOWN)
