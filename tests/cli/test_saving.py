"""`intake show ID --save DIR`: the files of a mail, under names that can do no harm."""

import stat
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.cli.saving import safe_name, save
from intake.errors import IntakeError
from intake.store.files import Files
from intake.store.rows import MessageRow
from tests.reading.mails import mail, pdf


@pytest.mark.parametrize(
    ("given_name", "safe"),
    [
        ("cv.pdf", "cv.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\cv.pdf", "cv.pdf"),
        (".bashrc", "bashrc"),
        ("-rf.pdf", "rf.pdf"),
        ("cv\x00\n\x1b[31m.pdf", "cv[31m.pdf"),
        ("cv\u202efdp.exe", "cvfdp.exe"),
        ("CON.pdf", "_CON.pdf"),
        ("lpt1", "_lpt1"),
        ("beacon.pdf", "beacon.pdf"),
        ('a<b>:"c|d?e*.pdf', "a_b___c_d_e_.pdf"),
        ("  résumé .pdf. ", "résumé.pdf"),
        ("...", "document"),
        ("", "document"),
        ("é" * 200 + ".docx", "é" * 72 + ".docx"),
        ("x" * 300, "x" * 150),
    ],
)
def test_a_name_is_made_harmless(given_name: str, safe: str) -> None:
    assert safe_name(given_name) == safe


@given(st.text(st.characters(), max_size=300))
def test_any_name_is_safe_and_short(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert len(safe.encode()) <= 150
    assert safe.isprintable()
    assert Path(safe).name == safe
    assert safe[0] not in ".-~ "
    assert not set(safe) & set('/\\<>:"|?*')


def saved_of(files: Files, mails: list[MessageRow], folder: Path) -> list[Path]:
    return [one for one in save(files, mails, folder) if isinstance(one, Path)]


def _stored(folder: Path, *attachments: tuple[str, bytes]) -> tuple[Files, MessageRow]:
    made = mail()
    for name, data in attachments:
        made.add_attachment(data, maintype="application", subtype="pdf", filename=name)
    files = Files(folder / "files", reserve=0)
    kept = files.keep([made.as_bytes()])
    return files, cast(MessageRow, SimpleNamespace(id=1, sha256=kept.sha256))


def test_the_files_of_a_mail_are_written_once_and_for_their_owner_alone(tmp_path: Path) -> None:
    first, second = pdf(("One CV",)), pdf(("Another CV",))
    files, row = _stored(tmp_path, ("../cv.pdf", first), ("again.pdf", first), ("cv.pdf", second))
    folder = tmp_path / "saved"
    saved = saved_of(files, [row, row], folder)
    assert [path.name for path in saved] == ["cv.pdf", "cv (2).pdf"]
    assert [path.read_bytes() for path in saved] == [first, second]
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in saved)
    assert {path.name for path in tmp_path.iterdir()} == {"files", "saved"}


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    files, row = _stored(tmp_path, ("cv.pdf", pdf()))
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "cv.pdf").write_bytes(b"mine")
    (folder / "cv (2).pdf").symlink_to(tmp_path / "elsewhere")
    (saved,) = saved_of(files, [row], folder)
    assert saved.name == "cv (3).pdf"
    assert list(save(files, [row], folder)) == [saved]
    assert (folder / "cv.pdf").read_bytes() == b"mine"
    assert not (tmp_path / "elsewhere").exists()


def test_a_mail_that_is_gone_is_told_and_the_others_are_saved(tmp_path: Path) -> None:
    files, good = _stored(tmp_path, ("cv.pdf", pdf()))
    gone = cast(MessageRow, SimpleNamespace(id=2, sha256="0" * 64))
    told, kept = save(files, [gone, good], tmp_path / "out")
    assert isinstance(told, IntakeError)
    assert "m2" in told.problem
    assert isinstance(kept, Path)
