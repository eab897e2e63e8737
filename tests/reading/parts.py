"""Reading a mail's structure without reading its files."""

from hashlib import sha256

from intake.reading import mime
from intake.reading.extract import Part
from intake.triage.message import Document, Message


def listed(part: Part) -> list[Document]:
    """A part as a document, unread."""
    return [
        Document(
            filename=part.filename,
            media_type=part.declared_type,
            sha256=sha256(part.data).hexdigest(),
            size=len(part.data),
            container=part.container,
        )
    ]


def take_apart(raw: bytes) -> Message:
    """The message in these octets, its files listed and not read."""
    return mime.read_message(raw, listed)


def files(raw: bytes) -> list[Document]:
    """The files found in a mail."""
    return [document for document in take_apart(raw).documents if not document.in_body]


def file_names(raw: bytes) -> list[str]:
    """Their names."""
    return [document.filename for document in files(raw)]
