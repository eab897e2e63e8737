"""Two processes on one store: one works, the other is told; nothing is done twice."""

import signal
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.daemon.running import Daemon, Place, running, until
from tests.daemon.test_daemon import application, judged
from tests.faults.test_clocks import FalseClock
from tests.faults.test_kills import Many, work
from tests.support.dovecot import Dovecot
from tests.support.figures import Figure

POLLERS = 8


def test_eight_who_poll_one_mailbox_at_once_do_its_work_once(many: Many, tmp_path: Path) -> None:
    answer = contend(many, tmp_path, "crowd", 20, 1, POLLERS)
    assert answer["faults"] == []
    assert len(answer["expected"]["messages"]) == 20
    assert "0" in answer["codes"]
    assert set(answer["codes"]) <= {"0", "75"}


def test_a_stalled_holder_that_wakes_up_writes_nothing(many: Many, tmp_path: Path) -> None:
    answer = contend(many, tmp_path, "stall", 10, 4, 20260208)
    assert answer["faults"] == []
    assert answer["codes"] == {"successor 0": 4, "woken 75": 4}


@pytest.mark.faults
@pytest.mark.timeout(3600)
def test_eight_at_once_a_hundred_times(
    many: Many, tmp_path: Path, figure: Figure, request: pytest.FixtureRequest
) -> None:
    answer = contend(many, tmp_path, "crowd", 100, 100, POLLERS)
    name = f"8 pollers of 100 mails at once, 100 times, {request.node.callspec.params['many']}"
    twice, worked = answer["faults"], answer["codes"]["0"]
    figure(f"{name}: lost, twice or otherwise", len(twice), 0, not twice)
    figure(f"{name}: one of them worked to the end", worked, "at least 100", worked >= 100)
    assert set(answer["codes"]) <= {"0", "75"}


@pytest.mark.faults
@pytest.mark.timeout(3600)
def test_a_stalled_holder_wakes_up_a_hundred_times(
    many: Many, tmp_path: Path, figure: Figure, request: pytest.FixtureRequest
) -> None:
    answer = contend(many, tmp_path, "stall", 20, 100, 20260316)
    name = f"100 holders stopped, overtaken, woken, {request.node.callspec.params['many']}"
    refused, wrong = answer["codes"].get("woken 75", 0), answer["faults"]
    figure(f"{name}: refused by the fence", refused, 100, refused == 100)
    figure(f"{name}: lost, twice or otherwise", len(wrong), 0, not wrong)


@pytest.mark.faults
def test_a_daemon_that_slept_finds_another_and_ends(tmp_path: Path, dovecot: Dovecot) -> None:
    place, address = Place(tmp_path, dovecot.port), dovecot.new_address()
    place.open_vacancy("tosci", address)
    ahead = FalseClock(tmp_path / "clock")
    ahead.set(datetime.now(UTC) + timedelta(minutes=10))
    with running(place) as first:
        until(lambda: "started" in said(first))
        first.process.send_signal(signal.SIGSTOP)
        other = replace(place, home=tmp_path / "other", desk=0)  # the same store, another desk
        config = other.home / "config"
        for name in ("intake.toml", "vacancies/tosci.toml"):
            text = (place.home / "config" / name).read_text()
            (config / name).write_text(text.replace(f":{place.desk}", f":{other.desk}"))
        with running(other, **ahead.environment()) as second:
            until(lambda: "started" in said(second))
            first.process.send_signal(signal.SIGCONT)
            assert first.process.wait(timeout=60) == 1
            dovecot.append(address, application(1))
            until(lambda: judged(place) == 1)
            second.end(signal.SIGKILL)
    assert "another daemon took over" in said(first)


def said(daemon: Daemon) -> list[object]:
    return [one.get("what") for one in daemon.events()]


def contend(many: Many, tmp_path: Path, *words: object) -> dict[str, Any]:
    what, *numbers = words
    return work(what, many(1).format(0), tmp_path / "files", *numbers, module="contend")
