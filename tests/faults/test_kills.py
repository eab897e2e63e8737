"""Killed at any moment, Intake goes on to the same end: nothing lost, nothing twice."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.figures import Figure

ROOT = Path(__file__).resolve().parents[2]


def work(*words: object, module: str = "work") -> dict[str, Any]:
    """What the work in a process of its own printed."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.faults.{module}", *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


Many = Callable[[int], str]


def hold(answer: dict[str, Any], mails: int) -> None:
    assert answer["faults"] == []
    assert answer["wrong"] == []
    expected = answer["expected"]
    assert expected["sightings"] == len(expected["messages"]) == mails
    assert expected["leases"] == 0


def test_ten_kills_change_nothing(many: Many, tmp_path: Path) -> None:
    answer = work(many(3), tmp_path / "files", 30, 1, 10, 20260208)
    hold(answer, 30)
    assert answer["killed"] >= 5


@pytest.mark.faults
@pytest.mark.timeout(7200)
def test_a_thousand_kills_come_to_the_same_end(
    many: Many, tmp_path: Path, figure: Figure, request: pytest.FixtureRequest
) -> None:
    database = request.node.callspec.params["many"]
    answer = work(many(102), tmp_path / "files", 200, 100, 10, 20260316)
    bad = [*answer["wrong"], *answer["faults"]]
    name = f"1,000 kills at random, of 100 polls of 200 mails, {database}"
    figure(f"{name}: killed midway", answer["killed"], "at least 700", answer["killed"] >= 700)
    figure(f"{name}: mail lost, doubled or judged otherwise", len(bad), 0, not bad)
    restart = answer["longest restart"]
    figure(f"{name}: longest until work goes on", f"{restart:.1f} s", "at most 10 s", restart <= 10)
    hold(answer, 200)
