"""The review queue: everyone who applied, by receipt, and what each role sees of it."""

from dataclasses import replace

from intake.desk.app import desk as build_desk
from intake.jobs.decide import decide
from tests.desk.conftest import Desk


def shown(desk: Desk, role: str, path: str) -> str:
    answer = desk.as_(role).get(path)
    assert answer.status_code == 200
    return answer.text


def test_every_application_stands_in_its_queue_by_receipt(desk: Desk) -> None:
    for vacancy in ("tosci", "stce"):
        text = shown(desk, "hr", f"/v/{vacancy}/queue")
        expected = [f'href="/a/{row.id}"' for row in desk.applications(vacancy)]
        places = [text.index(one) for one in expected]
        assert places == sorted(places)
        assert text.count('href="/a/') == len(expected)


def test_the_choices_hold(desk: Desk) -> None:
    applications = desk.applications("tosci")
    decide(desk.bench, applications[0].id, "in_review", who="The test", why="To begin")
    for path, wanted in (
        ("?complete=yes", [one.id for one in applications if one.application.complete]),
        ("?complete=no", [one.id for one in applications if not one.application.complete]),
        ("?stage=in_review", [applications[0].id]),
        ("?stage=shortlisted", []),
        ("?stage=nonsense&complete=nonsense&page=x", [one.id for one in applications]),
    ):
        text = shown(desk, "recruiter", f"/v/tosci/queue{path}")
        assert [one.id for one in applications if f'href="/a/{one.id}"' in text] == wanted, path


def test_a_panel_sees_the_shortlisted_alone(desk: Desk) -> None:
    first = desk.applications("tosci")[0].id
    assert 'href="/a/' not in shown(desk, "panel", "/v/tosci/queue?stage=new")
    decide(desk.bench, first, "in_review", who="The test", why="To begin")
    decide(desk.bench, first, "shortlisted", who="The test", why="To meet")
    text = shown(desk, "panel", "/v/tosci/queue")
    assert text.count('href="/a/') == 1
    assert "/refused" not in text


def test_where_it_is_reviewed_blind_nobody_is_named(desk: Desk) -> None:
    vacancies = tuple(replace(one, blind=True) for one in desk.bench.vacancies)
    desk.app = build_desk(replace(desk.room, bench=replace(desk.bench, vacancies=vacancies)))
    blind, sighted = shown(desk, "recruiter", "/v/tosci/queue"), shown(desk, "hr", "/v/tosci/queue")
    for row in desk.applications("tosci"):
        assert row.application.candidate.email not in blind
        assert f'href="/a/{row.id}"' in blind
        assert f">{row.application.candidate.email}<" in sighted


def test_a_relative_is_told_to_hr_alone(desk: Desk) -> None:
    declared = [
        row.vacancy for row in desk.applications() if "declared_relative" in row.application.flags
    ]
    assert declared
    for vacancy in set(declared) & {"tosci"} or set(declared):
        assert "declares a relative" in shown(desk, "hr", f"/v/{vacancy}/queue")
    assert "declares a relative" not in shown(desk, "recruiter", "/v/tosci/queue")
