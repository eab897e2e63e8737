"""Files that old programs write straight into the text of a mail (uuencode)."""

import binascii
import re

from intake.reading import names

_BLOCK = re.compile(
    r"^begin(?:-base64)? [0-7]{3,4} ([^\r\n]{1,200})\r?\n(.*?)^(?:end|={4})[ \t]*\r?$",
    re.MULTILINE | re.DOTALL,
)


def split(text: str) -> tuple[str, list[tuple[str, bytes]]]:
    """The text without its uuencoded files, and the files: (name, octets)."""
    if "begin" not in text:
        return text, []
    files = []
    for block in _BLOCK.finditer(text):
        data = _base64(block) if block.group(0).startswith("begin-base64") else _uu(block.group(2))
        if data:
            files.append((names.file_name(block.group(1)), data))
    return (_BLOCK.sub("", text) if files else text), files


def _base64(block: "re.Match[str]") -> bytes:
    try:
        return binascii.a2b_base64(block.group(2))
    except (binascii.Error, ValueError):
        return b""


def _uu(lines: str) -> bytes:
    """Decode line by line; a line that some gateway shortened keeps what it says."""
    return b"".join(_line(line) for line in lines.splitlines())


def _line(line: str) -> bytes:
    try:
        octets = line.encode("latin-1")
        length = (octets[0] - 32) & 63 if octets else 0
        return binascii.a2b_uu(octets[: 1 + (length + 2) // 3 * 4])
    except (binascii.Error, ValueError, IndexError):
        return b""
