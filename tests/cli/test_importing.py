"""`intake import` opens mail as `intake run` does, and says as much of its sandbox."""

from pathlib import Path

import pytest

from intake.cli import main
from intake.reading.confine import Confinement
from tests.daemon.running import Place
from tests.daemon.test_daemon import application


def test_it_says_what_the_sandbox_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = Place(tmp_path, imap=1)
    place.open_vacancy("tosci", "tosci@example.org")
    mail = tmp_path / "application.eml"
    mail.write_bytes(application(1))
    monkeypatch.setenv("PASSWORD", "unused")
    monkeypatch.setattr(Confinement, "weaknesses", ("Readers see the files of this machine.",))
    words = ["import", str(mail), "--config", str(place.home / "config")]
    main(words, standalone_mode=False)
    assert "! Readers see the files of this machine." in capsys.readouterr().err
