"""The files of a mail as they were sent, found without reading them."""

import hashlib
from collections.abc import Callable

from intake.reading import documents, filetype, mime
from intake.reading.body import Body
from intake.reading.describe import refused
from intake.reading.documents import Examined, Opened
from intake.reading.extract import Part, Unread
from intake.reading.limits import Budget
from intake.triage.message import Document, Unreadable

Opening = Callable[[Part, Budget], Examined]


def every(raw: bytes, budget: Budget, opening: Opening) -> dict[str, Part]:
    """Each content once, by its hash and in the mail's order: what is in containers, not they.

    Signatures and logos too: which of them are documents, their reading says.

    Args:
        opening: examines a container, and may run elsewhere.
    """
    found: dict[str, Part] = {}

    def examine(part: Part, budget: Budget) -> Examined:
        if filetype.media_type(part.data, part.filename) in documents.CONTAINERS:
            opened = opening(part, budget)
            if isinstance(opened, Opened):
                return opened
        found.setdefault(hashlib.sha256(part.data).hexdigest(), part)
        return refused(part, Unread(Unreadable.UNSUPPORTED))

    def read_part(part: Part) -> list[Document]:
        return list(documents.read_part(part, budget, examine, lambda scan: scan.document))

    mime.read_message(raw, read_part, lambda pieces, subject, own: Body())
    return found
