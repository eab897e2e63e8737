"""The sandbox: whatever a mail holds, the daemon lives, and the rest of the mail is read."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from intake.reading.limits import Limits
from intake.reading.sandbox import ReadingFailed, Sandbox
from intake.triage.message import Message, Unreadable
from tests.reading import bombs
from tests.reading.mails import CV_LINES, mail, pdf, zipped


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


def _read(sandbox: Sandbox, folder: Path, made: EmailMessage | bytes) -> Message:
    path = folder / "mail.eml"
    path.write_bytes(made if isinstance(made, bytes) else made.as_bytes())
    return sandbox.read(path)


def _with_files(**files: bytes) -> EmailMessage:
    made = mail()
    for name, data in files.items():
        made.add_attachment(
            data,
            maintype="application",
            subtype="octet-stream",
            filename=name.replace("__", "."),
        )
    return made


def _memory(pid: int | str = "self") -> int:
    """Resident octets of a process."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096


def test_an_application_is_read(sandbox: Sandbox, tmp_path: Path) -> None:
    message = _read(sandbox, tmp_path, _with_files(cv__pdf=pdf()))
    (document,) = [one for one in message.documents if not one.in_body]
    assert message.sender.email == "amelie@example.org"
    assert document.readable
    assert document.media_type == "application/pdf"
    assert document.pages == 1
    assert "CURRICULUM VITAE" in document.text


def test_this_machine_allows_every_measure(sandbox: Sandbox) -> None:
    assert sandbox.confinement.system_calls
    assert sandbox.confinement.weaknesses == ()


def test_a_bomb_costs_only_itself(sandbox: Sandbox, tmp_path: Path) -> None:
    made = _with_files(bomb__pdf=bombs.flate_bomb(), cv__pdf=pdf())
    before = _memory()
    bomb, cv = _read(sandbox, tmp_path, made).documents
    assert bomb.reason is Unreadable.TOO_LARGE
    assert bomb.notes
    assert cv.readable
    assert _memory() - before < 4 << 20


def test_a_zip_bomb_is_listed_as_too_large(sandbox: Sandbox, tmp_path: Path) -> None:
    made = _with_files(a__zip=bombs.zip_bomb(), b__zip=bombs.nested_zips(8), cv__pdf=pdf())
    found = {one.filename: one for one in _read(sandbox, tmp_path, made).documents}
    assert found["a.zip"].reason is Unreadable.TOO_LARGE
    assert found["inner.zip"].reason is Unreadable.TOO_LARGE
    assert found["cv.pdf"].readable


def test_the_files_of_a_zip_are_read_each_by_itself(sandbox: Sandbox, tmp_path: Path) -> None:
    files = zipped({"cv.pdf": pdf(), "broken.pdf": b"%PDF-1.4 nothing"})
    found = {
        one.filename: one for one in _read(sandbox, tmp_path, _with_files(a__zip=files)).documents
    }
    assert found["cv.pdf"].readable
    assert found["cv.pdf"].container == "a.zip"
    assert found["broken.pdf"].reason is Unreadable.CORRUPT


def test_a_document_that_takes_too_long_is_timed_out(tmp_path: Path) -> None:
    with Sandbox(Limits(document_cpu=1, document_wall=2.0)) as hurried:
        started = time.monotonic()
        made = _with_files(slow__pdf=bombs.operator_bomb(), cv__pdf=pdf())
        found = _read(hurried, tmp_path, made).documents
        assert found[0].reason is Unreadable.TIMED_OUT
        assert found[1].readable
        assert time.monotonic() - started < 15


def test_a_mail_that_takes_too_long_fails_with_a_plain_reason(tmp_path: Path) -> None:
    with (
        Sandbox(Limits(delivery_wall=-1.9)) as hurried,
        pytest.raises(ReadingFailed, match="took too long"),
    ):
        _read(hurried, tmp_path, mail("x" * 5_000_000))


def test_a_mail_that_needs_too_much_memory_fails_with_a_plain_reason(tmp_path: Path) -> None:
    with (
        Sandbox(Limits(delivery_memory=4 << 20)) as small,
        pytest.raises(ReadingFailed, match="more memory"),
    ):
        _read(small, tmp_path, mail("x\n" * 5_000_000))


def test_an_encrypted_mail_is_said_to_be_encrypted(sandbox: Sandbox, tmp_path: Path) -> None:
    made = mail("")
    made.set_content(b"-----BEGIN PGP MESSAGE-----\n\nhQEMA", "application", "octet-stream")
    (document,) = _read(sandbox, tmp_path, made).documents
    assert document.reason is Unreadable.ENCRYPTED


def test_a_mail_larger_than_any_is_not_opened(tmp_path: Path) -> None:
    with Sandbox(Limits(mail=1000)) as small, pytest.raises(ReadingFailed, match="larger than"):
        _read(small, tmp_path, mail("x" * 2000))


def test_a_mail_of_30_megabytes_is_read(sandbox: Sandbox, tmp_path: Path) -> None:
    large = _with_files(photo__bin=os.urandom(22 << 20), cv__pdf=pdf())
    found = _read(sandbox, tmp_path, large).documents
    assert [(one.filename, one.readable) for one in found] == [
        ("photo.bin", False),
        ("cv.pdf", True),
    ]


