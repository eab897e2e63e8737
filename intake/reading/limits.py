"""How much of a mail is read at most: every limit of the sandbox, in one place."""

import re
from dataclasses import dataclass

from intake.reading.extract import Unread
from intake.triage.message import Unreadable

MIB = 1 << 20

_MARKS = re.compile(
    rb"^--([^\r\n]{1,200})"
    rb'|^content-type:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*?boundary\s*=\s*"?([^"\r\n;]+)',
    re.IGNORECASE | re.MULTILINE,
)
_HEADER_END = re.compile(rb"\r?\n\r?\n|\r\r")


@dataclass(frozen=True)
class Limits:
    """What reading one delivery may take.

    Attributes:
        document_memory: octets a document's process may take beyond the warm parsers'.
        document_cpu: seconds of processor time for one document.
        document_wall: seconds by the clock for one document.
        delivery_memory: as document_memory, for the process that takes the mail apart.
        delivery_cpu: as document_cpu, without the documents' own.
        delivery_wall: seconds by the clock for a whole mail; documents that are not reached
            by then are `timed_out`.
        result: octets of what comes back for one mail.
        files: octets of a mail's files, where they are asked for themselves.
        mail: octets of a mail that is opened at all.
        open_files: files a process may hold open.
    """

    document_memory: int = 352 * MIB
    document_cpu: int = 20
    document_wall: float = 30.0
    delivery_memory: int = 1024 * MIB
    delivery_cpu: int = 60
    delivery_wall: float = 180.0
    result: int = 48 * MIB
    files: int = 200 * MIB
    mail: int = 100 * MIB
    open_files: int = 64


class Budget:
    """What the containers of one mail may unfold to, all together.

    Args:
        files: how many files.   unpacked: how many octets.
        depth: how many containers within containers.
        ratio: how many times its packed size one file may unfold to.
    """

    def __init__(
        self, files: int = 300, unpacked: int = 150 * MIB, depth: int = 4, ratio: int = 200
    ) -> None:
        self.files = files
        self.unpacked = unpacked
        self.depth = depth
        self.ratio = ratio

    def take(self, octets: int) -> None:
        """Spend one file of this size.

        Raises:
            Unread: `too_large`, when the mail holds more than it may.
        """
        self.files -= 1
        self.unpacked -= octets
        if self.files < 0:
            raise Unread(Unreadable.TOO_LARGE, "It holds more files than one mail may hold.")
        if self.unpacked < 0:
            raise Unread(Unreadable.TOO_LARGE, "It unfolds to more than one mail may hold.")


def header_end(raw: bytes) -> int:
    """Where the header block of a mail ends (the mail's length when it has no body)."""
    found = _HEADER_END.search(raw)
    return found.start() if found else len(raw)


def excess(raw: bytes) -> str | None:
    """Why this mail is not taken apart, in plain words, or None when it may be.

    A mail of too many or too deeply nested parts, or with an outsized header, is made to
    exhaust whoever reads it; a person's mail program makes none of that kind.
    """
    end = header_end(raw)
    if end > MIB:
        return "its header is larger than a megabyte"
    if raw.count(b"\n", 0, end) > 2000:
        return "its header has more than 2,000 lines"
    return _excess_of_parts(raw)


def _excess_of_parts(raw: bytes) -> str | None:
    """Count boundaries as they open and close, without building anything."""
    open_now: list[bytes] = []
    parts = 0
    for mark in _MARKS.finditer(raw):
        line, declared = mark.group(1), mark.group(2)
        if declared is not None:
            open_now.append(declared.strip())
            if len(open_now) > 50:
                return "its parts are nested more than 50 deep"
        elif (level := _level(open_now, line.rstrip())) is not None:
            parts += 1
            del open_now[level + 1 :]
        if parts > 1000:
            return "it has more than 1,000 parts"
    return None


def _level(open_now: list[bytes], line: bytes) -> int | None:
    """The innermost open multipart whose boundary this line is."""
    for level in range(len(open_now) - 1, -1, -1):
        if line in (open_now[level], open_now[level] + b"--"):
            return level
    return None
