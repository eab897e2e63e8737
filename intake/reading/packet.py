"""One answer between the sandbox's processes: what JSON can carry, and octets beside it.

Without the parsers: the daemon, which never loads them, unpacks answers too.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter


@dataclass(frozen=True)
class _Head:
    """What stands before the octets."""

    kind: str
    meta: Any
    sizes: list[int]


_HEAD = TypeAdapter(_Head)


def pack(kind: str, meta: object, blobs: Sequence[bytes] = ()) -> bytes:
    """One answer: its kind, what JSON can carry, and octets."""
    head = {"kind": kind, "meta": meta, "sizes": [len(blob) for blob in blobs]}
    encoded = json.dumps(head, ensure_ascii=False).encode("utf-8", "replace")
    return b"".join((len(encoded).to_bytes(8, "big"), encoded, *blobs))


def unpack(data: bytes) -> tuple[str, Any, tuple[bytes, ...]]:
    """The answer's kind, meta and octets.

    Raises:
        ValueError: it is cut off or not of this shape.
    """
    at = 8 + int.from_bytes(data[:8], "big")
    head = _HEAD.validate_json(data[8:at])
    if min(head.sizes, default=0) < 0 or at + sum(head.sizes) != len(data):
        raise ValueError("the answer is cut off")
    blobs = []
    for size in head.sizes:
        blobs.append(data[at : at + size])
        at += size
    return head.kind, head.meta, tuple(blobs)
