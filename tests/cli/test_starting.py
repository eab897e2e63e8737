"""Each command loads only its part of the house: it must start with nothing loaded before."""

import subprocess
import sys

import pytest

from intake.cli import COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_starts_by_itself(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "intake", command, "--help"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Usage: python -m intake {command}")
