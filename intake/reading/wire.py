"""What the sandbox's processes tell each other: JSON with raw octets beside it, never pickles.

A reader that was taken over by a hostile file can only say what these shapes can say.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from intake.reading.documents import Examined, Opened, Scanned
from intake.reading.extract import Part
from intake.triage.message import Document, Message


@dataclass(frozen=True)
class _Head:
    """What stands before the octets."""

    kind: str
    meta: Any
    sizes: list[int]


MESSAGE = TypeAdapter(Message)
DOCUMENT = TypeAdapter(Document)
_HEAD = TypeAdapter(_Head)
_NAMES = TypeAdapter(list[tuple[str, str, str]])


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


def pack_examined(found: Examined) -> bytes:
    """One step's result."""
    if isinstance(found, Opened):
        names = [(part.filename, part.declared_type, part.container) for part in found.parts]
        return pack("opened", names, [part.data for part in found.parts])
    if isinstance(found, Scanned):
        return pack("scanned", DOCUMENT.dump_python(found.document, mode="json"), found.pictures)
    return pack("document", DOCUMENT.dump_python(found, mode="json"))


def unpack_examined(data: bytes) -> Examined:
    """The same, on the other side.

    Raises:
        ValueError: it is cut off or not of the expected shape.
    """
    kind, meta, blobs = unpack(data)
    if kind == "opened":
        named = zip(_NAMES.validate_python(meta), blobs, strict=True)
        return Opened(
            tuple(Part(name, declared, blob, box) for (name, declared, box), blob in named)
        )
    document = DOCUMENT.validate_python(meta)
    return Scanned(document, blobs) if kind == "scanned" else document
