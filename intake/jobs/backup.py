"""One file that holds everything: every table as of one moment, every mail, and their hashes."""

import hashlib
import io
import json
import os
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from intake.errors import StoreDamaged, StoreUnavailable, WrongUse
from intake.jobs.bench import Bench, Progress, no_progress
from intake.store import audit, dump, invariants, lease, ledger, polls
from intake.store.engine import Session, reading, transaction

PIECE = 1 << 20

RESTORED = "Restored from a backup: what was seen since is not known."
"""Recorded as an outage of each mailbox: a person decides on mail that would be late by it."""


@dataclass(frozen=True)
class Kept:
    """What a backup holds, or a restore brought back.

    Attributes:
        head: the hash of the last audit row, to be compared with the one in a digest.
    """

    file: Path
    mails: int
    rows: int
    head: str


def backup(bench: Bench, output: Path, progress: Progress = no_progress) -> Kept:
    """Write a backup; the daemon may run meanwhile.

    The tables are of one moment, and files are only ever added: whatever the tables name is there.
    The file has its name only once it is whole and on disk.

    Args:
        output: the file; a folder gets one named after the moment.

    Raises:
        StoreDamaged: a file is missing or altered; `intake verify` names all of them.
        StoreUnavailable: it cannot be written.
    """
    target = output / f"intake-{bench.clock():%Y%m%dT%H%M%SZ}.tar" if output.is_dir() else output
    part = target.with_name(target.name + ".part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            with tarfile.open(fileobj=file, mode="w") as tar:
                kept = _write(bench, tar, target, progress)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        raise StoreUnavailable(
            f"The backup {target} cannot be written: {error.strerror}.",
            "Make room, or choose another place; the store itself is untouched.",
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return kept


def restore(
    bench: Bench, file: Path, *, force: bool = False, progress: Progress = no_progress
) -> Kept:
    """Bring a backup back, and prove it: every file by its hash, the chain, the ledger's rules.

    All rows are written in one transaction, which ends only when the proof holds.

    Args:
        force: replace what the store remembers.

    Raises:
        WrongUse: the store is not empty, and force is not given.
        AlreadyRunning: a daemon works on this store.
        StoreDamaged: the backup is not whole; the store stays as it was.
    """
    try:
        with tarfile.open(file, "r:") as tar, lease.hold(bench.engine, lease.DAEMON, bench.clock):
            return _read(bench, tar, file, force, progress)
    except (tarfile.TarError, EOFError) as error:
        raise _damaged(file, str(error)) from error
    except FileNotFoundError:
        raise WrongUse(f"There is no backup {file}.", "Name the file that was written.") from None


def _write(bench: Bench, tar: tarfile.TarFile, target: Path, progress: Progress) -> Kept:
    sums: dict[str, str] = {}
    with reading(bench.engine) as session:
        named, rows, head = ledger.hashes(session), audit.count(session), audit.head(session)
        about = {"revision": dump.revision(session), "rows": rows, "head": head}
        for name in dump.names():
            sums[name] = _add_table(tar, session, name)
    _add(tar, "about.json", io.BytesIO(json.dumps({**about, "tables": sums}).encode()))
    for done, sha256 in enumerate(sorted(named), 1):
        if not bench.files.is_whole(sha256):
            whose = ", ".join(f"m{number}" for number in named[sha256])
            raise StoreDamaged(
                f"The file of {whose} is missing or altered ({sha256}).",
                "Keep the last backup; `intake verify` names everything that is wrong.",
            )
        with bench.files.path(sha256).open("rb") as file:
            _add(tar, f"files/{sha256}", file)
        progress(done, len(named))
    return Kept(target, len(named), rows, head)


def _add_table(tar: tarfile.TarFile, session: Session, name: str) -> str:
    digest = hashlib.sha256()
    with tempfile.TemporaryFile() as file:
        for line in dump.lines(session, name):
            digest.update(line)
            file.write(line)
        _add(tar, f"tables/{name}", file)
    return digest.hexdigest()


def _add(tar: tarfile.TarFile, name: str, file: IO[bytes]) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode = file.seek(0, os.SEEK_END), 0o600
    file.seek(0)
    tar.addfile(member, file)


def _read(bench: Bench, tar: tarfile.TarFile, file: Path, force: bool, progress: Progress) -> Kept:
    about = _about(tar, file)
    with transaction(bench.engine) as session:
        if not force and not dump.is_empty(session):
            raise WrongUse(
                "The store already remembers mail: nothing was restored.",
                "Restore into an empty store, or add --force to replace what is there.",
            )
        if about["revision"] != dump.revision(session):
            raise StoreDamaged(
                f"{file} was made by another version of Intake (tables {about['revision']}).",
                "Restore it with that version, then upgrade.",
            )
        mails = _restore_files(bench, tar, file, progress)
        dump.clear(session)
        for name, sha256 in about["tables"].items():
            _restore_table(session, tar, file, name, sha256)
        dump.finish(session)
        session.expire_all()
        _prove(session, file, mails, about)
        polls.note_gap(session, RESTORED, bench.clock())
    return Kept(file, len(mails), about["rows"], about["head"])


def _about(tar: tarfile.TarFile, file: Path) -> dict[str, Any]:
    try:
        about: dict[str, Any] = json.loads(_member(tar, file, "about.json").read())
        if set(about["tables"]) != set(dump.names()):
            raise KeyError("tables")
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(file, f"what it says of itself cannot be read ({error})") from error
    return about


def _restore_files(bench: Bench, tar: tarfile.TarFile, file: Path, progress: Progress) -> set[str]:
    """Keep every mail under the hash of what is really there; the hashes."""
    members = [one for one in tar.getmembers() if one.name.startswith("files/")]
    for done, member in enumerate(members, 1):
        kept = bench.files.keep(_pieces(_member(tar, file, member.name)))
        if kept.sha256 != member.name.removeprefix("files/"):
            raise _damaged(file, f"{member.name} is not what it was")
        progress(done, len(members))
    return {one.name.removeprefix("files/") for one in members}


def _restore_table(
    session: Session, tar: tarfile.TarFile, file: Path, name: str, sha256: str
) -> None:
    source = _member(tar, file, f"tables/{name}")
    digest = hashlib.sha256()
    for piece in _pieces(source):
        digest.update(piece)
    if digest.hexdigest() != sha256:
        raise _damaged(file, f"the table {name} is not what it was")
    source.seek(0)
    dump.load(session, name, source)


def _prove(session: Session, file: Path, mails: set[str], about: dict[str, Any]) -> None:
    if missing := set(ledger.hashes(session)) - mails:
        raise _damaged(file, f"{len(missing)} mails are missing in it")
    if audit.head(session) != about["head"]:
        raise _damaged(file, "its audit trail ends elsewhere than it says")
    for row, wrong in audit.broken(session):
        raise _damaged(file, f"audit row {row}: {wrong}")
    for wrong in invariants.broken(session):
        raise _damaged(file, wrong)


def _member(tar: tarfile.TarFile, file: Path, name: str) -> IO[bytes]:
    try:
        found = tar.extractfile(name)
    except KeyError:
        found = None
    if found is None:
        raise _damaged(file, f"{name} is missing in it")
    return found


def _pieces(source: IO[bytes]) -> Iterator[bytes]:
    while piece := source.read(PIECE):
        yield piece


def _damaged(file: Path, why: str) -> StoreDamaged:
    return StoreDamaged(
        f"The backup {file} cannot be restored: {why}.",
        "The store is as it was. Take an older backup; the next poll fetches what is newer.",
    )
