"""A daemon in a process of its own, with a configuration written for one test."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from intake.store import ledger
from intake.store.engine import open_store, transaction
from intake.store.ledger import Look
from tests.support.dovecot import PASSWORD

PROGRAM = """
import os, sys
from pathlib import Path
from intake import maillog
from intake.daemon import run
from intake.errors import IntakeError
from intake.settings import load
maillog.configure()
try:
    sys.exit(run(load(Path(sys.argv[1]), os.environ)))
except IntakeError as error:
    sys.exit(str(error))
"""

GENERAL = """
[organisation]
name = "Example Organization"
timezone = "Europe/Brussels"
[storage]
database = "sqlite:///{home}/intake.db"
files = "{home}/files"
[imap]
host = "127.0.0.1"
port = {imap}
security = "none"
every = "{every}"
[smtp]
host = "127.0.0.1"
port = {smtp}
security = "none"
from = "intake@example.org"
[digest]
at = "{at}"
recipients = ["hr@example.org"]
[desk]
listen = "127.0.0.1:{desk}"
"""

VACANCY = """
title = "Officer {name}"
[mailbox]
address = "{address}"
password_env = "{password}"
{more}
[deadline]
date = {date}
time = "midnight"
"""


@dataclass
class Place:
    """A configuration folder and what it points to."""

    home: Path
    imap: int
    smtp: int = 1
    desk: int = 0
    every: str = "1s"
    at: str = "07:30"

    def __post_init__(self) -> None:
        self.desk = self.desk or free_port()
        (self.home / "config" / "vacancies").mkdir(parents=True)
        general = GENERAL.format(**vars(self))
        (self.home / "config" / "intake.toml").write_text(general)

    @property
    def database(self) -> str:
        return f"sqlite:///{self.home}/intake.db"

    def open_vacancy(
        self, name: str, address: str, password: str = "PASSWORD", more: str = ""
    ) -> None:
        date = (datetime.now(UTC) + timedelta(days=30)).date()
        text = VACANCY.format(name=name, address=address, password=password, more=more, date=date)
        (self.home / "config" / "vacancies" / f"{name}.toml").write_text(text)

    def began_before(self, address: str) -> None:
        """As if a daemon had run two days ago."""
        then = datetime.now(UTC) - timedelta(days=2)
        engine = open_store(self.database)
        with transaction(engine) as session:
            ledger.record(session, "tosci", Look(address, "INBOX", then, then, problem="old"))
        engine.dispose()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Daemon:
    """A running daemon."""

    process: subprocess.Popen[str]
    place: Place
    log: Path

    def health(self, host: str = "localhost") -> tuple[int, dict[str, Any]]:
        """What GET /health answers; (0, {}) while nobody answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.place.desk, timeout=5)
        try:
            connection.request("GET", "/health", headers={"Host": host})
            answer = connection.getresponse()
            body = answer.read()
        except ConnectionRefusedError:
            return 0, {}
        finally:
            connection.close()
        kind = answer.headers["Content-Type"]
        return answer.status, json.loads(body) if kind == "application/json" else {}

    def events(self) -> list[dict[str, Any]]:
        """What it logged."""
        lines = self.log.read_text().splitlines()
        return [json.loads(line) for line in lines if line.startswith("{")]

    def end(self, how: int = signal.SIGTERM) -> tuple[int, float]:
        """Signal it; its exit code, and the seconds it took."""
        began = time.monotonic()
        self.process.send_signal(how)
        return self.process.wait(timeout=30), time.monotonic() - began


def until(what: Callable[[], object], seconds: float = 60.0) -> None:
    """Wait for something to become true."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, f"still not so after {seconds} seconds"
        time.sleep(0.05)


@contextmanager
def running(place: Place, **more: str) -> Iterator[Daemon]:
    """Start a daemon; ended at the latest with the test. `more` goes into its environment."""
    log = place.home / f"log-{time.monotonic_ns()}"
    environ = os.environ | {"PASSWORD": PASSWORD, "WRONG": "not the password"} | more
    with log.open("w") as stream:
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(place.home / "config")],
            stdout=stream,
            stderr=stream,
            text=True,
            env=environ,
        )
    daemon = Daemon(process, place, log)
    try:
        yield daemon
    finally:
        if process.poll() is None:
            process.kill()
            process.wait(timeout=10)
