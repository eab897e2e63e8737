"""Signing in through the organisation's service: by its signature, in the browser that began."""

from dataclasses import replace
from urllib.parse import urlsplit

import httpx2
import pytest
from joserfc.jwk import RSAKey
from starlette.testclient import TestClient

from intake.desk.app import desk as build_desk
from intake.desk.oidc import Service
from intake.jobs import staff
from tests.desk.conftest import Desk
from tests.support.sign_in_service import SignInService


@pytest.fixture
def client(desk: Desk, sign_in_service: SignInService) -> TestClient:
    service = Service(sign_in_service.issuer, sign_in_service.client_id, lambda: "the secret")
    desk.room = replace(desk.room, service=service)
    desk.app = build_desk(desk.room)
    return desk.stranger()


def away(client: TestClient, going: str = "/") -> str:
    """Goes to the service, and gives the path with which it comes back."""
    asked = client.get("/sign-in/away", params={"next": going})
    assert asked.status_code == 303
    there = httpx2.get(asked.headers["location"], follow_redirects=False)
    back = urlsplit(there.headers["location"])
    assert (back.netloc, back.path) == ("localhost", "/sign-in/back")
    return f"{back.path}?{back.query}"


def test_the_service_lets_an_account_in_and_on_to_where_it_wanted(client: TestClient) -> None:
    assert "/sign-in/away" in client.get("/sign-in").text
    answer = client.get(away(client, "/audit?subject=m7"))
    assert (answer.status_code, answer.headers["location"]) == (303, "/audit?subject=m7")
    assert client.get("/audit").status_code == 200


def test_it_leads_nowhere_else(client: TestClient) -> None:
    answer = client.get(away(client, "https://evil.example.net/"))
    assert answer.headers["location"] == "/"


def test_a_person_stays_the_same_when_the_address_changes(
    client: TestClient, desk: Desk, sign_in_service: SignInService
) -> None:
    client.get(away(client))
    sign_in_service.email = "admin@example.org"
    again = desk.stranger()
    assert again.get(away(again)).status_code == 303
    assert "Robin hr" in again.get("/account").text


def test_another_person_does_not_take_a_bound_account(
    client: TestClient, desk: Desk, sign_in_service: SignInService
) -> None:
    client.get(away(client))
    sign_in_service.sub = "another"
    other = desk.stranger()
    assert other.get(away(other)).status_code == 401
    assert other.get("/").status_code == 303


@pytest.mark.parametrize(
    "lies",
    [
        {"iss": "https://evil.example.net"},
        {"aud": "another-client"},
        {"nonce": "another"},
        {"exp": 1_000_000_000},
        {"email": "nobody@example.org"},
        {"email": ""},
        {"email_verified": False},
        {"sub": None},
    ],
)
def test_what_does_not_hold_lets_nobody_in(
    client: TestClient, sign_in_service: SignInService, lies: dict[str, object]
) -> None:
    sign_in_service.lies = lies
    assert client.get(away(client)).status_code == 401
    assert client.get("/").status_code == 303


def test_a_key_that_the_service_does_not_publish_signs_nothing(
    client: TestClient, sign_in_service: SignInService
) -> None:
    sign_in_service.published = RSAKey.generate_key(2048, {"kid": "one"})
    assert client.get(away(client)).status_code == 401


def test_an_answer_is_for_the_browser_that_asked_and_once(client: TestClient, desk: Desk) -> None:
    path = away(client)
    assert desk.stranger().get(path).status_code == 401
    assert client.get(path).status_code == 303
    assert desk.stranger().get(path).status_code == 401
    assert client.get("/sign-in/back?code=x&state=y").status_code == 401


def test_a_closed_account_stays_out(client: TestClient, desk: Desk) -> None:
    staff.disable(desk.bench, "hr@example.org", who="Ada")
    assert client.get(away(client)).status_code == 401


def test_a_service_that_is_down_is_told(desk: Desk) -> None:
    desk.room = replace(desk.room, service=Service("http://127.0.0.1:9", "intake-desk"))
    desk.app = build_desk(desk.room)
    answer = desk.stranger().get("/sign-in/away")
    assert answer.status_code == 401
    assert "did not let you in, or did not answer" in answer.text


def test_without_a_service_there_is_no_such_door(desk: Desk) -> None:
    for path in ("/sign-in/away", "/sign-in/back"):
        assert desk.stranger().get(path).status_code == 404
