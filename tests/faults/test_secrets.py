"""A password goes to the mail server alone: not into a log, a page, a command line or the store."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.daemon.running import Daemon, Place, running, until
from tests.daemon.test_daemon import application, is_up, judged
from tests.support.dovecot import PASSWORD, Dovecot
from tests.support.smtp import Sink

CANARY = "canary-5c1e-of-a-password"


def _processes(pid: int) -> list[int]:
    """A process and all it started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in map(int, children) for one in _processes(child))]


def _command(place: Place, *words: str) -> str:
    """Everything a command says, and exits with."""
    program = Path(sys.executable).with_name("intake")
    done = subprocess.run(
        [str(program), *words, "--config", str(place.home / "config")],
        env=os.environ | {"PASSWORD": PASSWORD, "no_proxy": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.stdout + done.stderr
    return done.stdout + done.stderr


def _watch(daemon: Daemon) -> str:
    """What anybody on the machine could see of it: command lines, and its readers' environment."""
    first, *others = _processes(daemon.process.pid)
    assert others
    lines = [Path(f"/proc/{pid}/cmdline").read_text() for pid in (first, *others)]
    return "\n".join([*lines, *(Path(f"/proc/{pid}/environ").read_text() for pid in others)])


@pytest.mark.timeout(600)
def test_no_password_is_seen_anywhere(
    tmp_path: Path, dovecot: Dovecot, smtp: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANARY_PASSWORD", CANARY)
    good, bad = dovecot.new_address(), dovecot.new_address()
    dovecot.append(good, application(1))
    place = Place(tmp_path, dovecot.port, smtp.port)
    place.open_vacancy("good", good)
    place.open_vacancy("bad", bad, "CANARY_PASSWORD")
    with running(place) as daemon:
        until(lambda: is_up(daemon), 120)
        until(lambda: judged(place) == 1, 120)
        until(lambda: "poll_failed" in daemon.log.read_text(), 120)
        seen = {
            "on the machine": _watch(daemon),
            "on the health page": str(daemon.health()),
            "by status": _command(place, "status"),
            "by check": _command(place, "check"),
        }
        assert daemon.end()[0] == 0
    seen["in the log"] = daemon.log.read_text()
    assert "refused to sign in" in seen["in the log"]
    for path in tmp_path.rglob("*"):
        if path.is_file():
            seen[f"in {path.name}"] = path.read_bytes().decode("latin-1")
    for where, text in seen.items():
        for secret in (CANARY, PASSWORD):
            assert secret not in text, f"{where}"
