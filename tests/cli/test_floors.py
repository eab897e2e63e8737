"""Old packages are refused, an old Python is told."""

import sys
from collections.abc import Callable

import pytest

from intake.cli import floors
from intake.errors import Permanent


def test_what_is_locked_stands_on_its_floors() -> None:
    floors.require_floors()


@pytest.mark.parametrize(
    ("package", "found"), [("pdfminer.six", "20251107"), ("imapclient", "4.0.9"), ("lxml", "6.0.2")]
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


def test_versions_are_compared_as_numbers() -> None:
    assert floors.numbers("4.10") > floors.numbers("4.9.1")
    assert floors.numbers("4.1.0rc1") == (4, 1)
