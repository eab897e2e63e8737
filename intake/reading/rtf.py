"""Words out of RTF.  [only importer of striprtf]"""

from striprtf.striprtf import rtf_to_text

from intake.reading.extract import MAX_TEXT, Extract, Unread
from intake.reading.text import clean
from intake.triage.message import Unreadable

_MAX_RTF = 30 * 1024 * 1024


def read(data: bytes) -> Extract:
    """The words of an RTF file; headers and footers are not among them.

    Raises:
        Unread: TOO_LARGE, CORRUPT, EMPTY.
    """
    if len(data) > _MAX_RTF:
        raise Unread(Unreadable.TOO_LARGE, "The file is too large to be read; a person must look.")
    try:
        text = clean(_plain(data.decode("latin-1"))[:MAX_TEXT])
    # striprtf answers broken files with IndexError, ValueError, LookupError and more.
    except Exception as broken:
        raise Unread(Unreadable.CORRUPT, "The file is damaged; ask for it again.") from broken
    if not text:
        raise Unread(Unreadable.EMPTY, "The file has no words in it.")
    return Extract(text)


def _plain(rtf: str) -> str:
    return str(rtf_to_text(rtf, errors="replace"))  # type: ignore[no-untyped-call]
