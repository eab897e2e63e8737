"""winmail.dat: what some Exchange servers send in place of attachments (MS-OXTNEF)."""

import struct
from collections.abc import Sequence

SIGNATURE = 0x223E9F78
MESSAGE, ATTACHMENT = 1, 2
MESSAGE_CLASS, RENDER, TITLE, DATA = 0x00078008, 0x00069002, 0x00018010, 0x0006800F


def winmail(files: Sequence[tuple[str, bytes]]) -> bytes:
    """A TNEF stream that holds the files."""
    stream = struct.pack("<IH", SIGNATURE, 0x0001)
    stream += _attribute(MESSAGE, MESSAGE_CLASS, b"IPM.Note\x00")
    for name, data in files:
        stream += _attribute(ATTACHMENT, RENDER, struct.pack("<HIHHI", 1, 0xFFFFFFFF, 0, 0, 0))
        stream += _attribute(ATTACHMENT, TITLE, name.encode("cp1252", "replace") + b"\x00")
        stream += _attribute(ATTACHMENT, DATA, data)
    return stream


def _attribute(level: int, identity: int, data: bytes) -> bytes:
    checksum = sum(data) & 0xFFFF
    return struct.pack("<BII", level, identity, len(data)) + data + struct.pack("<H", checksum)
