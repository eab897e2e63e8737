"""The commands as scripts and people use them: real processes against a real mail server."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from intake.cli.frame import explain, print_json
from intake.errors import MailboxUnreachable
from tests.support.dovecot import PASSWORD, Dovecot

ROOT = Path(__file__).resolve().parents[2]
INTAKE = Path(sys.executable).with_name("intake")

VACANCY = """
title = "Archivist"
also_known_as = ["Archiviste"]
languages = ["en", "fr"]
[mailbox]
address = "{address}"
password_env = "{variable}"
[deadline]
date = 2026-02-08
time = "midnight"
zone = "CET"
[subject]
must_name = ["vacancy"]
"""

CV = """Curriculum vitae

Noor Haddad
noor.haddad@example.org

Work experience
2019-2025  Records manager, Municipal archive of Ghent
2014-2019  Assistant archivist, University library

Education
2014  Master of Archival Science, Free University of Brussels

Languages
Arabic (mother tongue), English (fluent), French (good)

Skills
Cataloguing, digitisation, team leadership
"""

LETTER = """Dear Sir or Madam,

I am writing to apply for the position of Archivist. For eleven years I have kept the records of a
city and of a university, and I would like to bring that experience to your organisation. In my
present post I lead a team of four, and I have moved two kilometres of paper into a digital archive.

I am motivated by the idea of making records available to those who need them. I would welcome the
opportunity to explain in an interview how I could contribute to your work.

