"""docs/promises.md: every test that it names is there, every sentence that it quotes is ours."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROMISES = (ROOT / "docs" / "promises.md").read_text("utf-8")
PROMISED, QUOTED = 35, 60
"""How many promises and quotations there are at least: a table cut short proves nothing."""


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading."""
    section = PROMISES.partition(f"## {heading}")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def words() -> Iterator[str]:
    """Every text in the program and in the words of its letters."""
    for path in (ROOT / "intake").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
    for path in (ROOT / "intake").rglob("words.toml"):
        yield from _texts(tomllib.loads(path.read_text("utf-8")))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield re.sub(r"\{\w+\}", "…", value)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)


def test_each_promise_has_tests_that_exist() -> None:
    found = rows("To HR")
    assert len(found) >= PROMISED
    assert [row[0] for row in found] == [str(number + 1) for number in range(len(found))]
    for row in found:
        named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", row[-1])
        assert named, row
        for path, name in named:
            assert f"def {name}(" in (ROOT / path).read_text("utf-8"), f"{path}::{name}"


def test_each_promise_names_rooms_that_exist() -> None:
    for row in rows("To HR"):
        rooms = re.findall(r"`((?:triage|reading|mailbox|store|jobs|daemon|desk)/[\w.]*)`", row[2])
        assert rooms, row
        assert all((ROOT / "intake" / room).exists() for room in rooms), row


def test_each_quotation_is_what_the_program_says() -> None:
    said = "\n".join(words())
    quoted = [
        text for row in rows("What you read") for text in re.findall(r'"([^"]+)"', " ".join(row))
    ]
    assert len(quoted) >= QUOTED
    parts = [part.strip(" ") for text in quoted for part in text.split("…")]
    assert [part for part in parts if part not in said] == []


def test_each_fault_is_told_in_three_parts() -> None:
    for row in rows("What you read"):
        assert len(row) == 4, row
        assert all(row), row
        assert '"' in row[1], row
