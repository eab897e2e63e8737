"""A mailbox in memory that can misbehave, a reader that needs no sandbox, and mails to put in."""

import email
import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from types import TracebackType
from typing import Self

from intake.errors import FolderMissing, IntakeError, MailboxUnreachable
from intake.jobs.bench import Bench, Inbox
from intake.jobs.poll import Polled, poll
from intake.mailbox.source import Envelope, Fetched, Listing, NotFetched, Source
from intake.reading.sandbox import ReadingFailed
from intake.store import audit, invariants, rows
from intake.store.engine import Engine, reading
from intake.store.files import Files
from intake.store.rows import ApplicationRow, MessageRow
from intake.triage.message import Address, Document, DocumentKind, Hop, Message
from intake.triage.vacancy import Deadline, Vacancy

CUTOFF = datetime(2026, 2, 8, 23, 0, tzinfo=UTC)
BEFORE = CUTOFF - timedelta(days=3)
AFTER = CUTOFF + timedelta(hours=8)

VACANCY = Vacancy(
    id="tosci",
    title="Technical Officer",
    mailbox="tosci@example.org",
    deadline=Deadline(CUTOFF, sentence="no later than 8 February 2026, midnight CET"),
)


@dataclass
class Clock:
    """Stands still until it is told otherwise; each look at it takes a millisecond."""

    now: datetime = BEFORE

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


@dataclass
class Stored:
    """One mail on the server."""

    raw: bytes
    internal: datetime | None


@dataclass
class Box:
    """One folder on the server."""

    uidvalidity: int = 1
    uidnext: int = 1
    mails: dict[int, Stored] = field(default_factory=dict)
    junk: bool = False

    def add(self, raw: bytes, internal: datetime | None = BEFORE) -> int:
        uid = self.uidnext
        self.mails[uid] = Stored(raw, internal)
        self.uidnext += 1
        return uid

    def count_anew(self) -> None:
        """What a server does after a restore: the same mails under other numbers."""
        mails = list(self.mails.values())
        self.uidvalidity += 1
        self.uidnext = 1
        self.mails = {}
        for mail in mails:
            self.add(mail.raw, mail.internal)


@dataclass
class Server:
    """A mailbox that can misbehave; `before_fetch` runs once, as a colleague may act."""

    boxes: dict[str, Box] = field(default_factory=lambda: {"INBOX": Box()})
    down: IntakeError | None = None
    hides: set[int] = field(default_factory=set)
    refuses: set[int] = field(default_factory=set)
    breaks_on: set[int] = field(default_factory=set)
    before_fetch: Callable[[], None] | None = None
    fetched: list[int] = field(default_factory=list)

    @property
    def inbox(self) -> Box:
        return self.boxes["INBOX"]

    def open(self) -> Source:
        if self.down is not None:
            raise self.down
        return MemorySource(self)


