"""Mail that lies in files: one .eml, a folder of them, an mbox, a Maildir. Read, never changed."""

import hashlib
import mailbox
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from intake.errors import FolderMissing
from intake.mailbox.junk import is_junk
from intake.mailbox.source import Envelope, Fetched, Listing, NotFetched

PIECE = 2**20
_HEAD = 8192
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:")
# Two of these in the head make a file without the ending .eml a mail (RFC 5322, 3.6).
_MAIL_FIELDS = {
    b"bcc", b"cc", b"content-type", b"date", b"delivered-to", b"from", b"message-id",
    b"mime-version", b"received", b"reply-to", b"return-path", b"sender", b"subject", b"to",
}  # fmt: skip


def open_folder(path: Path) -> "FolderSource":
    """Open a file or folder of mail, whatever of the four it is.

    UIDs number the mails in the order of their relative paths (of their place, in an mbox).
    UIDVALIDITY is made from these paths, their sizes and times: when one is added, taken away
    or changed, all the UIDs begin a new epoch.

    Raises:
        FolderMissing: there is nothing at `path`, or no mail in it.
    """
    if not path.exists():
        raise FolderMissing(f"There is nothing at {path}.", "Check the path for a typing error.")
    if path.is_dir() and _is_maildir(path):
        return FolderSource(dict(_maildirs(path)))
    if path.is_dir():
        return _open_tree(path)
    if _head(path).startswith(b"From ") and path.suffix.lower() != ".eml":
        return FolderSource({path.name: _mbox(path)})
    if _is_mail(path):
        return FolderSource({path.name: _Box([_file(path, path.name)])})
    raise FolderMissing(
        f"{path} is no mail.",
        "Give a file that ends in .eml, a folder of them, an mbox or a Maildir.",
    )


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...

    def close(self) -> None: ...


@dataclass(frozen=True)
class _Mail:
    """One mail in a file.

    Attributes:
        mark: what makes it this mail: its name, size and time.
        measure: its size in octets.
        open: its bytes, as a file.
    """

    mark: str
    measure: Callable[[], int]
    open: Callable[[], _Readable]


@dataclass
class _Box:
    mails: list[_Mail]
    others: tuple[Path, ...] = field(default=())
    close: Callable[[], None] = field(default=lambda: None)

    @property
    def epoch(self) -> int:
        marks = "\0".join(mail.mark for mail in self.mails)
        digest = hashlib.sha256(marks.encode("utf-8", "surrogateescape")).digest()
        return int.from_bytes(digest[:4], "big") % (2**31 - 1) + 1


