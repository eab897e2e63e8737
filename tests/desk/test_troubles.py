"""What is refused is told on a page like the others, in both languages, with every header."""

import ast
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from httpx2 import Response
from playwright.sync_api import expect
from starlette.testclient import TestClient

import intake
from intake.desk.guards import HEADERS, MOST_BYTES
from intake.desk.words import table
from intake.jobs import staff
from intake.store.staff import get
from tests.desk.conftest import Browse, Desk

HUGE = ("2147483648", "9" * 23, "9" * 5000)
"""One more than a store's number can be; more than a machine's; more than Python converts."""

PATHS = (
    "/a/{}",
    "/m/{}",
    "/m/{}/raw",
    "/m/1/d/0/p/{}",
    "/v/tosci/queue?page={}",
    "/search?q=customs&page={}",
    "/audit?before={}",
)


def sealed(answer: Response) -> bool:
    return all(answer.headers.get(name) == value for name, value in HEADERS.items())


def is_page(answer: Response, *told: str) -> None:
    """It is one of the desk's own pages, and says this."""
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "/static/desk.css" in answer.text
    assert sealed(answer)
    for words in told:
        assert words in answer.text, answer.text


def plain(desk: Desk, role: str) -> TestClient:
    """A client that is given the page of a fault, and not the fault."""
    client = TestClient(desk.app, base_url="http://localhost", raise_server_exceptions=False)
    client.cookies.update(dict(desk.as_(role).cookies))
    client.headers["Sec-Fetch-Site"] = "same-origin"
    return client


def in_french(desk: Desk, role: str) -> TestClient:
    staff.set_language(desk.bench, f"{role}@example.org", "fr")
    return desk.as_(role)


@pytest.mark.parametrize("number", HUGE, ids=["integer", "word", "long"])
@pytest.mark.parametrize("path", PATHS)
def test_a_number_that_nothing_can_have_is_not_found(desk: Desk, path: str, number: str) -> None:
    answer = plain(desk, "hr").get(path.format(number))
    assert answer.status_code == 404
    is_page(answer, "Nothing here")


@pytest.mark.parametrize("number", HUGE, ids=["integer", "word", "long"])
def test_the_same_in_a_form(desk: Desk, number: str) -> None:
    client, row = plain(desk, "hr"), desk.applications("tosci")[0]
    refused = next(one.id for one in desk.messages("tosci") if one.outcome == "refused")
    why = {"why": "So.", "stage": "in_review", "code": "other", "kind": "enquiry"}
    forms: tuple[tuple[str, dict[str, str]], ...] = (
        ("/moves", {"chosen": f"{number}:1"}),
        ("/moves", {"chosen": f"{row.id}:{number}"}),
        ("/moves/undo", {"decision": number}),
        (f"/a/{row.id}/stage", {"version": number}),
        (f"/a/{row.id}/join", {"with": f"a{number}"}),
        (f"/a/{row.id}/kind", {"mail": number}),
        (f"/m/{refused}/admit", {"seen": number}),
        (f"/accounts/{number}/switch", {}),
    )
    for path, form in forms:
        assert plain(desk, "admin").post(path, data={**why, **form}).status_code == 404, path
    assert client.get(f"/a/{row.id}").status_code == 200
    assert {one.stage for one in desk.applications()} == {"new"}


def test_the_page_of_a_fault_has_every_header(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("intake.desk.views.overview._card", broken)
    answer = plain(desk, "hr").get("/")
    assert answer.status_code == 500
    is_page(answer, "A fault of ours")


def test_what_is_too_large_is_told_in_the_language_of_the_account(desk: Desk) -> None:
    client, row = in_french(desk, "recruiter"), desk.applications("tosci")[0]
    path = f"/a/{row.id}/note"
    for body in (b"text=" + b"x" * MOST_BYTES, streamed()):
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = client.post(path, content=body, headers=kind)
        assert answer.status_code == 413
        is_page(answer, "Trop à la fois", "Rien n’a été modifié")
    assert client.post(path, data={"text": "x" * 1000}).status_code == 303


def streamed() -> Iterator[bytes]:
    """A form that does not say how long it is."""
    yield b"text="
    for _ in range(MOST_BYTES // 10_000):
        yield b"x" * 10_000


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "This form comes from another site"), ("fr", "Ce formulaire vient d’un autre site")],
)
def test_a_form_of_another_site_is_told_of_on_a_page(desk: Desk, language: str, told: str) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Accept-Language": language}
    answer = desk.as_("hr").post("/language", data={"language": "fr"}, headers=headers)
    assert answer.status_code == 403
    is_page(answer, told)


