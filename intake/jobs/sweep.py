"""Delete what a killed process left between writing a file and its row; the mail comes again."""

from intake.jobs.bench import Bench
from intake.store import ledger
from intake.store.engine import reading
from intake.store.files import ORPHAN_AGE


def sweep(bench: Bench, age: float = ORPHAN_AGE) -> int:
    """How many files were deleted: those that no row names and that are older than `age` seconds.

    Younger ones may be the work in hand of another process.
    """
    with reading(bench.engine) as session:
        named = set(ledger.hashes(session))
    return len(bench.files.sweep(named, age))
