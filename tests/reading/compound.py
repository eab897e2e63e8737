"""Compound files (the shell of old Office files and Outlook messages), as small as can be."""

import struct
from dataclasses import dataclass
from typing import Union

_SECTOR = 512
_END, _NONE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_STORAGE, _STREAM, _ROOT = 1, 2, 5
Tree = dict[str, Union[bytes, "Tree"]]


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    child: int = _NONE
    after: int = _NONE
    start: int = _END

    def octets(self) -> bytes:
        name = self.name.encode("utf-16-le") + b"\0\0"
        head = name.ljust(64, b"\0") + struct.pack("<HBB", len(name), self.kind, 1)
        links = struct.pack("<III", _NONE, self.after, self.child)
        return head + links + b"\0" * 36 + struct.pack("<IQ", self.start, len(self.data))


def compound(tree: Tree) -> bytes:
    """A compound file with these streams and storages ([MS-CFB]); streams are padded to 4 KB."""
    entries = [_Entry("Root Entry", _ROOT)]
    _add(tree, entries[0], entries)
    directory_sectors = -(-len(entries) // 4)
    table, body = [_FAT, *_chain(1, directory_sectors)], b""
    for entry in entries:
        if entry.kind == _STREAM:
            entry.start = len(table)
            table += _chain(entry.start, -(-len(entry.data) // _SECTOR))
            body += entry.data.ljust(-(-len(entry.data) // _SECTOR) * _SECTOR, b"\0")
    assert len(table) <= _SECTOR // 4, "too large for one table"
    packed = struct.pack(f"<{len(table)}I", *table).ljust(_SECTOR, b"\xff")
    directory = b"".join(entry.octets() for entry in entries)
    return _header() + packed + directory.ljust(directory_sectors * _SECTOR, b"\0") + body


def _add(tree: Tree, parent: _Entry, entries: list[_Entry]) -> None:
    before = None
    for name, content in tree.items():
        if isinstance(content, bytes):
            entry = _Entry(name, _STREAM, content.ljust(4096, b"\0"))
        else:
            entry = _Entry(name, _STORAGE)
        if before is None:
            parent.child = len(entries)
        else:
            before.after = len(entries)
        entries.append(entry)
        before = entry
        if not isinstance(content, bytes):
            _add(content, entry, entries)


def _chain(start: int, length: int) -> list[int]:
    return [*range(start + 1, start + length), _END]


def _header() -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    return head + struct.pack("<I", 0) + b"\xff" * (108 * 4)