@pytest.mark.parametrize("host", ["evil.example.net", "localhost@evil.example.net", "localhost:x"])
@pytest.mark.parametrize(
    ("language", "told"), [("en", "The desk does not answer"), ("fr", "Le bureau ne répond pas")]
)
def test_another_name_of_the_desk_is_told_of_on_a_page(
    desk: Desk, host: str, language: str, told: str
) -> None:
    headers = {"Host": host, "Accept-Language": language}
    answer = desk.as_("hr").get("/v/tosci/queue", headers=headers)
    assert answer.status_code == 400
    is_page(answer, told)
    assert desk.stranger().get("/static/desk.css", headers=headers).status_code == 200
    assert desk.stranger().get("/sign-in", headers={"Host": "LOCALHOST:80"}).status_code == 200


def test_a_refusal_looks_like_the_desk_under_every_name(browse: Browse, served: str) -> None:
    page = browse("", served.replace("127.0.0.1", "another.localhost"))
    expect(page.get_by_role("heading", level=1)).to_have_text("This request makes no sense")
    box = page.locator(".alone")
    assert box.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"


def test_every_reason_is_told_in_french(desk: Desk) -> None:
    row, today = desk.applications("tosci")[0], desk.room.today
    on, yesterday = f"/a/{row.id}", (today - timedelta(days=1)).isoformat()
    version = {"version": str(row.version)}
    told = {
        "n’est pas à venir": (f"{on}/wait", {**version, "until": yesterday}),
        "Ce n’est pas une date": (f"{on}/wait", {"until": "demain"}),
        "La note est vide": (f"{on}/note", {"text": " "}),
        "au plus 10\u202f000 caractères": (f"{on}/note", {"text": "x" * 10_001}),
        "Aucune candidature n’est cochée": ("/moves", {"stage": "declined"}),
        "Une décision demande un motif": (f"{on}/stage", {**version, "stage": "declined"}),
        "de « Nouvelle » à « Nouvelle »": (f"{on}/stage", {**version, "stage": "new"}),
        "Une correction demande un motif": (f"{on}/separate", {}),
        "Rien n’a été réuni": (f"{on}/separate", {"why": "Non."}),
        "ne peuvent pas être réunies": (f"{on}/join", {"with": str(row.id), "why": "Non."}),
        "Ce choix n’existe pas": (f"{on}/stage", {**version, "stage": "hired", "why": "Oui."}),
    }
    client = in_french(desk, "recruiter")
    for words, (path, form) in told.items():
        answer = client.post(path, data=form)
        assert answer.status_code == 422, path
        is_page(answer, words.replace("« ", "«\u00a0").replace(" »", "\u00a0»"))


def test_nobody_locks_themselves_out_by_a_slip(desk: Desk) -> None:
    client = in_french(desk, "admin")
    with desk.reading() as session:
        own = get(session, "admin@example.org").id
    answer = client.post(f"/accounts/{own}/switch")
    assert answer.status_code == 422
    is_page(answer, "Vous ne pouvez pas fermer votre propre compte")


def test_every_rule_has_its_words_and_every_word_its_rule() -> None:
    assert set(rules_in_the_code()) == set(table("rules"))


def rules_in_the_code() -> Iterator[str]:
    """Every `rule=` with which `UnlawfulMove` is raised."""
    for path in sorted(Path(intake.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "UnlawfulMove":
                [rule] = [one.value for one in node.keywords if one.arg == "rule"]
                assert isinstance(rule, ast.Constant)
                yield str(rule.value)
