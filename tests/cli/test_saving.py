"""`intake show ID --save DIR`: the files of a mail, under names that can do no harm."""

import hashlib
import stat
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from intake.cli.saving import save
from intake.errors import IntakeError
from intake.store.files import Files
from intake.store.rows import MessageRow
from tests.reading.mails import mail, pdf


def saved_of(files: Files, mails: list[MessageRow], folder: Path) -> list[Path]:
    return [one for one in save(files, mails, folder) if isinstance(one, Path)]


def _stored(folder: Path, *attachments: tuple[str, bytes]) -> tuple[Files, MessageRow]:
    made = mail()
    for name, data in attachments:
        made.add_attachment(data, maintype="application", subtype="pdf", filename=name)
    files = Files(folder / "files", reserve=0)
    kept = files.keep([made.as_bytes()])
    return files, cast(MessageRow, SimpleNamespace(id=1, sha256=kept.sha256, message=None))


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
    gone = cast(MessageRow, SimpleNamespace(id=2, sha256="0" * 64, message=None))
    told, kept = save(files, [gone, good], tmp_path / "out")
    assert isinstance(told, IntakeError)
    assert "m2" in told.problem
    assert isinstance(kept, Path)


def test_a_logo_that_is_no_document_is_not_saved(tmp_path: Path) -> None:
    cv, logo = pdf(("One CV",)), pdf(("Our motto",))
    files, row = _stored(tmp_path, ("cv.pdf", cv), ("logo.pdf", logo))
    document = SimpleNamespace(sha256=hashlib.sha256(cv).hexdigest())
    row.message = SimpleNamespace(documents=(document,))  # type: ignore[misc,assignment]
    assert [path.name for path in saved_of(files, [row], tmp_path / "out")] == ["cv.pdf"]
