"""Lists on paper: whole, in the order that is asked for, with nothing that one may not see."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from intake.desk.app import desk as build_desk
from intake.jobs import remark
from intake.jobs.decide import decide
from tests.desk.conftest import Browse, Desk


def printed(desk: Desk, role: str, path: str) -> str:
    answer = desk.as_(role).get(path)
    assert answer.status_code == 200
    return answer.text


def references(text: str) -> list[str]:
    return re.findall(r'<th scope="row" class="mono">([am]\d+)</th>', text)


def test_the_whole_queue_is_on_one_page_with_who_printed_it(desk: Desk) -> None:
    text = printed(desk, "recruiter", "/v/tosci/queue/print")
    queue = desk.applications("tosci")
    assert references(text) == [f"a{row.id}" for row in queue]
    assert "Printed 5 April 2026, 10:00 by Robin recruiter" in text
    assert desk.bench.vacancy("tosci").title in text
    assert f"{len(queue)} applications, by receipt" in text


def test_by_name_accents_and_capitals_count_for_nothing(desk: Desk) -> None:
    text = printed(desk, "hr", "/v/tosci/queue/print?order=name")
    names = {
        f"a{row.id}": row.application.candidate.name or row.application.candidate.email
        for row in desk.applications("tosci")
    }
    order = [names[one].casefold().replace("é", "e") for one in references(text)]
    assert len(order) == len(names)
    assert [one[0] for one in order] == sorted(one[0] for one in order)


def test_the_choice_holds_on_paper(desk: Desk) -> None:
    queue = desk.applications("tosci")
    decide(desk.bench, queue[0].id, "shortlisted", who="The test", why="To meet")
    complete = [f"a{row.id}" for row in queue if row.application.complete]
    assert references(printed(desk, "hr", "/v/tosci/queue/print?complete=yes")) == complete
    for role, path in (("hr", "?stage=shortlisted"), ("panel", "?stage=new")):
        text = printed(desk, role, f"/v/tosci/queue/print{path}")
        assert references(text) == [f"a{queue[0].id}"]
    assert "nothing to print" in printed(desk, "hr", "/v/tosci/queue/print?stage=withdrawn")


def blind(desk: Desk) -> None:
    vacancies = tuple(replace(one, blind=True) for one in desk.bench.vacancies)
    desk.app = build_desk(replace(desk.room, bench=replace(desk.bench, vacancies=vacancies)))


def test_where_it_is_reviewed_blind_nobody_is_named_and_nothing_is_sorted(desk: Desk) -> None:
    blind(desk)
    first, *others = desk.applications("tosci")
    remark.recuse(desk.bench, first.id, "recruiter@example.org", "A friend.", who="Robin")
    text = printed(desk, "recruiter", "/v/tosci/queue/print?order=name")
    assert references(text) == [f"a{row.id}" for row in others]
    assert "You stepped aside from 1 application" in text
    for row in others:
        assert row.application.candidate.email not in text


@pytest.mark.parametrize("register", ["refused", "held", "ignored"])
def test_where_it_is_reviewed_blind_the_registers_name_nobody(desk: Desk, register: str) -> None:
    blind(desk)
    sighted = printed(desk, "hr", f"/v/tosci/{register}/print")
    veiled = printed(desk, "recruiter", f"/v/tosci/{register}/print")
    assert references(veiled) == references(sighted)
    for row in desk.messages("tosci"):
        if f"m{row.id}" in references(veiled) and row.message and row.message.subject:
            assert row.message.subject not in veiled


@pytest.mark.parametrize(
    ("register", "outcome"),
    [("refused", "refused"), ("held", "held"), ("enquiries", "enquiry"), ("ignored", "ignored")],
)
def test_every_mail_of_a_register_is_on_its_page(desk: Desk, register: str, outcome: str) -> None:
    for vacancy in ("tosci", "stce"):
        expected = {
            f"m{row.id}"
            for row in desk.messages(vacancy)
            if row.verdict and row.verdict.outcome == outcome
        }
        assert set(references(printed(desk, "hr", f"/v/{vacancy}/{register}/print"))) == expected


def test_on_paper_there_is_the_list_and_no_button(browse: Browse) -> None:
    page = browse("recruiter", "/v/tosci/queue/print")
    expect(page.get_by_role("button", name="Print now")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".print-bar")).to_be_hidden()
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator(".print-list")).to_be_visible()
    assert len(page.pdf(prefer_css_page_size=True)) > 5_000
