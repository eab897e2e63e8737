"""The house stays simple: short functions, short files, one room for each outside package."""

import ast
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2] / "intake"
FILES = sorted(HOUSE.rglob("*.py"))

SHARED = {
    "pydantic": {"settings", "reading", "store"},  # the codec at three doors
    "jinja2": {"outbox", "desk"},
}
"""Packages with more than one importing room, and why."""


def room(path: Path) -> str:
    """The first folder below intake/, or the file's own name."""
    first = path.relative_to(HOUSE).parts[0]
    return first.removesuffix(".py")


def functions() -> Iterator[tuple[int, str]]:
    """Every function with its lines, migrations left out: they are written by a tool."""
    for path in FILES:
        if "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                yield lines, f"{path.relative_to(HOUSE)}:{node.lineno} {node.name}"


def imported(path: Path) -> set[str]:
    """The outside packages that a file imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"intake"}


def test_functions_are_short() -> None:
    lengths = sorted(functions(), reverse=True)
    assert lengths[0][0] <= 50, lengths[:3]
    assert statistics.median(lines for lines, _ in lengths) <= 10


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


def test_each_outside_package_has_one_importing_room() -> None:
    rooms = defaultdict(set)
    for path in FILES:
        for name in imported(path):
            rooms[name].add(room(path))
    several = {name: found for name, found in rooms.items() if len(found) > 1}
    assert several == {name: found for name, found in SHARED.items() if name in several}


def test_triage_needs_nothing_but_rapidfuzz() -> None:
    found = {name for path in FILES if room(path) == "triage" for name in imported(path)}
    assert found <= {"rapidfuzz"}


def test_triage_has_no_clock_disk_network_or_log() -> None:
    forbidden = {"time", "socket", "logging", "pathlib", "os", "subprocess", "random", "io"}
    used = {
        f"{path.name}: {name}"
        for path in FILES
        if room(path) == "triage"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in _modules(node)
        if name in forbidden
    }
    assert used == set()


def _modules(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom) and node.module:
        return {node.module.partition(".")[0]}
    return set()
