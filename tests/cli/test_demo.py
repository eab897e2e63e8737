"""What people see of `make demo`, from the first line to the last."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

from intake.cli.demonstrating import _with_desk

ROOT = Path(__file__).resolve().parents[2]
INTAKE = Path(sys.executable).with_name("intake")

PROJECT = """
[project]
name = "tiny"
version = "1"
requires-python = ">=3.11"
"""


def test_its_figures_agree_and_its_next_command_is_one_that_works(tmp_path: Path) -> None:
    typed = [str(INTAKE), "demo", "--output", str(tmp_path)]
    ran = subprocess.run(typed, capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stderr
    server, accounted = figures(r"(\d+) on the server, (\d+) accounted for, 0 missing", ran.stdout)
    files, everything = figures(r"(\d+) more came as files .*: (\d+) mails in all", ran.stdout)
    [told] = figures(r"first mail to HR: (\d+) new mails", ran.stdout)
    assert server == accounted
    assert server + files == everything == told
    assert shlex.join([*typed, "--keep"]) in ran.stdout
    assert re.search(r"\b([02-9]|1\d) enquir(?!ies\b)", ran.stdout) is None
    assert re.search(r"\b[02-9] enquiries\b", ran.stdout)
    assert (tmp_path / "digest.html").is_file()


def figures(pattern: str, text: str) -> list[int]:
    found = re.search(pattern, text)
    assert found, text
    return [int(one) for one in found.groups()]


def test_who_typed_make_is_told_to_type_make() -> None:
    make = shutil.which("make")
    assert make
    told = subprocess.run(
        [make, "--dry-run", "demo"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert '--again "make demo DEMO=--keep"' in told.stdout


def test_a_module_is_started_again_as_one() -> None:
    again = shlex.split(_with_desk(["/some/where/intake/__main__.py", "demo", "--output", "a b"]))
    assert again[1:] == ["-m", "intake", "demo", "--output", "a b", "--keep"]


def test_setting_up_says_one_line_unless_it_fails(tmp_path: Path) -> None:
    uv = ROOT / ".uv/bin/uv"
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    subprocess.run([uv, "lock", "--offline", "--quiet"], cwd=tmp_path, check=True)
    setup = ["make", "setup", f"UV={uv}", f"PYTHON={sys.executable}"]
    # A make inside `make test` would tell of its folders.
    env = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MF"))}
    run = partial(subprocess.run, setup, cwd=tmp_path, env=env, capture_output=True, text=True)
    ran = run(check=True)
    assert (ran.stdout, ran.stderr) == ("Setting up .venv: a minute or two, once ...\n", "")
    (tmp_path / "uv.lock").write_text("not a lock")
    broken = run(check=False)
    assert broken.returncode != 0
    assert "uv.lock" in broken.stderr
