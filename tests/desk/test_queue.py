"""The review queue: everyone who applied, by receipt, and what each role sees of it."""

import re
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from intake.desk.app import desk as build_desk
from intake.jobs.decide import decide
from intake.store import visits
from intake.store.engine import transaction
from intake.store.rows import ApplicationRow
from intake.store.staff import by_email
from intake.store.tables import Application
from intake.triage.words import words
from tests.desk.conftest import NOW, Desk


def languages(row: ApplicationRow) -> list[str | None]:
    return [one.language for one in row.application.documents]


def flags(row: ApplicationRow) -> tuple[str, ...]:
    return row.application.flags


def shown(desk: Desk, role: str, path: str) -> str:
    answer = desk.as_(role).get(path)
    assert answer.status_code == 200
    return answer.text


def listed(text: str) -> list[int]:
    """The applications of a list, in its order."""
    return [int(one) for one in re.findall(r'data-row href="/a/(\d+)["?]', text)]


def test_every_application_stands_in_its_queue_by_receipt(desk: Desk) -> None:
    for vacancy in ("tosci", "stce"):
        text = shown(desk, "hr", f"/v/{vacancy}/queue")
        assert listed(text) == [row.id for row in desk.applications(vacancy)]


def test_the_choices_hold(desk: Desk) -> None:
    applications = desk.applications("tosci")
    decide(desk.bench, applications[0].id, "in_review", who="The test", why="To begin")
    for path, wanted in (
        ("?complete=yes", [one.id for one in applications if one.application.complete]),
        ("?complete=no", [one.id for one in applications if not one.application.complete]),
        ("?stage=in_review", [applications[0].id]),
        ("?stage=shortlisted", []),
        (
            "?stage=nonsense&complete=nonsense&page=x&flag=nonsense",
            [one.id for one in applications],
        ),
        ("?missing=cv", [one.id for one in applications if "cv" in one.application.missing]),
        ("?language=fr", [one.id for one in applications if "fr" in languages(one)]),
        ("?flag=resubmission", [one.id for one in applications if "resubmission" in flags(one)]),
        ("?flag=resubmission&complete=no&q=cv", []),
    ):
        text = shown(desk, "recruiter", f"/v/tosci/queue{path}")
        assert listed(text) == wanted, path


def test_a_choice_can_be_removed_and_an_empty_list_says_so(desk: Desk) -> None:
    text = shown(desk, "recruiter", "/v/tosci/queue?stage=declined&complete=yes&q=zzzz")
    assert "Remove one of the choices above" in text
    for rest in ("?complete=yes&amp;q=zzzz", "?stage=declined&amp;q=zzzz"):
        assert f'<a href="{rest}">' in text
    assert "zzzz" not in shown(desk, "recruiter", "/v/tosci/queue?q=%22%00").split("<main")[1]


def test_names_are_put_in_order_where_they_may_be_seen(desk: Desk) -> None:
    text = shown(desk, "recruiter", "/v/tosci/queue?order=name")
    applications = desk.applications("tosci")
    named = sorted(
        applications,
        key=lambda one: (
            words(one.application.candidate.name) or words(one.application.candidate.email)
        ),
    )
    assert listed(text) == [one.id for one in named]
    assert [one.id for one in named] != [one.id for one in applications]


def test_what_is_new_since_the_last_visit_is_marked_and_can_be_asked_for(desk: Desk) -> None:
    before, after = NOW - timedelta(days=1), NOW + timedelta(hours=1)
    with transaction(desk.bench.engine) as session:
        recruiter = by_email(session, "recruiter@example.org")
        assert recruiter is not None
        visits.look(session, recruiter.id, "an earlier visit", "tosci", before)
        some = session.scalars(select(Application).where(Application.vacancy == "tosci")).all()
        for row in some:
            row.opened_at = row.changed_at = before - timedelta(days=1)
        some[0].opened_at = some[0].changed_at = after
        some[1].changed_at = after
        ids = [row.id for row in some]
    client = desk.as_("recruiter")
    for _ in range(2):  # it stays marked while the visit lasts
        text = client.get("/v/tosci/queue").text
        assert (text.count(">new</span>"), text.count(">changed</span>")) == (1, 1)
    text = client.get("/v/tosci/queue?new=yes").text
    assert sorted(listed(text)) == sorted(ids[:2])
    desk.clock.now = after + timedelta(minutes=30)
    assert ">new</span>" in client.get("/v/tosci/queue").text
    later = shown(desk, "recruiter", "/v/tosci/queue")
    assert ">new</span>" not in later
    assert "Since my last visit" not in shown(desk, "hr", "/v/tosci/queue")


def test_who_stepped_aside_does_not_see_it_in_the_list(desk: Desk) -> None:
    first = desk.applications("tosci")[0]
    client = desk.as_("recruiter")
    client.post(f"/a/{first.id}/recuse", data={"text": "We are cousins."})
    text = client.get("/v/tosci/queue").text
    assert first.id not in listed(text)
    assert "stepped aside from 1 application" in text
    assert first.id in listed(shown(desk, "hr", "/v/tosci/queue"))


def test_a_panel_sees_the_shortlisted_alone(desk: Desk) -> None:
    first = desk.applications("tosci")[0].id
    assert listed(shown(desk, "panel", "/v/tosci/queue?stage=new")) == []
    decide(desk.bench, first, "in_review", who="The test", why="To begin")
    decide(desk.bench, first, "shortlisted", who="The test", why="To meet")
    text = shown(desk, "panel", "/v/tosci/queue")
    assert listed(text) == [first]
    assert "/refused" not in text


def test_where_it_is_reviewed_blind_nobody_is_named(desk: Desk) -> None:
    vacancies = tuple(replace(one, blind=True) for one in desk.bench.vacancies)
    desk.app = build_desk(replace(desk.room, bench=replace(desk.bench, vacancies=vacancies)))
    blind, sighted = shown(desk, "recruiter", "/v/tosci/queue"), shown(desk, "hr", "/v/tosci/queue")
    for row in desk.applications("tosci"):
        assert row.application.candidate.email not in blind
        assert row.id in listed(blind)
        assert f">{row.application.candidate.email}<" in sighted
    assert 'name="order"' in sighted
    assert 'name="order"' not in blind


def test_a_relative_is_told_to_hr_alone(desk: Desk) -> None:
    declared = [
        row.vacancy for row in desk.applications() if "declared_relative" in row.application.flags
    ]
    assert declared
    for vacancy in set(declared) & {"tosci"} or set(declared):
        assert "declares a relative" in shown(desk, "hr", f"/v/{vacancy}/queue")
    assert "declares a relative" not in shown(desk, "recruiter", "/v/tosci/queue")
    asked = shown(desk, "recruiter", "/v/tosci/queue?flag=declared_relative")
    assert listed(asked) == [one.id for one in desk.applications("tosci")]
