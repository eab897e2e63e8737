"""What passes between the readers of formats: the text of a file, a refusal, a part of a mail."""

from dataclasses import dataclass

from intake.triage.message import Unreadable

MAX_TEXT = 1_000_000
"""Characters of one document's text that are kept."""


@dataclass(frozen=True)
class Extract:
    """What a reader found in a file.

    Attributes:
        text: the words, in reading order.
        pages: where the format has pages, else None.
        notes: what a person should know, in plain words ("the file holds macros", ...).
        pictures: pages of it that are pictures without words, each as PNG bytes, in order, for
            the reader of pictures; what is said of them unread is then the first of the notes.
    """

    text: str
    pages: int | None = None
    notes: tuple[str, ...] = ()
    pictures: tuple[bytes, ...] = ()


class Unread(Exception):
    """A file that could not be read.

    Args:
        reason: the contract's word for it.
        note: what a person should know or do, in one plain sentence.
        pictures: where there is no text but there are pages: each page as PNG bytes, in order,
            for the reader of pictures. Only readers that may run longest set this.
        pages: where the format has pages and they could be counted, else None.
    """

    def __init__(
        self,
        reason: Unreadable,
        note: str = "",
        pictures: tuple[bytes, ...] = (),
        pages: int | None = None,
    ) -> None:
        super().__init__(f"{reason.value}: {note}" if note else reason.value)
        self.reason = reason
        self.note = note
        self.pictures = pictures
        self.pages = pages


@dataclass(frozen=True)
class Part:
    """A possible document: what a mail or a container holds.

    Attributes:
        filename: decoded for display: no path, no control characters; may be empty.
        declared_type: the media type that the mail claims, folded; never believed.
        data: the decoded bytes.
        container: the file it was found in ("cvs.zip", "winmail.dat"), or empty.
    """

    filename: str
    declared_type: str
    data: bytes
    container: str = ""
