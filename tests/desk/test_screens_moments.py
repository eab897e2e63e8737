"""What stands for a moment: a move with its way back, a conflict; and views that hide who it is."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page

from intake.desk.app import desk as build_desk
from intake.jobs.decide import decide
from tests.desk.conftest import Browse, Desk
from tests.desk.looks import faults, in_each_look, look, opened
from tests.desk.screens import Screen

QUEUE = "/v/tosci/queue"


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """The same desk, where every vacancy is reviewed blind."""
    vacancies = tuple(replace(one, blind=True) for one in desk.bench.vacancies)
    desk.room = replace(desk.room, bench=replace(desk.bench, vacancies=vacancies))
    desk.app = build_desk(desk.room)
    return desk


def hidden(desk: Desk) -> list[Screen]:
    """Screens on which somebody is hidden."""
    application = desk.applications("tosci")[0]
    refused = next(row for row in desk.messages("tosci") if row.outcome == "refused")
    paths = {
        "queue": QUEUE,
        "application": f"/a/{application.id}",
        "mail": f"/m/{refused.id}",
        "refused": "/v/tosci/refused",
        "search": "/search?q=customs",
        "print": f"{QUEUE}/print",
        "digest": "/digest",
        "malformed": "/digest?date=never",
    }
    return [Screen(f"blind-{name}", "recruiter", path) for name, path in paths.items()]


@in_each_look
def test_no_moment_is_in_anybodys_way(
    desk: Desk, browse: Browse, language: str, theme: str
) -> None:
    found = faults(browse, desk, hidden(desk), language, theme)
    first, second, *_ = desk.applications("tosci")
    page = opened(browse, "recruiter", language, theme)
    page.goto(QUEUE)
    _shortlist(page, first.id)
    page.locator("#flash form").wait_for()
    found += look(page, "moved", language, theme)
    decide(desk.bench, second.id, "in_review", who="Ada Admin", why="I read it.")
    _shortlist(page, second.id)
    page.get_by_text("Ada Admin").wait_for()
    found += look(page, "conflict", language, theme)
    assert "\n".join(found) == ""


def _shortlist(page: Page, number: int) -> None:
    page.locator(f"input[name=chosen][value^='{number}:']").check()
    page.locator("#moves button[value=shortlisted]").click()
