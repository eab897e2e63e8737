"""One document of a mail by its hash, found without reading the others."""

import hashlib
from collections.abc import Callable

from intake.reading import documents, filetype, mime
from intake.reading.body import Body
from intake.reading.describe import refused
from intake.reading.documents import Examined
from intake.reading.extract import Part, Unread
from intake.reading.limits import Budget
from intake.triage.message import Document, Unreadable

Opening = Callable[[Part, Budget], Examined]


def octets_of(raw: bytes, sha256: str, budget: Budget, opening: Opening) -> bytes | None:
    """The octets of a document; None where the mail holds none of that hash.

    Args:
        opening: examines a container, and may run elsewhere.
    """
    found: list[bytes] = []

    def examine(part: Part, budget: Budget) -> Examined:
        if found or hashlib.sha256(part.data).hexdigest() == sha256:
            found.append(part.data)
        elif filetype.media_type(part.data, part.filename) in documents.CONTAINERS:
            return opening(part, budget)
        return refused(part, Unread(Unreadable.UNSUPPORTED))

    def read_part(part: Part) -> list[Document]:
        return list(documents.read_part(part, budget, examine, lambda scan: scan.document))

    mime.read_message(raw, read_part, lambda pieces, subject, own: Body())
    return found[0] if found else None
