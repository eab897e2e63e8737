"""Writes the files of stored mail to a folder of a person's choice, under safe names."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from intake.errors import IntakeError
from intake.reading.sandbox import Sandbox, SavedFile
from intake.store.files import Files
from intake.store.rows import MessageRow
from intake.triage.names import numbered, safe_name


def save(files: Files, mails: Sequence[MessageRow], folder: Path) -> Iterator[Path | IntakeError]:
    """Write the documents of these mails into a folder; nothing there is ever overwritten.

    Each content is written once. Of a mail that was not read, signatures and logos come too.

    Yields:
        where each file is, readable by its owner alone; for a mail that cannot be read, why.

    Raises:
        IntakeError: the folder cannot be written.
    """
    written: set[str] = set()
    with closing(Sandbox()) as sandbox:  # starts with the first mail that is there
        for mail in mails:
            try:
                found = _files_of(sandbox, files, mail)
            except IntakeError as unread:
                yield unread
                continue
            for one in found:
                if one.sha256 not in written:
                    written.add(one.sha256)
                    yield _write(folder, one)


def _files_of(sandbox: Sandbox, files: Files, mail: MessageRow) -> Sequence[SavedFile]:
    if mail.sha256 is None or not files.is_whole(mail.sha256):
        raise IntakeError(f"m{mail.id}: its bytes are not in the store.", "Run `intake verify`.")
    found = sandbox.files(files.path(mail.sha256))
    if mail.message is None:
        return found
    documents = {one.sha256 for one in mail.message.documents}
    return [one for one in found if one.sha256 in documents]


def _write(folder: Path, one: SavedFile) -> Path:
    """Write a file under the first of its names that is free, or find it there already."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for name in numbered(safe_name(one.filename)):
            path = folder / name
            if _is_new(path, one.data) or _holds(path, one.sha256):
                return path
    except OSError as error:
        raise IntakeError(f"{folder} cannot be written: {error.strerror}.") from error
    raise AssertionError("there is always another name")


def _is_new(path: Path, data: bytes) -> bool:
    """Whether the path was free; then it holds the data."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    return True


def _holds(path: Path, sha256: str) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256
