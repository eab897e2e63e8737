"""A disk without room or inodes, a machine without open files: told plainly, and gone on from."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.faults.test_kills import ROOT
from tests.support.figures import Figure

OF_ITS_OWN = ("unshare", "--user", "--map-root-user", "--mount")
"""So that anybody may mount a small disk, where the kernel lets people have namespaces."""

SAFE = "What is stored is safe"
BY_ITSELF = "goes on by itself"


def polls(what: str, folder: Path, options: Sequence[int]) -> tuple[list[list[str]], list[str]]:
    """What three polls said for each option, and where the end was another than it should be."""
    folder.mkdir()
    words = ("-m", "tests.faults.scarce", what, folder, *options)
    done = subprocess.run(
        [*(OF_ITS_OWN if what != "files" else ()), sys.executable, *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"This test needs root, or user namespaces. {done.stderr}"
    answer: dict[str, Any] = json.loads(done.stdout)
    assert len(answer["expected"]["messages"]) == 20
    return answer["said"], answer["wrong"]


def hold(said: list[list[str]], wrong: list[str]) -> int:
    """Every trouble says what is safe and what to do; the last poll of three has none."""
    assert wrong == []
    assert said[2::3] == [[]] * (len(said) // 3)
    sentences = [sentence for poll in said for sentence in poll]
    assert all(SAFE in sentence for sentence in sentences)
    return sum(bool(poll) for poll in said[::3])


def test_a_disk_without_room(tmp_path: Path) -> None:
    said, wrong = polls("size", tmp_path / "disk", [8, 80])
    assert hold(said, wrong) == 2
    assert all("full" in str(one) or "No space left" in str(one) for one in (said[0], said[3]))
    assert all("Make room on its disk" in str(one) and BY_ITSELF in str(one) for one in said[::3])


def test_a_disk_without_inodes(tmp_path: Path) -> None:
    said, wrong = polls("nr_inodes", tmp_path / "disk", [0, 8])
    assert hold(said, wrong) == 2
    assert all("`df -i`" in str(one) and BY_ITSELF in str(one) for one in said[::3])


def test_no_open_files(tmp_path: Path) -> None:
    said, wrong = polls("files", tmp_path / "disk", [8])
    assert hold(said, wrong) == 1
    assert "Too many open files" in str(said[0])
    assert "LimitNOFILE=" in str(said[0])


@pytest.mark.faults
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    ("what", "options"),
    [
        ("size", range(0, 400, 8)),
        ("nr_inodes", range(50)),
        ("files", range(7, 32)),
    ],
)
def test_anything_runs_out_at_any_moment(
    tmp_path: Path, figure: Figure, what: str, options: Sequence[int]
) -> None:
    said, wrong = polls(what, tmp_path / "disk", options)
    name = {"size": "a full disk", "nr_inodes": "no inodes", "files": "no open files"}[what]
    print(*wrong, sep="\n")
    figure(f"{name}, in {len(options)} places: lost or otherwise", len(wrong), 0, not wrong)
    short = hold(said, wrong)
    figure(f"{name}: polls that met it", short, "over 5", short > 5)