def _scan(lines: tuple[str, ...]) -> bytes:
    """A PDF of one page that is a picture of these lines."""
    page = Image.new("L", (1240, 900), 255)
    pen = ImageDraw.Draw(page)
    for at, line in enumerate(lines):
        pen.text((80, 60 + 80 * at), line[:50], fill=0, font=ImageFont.load_default(40))
    out = io.BytesIO()
    page.save(out, "PDF")
    return out.getvalue()


def test_a_scan_is_read_by_its_pictures(sandbox: Sandbox, tmp_path: Path) -> None:
    (scan,) = _read(sandbox, tmp_path, _with_files(scan__pdf=_scan(CV_LINES))).documents
    assert scan.readable
    assert "Education" in scan.text
    assert scan.pages == 1


def test_reads_run_beside_each_other(sandbox: Sandbox, tmp_path: Path) -> None:
    def one(number: int) -> str:
        folder = tmp_path / str(number)
        folder.mkdir()
        return _read(sandbox, folder, mail(Subject=f"number {number}")).subject

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(one, range(20))) == [f"number {at}" for at in range(20)]


def test_a_dead_fork_server_is_replaced(tmp_path: Path) -> None:
    with Sandbox() as sandbox:
        _read(sandbox, tmp_path, mail())
        os.kill(_servers(os.getpid())[-1], signal.SIGKILL)
        time.sleep(0.2)
        assert _read(sandbox, tmp_path, mail()).subject == "Application"


def test_the_fork_server_ends_when_the_daemon_is_killed() -> None:
    script = (
        "import time; from intake.reading.sandbox import Sandbox\n"
        "with Sandbox() as s:\n    print(s.confinement, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as daemon:
        assert daemon.stdout is not None
        daemon.stdout.readline()
        (server,) = _servers(daemon.pid)
        daemon.kill()
        daemon.wait()
    _wait_for(lambda: not Path(f"/proc/{server}").exists())


def test_the_environment_of_the_daemon_does_not_reach_the_readers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOSCI_PASSWORD", "secret")
    with Sandbox() as sandbox:
        _read(sandbox, tmp_path, mail())
        server = _servers(os.getpid())[-1]
        assert b"secret" not in Path(f"/proc/{server}/environ").read_bytes()


def test_the_memory_of_the_daemon_stays_where_it_is(sandbox: Sandbox, tmp_path: Path) -> None:
    made = _with_files(cv__pdf=pdf(), more__zip=zipped({"a.txt": b"words " * 1000}))
    for _ in range(3):
        _read(sandbox, tmp_path, made)
    before = _memory()
    for _ in range(15):
        _read(sandbox, tmp_path, made)
    assert _memory() - before < 4 << 20


def _servers(parent: int) -> list[int]:
    """The fork servers that a process started, the latest last."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it may have ended meanwhile
            started_by = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if started_by == parent and b"forkserver" in (folder / "cmdline").read_bytes():
                found.append(int(folder.name))
    return sorted(found)


def _wait_for(condition: object, seconds: float = 5.0) -> None:
    assert callable(condition)
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.05)


def test_a_document_that_comes_by_itself_is_read_within_the_same_limits(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    notice = tmp_path / "avis été.txt"
    notice.write_bytes("Titre : chargé d'études à Liège".encode("latin-1"))
    document = sandbox.read_document(notice)
    assert document.filename == "avis été.txt"
    assert "chargé d'études à Liège" in document.text
    assert sandbox.read(_stored(tmp_path, mail())).subject == mail()["Subject"]


def test_a_bomb_that_comes_by_itself_is_named_and_costs_nobody(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.pdf"
    bomb.write_bytes(bombs.flate_bomb())
    with Sandbox() as sandbox:
        document = sandbox.read_document(bomb)
    assert not document.readable
    assert document.reason in (Unreadable.TOO_LARGE, Unreadable.TIMED_OUT)


def test_an_archive_of_several_files_is_no_document(sandbox: Sandbox, tmp_path: Path) -> None:
    packed = tmp_path / "both.zip"
    packed.write_bytes(zipped({"a.txt": b"one text", "b.txt": b"another text"}))
    with pytest.raises(ReadingFailed, match="several files"):
        sandbox.read_document(packed)


def test_the_files_of_a_mail_come_back_as_they_were_sent(sandbox: Sandbox, tmp_path: Path) -> None:
    letter = b"Dear Sir or Madam, a letter."
    cv = pdf()
    made = _with_files(cv__pdf=cv, again__pdf=cv, both__zip=zipped({"letter.txt": letter}))
    files = sandbox.files(_stored(tmp_path, made))
    assert [one.data for one in files] == [cv, letter]
    assert [one.filename for one in files][1] == "letter.txt"
    documents = sandbox.read(_stored(tmp_path, made)).documents
    assert {one.sha256 for one in files} == {one.sha256 for one in documents if not one.in_body}


def _stored(folder: Path, made: EmailMessage) -> Path:
    path = folder / "stored"
    path.write_bytes(made.as_bytes())
    return path
