"""Old packages are refused, an old Python is told."""

import sys
from collections.abc import Callable

import pytest

from intake.cli import floors
from intake.errors import Permanent


def test_what_is_locked_stands_on_its_floors() -> None:
    floors.require_floors()


@pytest.mark.parametrize(
    ("package", "found"),
    [("pdfminer.six", "20251107"), ("imapclient", "4.1rc1"), ("lxml", "6.0.2")],
)
def test_an_old_package_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, package: str, found: str
) -> None:
    real: Callable[[str], str] = floors.installed
    monkeypatch.setattr(floors, "installed", lambda one: found if one == package else real(one))
    with pytest.raises(Permanent, match=f"{package} {found} is too old") as refused:
        floors.require_floors()
    assert "make setup" in refused.value.remedy


def test_an_old_python_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 11, 2, "final", 0))
    floors.require_floors()
    assert "older than 3.11.10" in capsys.readouterr().err


def test_what_is_newer_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floors, "installed", lambda package: "20990101")
    floors.require_floors()
    monkeypatch.setattr(floors, "FLOORS", {"imapclient": ("4.9.1", "it was older")})
    monkeypatch.setattr(floors, "installed", lambda package: "4.10")
    floors.require_floors()
