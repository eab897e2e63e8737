"""Taking a queue away from the desk: whole, safe to open, and written down."""

import csv
import hashlib
import io
from dataclasses import replace
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from intake.desk.app import desk as build_desk
from intake.desk.sheet import COLUMNS, cells
from intake.desk.words import Words
from intake.jobs import remark
from intake.jobs.export import Asker, lines
from intake.jobs.export.papers import SOUND
from intake.store import rows
from intake.triage.blind import HIDDEN
from tests.desk.conftest import Desk

WORDS = Words("en", ZoneInfo("Europe/Brussels"))
COLUMN = list(COLUMNS).index("flags")
EVERY = ("tosci", "acip", "stce", "environment")


def taken(desk: Desk, role: str, form: str, vacancy: str = "tosci") -> bytes:
    answer = desk.as_(role).post(f"/v/{vacancy}/export", data={"form": form})
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    return answer.content


def table(desk: Desk, role: str, form: str) -> list[dict[str, object]]:
    """The lines by the names of their columns, from either form."""
    made = taken(desk, role, form)
    if form == "csv":
        return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline="")))
    [sheet] = load_workbook(io.BytesIO(made)).worksheets
    heading, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, heading), line, strict=True)) for line in lines]


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_every_application_is_a_line_by_receipt(desk: Desk, form: str) -> None:
    lines = table(desk, "recruiter", form)
    queue = desk.applications("tosci")
    assert [line["Reference"] for line in lines] == [f"a{row.id}" for row in queue]
    assert [line["E-mail"] for line in lines] == [row.application.candidate.email for row in queue]


def test_every_document_of_every_sample_is_in_the_zip_or_named_with_its_reason(desk: Desk) -> None:
    for vacancy in EVERY:
        pack = ZipFile(io.BytesIO(taken(desk, "hr", "zip", vacancy)))
        assert pack.testzip() is None
        told = pack.read("README.txt").decode()
        held = {hashlib.sha256(pack.read(name)).hexdigest() for name in pack.namelist()}
        for row in desk.applications(vacancy):
            for one in row.application.documents:
                if one.reason in SOUND and not one.in_body:
                    assert one.sha256 in held, (vacancy, row.id, one.filename)
                if one.reason is not None:
                    assert one.filename[:40] in told, (vacancy, row.id, one.filename)


def test_where_it_is_reviewed_blind_or_one_stepped_aside_nobody_is_named(desk: Desk) -> None:
    vacancies = tuple(replace(one, blind=True) for one in desk.bench.vacancies)
    desk.app = build_desk(replace(desk.room, bench=replace(desk.bench, vacancies=vacancies)))
    first = desk.applications("tosci")[0]
    remark.recuse(desk.bench, first.id, "recruiter@example.org", "A friend.", who="Robin")
    others = table(desk, "recruiter", "csv")
    assert f"a{first.id}" not in [line["Reference"] for line in others]
    assert (
        "You stepped aside from 1 application" in desk.as_("recruiter").get("/v/tosci/export").text
    )
    assert {(line["Name"], line["E-mail"], line["Documents"]) for line in others} == {
        (HIDDEN, HIDDEN, HIDDEN)
    }
    assert first.application.candidate.email in {
        line["E-mail"] for line in table(desk, "hr", "csv")
    }
    pack = ZipFile(io.BytesIO(taken(desk, "recruiter", "zip")))
    assert pack.namelist() == ["README.txt"]


def test_a_relative_is_told_to_hr_alone(desk: Desk) -> None:
    declared = [row for row in desk.applications() if "declared_relative" in row.application.flags]
    assert declared
    for row in declared:
        for everything in (False, True):
            asker = Asker("Robin", everything=everything)
            [line] = lines(desk.bench, row.vacancy, asker, [row.id])
            assert ("declared_relative" in line.flags) == everything
            assert ("declares a relative" in str(cells(line, WORDS)[COLUMN])) == everything


def test_what_the_queue_is_narrowed_to_is_what_is_taken(desk: Desk) -> None:
    client = desk.as_("hr")
    assert "/v/tosci/export?complete=no" in client.get("/v/tosci/queue?complete=no").text
    assert "Incomplete" in client.get("/v/tosci/export?complete=no").text
    answer = client.post("/v/tosci/export?complete=no", data={"form": "csv"})
    lines_taken = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert [line["Reference"] for line in lines_taken] == [
        f"a{row.id}" for row in desk.applications("tosci") if not row.application.complete
    ]
    assert "Nobody is left" in client.get("/v/tosci/export?stage=withdrawn").text


def test_who_took_what_is_written_down(desk: Desk) -> None:
    taken(desk, "recruiter", "zip")
    with desk.reading() as session:
        last = rows.audit_of(session, "tosci")[-1]
    assert (last.who, last.what) == ("Robin recruiter", "exported")
    assert '"form":"zip"' in last.details
    read = desk.as_("auditor").get("/audit/readings").text
    assert read.count("/v/tosci/export") == len(desk.applications("tosci"))


def test_the_page_offers_the_three_forms_and_looking_takes_nothing(desk: Desk) -> None:
    client = desk.as_("recruiter")
    for language, word in (("en", "Take away"), ("fr", "Exporter")):
        client.post("/language", data={"language": language})
        shown = client.get("/v/tosci/export").text
        assert word in shown
        assert shown.count('name="form"') == 3
    with desk.reading() as session:
        assert "exported" not in [row.what for row in rows.audit_of(session, "tosci")]
    assert client.post("/v/tosci/export", data={"form": "exe"}).status_code == 422
