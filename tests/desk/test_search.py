"""Search in the desk: each finds what they may read, and is shown where it stands."""

import re
from dataclasses import replace
from html import unescape
from urllib.parse import quote

import pytest

from intake.desk.app import desk as build_desk
from intake.jobs.decide import decide
from intake.store.rows import MessageRow
from intake.triage.message import Document
from tests.desk.conftest import OWN, Desk


def shown(desk: Desk, role: str, query: str, more: str = "") -> str:
    answer = desk.as_(role).get(f"/search?q={quote(query)}{more}")
    assert answer.status_code == 200
    return answer.text.partition("<main")[2]


def listed(text: str) -> list[int]:
    return [int(one) for one in re.findall(r'href="/(?:a/\d+#m|m/)(\d+)"', text)]


def blind(desk: Desk) -> None:
    vacancies = tuple(replace(one, blind=True) for one in desk.bench.vacancies)
    desk.app = build_desk(replace(desk.room, bench=replace(desk.bench, vacancies=vacancies)))


def named(desk: Desk, outcome: str, vacancy: str = "tosci") -> MessageRow:
    """A mail of an outcome whose sender has a name that nobody else there has."""
    rows = desk.messages(vacancy)
    for row in rows:
        if row.outcome == outcome and row.message and len(row.message.candidate.name) > 6:
            family = row.message.candidate.name.split()[-1]
            if sum(family in str(one.message) for one in rows) == 1:
                return row
    raise AssertionError(outcome)


def family(row: MessageRow) -> str:
    assert row.message
    return row.message.candidate.name.split()[-1]


def test_a_word_of_a_document_is_shown_with_its_hits_marked(desk: Desk) -> None:
    text = shown(desk, "recruiter", "CURRICULUM vit")
    assert re.search(r"<mark>curriculum</mark> <mark>vitae</mark>", text, re.IGNORECASE)
    moments = re.findall(r'<time datetime="([^"]+)"', text)
    assert len(moments) > 3
    assert sorted(moments[:10]) == moments[:10]


def test_each_finds_in_their_own_vacancies_alone(desk: Desk) -> None:
    everything = {row.id: row.vacancy for row in desk.messages()}
    for role in ("recruiter", "hr"):
        numbers = listed(shown(desk, role, "e"))
        vacancies = {everything[number] for number in numbers}
        assert numbers
        assert role == "hr" or vacancies <= set(OWN)
    assert {everything[one] for one in listed(shown(desk, "hr", "e", "&vacancy=stce"))} == {"stce"}
    foreign = listed(shown(desk, "recruiter", "e", "&vacancy=stce"))
    assert {everything[one] for one in foreign} <= set(OWN)


def test_refused_and_held_mail_is_found_too(desk: Desk) -> None:
    for outcome in ("refused", "held"):
        row = named(desk, outcome)
        assert listed(shown(desk, "recruiter", family(row))) == [row.id]
        assert listed(shown(desk, "panel", family(row))) == []


def test_a_panel_finds_the_shortlisted_alone(desk: Desk) -> None:
    row = named(desk, "filed")
    assert row.application
    assert listed(shown(desk, "panel", family(row))) == []
    decide(desk.bench, row.application, "shortlisted", who="The test", why="To meet")
    assert listed(shown(desk, "panel", family(row))) == [row.id]
    assert desk.as_("auditor").get("/search?q=e").status_code == 403


def test_who_it_is_cannot_be_found_out_where_it_is_hidden(desk: Desk) -> None:
    blind(desk)
    for outcome in ("filed", "refused"):
        row = named(desk, outcome)
        assert listed(shown(desk, "recruiter", family(row))) == []
        assert listed(shown(desk, "hr", family(row))) == [row.id]
    row = named(desk, "filed")
    word = _late_word(row)
    text = shown(desk, "recruiter", word)
    assert row.id in listed(text)
    assert family(row) not in text
    decide(desk.bench, row.application or 0, "shortlisted", who="The test", why="To meet")
    assert listed(shown(desk, "recruiter", family(row))) == [row.id]


def _late_word(row: MessageRow) -> str:
    """A long word that stands deep in a document."""
    assert row.message
    document: Document = max(row.message.documents, key=lambda one: len(one.text))
    tail = "\n".join(document.text.strip().splitlines()[8:])
    found: list[str] = re.findall(r"[a-z]+", tail)
    return max(found, key=len)


def test_who_stepped_aside_does_not_find_it(desk: Desk) -> None:
    row = named(desk, "filed")
    client = desk.as_("recruiter")
    client.post(f"/a/{row.application}/recuse", data={"text": "A cousin."})
    assert listed(client.get(f"/search?q={quote(family(row))}").text) == []


def test_the_queue_is_narrowed_by_words(desk: Desk) -> None:
    row = named(desk, "filed")
    text = desk.as_("recruiter").get(f"/v/tosci/queue?q={quote(family(row))}").text
    assert re.findall(r'class="who" data-row href="/a/(\d+)["?]', text) == [str(row.application)]
    assert f"/search?q={quote(family(row))}&amp;vacancy=tosci" in text


@pytest.mark.parametrize("query", ['" OR *', "x" * 10_000, "\0", "<script>alert(1)</script>", "%"])
def test_a_hostile_query_is_no_error(desk: Desk, query: str) -> None:
    assert "<script>alert" not in shown(desk, "hr", query)
    answer = desk.as_("hr").get(f"/v/tosci/queue?q={quote(query)}")
    assert answer.status_code == 200


def test_in_the_registers_of_a_blind_vacancy_nobody_is_named(desk: Desk) -> None:
    blind(desk)
    for outcome in ("refused", "held"):
        client, row = desk.as_("recruiter"), named(desk, outcome)
        assert row.message
        seen = [client.get(f"/v/tosci/{outcome}").text, client.get(f"/m/{row.id}").text]
        for text in seen:
            assert f"Mail m{row.id}" in text
            for word in (*row.message.candidate.name.split(), row.message.candidate.email):
                assert word not in text
        assert family(row) in desk.as_("hr").get(f"/v/tosci/{outcome}").text
        assert client.get(f"/m/{row.id}/raw").status_code == 404
        assert client.post(f"/m/{row.id}/complaint").status_code == 404
        form = {"code": "our_failure", "why": "Our server was down.", "seen": "0"}
        assert client.post(f"/m/{row.id}/admit", data=form).status_code == 303


def test_what_is_found_counts_as_read(desk: Desk) -> None:
    row = named(desk, "filed")
    for words in (family(row), "zzzzz"):
        shown(desk, "recruiter", words)
    auditor = desk.as_("auditor")
    told = auditor.get(f"/audit/readings?subject=a{row.application}").text
    assert "Robin recruiter" in told
    assert f"/search?q={family(row)}" in unescape(told)
    assert "zzzzz" not in auditor.get("/audit/readings").text
