"""The right of one process to work on one mailbox (or to be the daemon), with a fence.

Whoever holds a lease has its random token. Every writing transaction first looks whether the
token still stands: a process that was stopped for long and lost its lease cannot commit.
"""

import os
import secrets
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import delete

from intake.errors import AlreadyRunning
from intake.store.engine import Engine, Session, transaction
from intake.store.tables import Lease as Row

DAEMON = "the daemon"
"""The lease of whoever polls on schedule."""

LASTS = timedelta(minutes=5)
"""How long a lease stands without renewal; a dead process on this host loses it at once."""

RENEWED = timedelta(minutes=1)
"""How often it is renewed, by the transactions of its holder."""


_held: set[str] = set()  # the tokens of this process, whatever the database says


@dataclass(frozen=True)
class Lease:
    """The right to work on `name`, held by this process."""

    name: str
    token: str
    clock: Callable[[], datetime]

    def check(self, session: Session) -> None:
        """Raise AlreadyRunning unless this lease still stands; renew it now and then."""
        row = session.get(Row, self.name)
        if row is None or row.token != self.token:
            raise AlreadyRunning(
                f"This process was stopped for so long that another took over {self.name}.",
                "Nothing of it was written; the other goes on.",
            )
        if self.clock() - row.renewed_at >= RENEWED:
            row.renewed_at = self.clock()

    @contextmanager
    def writing(self, engine: Engine) -> Iterator[Session]:
        """A transaction that commits only while this lease stands."""
        with transaction(engine) as session:
            self.check(session)
            yield session


@contextmanager
def hold(engine: Engine, name: str, clock: Callable[[], datetime]) -> Iterator[Lease]:
    """Take the lease on a mailbox's address or on `the daemon`; give it back at the end.

    Raises:
        AlreadyRunning: another process that is alive holds it; the problem names it.
    """
    lease = Lease(name, secrets.token_hex(16), clock)
    with transaction(engine) as session:
        _take(session, lease)
    _held.add(lease.token)
    try:
        yield lease
    finally:
        _held.discard(lease.token)
        with transaction(engine) as session:
            session.execute(delete(Row).where(Row.name == name, Row.token == lease.token))


def last_sign(session: Session, name: str) -> datetime | None:
    """When whoever holds a lease last gave a sign of life; None where nobody holds it."""
    row = session.get(Row, name)
    return None if row is None else row.renewed_at


def _take(session: Session, lease: Lease) -> None:
    row, now = session.get(Row, lease.name), lease.clock()
    if row is not None and _stands(row, now):
        raise AlreadyRunning(
            f"{lease.name} is in the hands of process {row.pid} on {row.host} "
            f"since {row.taken_at:%Y-%m-%d %H:%M:%S} UTC.",
            "Let it finish, or end it; a lease without a sign of life is free after "
            f"{LASTS.seconds // 60} minutes.",
        )
    session.merge(
        Row(
            name=lease.name,
            token=lease.token,
            host=socket.gethostname(),
            pid=os.getpid(),
            born=_born(os.getpid()),
            taken_at=now,
            renewed_at=now,
        )
    )


def _stands(row: Row, now: datetime) -> bool:
    if abs(now - row.renewed_at) >= LASTS:  # a clock that was set back must not keep it for ever
        return False
    if row.host != socket.gethostname():
        return True
    if row.pid == os.getpid() and row.token not in _held:
        return False  # we could not give it back: the database was away
    return _born(row.pid) == row.born


def _born(pid: int) -> str:
    """When a process started, in ticks since boot (proc(5)): tells it from a later one of its id.

    Empty for a process that is gone, or a zombie. The name in the second field may hold spaces.
    """
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] == "Z" else fields[19]
