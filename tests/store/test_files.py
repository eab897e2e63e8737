"""A file is complete and on disk before its name exists, and nothing half-written stays."""

import errno
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.errors import MailboxUnreachable, StoreDamaged, StoreUnavailable
from intake.store.files import Files

RAW = b"From: ada@example.org\r\n\r\n" + b"x" * 5000


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "files", reserve=0)


def everything(files: Files) -> list[Path]:
    return [path for path in files.root.rglob("*") if path.is_file()]


def test_bytes_are_found_again_under_their_hash(files: Files) -> None:
    kept = files.keep([RAW[:10], RAW[10:]])
    assert (kept.sha256, kept.size) == (hashlib.sha256(RAW).hexdigest(), len(RAW))
    assert files.read(kept.sha256) == RAW
    assert files.is_whole(kept.sha256)


def test_the_same_bytes_lie_there_once(files: Files) -> None:
    files.keep([RAW])
    files.keep([RAW])
    assert len(everything(files)) == 1


def test_only_their_owner_reads_them(files: Files) -> None:
    path = files.path(files.keep([RAW]).sha256)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o077 == 0


def test_a_connection_that_breaks_midway_leaves_nothing(files: Files) -> None:
    def broken() -> Iterator[bytes]:
        yield RAW
        raise MailboxUnreachable("The connection broke.")

    with pytest.raises(MailboxUnreachable):
        files.keep(broken())
    assert everything(files) == []


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_nothing(
    files: Files, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(StoreUnavailable, match="No space left"):
        files.keep([RAW])
    monkeypatch.undo()
    assert everything(files) == []


def test_the_file_and_both_folders_are_synced_before_it_counts(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink().parts[-1])
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    kept = files.keep([RAW])
    assert synced[1:] == ["files", kept.sha256[:2]]
    assert len(synced) == 3


def test_the_reserve_of_the_disk_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="less than the reserve"):
        Files(tmp_path, reserve=1 << 60).require_room()
    Files(tmp_path, reserve=0).require_room()


def test_a_changed_file_is_found_out(files: Files) -> None:
    kept = files.keep([RAW])
    files.path(kept.sha256).write_bytes(RAW[:-1])
    assert not files.is_whole(kept.sha256)


def test_a_missing_file_is_named(files: Files) -> None:
    missing = "0" * 64
    assert not files.is_whole(missing)
    with pytest.raises(StoreDamaged, match=missing):
        files.read(missing)


def test_orphans_are_swept_once_they_are_old(files: Files) -> None:
    named, orphan = files.keep([RAW]), files.keep([b"orphan"])
    (files.root / "coming" / "half").write_bytes(b"half")
    assert files.sweep({named.sha256}, age=60) == []
    assert sorted(files.sweep({named.sha256}, age=-1)) == sorted([orphan.sha256, "half"])
    assert [path.name for path in everything(files)] == [named.sha256]
