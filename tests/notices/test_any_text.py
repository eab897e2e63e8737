"""Whatever a file holds, the draft is valid TOML that settings understand."""

import time
import tomllib
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from intake.notices.compose import draft
from intake.notices.draft import Draft
from intake.notices.vacancy_file import as_toml
from intake.settings import ConfigurationError
from tests.notices.drafts import loaded

# Pieces of notices, of TOML and of odd text, in any order: closer to trouble than letters alone.
PIECES = (
    *("Job title: ", "Legal Officer", "is seeking a ", "analyst to ", "Reference: ", "2026-117"),
    *("no later than ", "8 February 2026", "31/02/2026", "08.02.26", "1 May 1999", "14 June"),
    *("at 17:00", "24:00", "99:99", "midnight", "CET", "UTC+15", "GMT-3", "(Paris time)", "AoE"),
    *("send your CV and cover letter ", "in English or French", "to jobs@example.org", "[at]"),
    *("[email protected]", "the subject line must state the project title", "Sea (SEA) Project"),
    *("- ", "| a | b |", "# ", "**", "\n", "\n\n", ". ", ": ", "; ", ", ", "(", ")", "“", "”"),
    *('"', '"""', "'''", "\\", "\\u0000", "\x00", "\x1b[31m", "\x7f", "\u2028", "\u202e", "=", "["),
    *("]", "[[table]]", "key = 1", "# comment", "&#0;", "&#x1F;", "&nbsp;", "<br>", "\r", "\t"),
)
notices = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(notices, st.text(max_size=20))
@example("Job title: - . ", "")
def test_any_text_makes_a_file_that_settings_load(text: str, name: str) -> None:
    found = draft(text, name)
    tomllib.loads(as_toml(found))
    assert _problems(found) == ([] if _date_of(found) else ["deadline.date"])


def _date_of(found: Draft) -> date | None:
    return found.closing.value.date if found.closing else None


def _problems(found: Draft) -> list[str]:
    with TemporaryDirectory() as folder:
        try:
            loaded(found, Path(folder))
        except ConfigurationError as error:
            return [problem.key for problem in error.problems]
    return []


@pytest.mark.parametrize(
    "odd",
    [
        "quotes \" and ' and \"\"\" and '''",
        "a backslash \\ and \\u0000",
        "TOML: [deadline] date = 1999-01-01 # not so",
        "a control \x00\x07\x1b character",
    ],
)
def test_a_sentence_may_hold_whatever_it_likes(odd: str, tmp_path: Path) -> None:
    found = draft(f"Applications must arrive no later than 8 February 2026, {odd}", "odd")
    values = tomllib.loads(as_toml(found))
    assert values["deadline"]["date"] == date(2026, 2, 8)
    assert loaded(found, tmp_path).vacancy.deadline.sentence == values["deadline"]["sentence"]


def test_a_missing_date_is_told_in_plain_words(tmp_path: Path) -> None:
    found = draft("We are looking for an editor. Write to jobs@example.org.", "editor")
    with pytest.raises(ConfigurationError) as error:
        loaded(found, tmp_path)
    (problem,) = error.value.problems
    assert problem.key == "deadline.date"
    assert "missing" in problem.problem


def test_an_empty_text_leaves_only_questions() -> None:
    found = draft("")
    assert found.title is None
    assert found.address is None
    assert found.closing is None
    assert len(found.questions) == 5


@pytest.mark.parametrize(
    "odd", ["A" * 50_000, "1." * 25_000, "a@b.org " * 5_000, "a-a@" * 12_000, "- CV\n" * 5_000]
)
def test_a_text_made_to_be_slow_is_drafted_in_seconds(odd: str) -> None:
    before = time.monotonic()
    draft(odd)
    assert time.monotonic() - before < 20
