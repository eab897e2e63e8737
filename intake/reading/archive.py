"""ZIP files, opened within a budget."""

import io
import zipfile

from intake.reading import names
from intake.reading.extract import Part, Unread
from intake.reading.limits import Budget
from intake.triage.message import Unreadable

_SMALL = 1 << 20  # a small file may be packed as tightly as it likes
_LEFT_BY_SYSTEMS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def open(data: bytes, filename: str, budget: Budget) -> list[Part]:
    """The files in a ZIP file.

    Raises:
        Unread: ENCRYPTED, CORRUPT, EMPTY, or TOO_LARGE by count, size or ratio.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if _is_file(entry)]
            _measure(entries, budget)
            parts = [_part(archive, entry, filename, budget) for entry in entries]
    except Unread:
        raise
    # zipfile answers broken archives with BadZipFile, zlib.error, struct.error, EOFError,
    # NotImplementedError, OverflowError and more; all say that it cannot be opened.
    except Exception as damage:
        raise Unread(Unreadable.CORRUPT, "The ZIP file is damaged or cut off.") from damage
    if not parts:
        raise Unread(Unreadable.EMPTY, "The ZIP file holds no files.")
    return parts


def _is_file(entry: zipfile.ZipInfo) -> bool:
    return not entry.is_dir() and not any(name in entry.filename for name in _LEFT_BY_SYSTEMS)


def _measure(entries: list[zipfile.ZipInfo], budget: Budget) -> None:
    """Refuse by what the directory says, before anything is unpacked."""
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unread(Unreadable.ENCRYPTED, "The ZIP file opens with a password only; ask for it.")
    if len(entries) > budget.files or sum(e.file_size for e in entries) > budget.unpacked:
        raise Unread(Unreadable.TOO_LARGE, "The ZIP file unfolds to more than one mail may hold.")
    for entry in entries:
        if entry.file_size > max(_SMALL, budget.ratio * max(entry.compress_size, 1)):
            raise Unread(Unreadable.TOO_LARGE, "The ZIP file is packed to burst its reader.")


def _part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, filename: str, budget: Budget) -> Part:
    # The directory may lie about the size, so no more is unpacked than it says.
    with archive.open(entry) as packed:
        data = packed.read(entry.file_size + 1)
    budget.take(len(data))
    return Part(names.file_name(_name(entry)), "", data, filename or "archive.zip")


def _name(entry: zipfile.ZipInfo) -> str:
    """The name in the charset it was written in: old programs do not say which."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        octets = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return entry.filename
