"""What people look at of a stored mail, beside its reading: pages, originals, formatted text."""

from pathlib import Path
from typing import Protocol, runtime_checkable

from intake.errors import UnknownId
from intake.jobs.bench import Bench
from intake.reading.sandbox import SavedFile
from intake.store import rows
from intake.store.engine import reading
from intake.store.rows import MessageRow
from intake.triage.message import Document


@runtime_checkable
class Viewer(Protocol):
    """Opens hostile mail to be looked at: the sandbox."""

    def picture(self, raw: Path, sha256: str, page: int, width: int) -> bytes:
        """A page (from 0) as PNG; empty where there is none to show."""
        ...

    def document(self, raw: Path, sha256: str) -> bytes:
        """A document's octets; empty where the mail has none of that hash."""
        ...

    def files(self, raw: Path) -> list[SavedFile]:
        """Its files, documents or not, each content once."""
        ...

    def formatted(self, raw: Path) -> str:
        """The mail's HTML, made harmless; empty where it has none."""
        ...


def picture(bench: Bench, delivery: int, sha256: str, page: int, width: int) -> bytes:
    """One page of a document of a mail, as PNG; page 0 is the first.

    Raises:
        UnknownId: there is no such mail, document or page, or it cannot be shown.
        ReadingFailed, SandboxUnavailable: the sandbox gave no answer.
    """
    row = _row(bench, delivery)
    _document_in(row, sha256)
    found = _viewer(bench).picture(_raw(bench, row), sha256, page, width)
    if not found:
        raise UnknownId("There is no such page to show.", "Read the text, or save the file.")
    return found


def document(bench: Bench, delivery: int, sha256: str) -> Document:
    """What is known of a document of a mail.

    Raises:
        UnknownId: there is no such mail, or no such document in it.
    """
    return _document_in(_row(bench, delivery), sha256)


def original(bench: Bench, delivery: int, sha256: str) -> bytes:
    """A document's own octets.

    Raises:
        UnknownId, ReadingFailed, SandboxUnavailable: as `picture`.
    """
    row = _row(bench, delivery)
    known = _document_in(row, sha256)
    if known.in_body:
        return known.text.encode("utf-8", "replace")
    return _viewer(bench).document(_raw(bench, row), sha256)


def files(bench: Bench, row: MessageRow) -> dict[str, bytes]:
    """The octets of all files of a mail, by their hash.

    Raises:
        FileNotFoundError: the mail's bytes are not in the store, or not as they were.
        ReadingFailed, SandboxUnavailable: as `picture`.
    """
    if row.sha256 is None or not bench.files.is_whole(row.sha256):
        raise FileNotFoundError(f"m{row.id}")
    found = _viewer(bench).files(bench.files.path(row.sha256))
    return {one.sha256: one.data for one in found}


def formatted(bench: Bench, delivery: int) -> str:
    """A mail's HTML, made harmless; empty where it has none.

    Raises:
        UnknownId, ReadingFailed, SandboxUnavailable: as `picture`.
    """
    return _viewer(bench).formatted(_raw(bench, _row(bench, delivery)))


def _row(bench: Bench, delivery: int) -> MessageRow:
    with reading(bench.engine) as session:
        return rows.message(session, delivery)


def _document_in(row: MessageRow, sha256: str) -> Document:
    for one in row.message.documents if row.message else ():
        if one.sha256 == sha256:
            return one
    raise UnknownId(f"m{row.id} holds no such document.", "Load its page again.")


def _raw(bench: Bench, row: MessageRow) -> Path:
    if row.sha256 is None:
        raise UnknownId(f"m{row.id} could not be fetched.", "There is nothing of it to show.")
    return bench.files.path(row.sha256)


def _viewer(bench: Bench) -> Viewer:
    if not isinstance(bench.reader, Viewer):
        raise TypeError("this reader shows nothing")
    return bench.reader
