"""What happens when: deadlines fenced, clocks minded, broken work told and not repeated at once."""

import io
import json
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from intake.daemon.schedule import Schedule
from intake.daemon.systemd import notify
from intake.jobs.mailing import Mailing

BRUSSELS = ZoneInfo("Europe/Brussels")


@pytest.fixture
def plan() -> Iterator[Schedule]:
    plan = Schedule(2)
    plan.start()
    yield plan
    plan.end()


def nothing() -> None:
    """Work that is done at once."""


def test_a_cutoff_has_polls_just_before_and_just_after_it(plan: Schedule) -> None:
    cutoff = datetime.now(UTC) + timedelta(days=3)
    plan.around(cutoff, "tosci@example.org", nothing)
    gaps = sorted(moment - cutoff for moment in plan.plan().values())
    assert gaps == [timedelta(seconds=s) for s in (-90, -20, 5)]


def test_a_cutoff_that_has_passed_has_none(plan: Schedule) -> None:
    plan.around(datetime.now(UTC) - timedelta(minutes=1), "tosci@example.org", nothing)
    assert plan.plan() == {}


def test_the_digest_comes_at_the_local_hour(plan: Schedule) -> None:
    plan.daily(Mailing("X", BRUSSELS, time(7, 30)), nothing)
    local = plan.plan()["digest"].astimezone(BRUSSELS)
    assert local.time() == time(7, 30)
    assert local.date() - date.today() <= timedelta(days=1)


def test_work_begins_at_once_and_comes_again(plan: Schedule) -> None:
    done = threading.Semaphore(0)
    plan.every(timedelta(seconds=1), "work", done.release)
    assert done.acquire(timeout=10)
    assert done.acquire(timeout=10)


def test_mailboxes_that_hang_do_not_stop_the_heartbeat(plan: Schedule) -> None:
    go_on, beaten = threading.Event(), threading.Event()

    def hang() -> None:
        go_on.wait(10)

    for number in range(20):
        plan.every(timedelta(hours=1), f"poll {number}", hang)
    plan.beat(beaten.set)
    assert beaten.wait(5)
    go_on.set()


def test_after_a_step_of_the_clock_everything_on_intervals_comes_now(plan: Schedule) -> None:
    done = threading.Semaphore(0)
    plan.every(timedelta(hours=5), "work", done.release)
    assert done.acquire(timeout=10)
    plan.daily(Mailing("X", BRUSSELS, time(7, 30)), nothing)
    plan.set_anew()
    assert done.acquire(timeout=10)
    assert plan.plan()["digest"] > datetime.now(UTC)


def test_work_that_breaks_is_told_and_the_rest_goes_on(plan: Schedule, log: io.StringIO) -> None:
    done = threading.Semaphore(0)
    plan.every(timedelta(hours=1), "broken", lambda: print("s\xe9same".encode("ascii")))
    plan.every(timedelta(seconds=1), "sound", done.release)
    assert done.acquire(timeout=10)
    assert done.acquire(timeout=10)
    told = [json.loads(line) for line in log.getvalue().splitlines()]
    assert [(one["what"], one["job"]) for one in told] == [("job failed", "broken")]
    assert "UnicodeEncodeError in " in told[0]["problem"]
    assert "same" not in told[0]["problem"]


def test_systemd_is_told_where_it_listens(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = str(tmp_path_factory.mktemp("run") / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(path)
        monkeypatch.setenv("NOTIFY_SOCKET", path)
        notify("READY=1")
        assert listener.recv(100) == b"READY=1"
    monkeypatch.delenv("NOTIFY_SOCKET")
    notify("READY=1")