class FolderSource:
    """The Source over files. A file's time is no evidence, so `internal` is always None."""

    def __init__(self, boxes: dict[str, _Box]) -> None:
        self._boxes = boxes

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders there are."""
        return tuple(self._boxes)

    @property
    def not_mail(self) -> tuple[Path, ...]:
        """The files that are not mail, so that nothing is left out in silence."""
        return tuple(path for box in self._boxes.values() for path in box.others)

    @property
    def alerts(self) -> tuple[str, ...]:
        """Files ask for nothing."""
        return ()

    def list(self, folder: str) -> Listing:
        """Every UID of a folder; see Source.list."""
        box = self._box(folder)
        uids = frozenset(range(1, len(box.mails) + 1))
        return Listing(folder, box.epoch, len(uids) + 1, uids, is_junk(folder))

    def describe(self, folder: str, uids: Collection[int]) -> Iterator[Envelope]:
        """One envelope for each UID; see Source.describe."""
        box = self._box(folder)
        for uid in sorted(set(uids)):
            yield Envelope(uid, _size(box, uid))

    def fetch(self, folder: str, envelopes: Iterable[Envelope]) -> Iterator[Fetched | NotFetched]:
        """The raw bytes of each mail; see Source.fetch."""
        box = self._box(folder)
        for envelope in envelopes:
            yield from _fetched(box, envelope.uid)

    def close(self) -> None:
        """Close what is open; see Source.close."""
        for box in self._boxes.values():
            box.close()

    def _box(self, folder: str) -> _Box:
        if folder not in self._boxes:
            raise FolderMissing(
                f"There is no folder {folder!r} here.", f"There are: {', '.join(self._boxes)}."
            )
        return self._boxes[folder]


def _size(box: _Box, uid: int) -> int | None:
    if not 0 < uid <= len(box.mails):
        return None
    try:
        return box.mails[uid - 1].measure()
    except (OSError, KeyError):
        # Fetching it finds out why, and says so.
        return None


def _fetched(box: _Box, uid: int) -> Iterator[Fetched | NotFetched]:
    if not 0 < uid <= len(box.mails):
        yield NotFetched(uid, "There is no such mail in this folder.", gone=True)
        return
    try:
        file = box.mails[uid - 1].open()
    except (FileNotFoundError, KeyError):
        yield NotFetched(uid, "The file was removed before it could be read.", gone=True)
    except OSError as error:
        yield NotFetched(uid, f"The file cannot be read ({error.strerror}).")
    else:
        try:
            yield Fetched(uid, _pieces(file))
        finally:
            file.close()


def _pieces(file: _Readable) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece


def _file(path: Path, name: str) -> _Mail:
    status = path.stat()
    mark = f"{name} {status.st_size} {status.st_mtime_ns}"
    return _Mail(mark, lambda: path.stat().st_size, lambda: path.open("rb"))


def _open_tree(root: Path) -> FolderSource:
    """A folder of .eml files, and those in its subfolders, as one folder called by its name."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    mails = [path for path in files if _is_mail(path)]
    if not mails:
        raise FolderMissing(
            f"There is no mail in {root}.", "Give a folder with files that end in .eml."
        )
    others = tuple(path for path in files if path not in set(mails))
    found = [_file(path, path.relative_to(root).as_posix()) for path in mails]
    return FolderSource({root.resolve().name: _Box(found, others)})


def _mbox(path: Path) -> _Box:
    box = mailbox.mbox(path, create=False)
    status = path.stat()
    mark = f"{status.st_size} {status.st_mtime_ns}"
    return _Box([_in_mailbox(box, key, f"{key} {mark}") for key in box.iterkeys()], close=box.close)


def _maildirs(root: Path) -> Iterator[tuple[str, _Box]]:
    """The Maildir itself is the INBOX; below it, subfolders in either of the usual layouts."""
    for path in sorted({root, *(path for path in root.rglob("*") if _is_maildir(path))}):
        box = mailbox.Maildir(path, factory=None, create=False)
        name = path.relative_to(root).as_posix().lstrip(".").replace("/.", "/") or "INBOX"
        # A Maildir's file is never changed, and its key stays when its flags change.
        yield name, _Box([_in_mailbox(box, key, key) for key in sorted(box.iterkeys())])


def _in_mailbox(box: "mailbox.mbox | mailbox.Maildir", key: str, mark: str) -> _Mail:
    return _Mail(mark, lambda: len(box.get_bytes(key)), lambda: box.get_file(key))


def _is_maildir(path: Path) -> bool:
    return (path / "cur").is_dir() and (path / "new").is_dir()


def _is_mail(path: Path) -> bool:
    return path.suffix.lower() == ".eml" or looks_like_mail(_head(path))


def looks_like_mail(head: bytes) -> bool:
    """Whether a file begins like a mail: header lines from the first, two of them a mail's."""
    fields = set()
    for line in head.splitlines()[:-1] if len(head) == _HEAD else head.splitlines():
        if not line:
            break
        match = _FIELD.match(line)
        if match:
            fields.add(match[1].lower())
        elif not fields or line[:1] not in (b" ", b"\t"):
            return False
    return len(fields & _MAIL_FIELDS) > 1


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError:
        # An unreadable file is listed with those that are not mail.
        return b""
