"""The files for running it agree with each other and with the code."""

import re
import tomllib
from pathlib import Path

from intake.daemon import ENDS_WITHIN
from intake.daemon.schedule import BEAT_EVERY
from intake.settings.values import Desk

ROOT = Path(__file__).parents[2]
UNIT = (ROOT / "deploy" / "intake.service").read_text()
IMAGE = (ROOT / "Dockerfile").read_text()
COMPOSE = (ROOT / "compose.yaml").read_text()


def seconds(key: str) -> int:
    found = re.search(rf"^{key}=(\d+)s$", UNIT, re.MULTILINE)
    assert found, key
    return int(found[1])


def test_the_image_installs_with_the_same_uv_as_make() -> None:
    pinned = re.compile(r"uv==([\d.]+)")
    assert pinned.findall(IMAGE) == pinned.findall((ROOT / "Makefile").read_text())


def test_the_image_has_every_extra_but_the_demonstration() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = set(extras["optional-dependencies"]) - {"demo"}
    assert set(re.findall(r"--extra (\w+)", IMAGE)) == wanted


def test_the_health_check_asks_where_the_desk_listens() -> None:
    desk = Desk()
    assert f"http://{desk.host}:{desk.port}/health" in IMAGE


def test_the_end_is_given_more_time_than_it_takes() -> None:
    assert seconds("TimeoutStopSec") > 2 * ENDS_WITHIN
    grace = re.search(r"stop_grace_period: (\d+)s", COMPOSE)
    assert grace
    assert int(grace[1]) > 2 * ENDS_WITHIN


def test_the_watchdog_waits_for_several_heartbeats() -> None:
    assert seconds("WatchdogSec") > 5 * BEAT_EVERY.total_seconds()


def test_neither_runs_as_root() -> None:
    assert "\nUser=intake\n" in UNIT
    assert "\nUSER intake\n" in IMAGE
