"""Applications that were joined or handed over, and pages that have grown old meanwhile."""

import re

import pytest

from intake.jobs import remark
from intake.store import remarks
from intake.store.rows import ApplicationRow
from tests.desk.conftest import Desk

WHO, WHY = "recruiter@example.org", {"why": "I know both."}


def _stages(page: str) -> list[str]:
    return re.findall(r'<section class="card former".*?</section>', page, re.DOTALL)


@pytest.fixture
def pair(desk: Desk) -> tuple[ApplicationRow, ApplicationRow]:
    """Two applications of the recruiter's vacancy, the earlier first."""
    first, second, *_ = desk.applications("tosci")
    return first, second


def test_what_was_done_with_a_joined_application_is_seen_where_it_went(
    desk: Desk, pair: tuple[ApplicationRow, ApplicationRow]
) -> None:
    stays, goes = pair
    client = desk.as_("hr")
    client.post(f"/a/{goes.id}/note", data={"text": "Speaks <b>Arabic</b>."})
    client.post(f"/a/{goes.id}/assign", data={**desk.seen(goes.id), "to": "hr@example.org"})
    form = {**desk.seen(goes.id), "stage": "shortlisted", "why": "Ten years of it."}
    client.post(f"/a/{goes.id}/stage", data=form)
    [decision] = re.findall(r'name="decision" value="(\d+)"', client.get(f"/a/{goes.id}").text)
    joined = client.post(f"/a/{stays.id}/join", data={**WHY, "with": f"a{goes.id}"})
    assert joined.headers["location"] == f"/a/{stays.id}"
    [former] = _stages(client.get(f"/a/{stays.id}").text)
    for told in ("“Shortlisted”", "Speaks &lt;b&gt;Arabic", "Ten years of it.", "with Robin hr"):
        assert told in former
    assert desk.applications("tosci")[0].stage == "new"
    closed = client.get(f"/a/{goes.id}").text
    assert f'its mail is now in <a href="/a/{stays.id}">a{stays.id}</a>' in closed
    assert f'action="/a/{goes.id}' not in closed
    assert 'class="card paper' not in closed
    undone = client.post("/moves/undo", data={"decision": decision})
    assert (undone.status_code, f"a{goes.id} is closed" in undone.text) == (422, True)


def test_a_reviewer_who_stepped_aside_sees_neither_it_nor_its_mail_where_it_went(
    desk: Desk, pair: tuple[ApplicationRow, ApplicationRow]
) -> None:
    stays, goes = pair
    mail = goes.application.messages[0]
    parts = (f"/a/{stays.id}", f"/a/{goes.id}", f"/m/{mail}", f"/m/{mail}/raw")
    client = desk.as_("recruiter")
    assert [client.get(part).status_code for part in parts] == [200] * 4
    remark.recuse(desk.bench, goes.id, WHO, "A cousin.", who="Robin")
    desk.as_("hr").post(f"/a/{stays.id}/join", data={**WHY, "with": str(goes.id)})
    assert [client.get(part).status_code for part in parts] == [403] * 4
    assert client.get(f"/m/{mail}/formatted").status_code == 403
    assert f'href="/a/{stays.id}' not in client.get("/v/tosci/queue").text


def test_what_was_handed_over_keeps_note_and_recusal_and_says_what_it_was(
    desk: Desk,
) -> None:
    row, client = desk.applications("acip")[0], desk.as_("hr")
    client.post(f"/a/{row.id}/note", data={"text": "Knows tariffs."})
    remark.recuse(desk.bench, row.id, WHO, "A cousin.", who="Robin")
    form = {**desk.seen(row.id), "stage": "declined", "why": "No letter."}
    client.post(f"/a/{row.id}/stage", data=form)
    over = {**WHY, **desk.seen(row.id), "vacancy": "tosci"}
    assert client.post(f"/a/{row.id}/vacancy", data=over).status_code == 303
    with desk.reading() as session:
        [there] = remarks.went_to(session, row.id)
    [former] = _stages(client.get(f"/a/{there}").text)
    assert "“Declined”" in former
    assert "Knows tariffs." in former
    assert desk.as_("recruiter").get(f"/a/{there}").status_code == 403
    again = client.post(f"/a/{row.id}/vacancy", data=over)
    assert (again.status_code, f"a{row.id} is closed" in again.text) == (422, True)


def test_a_page_that_has_grown_old_changes_nothing(
    desk: Desk, pair: tuple[ApplicationRow, ApplicationRow]
) -> None:
    row = pair[0]
    first, second = desk.as_("recruiter"), desk.as_("hr")
    page = first.get(f"/a/{row.id}").text
    mail, sha256 = re.findall(r'name="mail" value="(\d+)"><input[^>]*value="([0-9a-f]{64})"', page)[
        0
    ]
    forms = {
        "assign": {"to": WHO},
        "wait": {"until": "", "text": ""},
        "document": {**WHY, "mail": mail, "document": sha256, "kinds": "other"},
        "kind": {**WHY, "mail": mail, "kind": "application"},
        "vacancy": {**WHY, "vacancy": "acip"},
    }
    assert page.count('name="version"') >= len(forms) + 1
    for name, form in forms.items():
        seen = desk.seen(row.id)
        assert first.post(f"/a/{row.id}/assign", data={**seen, "to": WHO}).status_code == 303
        answer = second.post(f"/a/{row.id}/{name}", data={**form, **seen})
        assert answer.status_code == 409, name
        assert f'href="/a/{row.id}"' in answer.text
        assert second.post(f"/a/{row.id}/{name}", data=form).status_code == 422, name
    for name, form in forms.items():
        done = second.post(f"/a/{row.id}/{name}", data={**form, **desk.seen(row.id)})
        assert done.status_code == 303, name
