"""What the process that reads a document is refused by the kernel."""

import ctypes
import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from intake.reading import confine, hiding, step
from intake.reading.confine import Confinement
from intake.reading.extract import Unread
from intake.triage.message import Unreadable

MIB = 1 << 20


@pytest.fixture(scope="module")
def filters() -> Iterator[confine.Filters]:
    assert confine.filters_available(), "this machine does not filter system calls"
    yield confine.build_filters()


def _share(forbidden: object, cpu: int = 5, wall: float = 5.0) -> step.Share:
    return step.Share(
        memory=confine.AddressSpace()() + 200 * MIB,
        cpu=cpu,
        wall=wall,
        answer=MIB,
        open_files=32,
        filters=forbidden,
    )


def _outcome(deed: Callable[[], object]) -> bytes:
    """What becomes of a deed: refused, or done."""
    try:
        deed()
    except OSError as refusal:
        return f"refused {refusal.errno}".encode()
    return b"done"


DEEDS: dict[str, Callable[[Path], object]] = {
    "a socket": lambda _: socket.socket(),
    "a local socket": lambda _: socket.socket(socket.AF_UNIX),
    "becoming a program": lambda _: os.execv("/bin/true", ["true"]),
    "starting a program": lambda _: subprocess.run(["/bin/true"], check=True),
    "starting a process": lambda _: os.fork(),
    "a signal": lambda _: os.kill(1, 0),
    "a new file": lambda folder: (folder / "new.txt").write_text("x"),
    "writing to a file": lambda folder: (folder / "kept.txt").open("a"),
    "removing a file": lambda folder: (folder / "kept.txt").unlink(),
    "renaming a file": lambda folder: (folder / "kept.txt").rename(folder / "other.txt"),
    "a folder": lambda folder: (folder / "new").mkdir(),
    "a link": lambda folder: (folder / "link").symlink_to("kept.txt"),
    "another mode": lambda folder: (folder / "kept.txt").chmod(0o777),
    "another group": lambda _: os.setpgid(0, 0),
    "another user": lambda _: os.setuid(1),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_a_reader_is_refused(filters: confine.Filters, tmp_path: Path, deed: str) -> None:
    (tmp_path / "kept.txt").write_text("kept")

    def work() -> bytes:
        confine.load(filters.delivery)  # as a document's process inherits it
        return _outcome(lambda: DEEDS[deed](tmp_path))

    assert step.run(work, _share(filters.document)).startswith(b"refused")
    assert (tmp_path / "kept.txt").read_text() == "kept"
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


OF_A_DOCUMENT = {"becoming a program", "starting a program", "starting a process", "a signal"}
"""What the process of a mail needs for those of its documents, and they have no more."""


@pytest.mark.parametrize("deed", sorted(DEEDS.keys() - OF_A_DOCUMENT))
def test_a_mails_own_process_is_refused(
    filters: confine.Filters, tmp_path: Path, deed: str
) -> None:
    (tmp_path / "kept.txt").write_text("kept")

    def work() -> bytes:
        return _outcome(lambda: DEEDS[deed](tmp_path))

    assert step.run(work, _share(filters.delivery)).startswith(b"refused")
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


@pytest.mark.parametrize("leave", [os.setsid, lambda: os.setpgid(0, 0)], ids=["session", "group"])
def test_no_process_of_a_mail_leaves_the_group_that_is_ended(
    filters: confine.Filters, leave: Callable[[], object]
) -> None:
    """What a mail's own process starts would otherwise outlive it."""

    def work() -> bytes:
        confine.load(filters.delivery)
        child = os.fork()
        if child == 0:
            os._exit(0 if _outcome(leave) == b"refused 1" else 1)
        return b"%d" % os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    assert step.run(work, _share(None)) == b"0"


def test_a_reader_may_read_and_compute(filters: confine.Filters, tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("kept")
    assert step.run((tmp_path / "kept.txt").read_bytes, _share(filters.document)) == b"kept"


def test_recognition_may_start_its_program_and_nothing_else(
    filters: confine.Filters, tmp_path: Path
) -> None:
    def work() -> bytes:
        confine.load(filters.delivery)
        said = subprocess.run(["/bin/echo", "words"], capture_output=True, check=True).stdout
        return said + _outcome(socket.socket) + _outcome(lambda: (tmp_path / "x").write_text("x"))

    assert step.run(work, _share(filters.recognition)) == b"words\nrefused 1refused 1"


def _spin() -> bytes:
    while True:
        pass


def _wait() -> bytes:
    time.sleep(60)
    return b""


def _hoard() -> bytes:
    return b"x" * (1 << 30)


def _crash() -> bytes:
    return ctypes.string_at(0)


def _babble() -> bytes:
    return b"x" * (2 * MIB)


def _stumble() -> bytes:
    raise ValueError("as a reader may")


@pytest.mark.parametrize(
    ("work", "reason"),
    [
        (_spin, Unreadable.TIMED_OUT),
        (_wait, Unreadable.TIMED_OUT),
        (_hoard, Unreadable.TOO_LARGE),
        (_babble, Unreadable.TOO_LARGE),
        (_crash, Unreadable.UNSAFE),
        (_stumble, Unreadable.CORRUPT),
    ],
)
def test_how_a_reader_ends_says_what_its_file_is(
    filters: confine.Filters, work: Callable[[], bytes], reason: Unreadable
) -> None:
    with pytest.raises(Unread) as caught:
        step.run(work, _share(filters.document, cpu=1, wall=1.5))
    assert caught.value.reason is reason
    assert caught.value.note.endswith(".")


def test_what_a_machine_refuses_is_named() -> None:
    assert Confinement(system_calls=True, network=False, files=True).weaknesses == ()
    nothing = Confinement(system_calls=False, network=False, files=False)
    (first, second, third) = nothing.weaknesses
    assert "libseccomp2" in first
    assert "network" in second
    assert "Landlock" in third


HIDDEN: dict[str, Callable[[Path], object]] = {
    "another mail": lambda folder: (folder / "kept.txt").read_text(),
    "what a folder holds": lambda folder: list(folder.iterdir()),
    "the accounts": lambda _: Path("/etc/passwd").read_text(),
    "the daemon's environment": lambda _: Path(f"/proc/{os.getppid()}/environ").read_bytes(),
    "the daemon's arguments": lambda _: Path(f"/proc/{os.getppid()}/cmdline").read_bytes(),
    "its own environment": lambda _: Path("/proc/self/environ").read_bytes(),
    "a program of the mail": lambda folder: os.execv(folder / "program", ["program"]),
}


@pytest.mark.parametrize("deed", HIDDEN)
def test_files_are_hidden_from_a_reader(tmp_path: Path, deed: str) -> None:
    rules = hiding.ruleset()
    assert rules is not None, "this machine does not hide files"
    (tmp_path / "kept.txt").write_text("kept")
    (tmp_path / "program").write_text("#!/bin/sh\n")
    (tmp_path / "program").chmod(0o755)

    def work() -> bytes:
        hiding.hide(rules)
        assert Path(os.__file__).read_bytes()  # what it is made of stays open
        return _outcome(lambda: HIDDEN[deed](tmp_path))

    reading = os.fork()
    if reading == 0:
        os._exit(0 if work() == b"refused 13" else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(reading, 0)[1]) == 0
    os.close(rules)
