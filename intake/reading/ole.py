"""What is in old Office and Outlook files (OLE compound files)."""

import io

import olefile

from intake.reading import names as tidy
from intake.reading import text
from intake.reading.extract import Extract, Part, Unread
from intake.reading.limits import Budget
from intake.triage.message import Unreadable

SIGNATURE = olefile.MAGIC
_ATTACHMENT = "__attach_version1.0_#"
# Property tags of [MS-OXPROPS]; a type follows: 001F Unicode text, 001E 8-bit text, 0102 octets.
_DATA, _LONG_NAME, _NAME, _TYPE, _BODY = "3701", "3707", "3704", "370E", "1000"


def names(data: bytes) -> frozenset[str]:
    """Every storage's and stream's own name; none where the file is damaged."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            paths = file.listdir(streams=True, storages=True)
            return frozenset(component for path in paths for component in path)
    # olefile answers damaged files with OSError, IndexError, struct.error, RecursionError ...
    except Exception:  # noqa: BLE001
        return frozenset()


def open_message(data: bytes, filename: str, budget: Budget) -> list[Part]:
    """The files attached to a saved Outlook message (.msg).

    Raises:
        Unread: CORRUPT when it cannot be taken apart; TOO_LARGE by the budget.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            storages = sorted({path[0] for path in file.listdir() if _is_attachment(path)})
            parts = [_attachment(file, storage, filename) for storage in storages]
    except Exception as damage:
        raise Unread(Unreadable.CORRUPT, "The saved message is damaged.") from damage
    found = [part for part in parts if part.data]
    for part in found:
        budget.take(len(part.data))
    return found


def message_text(data: bytes) -> Extract:
    """The text of a saved Outlook message.

    Raises:
        Unread: CORRUPT, or EMPTY where it has none.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            words = _words(file, "", _BODY)
    except Exception as damage:
        raise Unread(Unreadable.CORRUPT, "The saved message is damaged.") from damage
    if not words.strip():
        raise Unread(Unreadable.EMPTY, "The saved message has neither files nor words.")
    return Extract(text.clean(words))


def _is_attachment(path: list[str]) -> bool:
    return path[0].startswith(_ATTACHMENT)


def _attachment(file: olefile.OleFileIO, storage: str, filename: str) -> Part:
    name = _words(file, storage, _LONG_NAME) or _words(file, storage, _NAME)
    kind = _words(file, storage, _TYPE).lower()
    return Part(tidy.file_name(name), kind, _stream(file, storage, f"{_DATA}0102"), filename)


def _words(file: olefile.OleFileIO, storage: str, tag: str) -> str:
    wide = _stream(file, storage, f"{tag}001F")
    if wide:
        return wide.decode("utf-16-le", "replace").rstrip("\0")
    return text.decode(_stream(file, storage, f"{tag}001E").rstrip(b"\0"))


def _stream(file: olefile.OleFileIO, storage: str, tag: str) -> bytes:
    path = [*([storage] if storage else []), f"__substg1.0_{tag}"]
    return bytes(file.openstream(path).read()) if file.exists(path) else b""
