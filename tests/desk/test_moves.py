"""Moving applications in the browser: together, with rights for each, and with a way back."""

import re

import pytest
from playwright.sync_api import expect
from starlette.testclient import TestClient

from intake.jobs import remark, staff
from intake.jobs.decide import decide
from intake.store.rows import ApplicationRow
from tests.desk.conftest import Browse, Desk

QUEUE = "/v/tosci/queue"


def ticked(*rows: ApplicationRow) -> list[str]:
    return [f"{row.id}:{row.version}" for row in rows]


def move(
    client: TestClient, chosen: list[str], stage: str = "shortlisted", why: str = "Fits."
) -> int:
    form = {"chosen": chosen, "stage": stage, "why": why, "back": QUEUE}
    return client.post("/moves", data=form).status_code


def stages(desk: Desk, *rows: ApplicationRow) -> list[str]:
    found = {row.id: row.stage for row in desk.applications()}
    return [found[row.id] for row in rows]


def test_what_is_ticked_is_moved_and_undone(desk: Desk) -> None:
    client, (first, second, *_) = desk.as_("recruiter"), desk.applications("tosci")
    assert move(client, ticked(first, second)) == 303
    assert stages(desk, first, second) == ["shortlisted"] * 2
    page = client.get(QUEUE).text
    assert "2 applications moved to “Shortlisted”." in page
    flash = page[page.index('id="flash"') : page.index("</form>", page.index('id="flash"'))]
    decisions = re.findall(r'name="decision" value="(\d+)"', flash)
    assert len(decisions) == 2
    assert decisions == re.findall(r'name="decision" value="(\d+)"', client.get(QUEUE).text)
    client.get("/account")
    assert "moved to" not in client.get(QUEUE).text
    undo = {"decision": decisions, "back": QUEUE}
    assert desk.as_("hr").post("/moves/undo", data=undo).status_code == 422
    assert client.post("/moves/undo", data=undo).headers["location"] == QUEUE
    assert stages(desk, first, second) == ["new"] * 2
    assert "Taken back" in client.get(QUEUE).text
    assert client.post("/moves/undo", data=undo).status_code == 409


def test_a_page_that_is_old_is_told_who_changed_what(desk: Desk) -> None:
    client, (first, second, *_) = desk.as_("recruiter"), desk.applications("tosci")
    decide(desk.bench, second.id, "in_review", who="Ada Admin", why="I read it.")
    form = {"chosen": ticked(first, second), "stage": "declined", "why": "No.", "back": QUEUE}
    answer = client.post("/moves", data=form)
    assert answer.status_code == 409
    assert f'href="/a/{second.id}"' in answer.text
    assert f'href="/a/{first.id}"' not in answer.text
    assert "Ada Admin made it “In review”" in answer.text
    assert "I read it." in answer.text
    assert f'href="{QUEUE}"' in answer.text
    assert stages(desk, first, second) == ["new", "in_review"]


def test_the_rights_are_asked_for_every_one(desk: Desk) -> None:
    first, second, third, *_ = desk.applications("tosci")
    foreign = desk.applications("stce")[0]
    client = desk.as_("recruiter")
    assert move(client, ticked(first, foreign)) == 404
    assert move(client, [*ticked(first), "99999:1"]) == 404
    who = "recruiter@example.org"
    remark.recuse(desk.bench, third.id, who, "A cousin.", who="Robin recruiter")
    assert move(client, ticked(first, second, third)) == 403
    assert f'value="{third.id}:' not in client.get(QUEUE).text
    assert f'value="{second.id}:' in client.get(QUEUE).text
    assert move(desk.as_("panel"), ticked(first)) == 403
    assert stages(desk, first, second, third, foreign) == ["new"] * 4


def test_who_stepped_aside_takes_nothing_back(desk: Desk) -> None:
    client, first = desk.as_("recruiter"), desk.applications("tosci")[0]
    move(client, ticked(first))
    [decision] = re.findall(r'name="decision" value="(\d+)"', client.get(QUEUE).text)
    client.post(f"/a/{first.id}/recuse", data={"text": "A cousin."})
    assert client.post("/moves/undo", data={"decision": decision}).status_code == 403
    assert stages(desk, first) == ["shortlisted"]


