"""What the sandbox's processes tell each other: JSON with raw octets beside it, never pickles.

A reader that was taken over by a hostile file can only say what these shapes can say.
"""

from pydantic import TypeAdapter

from intake.reading.documents import Examined, Opened, Scanned
from intake.reading.extract import Part
from intake.reading.packet import pack, unpack
from intake.triage.message import Document, Message

MESSAGE = TypeAdapter(Message)
DOCUMENT = TypeAdapter(Document)
DOCUMENTS = TypeAdapter(list[Document])
_NAMES = TypeAdapter(list[tuple[str, str, str]])


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
