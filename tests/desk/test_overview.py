"""The overview says what the store holds, each figure the one of the queues behind it."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from intake.desk.chart import DAYS, STEP, chart, days_of
from intake.jobs.decide import admit
from intake.store.overview import figures
from intake.triage.digest import Bar
from tests.desk.conftest import NOW, OWN, Browse, Desk

ZONE = ZoneInfo("Europe/Brussels")
CUTOFF = datetime(2026, 2, 8, 23, tzinfo=UTC)


def test_the_figures_are_those_of_the_lists(desk: Desk) -> None:
    for vacancy in desk.bench.vacancies:
        mails, queue = desk.messages(vacancy.id), desk.applications(vacancy.id)
        with desk.reading() as session:
            found = figures(session, vacancy.id, days_of(CUTOFF, NOW, ZONE), ZONE)
        assert found.outcomes == Counter(str(row.outcome) for row in mails)
        assert found.applications == len(queue)
        assert found.complete == sum(row.application.complete for row in queue)
        assert found.stages == Counter(row.stage for row in queue)


def test_what_a_person_let_in_counts_as_filed(desk: Desk) -> None:
    late = next(row for row in desk.messages("acip") if row.outcome == "refused")
    admit(desk.bench, late.id, "our_failure", who="Ada", why="Our server was down.")
    with desk.reading() as session:
        found = figures(session, "acip", days_of(CUTOFF, NOW, ZONE), ZONE)
    assert found.outcomes["refused"] == 0
    assert found.outcomes["filed"] == sum(r.outcome == "filed" for r in desk.messages("acip"))


def test_the_deadline_stands_in_the_zone_of_its_notice_and_in_utc(desk: Desk) -> None:
    text = desk.as_("hr").get("/").text
    assert "8 February 2026, end of day (CET)" in text
    assert "2026-02-08 23:00 UTC" in text


def test_it_counts_down(desk: Desk) -> None:
    desk.clock.now = CUTOFF - timedelta(hours=5)
    assert "4 hours 59 minutes left" in desk.as_("hr").get("/").text


def test_the_sum_is_proved(desk: Desk) -> None:
    assert "134 on the server, 134 accounted for, 0 missing" in desk.as_("hr").get("/").text


def test_a_recruiter_sees_their_own_vacancies_alone(desk: Desk) -> None:
    text = desk.as_("recruiter").get("/").text
    shown = {one.id for one in desk.bench.vacancies if f"/v/{one.id}/queue" in text}
    assert shown == set(OWN)


def test_the_cut_off_stands_at_its_moment() -> None:
    days = days_of(CUTOFF, CUTOFF - timedelta(days=1), ZONE)
    assert len(days) == DAYS
    drawn = chart([Bar(day) for day in days], CUTOFF, ZONE)
    assert drawn.cutoff_x is None or drawn.cutoff_x == drawn.width
    after = days_of(CUTOFF, CUTOFF + timedelta(days=9), ZONE)
    drawn = chart([Bar(day, in_time=2) for day in after], CUTOFF, ZONE)
    assert drawn.cutoff_x == drawn.width - 2 * STEP
    assert all(column.pieces for column in drawn.columns)


def test_it_says_the_same_in_french_and_nothing_is_wider_than_a_phone(
    desk: Desk, browse: Browse
) -> None:
    page = browse("hr", "/", viewport={"width": 390, "height": 844})
    page.get_by_role("button", name="FR").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vue d’ensemble")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_page_that_refreshes_itself_is_no_sign_of_life(desk: Desk) -> None:
    client = desk.as_("hr")
    for _ in range(3):
        desk.clock.now += timedelta(minutes=30)
        assert client.get("/?unattended=1").status_code == 200
    desk.clock.now += timedelta(minutes=31)
    assert client.get("/?unattended=1").status_code == 303
