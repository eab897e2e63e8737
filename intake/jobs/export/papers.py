"""The current documents of a vacancy's applications as one ZIP, made while it is read.

Mails are opened in the sandbox alone. A document that is unsafe or broken is not in the ZIP: the
README in it names each, with the reason and with its mail, where it can be had.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from functools import partial
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from intake.jobs import viewing
from intake.jobs.bench import Bench, Progress, no_progress
from intake.jobs.export.lines import Asker, Line, begin, lines
from intake.outbox.pack import tell
from intake.reading.sandbox import ReadingFailed
from intake.store import rows
from intake.store.engine import reading
from intake.store.rows import MessageRow
from intake.triage.message import Document, Unreadable
from intake.triage.names import numbered, receipt_name
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Outcome

SOUND = (None, Unreadable.NO_TEXT, Unreadable.ENCRYPTED)
"""What goes in: a scan, or a file with a password, is for people to read."""

README = "README.txt"


@dataclass(frozen=True)
class Left:
    """Something that a person should know of a document, or of a whole application.

    Attributes:
        ref: `m12`, or `a7` for all documents of an application.
        why: `aside`, `hidden`, `gone`, `unread`, or why it could not be read.
        inside: it is in the ZIP all the same.
    """

    ref: str
    filename: str
    why: str
    inside: bool = False


@dataclass(frozen=True)
class Contents:
    """What the README tells."""

    vacancy: Vacancy
    made_at: datetime
    made_by: str
    applications: int
    documents: int
    left: tuple[Left, ...]


def papers(
    bench: Bench,
    vacancy: str,
    asker: Asker,
    *,
    language: str,
    zone: tzinfo,
    chosen: Sequence[int] | None = None,
    progress: Progress = no_progress,
) -> Iterator[bytes]:
    """The ZIP, piece by piece; at most one mail of it is in memory.

    Args:
        language, zone: of the README, `en` or `fr`.
        chosen: only these applications; None for all.
        progress: told how many applications are done.

    Raises:
        WrongUse: the configuration has no such vacancy (at once).
        SandboxUnavailable: mails cannot be opened (while it is made).
    """
    numbers = begin(bench, vacancy, asker, "zip", chosen)
    made = _Making(bench, bench.vacancy(vacancy), asker, bench.clock().astimezone(zone))
    return made.run(numbers, partial(tell, "papers", language, zone), progress)


@dataclass
class _Making:
    bench: Bench
    vacancy: Vacancy
    asker: Asker
    at: datetime
    outlet: "_Outlet" = field(default_factory=lambda: _Outlet())
    left: list[Left] = field(default_factory=list)
    taken: set[str] = field(default_factory=lambda: {README.casefold()})
    documents: int = 0

    def run(
        self, numbers: Sequence[int], say: Callable[[Contents], str], progress: Progress
    ) -> Iterator[bytes]:
        with ZipFile(self.outlet, "w", ZIP_DEFLATED) as archive:
            asked = lines(self.bench, self.vacancy.id, self.asker, numbers)
            for done, line in enumerate(asked, 1):
                for name, data in self._of(line):
                    archive.writestr(self._entry(name), data)
                    self.documents += 1
                    yield self.outlet.flow()
                progress(done, len(numbers))
            archive.writestr(self._entry(README), say(self._contents(len(numbers))))
        yield self.outlet.flow()

    def _of(self, line: Line) -> Iterator[tuple[str, bytes]]:
        """The documents of one application, each under its name."""
        value, ref = line.row.application, f"a{line.row.id}"
        if not value.documents:
            return
        if line.aside or not line.named:
            self.left.append(Left(ref, "", "aside" if line.aside else "hidden"))
            return
        with reading(self.bench.engine) as session:
            mails = rows.some(session, value.messages)
        for mail, documents in _by_mail(value.documents, mails):
            for document, data in self._opened(mail, documents):
                yield self._name(mail.id, value.candidate.name, document), data

    def _opened(
        self, mail: MessageRow, documents: Sequence[Document]
    ) -> Iterator[tuple[Document, bytes]]:
        """Those that can be given, and their octets; what is to be told of others is kept."""
        ref = f"m{mail.id}"
        sound = [one for one in documents if one.reason in SOUND]
        attached = any(not one.in_body for one in sound)
        files, why = self._files(mail) if attached else ({}, "")
        for one in documents:
            data = one.text.encode("utf-8", "replace") if one.in_body else files.get(one.sha256)
            if one.reason in SOUND and data is not None:
                yield one, data
            if one.reason is not None or data is None:
                inside = one.reason in SOUND and data is not None
                self.left.append(Left(ref, one.filename, str(one.reason or why), inside))

    def _files(self, mail: MessageRow) -> tuple[dict[str, bytes], str]:
        """What its reader gives, and why a document that is not among it is missing."""
        try:
            return viewing.files(self.bench, mail), "unread"
        except ReadingFailed:
            return {}, "unread"
        except FileNotFoundError:
            return {}, "gone"

    def _name(self, mail: int, person: str, document: Document) -> str:
        kind = document.kinds[0] if document.kinds else "document"
        given = document.filename or f"{kind}{'.txt' if document.in_body else ''}"
        free = numbered(receipt_name(mail, person, given))
        name = next(one for one in free if one.casefold() not in self.taken)
        self.taken.add(name.casefold())  # some systems do not tell A from a
        return name

    def _entry(self, name: str) -> ZipInfo:
        entry = ZipInfo(name, self.at.timetuple()[:6])
        entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
        return entry

    def _contents(self, applications: int) -> Contents:
        left = tuple(self.left)
        return Contents(self.vacancy, self.at, self.asker.who, applications, self.documents, left)


def _by_mail(
    documents: Iterable[Document], mails: Sequence[MessageRow]
) -> Iterator[tuple[MessageRow, Sequence[Document]]]:
    """The documents by the mail that brought them: the first that counts, so that each is once."""
    counting = sorted(mails, key=lambda one: one.outcome is not Outcome.FILED)
    wanted = {one.sha256: one for one in documents}
    for mail in counting:
        held = [one.sha256 for one in mail.message.documents] if mail.message else []
        mine = [wanted.pop(sha256) for sha256 in held if sha256 in wanted]
        if mine:
            yield mail, mine


class _Outlet(io.RawIOBase):
    """What the ZIP is written to; emptied as it flows out."""

    def __init__(self) -> None:
        super().__init__()
        self._kept = bytearray()

    def writable(self) -> bool:
        """It is; and it cannot be gone back in."""
        return True

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        """Keep some bytes until they are taken."""
        self._kept += data
        return len(data)

    def flow(self) -> bytes:
        """What has been written since the last time."""
        flowing = bytes(self._kept)
        self._kept.clear()
        return flowing