@pytest.mark.parametrize("chosen", [[], ["x"], ["1"], ["1:x"], ["1:-2"]])
def test_a_form_that_makes_no_sense_changes_nothing(desk: Desk, chosen: list[str]) -> None:
    assert move(desk.as_("hr"), chosen) == 422


def test_declining_needs_a_reason_and_shortlisting_none(desk: Desk) -> None:
    client, row = desk.as_("recruiter"), desk.applications("tosci")[0]
    assert move(client, ticked(row), "declined", "") == 422
    assert move(client, ticked(row), "shortlisted", " ") == 303
    [row] = [one for one in desk.applications("tosci") if one.id == row.id]
    assert row.decisions[-1].why == ""


def test_what_nobody_said_is_told_in_the_readers_language(desk: Desk) -> None:
    client, row = desk.as_("recruiter"), desk.applications("tosci")[0]
    move(client, ticked(row), "shortlisted", "")
    staff.set_language(desk.bench, "hr@example.org", "fr")
    reader, none = desk.as_("hr"), "Aucun motif n’a été donné."
    assert none in reader.get(f"/a/{row.id}").text
    form = {"stage": "declined", "why": "Non.", "version": str(row.version)}
    conflict = reader.post(f"/a/{row.id}/stage", data=form)
    assert conflict.status_code == 409
    assert none in conflict.text
    assert "No reason" not in conflict.text
    undo = re.findall(r'name="decision" value="(\d+)"', client.get(QUEUE).text)
    client.post("/moves/undo", data={"decision": undo})
    assert "<br>Annulé." in reader.get(f"/a/{row.id}").text
    assert "<br>Taken back." in client.get(f"/a/{row.id}").text


def test_one_application_is_moved_and_undone_from_its_page(desk: Desk) -> None:
    client, row = desk.as_("recruiter"), desk.applications("tosci")[0]
    form = {"stage": "declined", "why": "No.", "version": str(row.version), "back": f"/a/{row.id}"}
    assert client.post(f"/a/{row.id}/stage", data=form).headers["location"] == f"/a/{row.id}"
    [decision] = re.findall(r'name="decision" value="(\d+)"', client.get(f"/a/{row.id}").text)
    client.post("/moves/undo", data={"decision": decision, "back": f"/a/{row.id}"})
    page = client.get(f"/a/{row.id}").text
    assert "Taken back." in page
    assert stages(desk, row) == ["new"]


def test_nobody_is_led_elsewhere(desk: Desk) -> None:
    client, row = desk.as_("recruiter"), desk.applications("tosci")[0]
    form = {"chosen": ticked(row), "stage": "in_review", "back": "https://evil.example.net/"}
    assert client.post("/moves", data=form).headers["location"] == "/"


def test_without_javascript_all_of_a_page_are_ticked_moved_and_undone(
    browse: Browse, desk: Desk
) -> None:
    page = browse("recruiter", QUEUE, java_script_enabled=False)
    page.get_by_role("link", name="Tick all on this page").click()
    page.locator("input[name=chosen]:checked").first.wait_for()
    boxes = page.locator("input[name=chosen]")
    assert boxes.count() == page.locator("input[name=chosen]:checked").count() > 3
    page.get_by_label("Why").fill("All will be met.")
    page.get_by_role("button", name="In review").click()
    page.locator("#flash", has_text="moved to “In review”").wait_for()
    assert {row.stage for row in desk.applications("tosci")} == {"in_review"}
    expect(page.locator("input[name=chosen]:checked")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    page.locator("#flash", has_text="Taken back").wait_for()
    assert {row.stage for row in desk.applications("tosci")} == {"new"}


def test_enter_in_the_reason_moves_nothing_by_itself(browse: Browse, desk: Desk) -> None:
    page = browse("recruiter", QUEUE)
    page.locator("input[name=chosen]").first.check()
    page.get_by_label("Why").fill("Because.")
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert {row.stage for row in desk.applications("tosci")} == {"new"}
