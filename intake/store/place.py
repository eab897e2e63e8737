"""Where the database file may lie: a private file on a local disk."""

import os
from pathlib import Path

from intake.errors import StoreUnavailable

NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "lustre", "beegfs", "gpfs"} | {
    "glusterfs",
    "davfs",
    "fuse.glusterfs",
    "fuse.sshfs",
    "fuse.s3fs",
    "fuse.rclone",
}
"""File systems of other machines, whose locks SQLite cannot trust."""

MOUNTS = Path("/proc/self/mountinfo")


def prepare(database: str) -> None:
    """Make the database's folder and its file, readable by their owner alone.

    Raises:
        StoreUnavailable: it cannot be written, or it lies on another machine.
    """
    path = Path(database).absolute()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StoreUnavailable(
            f"The database {path} cannot be written: {error.strerror}.",
            "Choose another place in [storage] database, or give Intake the right to write there.",
        ) from error
    kind = file_system(path)
    if kind in NETWORK:
        raise StoreUnavailable(
            f"The database {path} lies on a network file system ({kind}), "
            "where two machines can damage it.",
            "Put it on a local disk, or use PostgreSQL.",
        )


def file_system(path: Path) -> str:
    """The type of the file system that holds a path; empty where the system does not say."""
    if not MOUNTS.exists():
        return ""
    found = [_mount(line) for line in MOUNTS.read_text("utf-8", "replace").splitlines()]
    real = path.resolve()
    holding = [(point, kind) for point, kind in found if real.is_relative_to(point)]
    return max(holding, key=lambda mount: len(mount[0].parts), default=(Path(), ""))[1]


def _mount(line: str) -> tuple[Path, str]:
    """Mount point and type of one line of mountinfo (proc(5)); spaces are written \\040."""
    before, _, after = line.partition(" - ")
    return Path(before.split()[4].replace("\\040", " ")), after.split()[0]
