"""What the sandbox's processes tell each other: JSON with raw octets beside it, never pickles.

A reader that was taken over by a hostile file can only say what these shapes can say.
"""

import json
from collections.abc import Sequence

from pydantic import TypeAdapter

from intake.reading.documents import Examined, Opened, Scanned
from intake.reading.extract import Part
from intake.triage.message import Document, Message

MESSAGE = TypeAdapter(Message)
DOCUMENT = TypeAdapter(Document)
_BODY = TypeAdapter(dict[str, object])


def pack(kind: str, meta: object, blobs: Sequence[bytes] = ()) -> bytes:
    """One answer: its kind, what JSON can carry, and octets."""
    head = {"kind": kind, "meta": meta, "sizes": [len(blob) for blob in blobs]}
    encoded = json.dumps(head, ensure_ascii=False).encode("utf-8", "replace")
    return b"".join((len(encoded).to_bytes(8, "big"), encoded, *blobs))


def unpack(data: bytes) -> tuple[str, object, list[bytes]]:
    """The answer's kind, meta and octets.

    Raises:
        ValueError: it is cut off or not of this shape.
    """
    length = int.from_bytes(data[:8], "big")
    head = _BODY.validate_json(data[8 : 8 + length])
    sizes, blobs, at = head["sizes"], [], 8 + length
    if not isinstance(sizes, list) or sum(sizes) != len(data) - at:
        raise ValueError("the answer is cut off")
    for size in sizes:
        blobs.append(data[at : at + size])
        at += size
    return str(head["kind"]), head["meta"], blobs


def pack_examined(found: Examined) -> bytes:
    """One step's result."""
    if isinstance(found, Opened):
        meta = [[part.filename, part.declared_type, part.container] for part in found.parts]
        return pack("opened", meta, [part.data for part in found.parts])
    if isinstance(found, Scanned):
        return pack("scanned", DOCUMENT.dump_python(found.document, mode="json"), found.pictures)
    return pack("document", DOCUMENT.dump_python(found, mode="json"))


def unpack_examined(data: bytes) -> Examined:
    """The same, on the other side.

    Raises:
        ValueError: it is cut off or not of the expected shape.
    """
    kind, meta, blobs = unpack(data)
    if kind == "opened" and isinstance(meta, list):
        return Opened(
            tuple(Part(*names[:2], blob, names[2]) for names, blob in zip(meta, blobs, strict=True))
        )
    document = DOCUMENT.validate_python(meta)
    return Scanned(document, tuple(blobs)) if kind == "scanned" else document