@dataclass
class MemorySource:
    server: Server

    @property
    def folders(self) -> tuple[str, ...]:
        return tuple(self.server.boxes)

    @property
    def alerts(self) -> tuple[str, ...]:
        return ()

    def list(self, folder: str) -> Listing:
        if folder not in self.server.boxes:
            raise FolderMissing(f"There is no folder {folder}.")
        box = self.server.boxes[folder]
        uids = frozenset(box.mails) - self.server.hides
        return Listing(folder, box.uidvalidity, box.uidnext, uids, box.junk)

    def describe(self, folder: str, uids: Collection[int]) -> Iterator[Envelope]:
        for uid in sorted(uids):
            mail = self.server.boxes[folder].mails.get(uid)
            if mail is not None:
                raw = "" if mail.internal is None else f"{mail.internal:%d-%b-%Y %H:%M:%S %z}"
                yield Envelope(uid, len(mail.raw), mail.internal, raw)

    def fetch(self, folder: str, envelopes: Iterable[Envelope]) -> Iterator[Fetched | NotFetched]:
        if self.server.before_fetch is not None:
            self.server.before_fetch()
            self.server.before_fetch = None
        for envelope in envelopes:
            yield self._one(folder, envelope.uid)

    def _one(self, folder: str, uid: int) -> Fetched | NotFetched:
        self.server.fetched.append(uid)
        if uid in self.server.breaks_on:
            raise MailboxUnreachable("The connection broke.")
        if uid in self.server.refuses:
            return NotFetched(uid, "The server would not hand it over.")
        mail = self.server.boxes[folder].mails.get(uid)
        if mail is None:
            return NotFetched(uid, "It is no longer there.", gone=True)
        return Fetched(uid, [mail.raw[:100], mail.raw[100:]])

    def close(self) -> None:
        """Nothing to close."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


@dataclass
class PlainReader:
    """Believes what a mail says. By subject: `deadly` mail kills its reader, `faulty` mail shows a
    fault of ours, and mail in `dies_of` ends the whole process; `ids` gives Message-IDs.
    """

    deadly: set[str] = field(default_factory=set)
    faulty: set[str] = field(default_factory=set)
    dies_of: set[str] = field(default_factory=set)
    ids: dict[str, str] = field(default_factory=dict)
    read_count: int = 0

    def read(self, raw: Path) -> Message:
        self.read_count += 1
        mail = email.message_from_bytes(raw.read_bytes())
        subject = str(mail["Subject"])
        if subject in self.deadly:
            raise ReadingFailed("its reader used too much memory")
        if subject in self.dies_of:
            raise KeyboardInterrupt
        if subject in self.faulty:
            raise ZeroDivisionError(subject)
        return Message(
            sender=Address("", str(mail["From"])),
            subject=subject,
            message_id=self.ids.get(subject, str(mail["Message-ID"] or "")),
            in_reply_to=tuple(str(mail["In-Reply-To"] or "").split()),
            content_hash=hashlib.sha256(
                b"".join(line for line in raw.read_bytes().splitlines() if b"Received:" not in line)
            ).hexdigest(),
            documents=tuple(_document(part) for part in mail.walk() if part.get_filename()),
            hops=tuple(_hop(line) for line in mail.get_all("Received", [])),
            body="",
        )


def _document(part: "email.message.Message[str, str]") -> Document:
    data = part.get_payload(decode=True)
    assert isinstance(data, bytes)
    kind = DocumentKind.CV if "cv" in str(part.get_filename()) else DocumentKind.MOTIVATION_LETTER
    return Document(
        str(part.get_filename()),
        "text/plain",
        hashlib.sha256(data).hexdigest(),
        len(data),
        kinds=(kind,),
        text=data.decode(),
    )


def _hop(line: str) -> Hop:
    """`by HOST from HOST; ISO stamp`."""
    names, _, stamp = line.partition(";")
    _, by, _, source = names.split()
    return Hop(by, (source,), "", datetime.fromisoformat(stamp.strip()), line)


def mail(
    who: str = "ada@example.org",
    subject: str = "Application",
    files: Collection[str] = ("cv.txt", "letter.txt"),
    received: str = "",
    answers: str = "",
) -> bytes:
    """An application, as bytes."""
    made = EmailMessage()
    if received:
        made["Received"] = received
    made["From"] = who
    made["Subject"] = subject
    made["Message-ID"] = f"<{hashlib.sha256(f'{who}{subject}'.encode()).hexdigest()[:12]}@x>"
    if answers:
        made["In-Reply-To"] = answers
    made.set_content("Please find attached.")
    for name in files:
        made.add_attachment(f"{name} of {who}, {subject}", filename=name)
    if files:
        made.set_boundary("=-=")
    return made.as_bytes()


@dataclass
class Office:
    """Everything one test needs: a server with mail, and a bench to work on it."""

    server: Server
    clock: Clock
    reader: PlainReader
    bench: Bench
    inbox: Inbox

    def with_vacancy(self, vacancy: Vacancy) -> None:
        self.bench = replace(self.bench, vacancies=(vacancy,))

    def poll(self) -> Polled:
        """Five minutes later."""
        self.clock.now += timedelta(minutes=5)
        return poll(self.bench, self.inbox)

    @property
    def messages(self) -> list[MessageRow]:
        with reading(self.bench.engine) as session:
            return rows.messages(session)

    @property
    def queue(self) -> list[ApplicationRow]:
        with reading(self.bench.engine) as session:
            return rows.applications(session)

    @property
    def outcomes(self) -> list[str]:
        return [row.verdict.outcome.value for row in self.messages if row.verdict]

    @property
    def broken(self) -> list[str]:
        """The invariants that do not hold, and the broken rows of the chain."""
        with reading(self.bench.engine) as session:
            return [*invariants.broken(session), *map(str, audit.broken(session))]

    def trail(self, subject: str) -> list[str]:
        with reading(self.bench.engine) as session:
            return [row.what for row in rows.audit_of(session, subject)]


def open_office(engine: Engine, files: Path, folders: tuple[str, ...] = ("INBOX",)) -> Office:
    """One vacancy, one mailbox, and nothing in it yet."""
    server, clock, reader = Server({name: Box() for name in folders}), Clock(), PlainReader()
    bench = Bench(engine, Files(files, reserve=0), reader, clock, (VACANCY,), ("mx.example.org",))
    return Office(
        server, clock, reader, bench, Inbox(VACANCY.mailbox, "tosci", folders, server.open)
    )
