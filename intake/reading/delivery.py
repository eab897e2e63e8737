"""The process of one delivery: takes the mail apart, and has each file read in one of its own."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pydantic import TypeAdapter

from intake.reading import (
    body,
    describe,
    documents,
    finding,
    formatted,
    mime,
    pictures,
    step,
    wire,
)
from intake.reading.body import Body
from intake.reading.confine import AddressSpace, Filters
from intake.reading.documents import Examined, Scanned
from intake.reading.extract import Part, Unread
from intake.reading.limits import MIB, Budget, Limits
from intake.reading.packet import pack
from intake.reading.walk import Piece
from intake.triage.message import Document, Unreadable

_BODY = TypeAdapter(Body)
_BODY_CPU = 5  # seconds; the text of a mail is short


class Delivery:
    """Reads one mail; each of its files in a child process.

    Args:
        filters: what the kernel refuses to each kind of child, None where it refuses nothing.
    """

    def __init__(self, limits: Limits, filters: Filters | None) -> None:
        self._limits = limits
        self._filters = filters
        self.space = AddressSpace()
        self._until = time.monotonic() + limits.delivery_wall
        self._budget = Budget()
        self._room = limits.result // 2

    def read(self, raw: bytes) -> bytes:
        """The Message in this mail, as JSON."""
        message = mime.read_message(raw, self._read_part, self._read_body)
        return wire.MESSAGE.dump_json(message)

    def read_document(self, filename: str, data: bytes) -> bytes:
        """The documents of one file that came by itself, as JSON."""
        return wire.DOCUMENTS.dump_json(list(self._read_part(Part(filename, "", data))))

    def files(self, raw: bytes) -> bytes:
        """The files of this mail with their octets, each content once: see `finding.every`."""
        found = self._files(raw)
        names = [(sha256, part.filename) for sha256, part in found.items()]
        return pack("files", names, [part.data for part in found.values()])

    def picture(self, raw: bytes, wanted: pictures.Wanted) -> bytes:
        """A page of a document as PNG; empty where there is none or it cannot be drawn."""
        data = self.document(raw, wanted.sha256)
        if not data:
            return b""
        try:
            filters = self._filters.document if self._filters else None
            work = lambda: pictures.draw(data, wanted.page, wanted.width)  # noqa: E731
            return step.run(work, self._share(filters))
        except Unread:
            return b""

    def document(self, raw: bytes, sha256: str) -> bytes:
        """The octets of one document of this mail; empty where there is none of that hash."""
        found = self._files(raw).get(sha256)
        return found.data if found else b""

    def formatted(self, raw: bytes) -> bytes:
        """The mail's HTML, made harmless; empty where it has none."""
        shown: list[bytes] = []

        def show(pieces: Sequence[Piece], subject: str, own: str) -> Body:
            shown.append(self._formatted(pieces))
            return Body()

        mime.read_message(raw, lambda part: (), show)
        return shown[0] if shown else b""

    def _files(self, raw: bytes) -> dict[str, Part]:
        return finding.every(raw, self._budget, self._examine)

    def _formatted(self, pieces: Sequence[Piece]) -> bytes:
        try:
            filters = self._filters.document if self._filters else None
            share = replace(self._share(filters), cpu=_BODY_CPU)
            return step.run(lambda: formatted.formatted(pieces).encode("utf-8", "replace"), share)
        except Unread:
            return b""

    def _read_part(self, part: Part) -> Iterable[Document]:
        for document in documents.read_part(part, self._budget, self._examine, self._recognise):
            yield self._within_room(document)

    def _within_room(self, document: Document) -> Document:
        """All texts of a mail together stay within what may be handed back."""
        self._room -= len(document.text.encode("utf-8", "replace"))
        if self._room >= 0:
            return document
        note = "The mail holds more text than is kept; a person must look."
        return replace(
            document, text="", readable=False, reason=Unreadable.TOO_LARGE, notes=(note,), kinds=()
        )

    def _examine(self, part: Part, budget: Budget) -> Examined:
        work = lambda: wire.pack_examined(documents.examine(part, budget))  # noqa: E731
        try:
            filters = self._filters.document if self._filters else None
            return wire.unpack_examined(step.run(work, self._share(filters)))
        except Unread as unread:
            return describe.refused(part, unread)
        except ValueError:
            note = "Its reader answered nonsense; open it with care."
            return describe.refused(part, Unread(Unreadable.UNSAFE, note))

    def _recognise(self, scanned: Scanned) -> Document:
        def work() -> bytes:
            return wire.DOCUMENT.dump_json(documents.recognise(scanned))

        try:
            filters = self._filters.recognition if self._filters else None
            return wire.DOCUMENT.validate_json(step.run(work, self._share(filters)))
        except (Unread, ValueError):
            note = "Its pictures could not be read in time; a person must look."
            return replace(scanned.document, notes=(note, *scanned.document.notes))

    def _read_body(self, pieces: Sequence[Piece], subject: str, own: str) -> Body:
        def work() -> bytes:
            return _BODY.dump_json(body.read(pieces, subject, own))

        try:
            filters = self._filters.document if self._filters else None
            share = replace(self._share(filters), cpu=_BODY_CPU)
            return _BODY.validate_json(step.run(work, share))
        except (Unread, ValueError):
            plain = "\n\n".join(piece.text for piece in pieces if piece.kind == "plain")
            return Body(text=body.as_found(plain))

    def _share(self, filters: object) -> step.Share:
        """What the next step may take of what is left."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise Unread(Unreadable.TIMED_OUT, "The mail as a whole took too long to read.")
        limits = self._limits
        return step.Share(
            memory=self.space() + limits.document_memory,
            cpu=limits.document_cpu,
            wall=min(limits.document_wall, left),
            answer=200 * MIB,
            open_files=limits.open_files,
            filters=filters,
        )
