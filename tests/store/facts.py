"""Small rows for the tests of the store."""

from datetime import UTC, datetime
from typing import Any

from intake.store.tables import Lease

NOON = datetime(2026, 2, 5, 12, 0, tzinfo=UTC)


def a_lease(**fields: Any) -> Lease:
    told = {
        "name": "jobs@example.org",
        "token": "t",
        "host": "host",
        "pid": 1,
        "born": "1",
        "taken_at": NOON,
        "renewed_at": NOON,
    }
    return Lease(**{**told, **fields})
