"""Is everything still as it was written? Files against their hashes, rows against their seals."""

from collections.abc import Iterator
from dataclasses import dataclass

from intake.jobs.bench import Bench, Progress, no_progress
from intake.store import audit, invariants
from intake.store.engine import integrity, reading
from intake.store.ledger import hashes


@dataclass(frozen=True)
class Verified:
    """What was looked at, and what is wrong, each in one sentence.

    Attributes:
        head: the hash of the last audit row, to be compared with the one in a digest.
        strays: files that no row names: what a killed process left; the daemon deletes them.
    """

    files: int
    rows: int
    head: str
    faults: tuple[str, ...]
    strays: tuple[str, ...] = ()


def verify(bench: Bench, progress: Progress = no_progress) -> Verified:
    """Read every file and every audit row again. Nothing is changed."""
    with reading(bench.engine) as session:
        chain = [f"Audit row {row}: {wrong}." for row, wrong in audit.broken(session)]
        inside = [f"The database: {wrong}." for wrong in integrity(session)]
        inside += [f"The ledger: {wrong}" for wrong in invariants.broken(session)]
        rows, head, named = audit.count(session), audit.head(session), hashes(session)
    damaged = list(_damaged(bench, named, progress))
    strays = bench.files.strays(set(named))
    return Verified(len(named), rows, head, (*chain, *inside, *damaged), tuple(strays))


def _damaged(bench: Bench, named: dict[str, list[int]], progress: Progress) -> Iterator[str]:
    for done, (sha256, deliveries) in enumerate(sorted(named.items()), 1):
        whose = ", ".join(f"m{number}" for number in deliveries)
        if not bench.files.path(sha256).is_file():
            yield f"The file of {whose} is missing ({sha256})."
        elif not bench.files.is_whole(sha256):
            yield f"The file of {whose} is not what it was ({sha256})."
        progress(done, len(named))
