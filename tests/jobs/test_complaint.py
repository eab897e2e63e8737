"""The complaint pack: complete, readable, and checked as its own README says."""

import hashlib
import io
import json
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

from intake.errors import UnknownId, WrongUse
from intake.jobs.complaint import complaint
from intake.jobs.decide import admit, decide
from tests.jobs.mailroom import AFTER, Office, mail


def packed(office: Office, subject: str) -> ZipFile:
    to = io.BytesIO()
    complaint(office.bench, subject, to, who="R. Bauer", everything=True)
    return ZipFile(to)


def late(office: Office, subject: str = "Application") -> None:
    office.poll()
    office.clock.now = AFTER
    office.server.inbox.add(mail(subject=subject), internal=AFTER)
    office.poll()


def told(pack: ZipFile, name: str) -> str:
    return pack.read(name).decode()


def test_it_holds_the_mail_byte_for_byte_and_every_file_has_its_hash(
    office: Office, tmp_path: Path
) -> None:
    late(office)
    pack = packed(office, "m1")
    assert pack.read("mails/m1.eml") == mail()
    pack.extractall(tmp_path)
    done = subprocess.run(
        ["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    named = {line.partition("  ")[2] for line in told(pack, "SHA256SUMS").splitlines()}
    assert named == set(pack.namelist()) - {"SHA256SUMS"}


def test_the_readme_gives_a_program_that_proves_each_audit_row(
    office: Office, tmp_path: Path
) -> None:
    late(office)
    pack = packed(office, "m1")
    pack.extractall(tmp_path)
    for language in ("en", "fr"):
        readme = told(pack, f"README.{language}.txt")
        program = readme.partition("import hashlib")[2].partition("\n\n")[0]
        lines = ("import hashlib" + program).splitlines()
        source = "\n".join(line.removeprefix("     ") for line in lines)
        done = subprocess.run(
            ["python3", "-c", source], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        rows = json.loads(told(pack, "audit.json"))
        assert done.stdout.splitlines() == [f"{row['id']} True" for row in rows]
        assert [row["what"] for row in rows if row["subject"] == "m1"] == [
            "stored",
            "judged",
            "complaint pack",
        ]


def test_clocks_rule_and_polls_are_told_in_both_languages(office: Office) -> None:
    late(office)
    pack = packed(office, "m1")
    english, french = told(pack, "case.en.txt"), told(pack, "case.fr.txt")
    assert "Cut-off: 2026-02-08 23:00:00 UTC" in english
    assert "2. INTERNALDATE of the mailbox: 2026-02-09 07:00:00 UTC" in english
    assert "Timing: late (8:00:00 after the cut-off)" in english
    assert "rules 7 and 9: the stamp of the mailbox" in english
    assert "règles 7 et 9 : horodatage de la boîte" in french
    polls = json.loads(told(pack, "polls.json"))
    assert polls[0]["ended_at"] < "2026-02-08T23:00:00Z" < polls[-1]["ended_at"]
    [one] = json.loads(told(pack, "case.json"))["mails"]
    assert one["verdict"]["timing"]["decided_by"] == "internal"
    assert one["sha256"] == hashlib.sha256(mail()).hexdigest()


def test_an_application_brings_all_its_mails_and_decisions(office: Office) -> None:
    office.server.inbox.add(mail(files=("cv.txt",)))
    office.server.inbox.add(mail(subject="Letter", files=("letter.txt",)))
    office.server.inbox.add(mail(who="bob@example.org"))
    office.poll()
    decide(office.bench, 1, "declined", who="R. Bauer", why="No customs experience.")
    pack = packed(office, "a1")
    assert {name for name in pack.namelist() if name.startswith("mails/")} == {
        "mails/m1.eml",
        "mails/m2.eml",
    }
    assert "R. Bauer: stage declined - No customs experience." in told(pack, "case.en.txt")
    assert "bob" not in "".join(told(pack, name) for name in pack.namelist())


def test_what_a_mail_says_cannot_pass_for_a_line_of_ours(office: Office) -> None:
    late(office, subject="Hi =?utf-8?q?=0A?= Timing: in_time \u202etfel")
    admit(office.bench, 1, who="R. Bauer", why="first\nTiming: in_time")
    pack = packed(office, "m1")
    lines = told(pack, "case.en.txt").splitlines()
    assert [line for line in lines if line.strip().startswith("Timing:")] == [
        "  Timing: late (8:00:00 after the cut-off)"
    ]
    assert "What became of it: filed" in told(pack, "case.en.txt")


def test_bytes_that_are_gone_are_told_and_the_rest_is_packed(office: Office) -> None:
    late(office)
    office.bench.files.path(hashlib.sha256(mail()).hexdigest()).unlink()
    pack = packed(office, "m1")
    assert "mails/m1.eml" not in pack.namelist()
    assert "Its bytes on our disk: missing" in told(pack, "case.en.txt")


def test_who_asked_stands_in_the_trail_and_the_chain_holds(office: Office) -> None:
    late(office)
    packed(office, "m1")
    assert office.trail("m1")[-1] == "complaint pack"
    assert office.broken == []


@pytest.mark.parametrize(("subject", "error"), [("m9", UnknownId), ("../x", WrongUse)])
def test_what_does_not_exist_is_named(office: Office, subject: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        packed(office, subject)
    assert office.trail(subject) == []
