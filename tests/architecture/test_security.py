"""docs/security.md is whole and true: every requirement once, every test that it names is there."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.architecture.test_house import FILES

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "security.md"
IDS = (Path(__file__).parent / "asvs-5.0-level-2.txt").read_text("utf-8").split()
"""The numbers of all requirements of ASVS 5.0.0 at levels 1 and 2."""

ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| [12] \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
ANSWERS = ("Test: `tests/", "Setting: ", "Document: ", "Not applicable: ", "Not met: ")


def answers() -> list[tuple[str, str]]:
    return ROW.findall(PAGE.read_text("utf-8"))


def test_every_requirement_stands_there_once() -> None:
    assert len(IDS) == 253
    assert Counter(number for number, _ in answers()) == Counter(IDS)


def test_every_answer_is_one_of_five() -> None:
    assert [row for row in answers() if not row[1].startswith(ANSWERS)] == []


@pytest.mark.parametrize("path", sorted({path for path, _ in NAMED.findall(PAGE.read_text())}))
def test_every_test_that_is_named_is_there(path: str) -> None:
    named = {name for file, name in NAMED.findall(PAGE.read_text("utf-8")) if file == path}
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    there = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert named <= there


def test_every_page_that_is_named_is_there() -> None:
    for path in re.findall(r"docs/[\w/-]+\.md", PAGE.read_text("utf-8")):
        assert (ROOT / path).is_file(), path


def test_nothing_is_evaluated() -> None:
    called = {
        f"{path.name}:{node.lineno}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("eval", "exec", "compile", "__import__")
    }
    assert called == set()


def test_templates_are_files_of_ours() -> None:
    made = {
        f"{path.name}: {node.attr}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("from_string", "DictLoader")
    }
    assert made == set()


def test_only_approved_hashes_are_used() -> None:
    used = {
        node.attr
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "hashlib"
    }
    assert used <= {"sha256", "file_digest"}
