"""Signing in: only with the right password, slowly for those who guess, and never elsewhere."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from argon2.exceptions import VerifyMismatchError
from playwright.sync_api import expect
from starlette.testclient import TestClient

from intake.desk.views.sign_in import local
from intake.errors import NotSignedIn
from intake.jobs import staff, visit
from intake.store import visits
from tests.desk.conftest import PASSWORD, Browse, Desk


def enter(client: TestClient, email: str, password: str, going: str = "/") -> int:
    data = {"email": email, "password": password, "next": going}
    return client.post("/sign-in", data=data).status_code


def test_the_right_password_opens_the_desk(desk: Desk) -> None:
    client = desk.stranger()
    assert client.get("/").headers["location"] == "/sign-in"
    assert enter(client, " Recruiter@Example.org ", PASSWORD) == 303
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("email", ["recruiter@example.org", "nobody@example.org"])
def test_a_wrong_password_does_not(desk: Desk, email: str) -> None:
    client = desk.stranger()
    assert enter(client, email, "not the password at all") == 401
    assert client.get("/").status_code == 303


def test_where_one_wanted_to_go_is_remembered(desk: Desk) -> None:
    client = desk.stranger()
    asked = client.get("/?from=digest")
    assert asked.headers["location"] == "/sign-in?next=%2F%3Ffrom%3Ddigest"
    data = {"email": "hr@example.org", "password": PASSWORD, "next": "/?from=digest"}
    assert client.post("/sign-in", data=data).headers["location"] == "/?from=digest"


@pytest.mark.parametrize(
    "path",
    [
        "https://evil.example.net/",
        "//evil.example.net",
        "/\\evil.example.net",
        "\\\\evil.example.net",
        "/\t/evil.example.net",
        "javascript:alert(1)",
        "evil.example.net",
        "",
    ],
)
def test_nobody_is_led_elsewhere(path: str) -> None:
    assert local(path) == "/"


def test_guessing_is_slowed_down_even_over_a_restart(desk: Desk) -> None:
    client = desk.stranger()
    tried = [enter(client, "hr@example.org", f"guess number {n:06}") for n in range(6)]
    assert tried == [401] * 5 + [429]
    assert enter(client, "hr@example.org", PASSWORD) == 429
    desk.clock.now += timedelta(minutes=16)
    assert enter(client, "hr@example.org", PASSWORD) == 303


def test_guessing_at_once_outruns_no_limit(desk: Desk) -> None:
    together = Barrier(20)

    def guess(number: int) -> str:
        together.wait()
        address = f"192.0.2.{number}"
        with pytest.raises(NotSignedIn) as refused:
            visit.sign_in(desk.bench, "hr@example.org", f"guess number {number:06}", address)
        return refused.value.problem

    with ThreadPoolExecutor(20) as pool:
        told = Counter(pool.map(guess, range(20)))
    assert told == {visit.REFUSED.problem: 5, visit.TOO_MANY.problem: 15}


def test_those_who_know_the_password_are_not_counted(desk: Desk) -> None:
    client = desk.stranger()
    for _ in range(3):
        assert [enter(client, "hr@example.org", "not the password") for _ in range(4)] == [401] * 4
        assert enter(client, "hr@example.org", PASSWORD) == 303


def test_an_address_without_an_account_takes_as_long() -> None:
    """What is checked for it has the cost of every other password, and no password is right."""
    assert not staff.HASHER.check_needs_rehash(visit._NOBODY)
    with pytest.raises(VerifyMismatchError):
        staff.HASHER.verify(visit._NOBODY, "nobody has this password")


def test_a_visit_ends_when_nobody_is_there(desk: Desk) -> None:
    client = desk.as_("hr")
    desk.clock.now += visits.IDLE - timedelta(minutes=1)
    assert client.get("/").status_code == 200
    desk.clock.now += visits.IDLE - timedelta(minutes=1)
    assert client.get("/").status_code == 200
    desk.clock.now += visits.IDLE
    assert client.get("/").status_code == 303


def test_no_visit_is_longer_than_a_day_of_work(desk: Desk) -> None:
    client, began = desk.as_("hr"), desk.clock.now
    while desk.clock.now < began + visits.LONGEST - timedelta(hours=1):
        desk.clock.now += timedelta(hours=1)
        assert client.get("/").status_code == 200
    desk.clock.now += timedelta(hours=1)
    assert client.get("/").status_code == 303


def test_signing_out_ends_the_visit_for_whoever_kept_the_cookie(desk: Desk) -> None:
    client = desk.as_("hr")
    kept = dict(client.cookies)
    assert client.post("/sign-out").status_code == 303
    other = desk.stranger()
    other.cookies.update(kept)
    assert other.get("/").status_code == 303


def test_a_closed_account_is_out_at_once(desk: Desk) -> None:
    client = desk.as_("hr")
    staff.disable(desk.bench, "hr@example.org", who="Ada Admin")
    assert client.get("/").status_code == 303
    assert enter(desk.stranger(), "hr@example.org", PASSWORD) == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "", "Origin": "http://evil.example.net"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
    ],
)
def test_a_form_of_another_site_changes_nothing(desk: Desk, headers: dict[str, str]) -> None:
    client = desk.as_("hr")
    assert client.post("/sign-out", headers=headers).status_code == 403
    assert client.get("/").status_code == 200


def test_a_request_without_any_word_of_its_page_changes_nothing(desk: Desk) -> None:
    client = desk.as_("hr")
    del client.headers["Sec-Fetch-Site"]
    assert client.post("/sign-out").status_code == 403
    assert client.post("/sign-out", headers={"Origin": "http://localhost"}).status_code == 303


def test_a_browser_signs_in_without_javascript(browse: Browse) -> None:
    page = browse("", "/", java_script_enabled=False)
    page.get_by_label("E-mail address").fill("recruiter@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Overview")
