"""Raw mails and documents, each under the hash of its bytes: written once, never rewritten.

A file is complete and on disk before its name exists, so whatever the ledger names is there.
"""

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from intake.errors import StoreDamaged, StoreUnavailable
from intake.store import remedies

RESERVE = 256 << 20
"""Bytes of the disk that are left free: below it nothing more is fetched."""

ORPHAN_AGE = 3600
"""Seconds after which a file without a row is no longer somebody's work in hand."""


@dataclass(frozen=True)
class Kept:
    """Bytes that are safe on disk: their hash (hexadecimal) and how many they are."""

    sha256: str
    size: int


@dataclass(frozen=True)
class Files:
    """A folder of files named by their sha256.

    Attributes:
        root: the folder; made when first written to.
        reserve: bytes of its disk that stay free.
    """

    root: Path
    reserve: int = RESERVE

    def require_room(self) -> None:
        """Raise StoreUnavailable when the disk is down to its reserve."""
        with self._plain_errors():
            self._coming.mkdir(parents=True, exist_ok=True, mode=0o700)
            free = shutil.disk_usage(self.root).free
        if free < self.reserve:
            raise StoreUnavailable(
                f"The disk of {self.root} has {free >> 20} MB left, less than the reserve of "
                f"{self.reserve >> 20} MB: no mail is fetched.",
                f"{remedies.SAFE} Make room; Intake goes on by itself.",
            )

    def keep(self, chunks: Iterable[bytes]) -> Kept:
        """Store bytes as they stream in. When this returns, a power cut cannot lose them.

        Raises:
            StoreUnavailable: the disk is full or fails; nothing half-written stays. An error
                of `chunks` passes through in the same way.
        """
        with self._plain_errors():
            self._coming.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor, name = tempfile.mkstemp(dir=self._coming)
        coming = Path(name)
        try:
            kept = self._write(descriptor, chunks)
            self._give_name(coming, kept.sha256)
        except BaseException:
            coming.unlink(missing_ok=True)
            raise
        return kept

    def path(self, sha256: str) -> Path:
        """Where the bytes of a hash lie, or would lie."""
        return self.root / sha256[:2] / sha256

    def read(self, sha256: str) -> bytes:
        """The bytes of a hash, whole.

        Raises:
            StoreDamaged: the file is missing.
        """
        try:
            return self.path(sha256).read_bytes()
        except FileNotFoundError:
            raise StoreDamaged(
                f"The file {sha256} is in the ledger and not in {self.root}.",
                "Restore it from the backup; `intake verify` lists all that are missing.",
            ) from None

    def is_whole(self, sha256: str) -> bool:
        """Whether the file is there and still has the bytes that it was named for."""
        path = self.path(sha256)
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256

    def sweep(self, named: set[str], age: float = ORPHAN_AGE) -> list[str]:
        """Delete files that no row names and that are older than `age` seconds; their names.

        They are what a killed process left between writing a file and its row: the mail is
        fetched again.
        """
        orphans = self._orphans(named, age)
        for path in orphans:
            path.unlink()
        return [path.name for path in orphans]

    def strays(self, named: set[str], age: float = ORPHAN_AGE) -> list[str]:
        """Files that no row names and that are older than `age` seconds; `sweep` deletes them."""
        return [path.name for path in self._orphans(named, age)]

    def _orphans(self, named: set[str], age: float) -> list[Path]:
        before = time.time() - age
        return [
            path
            for path in self.root.glob("*/*")
            if path.name not in named and path.is_file() and path.stat().st_mtime < before
        ]

    @property
    def _coming(self) -> Path:
        return self.root / "coming"

    def _write(self, descriptor: int, chunks: Iterable[bytes]) -> Kept:
        digest, size = hashlib.sha256(), 0
        with os.fdopen(descriptor, "wb") as file:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                with self._plain_errors():
                    file.write(chunk)
            with self._plain_errors():
                file.flush()
                os.fsync(file.fileno())
        return Kept(digest.hexdigest(), size)

    def _give_name(self, coming: Path, sha256: str) -> None:
        path = self.path(sha256)
        with self._plain_errors():
            if not path.parent.is_dir():
                path.parent.mkdir(exist_ok=True, mode=0o700)
                _sync_folder(self.root)
            coming.replace(path)
            _sync_folder(path.parent)

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise StoreUnavailable(
                f"The folder {self.root} cannot be written: {error.strerror}.",
                remedies.of_folder(error),
            ) from error


def _sync_folder(folder: Path) -> None:
    """A new name is only safe once its folder is on disk too (fsync(2))."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
