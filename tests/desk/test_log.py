"""The log: changes with their seals, readings with their readers; page by page, escaped."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from intake.jobs import visit
from intake.store import audit
from intake.store.logbook import changes, readings
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


def _readings(desk: Desk) -> list[tuple[str, str]]:
    with desk.reading() as session:
        return [(one.subject, one.what) for one in readings(session)]


def test_a_part_of_a_dossier_counts_as_a_reading_unless_its_page_was_opened(desk: Desk) -> None:
    row = next(one for one in desk.messages("tosci") if one.application and one.message)
    part, client = f"/m/{row.id}/formatted", desk.as_("recruiter")
    told = [(f"m{row.id}", part)]
    for _ in range(3):
        client.get(part)
    assert _readings(desk) == told
    desk.clock.now += timedelta(hours=1)
    client = desk.as_("recruiter")
    client.get("/search?q=a")  # a few words of it were seen, and not the mail
    found = len(_readings(desk))
    client.get(part)
    assert len(_readings(desk)) == found + 1
    desk.as_("hr").get(part)
    assert len(_readings(desk)) == found + 2
    assert client.get(f"/m/{row.id}/d/{'0' * 64}/p/1").status_code == 404
    assert len(_readings(desk)) == found + 2


def test_the_pictures_of_an_opened_page_write_nothing_more(desk: Desk) -> None:
    row = next(
        one
        for one in desk.applications("tosci")
        if any(paper.media_type == "application/pdf" for paper in one.application.documents)
    )
    client = desk.as_("recruiter")
    page = client.get(f"/a/{row.id}").text
    pictures = re.findall(r'src="(/m/\d+/d/\w+/p/\d+)"', page)
    assert pictures
    for one in pictures:
        assert client.get(one).status_code == 200
    assert _readings(desk) == [(f"a{row.id}", f"/a/{row.id}")]


def test_pictures_that_come_at_once_write_one_row(desk: Desk) -> None:
    with desk.reading() as session:
        number = get(session, "recruiter@example.org").id
    with ThreadPoolExecutor(10) as crowd:
        done = [
            crowd.submit(visit.read_part, desk.bench, number, "m3", f"/m/3/d/x/p/{page}")
            for page in range(20)
        ]
        for one in done:
            one.result()
    assert [subject for subject, _ in _readings(desk)] == ["m3"]


def test_whatever_is_asked_for_is_harmless(desk: Desk) -> None:
    client = desk.as_("hr")
    hostile = '"><script>alert(1)</script>'
    for path in ("/audit", "/audit/readings"):
        for before in ("-1", "x", "9" * 40, "٣"):
            answer = client.get(path, params={"subject": hostile, "before": before})
            assert answer.status_code == (404 if len(before) > 9 else 200)
            assert "<script>alert" not in answer.text


def test_an_auditor_sees_no_dossier_behind_it(desk: Desk) -> None:
    client = desk.as_("auditor")
    assert client.get("/").headers["location"] == "/audit"
    assert 'href="/a/' not in client.get("/audit").text


def test_a_deadline_is_published_once_however_often_its_mailbox_is_polled(desk: Desk) -> None:
    with desk.reading() as session:
        told = [row for row in changes(session, "acip") if row.what == "deadline"]
    assert len(told) == 1
