"""A poll killed, or refused by the disk, at each system call that changes something."""

import json
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.faults.test_kills import ROOT, Many
from tests.support.figures import Figure

MAILS = 20
KILL, REFUSE = "signal=KILL", "error=ENOSPC,error=EIO"


def strike(url: str, folder: Path, effects: str, first: int, step: int) -> dict[str, Any]:
    words = map(str, ("-m", "tests.faults.strike", url, folder, MAILS, effects, first, step))
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def everywhere(many: Many, folder: Path, effects: str) -> tuple[int, Counter[str], list[str]]:
    """All points, by two at a time: how many there are, how polls ended, what was wrong."""
    urls = many(2)
    with ThreadPoolExecutor(2) as pool:
        both = list(
            pool.map(
                lambda share: strike(urls.format(share), folder / str(share), effects, share, 2),
                range(2),
            )
        )
    assert both[0]["points"] == both[1]["points"]
    codes = Counter(both[0]["codes"]) + Counter(both[1]["codes"])
    assert all(len(one["expected"]["messages"]) == MAILS for one in both)
    return both[0]["points"], codes, [bad for one in both for bad in one["wrong"] + one["faults"]]


@pytest.mark.faults
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("effects", [KILL, REFUSE])
def test_a_poll_struck_at_some_calls_comes_to_the_same_end(
    many: Many, tmp_path: Path, effects: str
) -> None:
    answer = strike(many(1).format(0), tmp_path / "work", effects, 5, 150)
    assert answer["wrong"] == answer["faults"] == []
    assert set(answer["codes"]) <= ({"-9"} if effects == KILL else {"0", "1"})


@pytest.mark.faults
@pytest.mark.timeout(7200)
def test_a_poll_killed_at_every_call_comes_to_the_same_end(
    many: Many, tmp_path: Path, figure: Figure, request: pytest.FixtureRequest
) -> None:
    database = request.node.callspec.params["many"]
    points, codes, wrong = everywhere(many, tmp_path, KILL)
    name = f"killed at every state-changing system call of {MAILS} mails, {database}"
    figure(f"{name}: the same end", f"{points - len(wrong)} of {points}", "all", not wrong)
    figure(f"{name}: killed there", f"{codes['-9']} of {points}", "99 %",
           codes["-9"] >= points * 0.99)  # fmt: skip


@pytest.mark.faults
@pytest.mark.timeout(7200)
def test_a_disk_that_refuses_any_call_costs_nothing(
    many: Many, tmp_path: Path, figure: Figure, request: pytest.FixtureRequest
) -> None:
    database = request.node.callspec.params["many"]
    points, codes, wrong = everywhere(many, tmp_path, REFUSE)
    name = f"ENOSPC and EIO at each of the first {points} writes, fsyncs, renames, {database}"
    figure(f"{name}: the same end", f"{2 * points - len(wrong)} of {2 * points}", "all", not wrong)
    figure(f"{name}: ended otherwise than by a plain error", sum(codes.values()) - codes["0"]
           - codes["1"], 0, set(codes) <= {"0", "1"})  # fmt: skip
