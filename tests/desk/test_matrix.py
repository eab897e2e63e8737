"""Every route, for every role, on every kind of thing: nothing is open by oversight.

The table says who may use a route at all. A route that is missing here fails the test: whoever
adds one says who it is for.
"""

import itertools

import pytest
from starlette.routing import Route

from intake.jobs.decide import decide
from intake.jobs.staff import ROLES
from intake.store.staff import get
from tests.desk.conftest import OWN, Desk

ALL = frozenset(ROLES)
DOSSIER = ALL - {"auditor"}
DECIDING = DOSSIER - {"panel"}
LOG = frozenset({"admin", "hr", "auditor"})

OPEN = {"/sign-in", "/sign-in/away", "/sign-in/back", "/health"}
"""For strangers."""

TABLE = {
    "GET /": ALL,
    "GET /account": ALL,
    "POST /account/password": ALL,
    "POST /account/elsewhere": ALL,
    "POST /language": ALL,
    "POST /sign-out": ALL,
    "GET /accounts": frozenset({"admin"}),
    "POST /accounts/{account:number}/switch": frozenset({"admin"}),
    "GET /digest": DECIDING,
    "GET /digest/mail": DECIDING,
    "GET /m/{message:number}": DOSSIER,
    "GET /m/{message:number}/raw": DOSSIER,
    "POST /m/{message:number}/admit": DECIDING,
    "POST /m/{message:number}/object": DECIDING,
    "POST /m/{message:number}/complaint": DECIDING,
    "POST /a/{application:number}/complaint": DECIDING,
    "GET /a/{application:number}": DOSSIER,
    "POST /a/{application:number}/stage": DECIDING,
    "POST /moves": DECIDING,
    "POST /moves/undo": DECIDING,
    "POST /account/keys": ALL,
    "POST /a/{application:number}/note": DOSSIER,
    "POST /a/{application:number}/assign": DOSSIER,
    "POST /a/{application:number}/wait": DOSSIER,
    "POST /a/{application:number}/recuse": DOSSIER,
    "POST /a/{application:number}/back": frozenset({"admin", "hr"}),
    "POST /a/{application:number}/document": DECIDING,
    "POST /a/{application:number}/kind": DECIDING,
    "POST /a/{application:number}/join": DECIDING,
    "POST /a/{application:number}/separate": DECIDING,
    "POST /a/{application:number}/vacancy": DECIDING,
    "POST /m/{message:number}/kind": DECIDING,
    "GET /m/{message:number}/d/{sha256}": DOSSIER,
    "GET /m/{message:number}/d/{sha256}/p/{page:number}": DOSSIER,
    "GET /m/{message:number}/formatted": DOSSIER,
    "GET /v/{vacancy}/queue": DOSSIER,
    "GET /v/{vacancy}/refused": DECIDING,
    "GET /v/{vacancy}/held": DECIDING,
    "GET /v/{vacancy}/enquiries": DECIDING,
    "GET /v/{vacancy}/ignored": DECIDING,
    "GET /v/{vacancy}/queue/print": DOSSIER,
    "GET /v/{vacancy}/refused/print": DECIDING,
    "GET /v/{vacancy}/held/print": DECIDING,
    "GET /v/{vacancy}/enquiries/print": DECIDING,
    "GET /v/{vacancy}/ignored/print": DECIDING,
    "GET /v/{vacancy}/export": DECIDING,
    "POST /v/{vacancy}/export": DECIDING,
    "GET /search": DOSSIER,
    "GET /audit": LOG,
    "GET /audit/readings": LOG,
}

REFUSED = (401, 403, 404)

NAMING = {"vacancy", "application", "message", "account"}
"""Parts of a path that name a thing."""


def routes(desk: Desk) -> list[tuple[str, str]]:
    found = []
    for route in desk.app.routes:
        if isinstance(route, Route):
            methods = sorted((route.methods or set()) - {"HEAD"})
            found += [(method, route.path) for method in methods]
    behind = [(method, path) for method, path in found if path not in OPEN]
    return sorted(behind, key=lambda one: one[1].endswith("/recuse"))  # it closes the others


def test_every_route_stands_in_the_table(desk: Desk) -> None:
    assert {f"{method} {path}" for method, path in routes(desk)} == set(TABLE)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_meets_what_it_may_and_nothing_else(desk: Desk, role: str) -> None:
    things = _things(desk)
    for (method, path), thing in itertools.product(routes(desk), things):
        if thing != "own" and not NAMING & _params(path):
            continue
        client = desk.as_(role)
        url = _fill(path, things[thing])
        status = client.request(method, url).status_code
        expected = _expected(role, f"{method} {path}", thing)
        seen = status if status in REFUSED else 200
        assert seen == expected, (role, method, url, thing, status)
        assert status < 500, (role, method, url, status)


def _params(path: str) -> set[str]:
    return {part[1:-1].partition(":")[0] for part in path.split("/") if part.startswith("{")}


def _expected(role: str, route: str, thing: str) -> int:
    if role not in TABLE[route]:
        return 403
    if "{account" in route:
        return 404 if thing == "none" else 200
    if thing == "none" or (thing == "foreign" and role in ("recruiter", "panel")):
        return 404 if _params(route.partition(" ")[2]) else 200
    if "/p/{page" in route:
        return 404  # page 0 is none; test_application.py shows the others
    if thing == "own" and role == "panel" and {"application", "message"} & _params(route):
        return 404  # not shortlisted
    return 200


def _things(desk: Desk) -> dict[str, dict[str, str]]:
    """One of each kind: of an own vacancy, shortlisted there, of another vacancy, and none."""
    own = [row for row in desk.applications(OWN[0]) if row.stage == "new"]
    other = desk.applications("stce")[0]
    decide(desk.bench, own[1].id, "shortlisted", who="Ada", why="Fits.")
    documents = {
        row.id: row.message.documents[0].sha256
        for row in desk.messages()
        if row.message and row.message.documents
    }
    with desk.reading() as session:
        account = str(get(session, "panel@example.org").id)

    def thing(vacancy: str, application: int, message: int, who: str) -> dict[str, str]:
        return {
            "vacancy": vacancy,
            "application": str(application),
            "message": str(message),
            "sha256": documents.get(message, "0"),
            "account": who,
        }

    return {
        "own": thing(OWN[0], own[0].id, own[0].application.messages[0], account),
        "shortlisted": thing(OWN[0], own[1].id, own[1].application.messages[0], account),
        "foreign": thing("stce", other.id, other.application.messages[0], account),
        "none": thing("no-such", 99_999, 99_999, "99999"),
    }


def _fill(path: str, values: dict[str, str]) -> str:
    parts = []
    for part in path.split("/"):
        name = part[1:-1].partition(":")[0] if part.startswith("{") else ""
        parts.append(values.get(name, "0") if name else part)
    return "/".join(parts)
