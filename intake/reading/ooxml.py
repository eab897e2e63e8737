"""Zipped XML, opened with care: what it unpacks to is known before anything is unpacked."""

import io
import zipfile
import zlib

from intake.reading.extract import Unread
from intake.triage.message import Unreadable

MAX_UNPACKED = 100 * 1024 * 1024
"""Octets that all members together may unpack to; a CV with photographs has some megabytes."""

MAX_XML = 20 * 1024 * 1024
"""Octets of one XML member: a document of a thousand pages stays below."""

# A damaged zip shows as any of these: a wrong sum, a short stream, an unknown method, a flag.
_DAMAGE = (KeyError, ValueError, OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)

MAX_MEMBERS = 2000
MAX_RATIO = 200
"""Times by which one member of more than a megabyte may grow; XML of a text grows by 5 to 20."""


def open_zip(data: bytes) -> zipfile.ZipFile:
    """A zip whose members are few and small enough to unpack.

    Raises:
        Unread: CORRUPT, ENCRYPTED, TOO_LARGE (more than the limits of this module).
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as broken:
        raise _corrupt() from broken
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise Unread(Unreadable.ENCRYPTED, "The file opens with a password only; ask for it.")
    if _is_bomb(members):
        raise Unread(Unreadable.TOO_LARGE, "The file unpacks to far more than a document needs.")
    return archive


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """One member, unpacked.

    Raises:
        Unread: CORRUPT when it is missing or damaged.
    """
    try:
        with archive.open(name) as stream:
            return stream.read(MAX_XML)
    except _DAMAGE as bad:
        raise _corrupt() from bad


def _is_bomb(members: list[zipfile.ZipInfo]) -> bool:
    if len(members) > MAX_MEMBERS or sum(one.file_size for one in members) > MAX_UNPACKED:
        return True
    return any(_is_swollen(one) for one in members)


def _is_swollen(one: zipfile.ZipInfo) -> bool:
    if one.filename.endswith(".xml") and one.file_size > MAX_XML:
        return True
    return one.file_size > 1 << 20 and one.file_size > MAX_RATIO * max(one.compress_size, 1)


def _corrupt() -> Unread:
    return Unread(Unreadable.CORRUPT, "The file is damaged or cut off; ask for it again.")
