"""A museum of broken configurations: each is answered with where, what, and what to write.

A case is a folder of tests/configs: the files that differ from `base`, and expected.toml with the
whole answer. To add one, copy a case.
"""

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from intake.settings import ConfigurationError, Problem, load

CONFIGS = Path(__file__).parents[1] / "configs"
CASES = sorted(case.name for case in CONFIGS.iterdir() if (case / "expected.toml").is_file())


def laid_out(case: str, folder: Path) -> dict[str, Any]:
    """The case's configuration, laid into `folder`; returns what is expected of it."""
    expected = tomllib.loads((CONFIGS / case / "expected.toml").read_text(encoding="utf-8"))
    shutil.copytree(CONFIGS / "base", folder)
    for name in expected.get("absent", []):
        (folder / name).unlink()
    shutil.copytree(
        CONFIGS / case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.toml")
    )
    return expected


def as_told(problem: Problem, folder: Path) -> dict[str, object]:
    told = {
        "file": problem.file.relative_to(folder).as_posix(),
        "line": problem.line,
        "key": problem.key,
        "problem": problem.problem,
        "expected": problem.expected,
        "write": problem.write,
    }
    here = f"{folder}/"
    return {
        name: value.replace(here, "") if isinstance(value, str) else value
        for name, value in told.items()
        if value not in (None, "")
    }


@pytest.mark.parametrize("case", CASES)
def test_is_answered_in_full(case: str, tmp_path: Path) -> None:
    folder = tmp_path / "config"
    expected = laid_out(case, folder)
    with pytest.raises(ConfigurationError) as caught:
        load(folder, {})
    assert [as_told(problem, folder) for problem in caught.value.problems] == expected["problem"]


@pytest.mark.parametrize("case", CASES)
def test_says_what_was_expected_and_what_to_write(case: str) -> None:
    expected = tomllib.loads((CONFIGS / case / "expected.toml").read_text(encoding="utf-8"))
    assert expected["about"].endswith(".")
    for problem in expected["problem"]:
        assert problem["expected"]
        assert problem["write"]


@pytest.mark.parametrize("case", CASES)
def test_never_repeats_a_secret(case: str, tmp_path: Path) -> None:
    folder = tmp_path / "config"
    laid_out(case, folder)
    with pytest.raises(ConfigurationError) as caught:
        load(folder, {"OFFICER_PASSWORD": "correct horse battery"})
    assert "correct" not in str(caught.value)


def test_the_museum_is_not_small() -> None:
    assert len(CASES) >= 60


def test_the_base_has_no_mistake() -> None:
    assert load(CONFIGS / "base", {}).vacancies[0].vacancy.id == "officer"


def test_a_problem_reads_like_a_note_to_its_author(tmp_path: Path) -> None:
    folder = tmp_path / "config"
    laid_out("date-as-text", folder)
    with pytest.raises(ConfigurationError) as caught:
        load(folder, {})
    assert str(caught.value) == (
        "The configuration has one mistake:\n"
        f'{folder}/vacancies/officer.toml, line 9, deadline.date: "8 February 2026" is text, '
        "not a date.\n"
        "  expected: a date as year-month-day, without quotation marks\n"
        "  write:    date = 2026-02-08"
    )


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no such configuration folder") as caught:
        load(tmp_path / "nowhere", {})
    assert "--config" in caught.value.problems[0].write
