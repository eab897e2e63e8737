"""The log: changes with their seals, readings with their readers; page by page, escaped."""

from intake.jobs import visit
from intake.store import audit
from intake.store.logbook import changes
from intake.store.staff import get
from tests.desk.conftest import Desk


def test_it_shows_the_latest_first_and_goes_on(desk: Desk) -> None:
    client = desk.as_("auditor")
    with desk.reading() as session:
        count, head = audit.count(session), audit.head(session)
    text = client.get("/audit").text
    assert head[:16] in text
    assert f">{count}<" in text
    assert f"before={count - 49}" in text
    older = client.get(f"/audit?before={count - 49}").text
    assert f">{count - 50}<" in older
    assert f">{count - 49}<" not in older


def test_one_subject_alone(desk: Desk) -> None:
    text = desk.as_("hr").get("/audit?subject=m7").text
    assert "stored" in text
    assert "m8" not in text
    assert "Nothing is written here" in desk.as_("hr").get("/audit?subject=m99999").text


def test_readings_are_told_with_their_reader(desk: Desk) -> None:
    with desk.reading() as session:
        number = get(session, "recruiter@example.org").id
    assert "Nobody has opened a dossier yet" in desk.as_("hr").get("/audit/readings").text
    visit.read(desk.bench, number, "a3", "/a/3")
    text = desk.as_("hr").get("/audit/readings?subject=a3").text
    assert "Robin recruiter" in text
    assert "/a/3" in text


def test_whatever_is_asked_for_is_harmless(desk: Desk) -> None:
    client = desk.as_("hr")
    hostile = '"><script>alert(1)</script>'
    for path in ("/audit", "/audit/readings"):
        for before in ("-1", "x", "9" * 40, "٣"):
            answer = client.get(path, params={"subject": hostile, "before": before})
            assert answer.status_code == 200
            assert "<script>alert" not in answer.text


def test_an_auditor_sees_no_dossier_behind_it(desk: Desk) -> None:
    client = desk.as_("auditor")
    assert client.get("/").headers["location"] == "/audit"
    assert 'href="/a/' not in client.get("/audit").text


def test_a_deadline_is_published_once_however_often_its_mailbox_is_polled(desk: Desk) -> None:
    with desk.reading() as session:
        told = [row for row in changes(session, "acip") if row.what == "deadline"]
    assert len(told) == 1
