"""What docs/security.md promises of the desk, as far as no other test shows it."""

import hashlib
import re
import tarfile
from dataclasses import replace
from pathlib import Path

import pytest
from argon2 import extract_parameters
from argon2.low_level import Type
from playwright.sync_api import expect
from starlette.routing import Route
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from intake.desk import server
from intake.desk.app import desk as build_desk
from intake.desk.guards import HEADERS
from intake.errors import WrongAccount
from intake.jobs import staff
from intake.jobs.backup import backup, restore
from intake.jobs.staff import hash_of
from intake.store import rows, visits
from intake.store.engine import open_store, reading
from intake.store.staff import everybody, get
from intake.store.staff_tables import Visit
from tests.desk.conftest import PASSWORD, Browse, Desk

PAGES = ("/", "/account", "/accounts", "/digest", "/audit", "/v/tosci/queue", "/v/tosci/export")
LONG = "".join(hashlib.sha256(bytes([n])).hexdigest() for n in range(4))  # 256 characters
EVERYWHERE = (*PAGES, "/sign-in", "/health", "/no-such-page", "/static/desk.css")


def https(desk: Desk) -> TestClient:
    """A stranger's browser, where the desk is reached by https alone."""
    desk.app = build_desk(replace(desk.room, url="https://desk.example.org"))
    client = desk.stranger()
    client.base_url = "https://desk.example.org"
    return client


def enter(client: TestClient, password: str = PASSWORD) -> str:
    """The cookies that signing in sets, as the server writes them."""
    data = {"email": "recruiter@example.org", "password": password}
    return str(client.post("/sign-in", data=data).headers.get("set-cookie", ""))


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_answer_is_sealed(desk: Desk, path: str) -> None:
    client = desk.stranger() if path == "/sign-in" else desk.as_("admin")
    answer = client.get(path)
    for name, value in HEADERS.items():
        if name != "Cache-Control" or not path.startswith("/static/"):
            assert answer.headers[name] == value, name
    for directive in ("default-src 'none'", "object-src 'none'", "base-uri 'none'"):
        assert directive in answer.headers["content-security-policy"]
    assert "unsafe-inline" not in answer.headers["content-security-policy"]
    assert not [name for name in answer.headers if name.startswith("access-control-")]
    kind = answer.headers["content-type"]
    assert kind == "application/json" or kind.endswith("charset=utf-8")


def test_where_it_is_https_browsers_remember_it(desk: Desk) -> None:
    told = https(desk).get("/sign-in").headers["strict-transport-security"]
    assert told == "max-age=63072000; includeSubDomains"


def test_the_cookie_of_https_is_bound_to_its_host_and_no_script_reads_it(desk: Desk) -> None:
    cookie = enter(https(desk))
    assert re.fullmatch(
        r"__Host-intake=[\w-]{43}; HttpOnly; Path=/; SameSite=lax; Secure", cookie
    ), cookie


def test_a_change_is_never_a_get(desk: Desk) -> None:
    routes = [one for one in desk.app.routes if isinstance(one, Route) and one.path != "/sign-in"]
    changing = {one.path for one in routes if "POST" in (one.methods or ())}
    looking = {one.path for one in routes if "GET" in (one.methods or ())}
    assert len(changing) > 15
    assert changing & looking == {"/v/{vacancy}/export"}
    with desk.reading() as session:
        before = rows.audit_of(session, "tosci")
    assert desk.as_("hr").get("/v/tosci/export?form=csv").status_code == 200
    with desk.reading() as session:
        assert rows.audit_of(session, "tosci") == before


@pytest.mark.parametrize(
    "password",
    [
        "123456789012",
        "password1234",
        "passwordpassword",
        "qwertyuiop12",
        "iloveyou1234",
        "administrator",
        "1q2w3e4r5t6y",
        "aaaaaaaaaaaab",
        "intakeintake",
        "recruiterdesk",
        "robinexample",
        "x" * 256,
    ],
)
def test_passwords_that_many_have_are_refused(password: str) -> None:
    with pytest.raises(WrongAccount, match="easy to guess"):
        hash_of(password, "robin@example.org")


