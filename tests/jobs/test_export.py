"""What people take away of a vacancy: whole, under harmless names, as far as they may see it."""

import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC
from email.message import EmailMessage
from pathlib import PurePosixPath
from zipfile import ZipFile

import pytest

from intake.errors import WrongUse
from intake.jobs import remark
from intake.jobs.decide import decide
from intake.jobs.export import Asker, begin, lines, papers
from intake.reading.sandbox import Sandbox
from tests.jobs.mailroom import VACANCY, Office
from tests.reading.mails import pdf

HR = Asker("H. Marchal", everything=True)
RECRUITER = Asker("R. Bauer", "bauer@example.org")


@pytest.fixture
def office(office: Office) -> Iterator[Office]:
    with closing(Sandbox()) as reader:
        office.bench = replace(office.bench, reader=reader)
        yield office


def send(office: Office, who: str, **files: bytes) -> None:
    made = EmailMessage()
    made["From"], made["Subject"] = who, "Application for Technical Officer"
    made.set_content("Please find attached my application.")
    for name, data in files.items():
        made.add_attachment(data, maintype="application", subtype="pdf", filename=name)
    office.server.inbox.add(made.as_bytes())


def taken(office: Office, asker: Asker = HR, language: str = "en") -> ZipFile:
    made = papers(office.bench, "tosci", asker, language=language, zone=UTC)
    return ZipFile(io.BytesIO(b"".join(made)))


def readme(pack: ZipFile) -> str:
    return pack.read("README.txt").decode()


def test_each_document_is_named_by_receipt_and_person(office: Office) -> None:
    first, second = pdf(("Curriculum vitae",)), pdf(("Another CV",))
    send(office, "Ada Lovelace <ada@example.org>", **{"cv.pdf": first})
    send(office, '"Zoë/x/Évil" <zoe@example.org>', **{"../../CON.pdf": second})
    office.poll()
    pack = taken(office)
    assert pack.testzip() is None
    assert sorted(pack.namelist()) == [
        "README.txt",
        "m1 Ada Lovelace - cv.pdf",
        "m2 Zoë x Évil - _CON.pdf",
    ]
    assert pack.read("m1 Ada Lovelace - cv.pdf") == first
    assert "2 documents of 2 applications" in readme(pack)


def test_names_that_are_alike_are_numbered(office: Office) -> None:
    files = {"CV.pdf": pdf(("One",)), "cv.PDF": pdf(("Two",)), "cv (2).pdf": pdf(("Three",))}
    send(office, "Ada <ada@example.org>", **files)
    office.poll()
    names = taken(office).namelist()
    assert len({name.casefold() for name in names}) == len(names) == 4


def test_no_name_leads_out_of_the_folder(office: Office) -> None:
    for number, name in enumerate(("../../etc/passwd", "C:\\x\\y", "a\x00b", "nul", "x" * 400)):
        send(office, f'"{name}" <a{number}@example.org>', **{name + ".pdf": pdf((f"CV {number}",))})
    office.poll()
    names = taken(office).namelist()
    assert len(names) == 6
    for name in names:
        assert PurePosixPath(name).name == name
        assert len(name.encode()) <= 160
        assert not set(name) & set('\\:*?"<>|\x00')


def test_broken_and_unsafe_documents_stay_out_and_are_listed(office: Office) -> None:
    send(office, "Ada <ada@example.org>", **{"cv.pdf": b"%PDF-1.7 cut", "ok.pdf": pdf()})
    send(office, "Bob <bob@example.org>", **{"cv.exe": b"MZ" + bytes(200)})
    office.poll()
    found = {one.filename: one.reason for row in office.queue for one in row.application.documents}
    assert found["ok.pdf"] is None
    assert found["cv.pdf"] is not None
    assert found["cv.exe"] is not None
    pack = taken(office)
    assert pack.namelist() == ["m1 Ada - ok.pdf", "README.txt"]
    assert "m1 cv.pdf: damaged" in readme(pack)
    assert "m2 cv.exe: " in readme(pack)
    assert "m1 cv.pdf : endommagé" in readme(taken(office, language="fr"))


def test_a_mail_whose_bytes_are_gone_is_told_and_the_others_are_taken(office: Office) -> None:
    send(office, "Ada <ada@example.org>", **{"cv.pdf": pdf()})
    send(office, "Bob <bob@example.org>", **{"cv.pdf": pdf(("Bob",))})
    office.poll()
    office.bench.files.path(office.messages[0].sha256 or "").unlink()
    pack = taken(office)
    assert pack.namelist() == ["m2 Bob - cv.pdf", "README.txt"]
    assert "m1 cv.pdf: its bytes are not in the store" in readme(pack)


def test_who_reviews_blind_or_stepped_aside_takes_nothing_that_names_them(office: Office) -> None:
    office.with_vacancy(replace(VACANCY, blind=True))
    for who in ("ada", "bob", "eve"):
        send(office, f"{who} <{who}@example.org>", **{f"{who}.pdf": pdf((who,))})
    office.poll()
    who_is = {row.application.candidate.name: row.id for row in office.queue}
    bob = who_is["bob"]
    for number in (who_is["ada"], bob):
        decide(office.bench, number, "shortlisted", who="H. Marchal", why="Fits.")
    remark.recuse(office.bench, bob, RECRUITER.email, "A friend.", who=RECRUITER.who)
    numbers = begin(office.bench, "tosci", RECRUITER, "csv")
    seen = {
        one.row.id: (one.aside, one.named)
        for one in lines(office.bench, "tosci", RECRUITER, numbers)
    }
    expected = {"ada": (False, True), "bob": (True, True), "eve": (False, False)}
    assert seen == {who_is[name]: told for name, told in expected.items()}
    pack = taken(office, RECRUITER)
    assert pack.namelist() == ["m1 ada - ada.pdf", "README.txt"]
    assert f"a{bob}: you stepped aside" in readme(pack)
    assert "eve" not in readme(pack)
    assert len(taken(office).namelist()) == 4


def test_who_took_what_stands_in_the_trail_before_the_first_byte(office: Office) -> None:
    made = papers(office.bench, "tosci", HR, language="en", zone=UTC)
    assert office.trail("tosci")[-1] == "exported"
    assert b"README.txt" in b"".join(made)
    assert office.broken == []


def test_an_unknown_vacancy_is_named_and_nothing_is_written_down(office: Office) -> None:
    with pytest.raises(WrongUse):
        papers(office.bench, "no-such", HR, language="en", zone=UTC)
    assert office.trail("no-such") == []
