"""The daemon as people run it: a process, a mail server, an SMTP server, signals."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from email.message import EmailMessage
from pathlib import Path

from tests.daemon.running import Daemon, Place, running, until
from tests.support.dovecot import Dovecot
from tests.support.smtp import Sink


def application(number: int) -> bytes:
    mail = EmailMessage()
    mail["From"] = f"Person {number} <person{number}@example.org>"
    mail["Subject"] = "Application for Officer tosci"
    mail["Message-ID"] = f"<{number}@example.org>"
    mail.set_content("Dear all, I apply for the post of officer. Kind regards")
    return mail.as_bytes()


def judged(place: Place) -> int:
    with sqlite3.connect(f"file:{place.home}/intake.db?mode=ro", uri=True) as database:
        number: int = database.execute("SELECT count(*) FROM judgement").fetchone()[0]
    database.close()
    return number


def is_up(daemon: Daemon) -> bool:
    return daemon.health()[0] != 0


def asked(daemon: Daemon, **environ: str) -> str:
    """What `intake status` tells."""
    program, config = Path(sys.executable).with_name("intake"), daemon.place.home / "config"
    done = subprocess.run(
        [str(program), "status", "--config", str(config)],
        env=os.environ | {"no_proxy": ""} | environ,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout


def test_a_day_in_the_life_of_the_daemon(tmp_path: Path, dovecot: Dovecot, smtp: Sink) -> None:
    good, bad = dovecot.new_address(), dovecot.new_address()
    dovecot.append(good, application(1))
    place = Place(tmp_path, dovecot.port, smtp.port)
    place.open_vacancy("tosci", good)
    place.began_before(good)
    with running(place) as daemon:
        # What was missed while it was down is sent once every mailbox has been asked.
        until(lambda: smtp.mails)
        until(lambda: daemon.health()[0] == 200)
        _, health = daemon.health()
        assert health["status"] == "ok"
        assert [box["status"] for box in health["mailboxes"]] == ["ok"]
        assert health["digest"]["sent"] == 1
        assert "status: ok" in asked(daemon, http_proxy="http://127.0.0.1:9")
        assert "1 new mail for 1 vacancy" in str(smtp.mails[0]["Subject"])
        # Mail that comes while it runs is collected at the next turn.
        dovecot.append(good, application(2))
        until(lambda: judged(place) == 2)
        # Another name for this address is not answered (DNS rebinding).
        assert daemon.health("evil.example.net")[0] == 400
        # A second daemon on the same store refuses to start, and names the first.
        with running(place) as second:
            assert second.process.wait(timeout=30) == 1
            told = second.log.read_text()
        assert f"the daemon is in the hands of process {daemon.process.pid}" in told
        code, seconds = daemon.end()
    assert code == 0
    assert seconds < 12
    assert len(smtp.mails) == 1
    # A mailbox that refuses us is named, and delays no other.
    place.open_vacancy("other", bad, password="WRONG")
    dovecot.append(good, application(3))
    with running(place) as daemon:
        until(lambda: judged(place) == 3)
        until(lambda: refused(daemon))
        status, health = daemon.health()
        assert status == 503
        assert {box["vacancy"]: box["status"] for box in health["mailboxes"]} == {
            "tosci": "ok",
            "other": "unread",
        }
        time.sleep(2.5)  # its turn would have come twice
        assert len(refused(daemon)) == 1
        assert daemon.end(signal.SIGINT)[0] == 0
    assert len(smtp.mails) == 1


def refused(daemon: Daemon) -> list[object]:
    return [event for event in daemon.events() if event.get("what") == "mailbox rests"]


def test_sigterm_in_the_middle_of_a_poll_ends_between_two_mails(
    tmp_path: Path, dovecot: Dovecot
) -> None:
    address = dovecot.new_address()
    dovecot.append_all(address, [(application(n), None) for n in range(120)])
    place = Place(tmp_path, dovecot.port)
    place.open_vacancy("tosci", address)
    with running(place) as daemon:
        until(lambda: is_up(daemon) and judged(place) >= 3)
        code, seconds = daemon.end()
    done = judged(place)
    assert code == 0
    assert seconds < 12
    assert done < 120
    assert "left work behind" not in [event.get("what") for event in daemon.events()]
    with running(place) as daemon:
        until(lambda: is_up(daemon) and judged(place) == 120, seconds=60)
        daemon.end()
    with sqlite3.connect(f"{place.home}/intake.db") as database:
        counts = database.execute("SELECT count(*), count(DISTINCT uid) FROM sighting").fetchone()
    database.close()
    assert counts == (120, 120)


def test_after_a_kill_the_next_daemon_starts_at_once(tmp_path: Path, dovecot: Dovecot) -> None:
    address = dovecot.new_address()
    dovecot.append(address, application(1))
    place = Place(tmp_path, dovecot.port)
    place.open_vacancy("tosci", address)
    with running(place) as daemon:
        until(lambda: is_up(daemon))
        daemon.end(signal.SIGKILL)
    with running(place) as daemon:
        until(lambda: is_up(daemon) and judged(place) == 1)
        assert daemon.end()[0] == 0


def test_a_server_that_never_answers_does_not_delay_the_end(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        place = Place(tmp_path, silent.getsockname()[1])
        place.open_vacancy("tosci", "tosci@example.org")
        with running(place) as daemon:
            until(lambda: is_up(daemon))
            silent.settimeout(20)
            connection, _ = silent.accept()
            code, seconds = daemon.end()
            connection.close()
    assert code == 0
    assert seconds < 16


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        place = Place(tmp_path, 1, desk=taken.getsockname()[1])
        place.open_vacancy("tosci", "tosci@example.org")
        with running(place) as daemon:
            assert daemon.process.wait(timeout=30) == 1
            assert "The desk cannot listen on 127.0.0.1" in daemon.log.read_text()