@pytest.mark.parametrize(
    "password",
    [
        "four words that are long",
        "plain lower letters",
        "Ω≈ç√∫˜µ≤≥÷ åß",
        "kq7 ez!p wv#m",
        LONG,
    ],
)
def test_any_characters_make_a_password(desk: Desk, password: str) -> None:
    staff.set_password(desk.bench, "recruiter@example.org", password, who="Ann")
    assert enter(desk.stranger(), password)
    assert not enter(desk.stranger(), password.swapcase())
    assert not enter(desk.stranger(), password[:-1])


def test_passwords_are_kept_as_argon2id(desk: Desk) -> None:
    with desk.reading() as session:
        kept = get(session, "recruiter@example.org").password
    told = extract_parameters(kept)
    assert (told.type, told.memory_cost >= 19 * 1024, told.time_cost >= 2) == (Type.ID, True, True)


def test_password_fields_let_managers_in(desk: Desk) -> None:
    for path, client in (("/sign-in", desk.stranger()), ("/account", desk.as_("recruiter"))):
        fields = re.findall(r"<input type=\"password\"[^>]*>", client.get(path).text)
        assert fields
        assert all(re.search(r'autocomplete="(current|new)-password"', one) for one in fields)
        assert "onpaste" not in client.get(path).text


def test_pasting_a_password_works(browse: Browse) -> None:
    page = browse("", "/sign-in")
    page.get_by_label("E-mail address").fill("recruiter@example.org")
    page.get_by_label("Password").focus()
    page.keyboard.insert_text(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Overview")


def test_a_new_store_has_no_account(tmp_path_factory: pytest.TempPathFactory) -> None:
    engine = open_store(f"sqlite:///{tmp_path_factory.mktemp('new') / 'intake.db'}")
    with reading(engine) as session:
        assert everybody(session) == []
    engine.dispose()


def test_signing_in_anew_ends_the_visit_before_it(desk: Desk) -> None:
    client, kept = desk.stranger(), desk.stranger()
    enter(client)
    kept.cookies.update(dict(client.cookies))
    assert kept.get("/").status_code == 200
    before = dict(client.cookies)
    enter(client)
    assert dict(client.cookies) != before
    assert client.get("/").status_code == 200
    assert kept.get("/").status_code == 303


def test_tokens_are_long_and_only_their_hash_is_kept(desk: Desk) -> None:
    tokens = {desk.token("hr") for _ in range(20)}
    assert len(tokens) == 20
    assert all(len(token) >= 43 for token in tokens)  # 256 bits
    with desk.reading() as session:
        kept = {row.id for row in session.query(Visit)}
    assert {visits.digest(token) for token in tokens} <= kept
    assert not tokens & kept


def test_every_page_lets_people_out(desk: Desk) -> None:
    client = desk.as_("admin")
    for path in PAGES:
        assert 'action="/sign-out"' in client.get(path).text, path


def test_people_see_their_visits_and_end_the_others(desk: Desk) -> None:
    here, other, colleague = desk.as_("recruiter"), desk.as_("recruiter"), desk.as_("hr")
    shown = here.get("/account").text
    assert shown.count("last used") == 2
    assert shown.count("this browser") == 1
    assert here.post("/account/elsewhere", data={"password": "not it at all"}).status_code == 422
    assert other.get("/").status_code == 200
    assert here.post("/account/elsewhere", data={"password": PASSWORD}).status_code == 303
    assert [one.get("/").status_code for one in (here, other, colleague)] == [200, 303, 200]


def test_there_is_no_listing_and_no_trace(desk: Desk) -> None:
    client = desk.as_("admin")
    assert client.get("/static/").status_code == 404
    assert client.get("/static/../app.py").status_code == 404
    assert client.request("TRACE", "/account").status_code in (403, 405)


def test_no_address_carries_a_secret(desk: Desk) -> None:
    client = desk.stranger()
    token = re.findall(r"intake=([\w-]+)", enter(client))[0]
    for path in PAGES:
        assert token not in client.get(path).text
    sign_in = desk.stranger().get("/sign-in").text
    assert re.search(r'<form[^>]*method="post"[^>]*>', sign_in)


def test_signing_out_clears_the_browser(desk: Desk) -> None:
    assert desk.as_("hr").post("/sign-out").headers["clear-site-data"] == '"cache", "storage"'


def test_the_browser_stores_nothing_but_the_cookie(browse: Browse) -> None:
    page = browse("recruiter", "/v/tosci/queue")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert [one["name"] for one in page.context.cookies()] == ["intake"]


def test_fields_that_nobody_asked_for_change_nothing(desk: Desk) -> None:
    client = desk.as_("recruiter")
    form = {"language": "fr", "role": "admin", "vacancies": "stce", "email": "x@example.org"}
    assert client.post("/language", data=form).status_code == 303
    with desk.reading() as session:
        account = get(session, "recruiter@example.org")
        assert (account.role, account.language) == ("recruiter", "fr")
        assert account.vacancies == ("tosci", "acip")


def test_a_parameter_said_twice_is_one(desk: Desk) -> None:
    client = desk.as_("recruiter")
    first, last = (client.get(f"/v/tosci/queue?stage={one}") for one in ("new", "declined"))
    both = client.get("/v/tosci/queue?stage=declined&stage=new")
    count = 'href="/a/'
    assert both.text.count(count) in (first.text.count(count), last.text.count(count))


def test_only_a_proxy_on_this_machine_names_the_client(desk: Desk, served: str) -> None:
    assert set(server.PROXIES.split(",")) == {"127.0.0.1", "::1"}
    with TestClient(desk.app, base_url="http://localhost") as direct, capture_logs() as logs:
        headers = {"X-Forwarded-For": "127.0.0.1", "Sec-Fetch-Site": "same-origin"}
        direct.post("/sign-in", data={"email": "x@example.org", "password": "x"}, headers=headers)
    assert [one["address"] for one in logs if one["event"] == "sign_in_refused"] == ["testclient"]


def test_who_came_in_and_who_did_not_is_written_down(desk: Desk) -> None:
    with capture_logs() as logs:
        enter(desk.stranger(), "not the password")
    with desk.reading() as session:
        number = get(session, "recruiter@example.org").id
    refused = [one for one in logs if one["event"] == "sign_in_refused"]
    assert [(one["account"], one["address"]) for one in refused] == [(number, "testclient")]
    enter(desk.stranger())
    with desk.reading() as session:
        assert rows.audit_of(session, f"u{number}")[-1].what == "signed in"


def test_what_was_refused_is_written_down(desk: Desk) -> None:
    client = desk.as_("panel")
    with capture_logs() as logs:
        client.get("/audit")
        client.get("/v/stce/queue")
        client.post("/sign-out", headers={"Sec-Fetch-Site": "cross-site"})
    refused = [one for one in logs if one["event"] == "access_refused"]
    assert [(one["path"], one["status"]) for one in refused] == [
        ("/audit", 403),
        ("/v/stce/queue", 404),
        ("/sign-out", 403),
    ]


def test_a_fault_of_ours_tells_nothing_of_itself(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a secret of ours")

    monkeypatch.setattr("intake.desk.views.overview._card", broken)
    client = TestClient(desk.app, base_url="http://localhost", raise_server_exceptions=False)
    client.cookies.update(dict(desk.as_("hr").cookies))
    with capture_logs() as logs:
        answer = client.get("/")
    assert answer.status_code == 500
    assert "a secret of ours" not in answer.text
    assert "Traceback" not in answer.text
    assert "fault" in [one["event"] for one in logs]


def test_a_backup_signs_nobody_in(desk: Desk, tmp_path: Path) -> None:
    client = desk.as_("hr")
    backup(desk.bench, tmp_path / "kept.tar")
    with tarfile.open(tmp_path / "kept.tar") as kept:
        assert not [name for name in kept.getnames() if "visit" in name or "attempt" in name]
    restore(desk.bench, tmp_path / "kept.tar", force=True)
    assert client.get("/").status_code == 303
    assert enter(desk.stranger())
