"""What a test measured, beside what it should reach: one table at the end of the run.

A test asks for `figure` and calls it once for each figure. The figures travel with the test's
report, so that the table is whole when xdist has the tests run in several processes.
"""

from collections.abc import Iterator
from typing import Protocol

import pytest

KEY = "figure"
HEADS = ("figure", "target", "measured")


class Figure(Protocol):
    """Notes a figure, and fails the test where it is not reached."""

    def __call__(self, name: str, measured: object, target: object, ok: bool) -> None: ...


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Figure:
    """Notes what was measured."""

    def note(name: str, measured: object, target: object, ok: bool) -> None:
        row = (name, str(target), str(measured), ok)
        request.node.user_properties.append((KEY, row))
        assert ok, f"{name}: {measured}, which should be {target}"

    return note


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    rows = sorted(set(_noted(terminalreporter)))
    if not rows:
        return
    cells = [HEADS, *(row[:3] for row in rows)]
    wide = [max(len(row[column]) for row in cells) for column in range(3)]
    terminalreporter.section("figures")
    for row, ok in zip(cells, [True, *(row[3] for row in rows)], strict=True):
        line = " | ".join(cell.ljust(width) for cell, width in zip(row, wide, strict=True))
        terminalreporter.write_line(line.rstrip() + ("" if ok else "   <- NOT REACHED"))


def _noted(reporter: pytest.TerminalReporter) -> Iterator[tuple[str, str, str, bool]]:
    for reports in reporter.stats.values():
        for report in reports:
            for key, row in getattr(report, "user_properties", ()):
                if key == KEY:
                    name, target, measured, ok = row
                    yield name, target, measured, ok
