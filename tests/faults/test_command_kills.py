"""`intake poll`, killed with everything real: Dovecot, the sandbox and its children."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.dovecot import PASSWORD, Dovecot
from tests.support.figures import Figure

ROOT = Path(__file__).resolve().parents[2]
INTAKE = Path(sys.executable).with_name("intake")
KILLS = 20

pytestmark = [pytest.mark.faults, pytest.mark.timeout(1800)]


@dataclass(frozen=True)
class Command:
    """The command, with a configuration of its own."""

    config: Path

    def start(self, *words: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [INTAKE, *words, "--config", self.config],
            env={**os.environ, "INTAKE_TEST_PASSWORD": PASSWORD},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def run(self, *words: str) -> Any:
        """To its end; what it printed as JSON, if it did."""
        process = self.start(*words)
        out, err = process.communicate(timeout=600)
        assert process.returncode == 0, (out, err)
        return json.loads(out) if "--json" in words else out.decode()

    def killed(self, after: float) -> bool:
        """Start a poll and kill it; nothing of it may stay behind."""
        process = self.start("poll")
        time.sleep(after)
        process.kill()
        process.communicate()
        until = time.monotonic() + 30
        while left := members(process.pid):
            assert time.monotonic() < until, f"left behind: {left}"
            time.sleep(0.1)
        return process.returncode == -signal.SIGKILL


def members(session: int) -> list[str]:
    """The processes of a session (proc(5): the fourth field after the name)."""
    return [
        stat.parent.name
        for stat in Path("/proc").glob("[0-9]*/stat")
        if fields(stat)[3:4] == [str(session)] and fields(stat)[0] != "Z"
    ]


def fields(stat: Path) -> list[str]:
    try:
        return stat.read_text().rpartition(")")[2].split()
    except OSError:
        return [""]  # it has just ended


def configure(at: Path, dovecot: Dovecot, address: str) -> Command:
    config = at / "config"
    (config / "vacancies").mkdir(parents=True)
    (config / "intake.toml").write_text(
        f'[organisation]\nname = "Example"\ntimezone = "Europe/Brussels"\n'
        f'[storage]\ndatabase = "sqlite:///{at}/intake.db"\nfiles = "{at}/files"\n'
        f'[imap]\nhost = "127.0.0.1"\nport = {dovecot.port}\nsecurity = "none"\n'
    )
    (config / "vacancies" / "archivist.toml").write_text(
        f'title = "Archivist"\nlanguages = ["en", "fr"]\n'
        f'[mailbox]\naddress = "{address}"\npassword_env = "INTAKE_TEST_PASSWORD"\n'
        f'[deadline]\ndate = 2026-02-08\ntime = "midnight"\nzone = "CET"\n'
        f'[documents]\nrequired = ["cv", "motivation_letter"]\n'
    )
    return Command(config)


def mails() -> Iterator[tuple[bytes, datetime]]:
    """All of fixtures/emails, as if they had come one after another around the deadline."""
    received = datetime(2026, 2, 8, 22, 0, tzinfo=UTC)
    for number, path in enumerate(sorted((ROOT / "fixtures" / "emails").glob("*/*.eml"))):
        yield path.read_bytes(), received + timedelta(minutes=number)


def outcome(command: Command) -> tuple[list[Any], list[Any]]:
    """Every mail and every application, each known by its first mail.

    The number of an application tells only which of two mails read at once was the quicker.
    """
    messages, queue = (command.run(words, "--json") for words in ("messages", "queue"))
    first = dict[str, str]()
    for mail in messages:
        mail["application"] = first.setdefault(mail["application"], mail["id"])
    for application in queue:
        application["id"] = first[application["id"]]
    return messages, queue


def test_a_poll_killed_again_and_again_comes_to_the_same_end(
    dovecot: Dovecot, tmp_path: Path, figure: Figure
) -> None:
    address, chance = dovecot.new_address(), random.Random(20260404)
    dovecot.append_all(address, mails())
    before = dovecot.dump(address)
    calm = configure(tmp_path / "calm", dovecot, address)
    started = time.monotonic()
    calm.run("poll")
    seconds = time.monotonic() - started
    shaken = configure(tmp_path / "shaken", dovecot, address)
    hits = sum(shaken.killed(chance.uniform(0.5, 3 + seconds / KILLS * 2)) for _ in range(KILLS))
    shaken.run("poll")
    assert outcome(shaken) == outcome(calm)
    assert ", 0 missing" in shaken.run("reconcile")
    shaken.run("verify")
    assert dovecot.dump(address) == before
    figure(f"`intake poll` of {len(before)} mails killed {KILLS} times: killed midway",
           hits, f"over {KILLS // 2}", hits > KILLS // 2)  # fmt: skip