Yours faithfully,
Noor Haddad
"""


@dataclass(frozen=True)
class Office:
    """A configuration folder and the commands that work with it."""

    config: Path
    environ: dict[str, str]

    def run(self, *words: str, expect: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [str(INTAKE), *words],
            env=self.environ | {"INTAKE_CONFIG": str(self.config)},
            cwd=self.config.parent,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == expect, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done

    def json(self, *words: str) -> Any:
        return json.loads(self.run(*words, "--json").stdout)

    def open_vacancy(self, name: str, address: str, variable: str = "MAIL_PASSWORD") -> None:
        text = VACANCY.format(address=address, variable=variable)
        (self.config / "vacancies" / f"{name}.toml").write_text(text, "utf-8")

    def dump(self, leaving_out: Sequence[str] = ("poll",)) -> list[str]:
        """Every row of the database but those of some tables."""
        with sqlite3.connect(self.config.parent / "var" / "intake.db") as database:
            lines = list(database.iterdump())
        database.close()
        return [
            one for one in lines if not re.match(rf'INSERT INTO "({"|".join(leaving_out)})"', one)
        ]


@pytest.fixture
def office(tmp_path: Path, dovecot: Dovecot) -> Office:
    config = tmp_path / "config"
    (config / "vacancies").mkdir(parents=True)
    (config / "intake.toml").write_text(
        "[organisation]\n"
        'name = "Example Organisation"\n'
        'timezone = "Europe/Brussels"\n'
        "[imap]\n"
        f'host = "127.0.0.1"\nport = {dovecot.port}\nsecurity = "none"\n',
        "utf-8",
    )
    environ = {**os.environ, "MAIL_PASSWORD": PASSWORD, "WRONG_PASSWORD": "not it"}
    return Office(config, environ)


def application(subject: str = "Application: Archivist", sender: str = "") -> bytes:
    mail = EmailMessage()
    mail["From"] = sender or "Noor Haddad <noor.haddad@example.org>"
    mail["To"] = "archivist@example.org"
    mail["Subject"] = subject
    mail["Message-ID"] = f"<{abs(hash((subject, sender)))}@example.org>"
    mail.set_content("Please find my application attached.\n")
    mail.add_attachment(CV, filename="CV.txt")
    mail.add_attachment(LETTER, filename="Letter.txt")
    return mail.as_bytes()


IN_TIME = datetime(2026, 2, 5, 9, 30, tzinfo=UTC)
LATE = datetime(2026, 2, 8, 23, 0, 1, tzinfo=UTC)


def test_a_poll_files_what_is_in_time_and_refuses_what_is_late(
    office: Office, dovecot: Dovecot
) -> None:
    address = dovecot.new_address()
    office.open_vacancy("archivist", address)
    dovecot.append(address, application(), internal=IN_TIME)
    dovecot.append(address, application(sender="late@example.org"), internal=LATE)
    before = dovecot.dump(address)

    office.run("poll")

    first, second = office.json("messages")
    assert (first["outcome"], first["timing"], first["decided_by"]) == (
        "filed", "in_time", "internal",
    )  # fmt: skip
    assert first["received_at"] == "2026-02-05T09:30:00Z"
    assert {one["name"]: one["result"] for one in first["checks"]} == {
        "subject": "pass", "cv": "pass", "motivation_letter": "pass", "language": "pass",
    }  # fmt: skip
    assert (second["outcome"], second["timing"]) == ("refused", "late")
    (queued,) = office.json("queue", "archivist")
    assert queued["complete"] is True
    assert queued["candidate"] == {"name": "Noor Haddad", "email": "noor.haddad@example.org"}
    assert queued["messages"] == [first["id"]]
    assert dovecot.dump(address) == before


def test_json_has_every_field_that_scripts_hold_on_to(office: Office, dovecot: Dovecot) -> None:
    address = dovecot.new_address()
    office.open_vacancy("archivist", address)
    dovecot.append(address, application(), internal=IN_TIME)
    office.run("poll")
    (message,) = office.json("messages")
    assert set(message) >= set(
        "id vacancy mailbox folder uidvalidity uid sha256 size message_id from subject kind outcome"
        " timing received_at decided_by checks flags documents application".split()
    )
    assert set(message["documents"][0]) >= set(
        "filename kinds media_type sha256 size language pages readable reason".split()
    )
    (queued,) = office.json("queue")
    assert set(queued) >= set(
        "id vacancy candidate received_at complete missing stage flags checks messages"
        " documents".split()
    )
    shown = json.loads(office.run("show", queued["id"], "--json", "--text").stdout)
    assert "Municipal archive" in json.dumps(shown["documents"], ensure_ascii=False)


def test_a_second_poll_writes_nothing_but_its_own_record(office: Office, dovecot: Dovecot) -> None:
    address = dovecot.new_address()
    office.open_vacancy("archivist", address)
    dovecot.append(address, application(), internal=IN_TIME)
    office.run("poll")
    before = office.dump()
    office.run("poll")
    assert office.dump() == before


def test_a_mailbox_that_refuses_us_is_named_and_the_others_are_read(
    office: Office, dovecot: Dovecot
) -> None:
    address = dovecot.new_address()
    office.open_vacancy("archivist", address)
    office.open_vacancy("librarian", "nobody@example.org", variable="WRONG_PASSWORD")
    dovecot.append(address, application(), internal=IN_TIME)
    told = office.run("poll", expect=1).stderr
    assert "nobody@example.org" in told
    assert "password" in told
    assert len(office.json("messages", "archivist")) == 1


def test_every_mail_is_accounted_for_or_named(office: Office, dovecot: Dovecot) -> None:
    address = dovecot.new_address()
    office.open_vacancy("archivist", address)
    dovecot.append(address, application(), internal=IN_TIME)
    office.run("poll")
    assert "1 on the server, 1 accounted for, 0 missing" in office.run("reconcile").stdout
    dovecot.append(address, application("Another"), internal=IN_TIME)
    told = office.run("reconcile", expect=1).stdout
    assert "2 on the server, 1 accounted for, 1 missing" in told


def test_people_decide_and_the_finding_stays_beside(office: Office, dovecot: Dovecot) -> None:
    address = dovecot.new_address()
    office.open_vacancy("archivist", address)
    dovecot.append(address, application(), internal=LATE)
    office.run("poll")
    (refused,) = office.json("messages")
    assert office.json("queue") == []

    office.run("admit", refused["id"], "--by", "A. Recruiter", "--reason", "our server was down")

    (admitted,) = office.json("messages")
    assert (admitted["outcome"], admitted["timing"]) == ("filed", "late")
    (queued,) = office.json("queue")
    office.run(
        "decide", queued["id"], "in_review", "--by", "A. Recruiter", "--reason", "first look"
    )
    assert office.json("queue")[0]["stage"] == "in_review"
    shown = json.loads(office.run("show", refused["id"], "--json").stdout)
    assert shown["found"] == "refused"
    assert "1 filed, 0 refused" in office.run("digest").stdout
    assert "A. Recruiter let it in" in office.run("show", refused["id"]).stdout
    assert "our server was down" in json.dumps(shown["decisions"])
    assert "as it was written" in office.run("verify").stdout


def test_wrong_use_and_wrong_configuration_end_with_two(office: Office) -> None:
    office.run("no-such-command", expect=2)
    office.run("decide", "a1", "no-such-stage", "--by", "x", "--reason", "y", expect=2)
    told = office.run("poll", expect=2).stderr
    assert "vacancies" in told
    office.open_vacancy("archivist", "a@example.org")
    office.run("show", "m99", expect=1)
    office.run("show", "'; drop table", expect=2)
    office.run("queue", "no-such-vacancy", expect=2)


def test_config_may_stand_before_or_after_the_command(office: Office, tmp_path: Path) -> None:
    office.open_vacancy("archivist", "a@example.org")
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(office.config, elsewhere)
    shutil.rmtree(office.config / "vacancies")
    assert office.run("--config", str(elsewhere), "queue", "--json").stdout.strip() == "[]"
    assert office.run("queue", "--json", "--config", str(elsewhere)).stdout.strip() == "[]"


def test_mail_cannot_forge_the_terminal(office: Office, dovecot: Dovecot) -> None:
    address = dovecot.new_address()
    office.open_vacancy("archivist", address)
    evil = application().replace(
        b"Subject: Application: Archivist",
        b"Subject: =?utf-8?q?=1B]0;owned=07=1B[31m[red]Archivist[/red]=E2=80=AEfdp=C2=9B2J?=",
    )
    dovecot.append(address, evil, internal=IN_TIME)
    office.run("poll")
    told = office.run("messages").stdout
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "[red]Archivist" in told
    printed = office.run("messages", "--json").stdout
    assert not {"\x1b", "\x9b", "\u202e"} & set(printed)


def test_json_says_the_same_without_moving_the_terminal(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    evil = "a\x1b\x7f\x9b2J\u202efdp\u2028"
    print_json(evil)
    printed = capsysbinary.readouterr().out.decode()
    assert json.loads(printed) == evil
    assert not set(evil[1:4] + "\u202e\u2028") & set(printed)


def test_a_server_cannot_forge_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    explain(
        MailboxUnreachable("It has no folder Junk.", "There are: \x1b]0;owned\x07, \u202eknuJ.")
    )
    told = capsys.readouterr().err
    assert "owned" in told
    assert not {"\x1b", "\x07", "\u202e"} & set(told)


def test_a_vacancy_that_is_not_configured_any_more_keeps_its_queue(
    office: Office, dovecot: Dovecot
) -> None:
    address = dovecot.new_address()
    office.open_vacancy("archivist", address)
    dovecot.append(address, application(), internal=IN_TIME)
    office.run("poll")
    file = office.config / "vacancies" / "archivist.toml"
    text = file.read_text("utf-8").replace('"Archivist"', '"Archivist [fixed-term]"')
    file.write_text(text, "utf-8")
    assert "Archivist [fixed-term] (archivist): 1" in office.run("queue").stdout
    file.rename(file.with_name("librarian.toml"))
    told = office.run("queue").stdout
    assert "not configured any more (archivist): 1" in told
    assert "Noor Haddad" in told


def test_tomorrows_digest_cannot_be_sent_today(office: Office) -> None:
    office.open_vacancy("archivist", "a@example.org")
    tomorrow = (datetime.now(UTC) + timedelta(days=2)).date()
    told = office.run("digest", "--send", "--date", str(tomorrow), expect=2).stderr
    assert "nothing to tell yet" in told


def test_the_digest_is_shown_written_and_kept(
    office: Office, dovecot: Dovecot, tmp_path: Path
) -> None:
    address = dovecot.new_address()
    office.open_vacancy("archivist", address)
    dovecot.append(address, application(), internal=IN_TIME)
    office.run("poll")
    assert "ARCHIVIST" in office.run("digest").stdout
    office.run("digest", "--output", str(tmp_path / "out"))
    assert "Noor Haddad" in (tmp_path / "out" / "digest.html").read_text("utf-8")
    assert "Municipal archive" not in (tmp_path / "out" / "digest.html").read_text("utf-8")


def test_check_names_each_trouble_and_what_to_do(office: Office, dovecot: Dovecot) -> None:
    address = dovecot.new_address()
    office.open_vacancy("archivist", address)
    dovecot.append(address, application(), internal=IN_TIME)
    before = dovecot.dump(address)
    told = office.run("check").stdout
    assert f"{address} (INBOX 1 mails)" in told
    assert "closes 2026-02-08 23:00:00Z" in told
    assert dovecot.dump(address) == before

    office.open_vacancy("librarian", "nobody@example.org", variable="WRONG_PASSWORD")
    office.open_vacancy("curator", "curator@placeholder.invalid")
    done = office.run("check", expect=1)
    assert f"{address} (INBOX 1 mails)" in done.stdout
    assert "WRONG_PASSWORD" in done.stderr
    assert "curator.toml" in done.stderr


def test_files_take_the_same_way_and_need_our_stamp(
    office: Office, dovecot: Dovecot, tmp_path: Path
) -> None:
    office.open_vacancy("archivist", "archivist@example.org")
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "one.eml").write_bytes(application())
    (tmp_path / "mail" / "notes.pdf").write_bytes(b"%PDF-1.4")
    told = office.run("import", str(tmp_path / "mail")).stderr
    assert "notes.pdf" in told
    (message,) = office.json("messages")
    assert (message["outcome"], message["decided_by"]) == ("held", "no_trusted_time")
    office.open_vacancy("librarian", "librarian@example.org")
    assert "--vacancy" in office.run("import", str(tmp_path / "mail"), expect=2).stderr


def test_an_export_writes_the_queue_and_its_documents_and_nothing_half(
    office: Office, dovecot: Dovecot
) -> None:
    address = dovecot.new_address()
    office.open_vacancy("archivist", address)
    dovecot.append(address, application(), internal=IN_TIME)
    office.run("poll")
    made = office.json("export", "archivist", "--output", "taken")
    names = ["archivist.xlsx", "archivist.csv", "archivist-documents.zip"]
    assert made == {"vacancy": "archivist", "files": [f"taken/{name}" for name in names]}
    folder = office.config.parent / "taken"
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.iterdir())
    with ZipFile(folder / names[2]) as pack:
        assert pack.read("m1 Noor Haddad - CV.txt").decode().splitlines() == CV.splitlines()
    assert "noor.haddad@example.org" in (folder / names[1]).read_text("utf-8-sig")
    assert office.run("export", "archivist", "--format", "csv").stdout == "archivist.csv\n"
    assert "There is no vacancy nobody" in office.run("export", "nobody", expect=2).stderr
