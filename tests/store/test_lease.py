"""One process at a time works on a mailbox, and one that lost its lease cannot commit."""

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from intake.errors import AlreadyRunning, StoreUnavailable
from intake.store import lease
from intake.store.engine import Engine, reading, transaction
from intake.store.tables import Lease as Row
from tests.store.facts import NOON

NAME = "jobs@example.org"


@dataclass
class Clock:
    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def pretend(engine: Engine, **fields: object) -> None:
    """Make the lease look as if another process had taken it."""
    with transaction(engine) as session:
        session.execute(update(Row).values(**fields))


def test_a_lease_is_given_back_at_the_end(engine: Engine, clock: Clock) -> None:
    with lease.hold(engine, NAME, clock):
        pass
    with reading(engine) as session:
        assert session.get(Row, NAME) is None


def test_a_second_holder_is_told_who_the_first_is(engine: Engine, clock: Clock) -> None:
    with (
        lease.hold(engine, NAME, clock),
        pytest.raises(AlreadyRunning, match=rf"process {os.getpid()} on .* since 2026-02-05"),
        lease.hold(engine, NAME, clock),
    ):
        pass


def test_other_mailboxes_are_not_concerned(engine: Engine, clock: Clock) -> None:
    with lease.hold(engine, NAME, clock), lease.hold(engine, "the daemon", clock):
        pass


def test_a_dead_process_loses_its_lease_at_once(engine: Engine, clock: Clock) -> None:
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"],
                          capture_output=True, text=True, check=True)  # fmt: skip
    with lease.hold(engine, NAME, clock):
        pretend(engine, pid=int(gone.stdout), born="1")
        with lease.hold(engine, NAME, clock):
            pass


def test_another_process_of_the_same_number_is_not_the_holder(engine: Engine, clock: Clock) -> None:
    with lease.hold(engine, NAME, clock):
        pretend(engine, pid=os.getpid(), born="1")
        with lease.hold(engine, NAME, clock):
            pass


def test_a_process_on_another_host_keeps_it_until_it_runs_out(engine: Engine, clock: Clock) -> None:
    with lease.hold(engine, NAME, clock):
        pretend(engine, host="elsewhere", pid=1)
        clock.now += lease.LASTS - timedelta(seconds=1)
        with pytest.raises(AlreadyRunning), lease.hold(engine, NAME, clock):
            pass
        clock.now += timedelta(seconds=1)
        with lease.hold(engine, NAME, clock):
            pass


def test_a_clock_that_was_set_back_does_not_keep_it_for_ever(engine: Engine, clock: Clock) -> None:
    with lease.hold(engine, NAME, clock):
        clock.now -= timedelta(days=1)
        with lease.hold(engine, NAME, clock):
            pass


def test_a_holder_that_was_stopped_for_long_cannot_commit(engine: Engine, clock: Clock) -> None:
    with lease.hold(engine, NAME, clock) as stale:
        clock.now += lease.LASTS
        with (
            lease.hold(engine, NAME, clock),
            pytest.raises(AlreadyRunning, match="another took over"),
            stale.writing(engine),
        ):
            pass
        with pytest.raises(AlreadyRunning), stale.writing(engine):
            pass


def test_a_lease_that_could_not_be_given_back_is_free_for_its_own_process(
    engine: Engine, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: object) -> None:
        raise StoreUnavailable("It is away.")

    with monkeypatch.context() as patch:  # noqa: SIM117 - the lease ends while the patch holds
        with pytest.raises(StoreUnavailable), lease.hold(engine, NAME, clock):
            patch.setattr(lease, "transaction", away)
    with lease.hold(engine, NAME, clock):
        pass


def test_work_renews_the_lease(engine: Engine, clock: Clock) -> None:
    with lease.hold(engine, NAME, clock) as held:
        for _ in range(10):
            clock.now += lease.RENEWED
            with held.writing(engine):
                pass
        with pytest.raises(AlreadyRunning), lease.hold(engine, NAME, clock):
            pass
