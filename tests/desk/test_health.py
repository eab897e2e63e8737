"""The health page: red when somebody must look, and closed to strangers."""

import http.client
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.applications import Starlette

from intake.desk.guards import guards
from intake.desk.health import DigestState, Health, Watched, route
from intake.desk.server import CannotListen, hosts, serving
from intake.triage.digest import MailboxState, Totals

NOW = datetime(2026, 2, 9, 6, 30, tzinfo=UTC)
GOOD = Watched("tosci", MailboxState("tosci@example.org", NOW, totals=Totals(12, 11, NOW)))
WELL = Health(NOW, "1.0", NOW, [GOOD], DigestState("2026-02-09", 2, 2))


def app(health: Health) -> Starlette:
    return desk_of(health, hosts("127.0.0.1"))


def desk_of(health: Health, names: Sequence[str]) -> Starlette:
    """The health page behind the desk's guards; the page that refuses asks no more of a room."""
    made = Starlette(routes=[route(lambda: health)], middleware=guards(names, secure=False))
    bench = SimpleNamespace(vacancies=(), clock=lambda: NOW)
    made.state.room = SimpleNamespace(language="en", zone=UTC, bench=bench)
    return made


def ask(
    health: Health, path: str = "/health", host: str = "localhost", method: str = "GET"
) -> tuple[int, Any]:
    with serving(app(health), "127.0.0.1", 0) as port:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request(method, path, headers={"Host": host})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
    return answer.status, json.loads(body) if answer.status in (200, 503) else None


def with_mailbox(**changes: Any) -> Sequence[Watched]:
    return [Watched("tosci", replace(GOOD.state, **changes))]


def test_all_is_well() -> None:
    status, told = ask(WELL)
    assert status == 200
    assert told == {
        "status": "ok",
        "version": "1.0",
        "time": "2026-02-09T06:30:00Z",
        "heartbeat": "2026-02-09T06:30:00Z",
        "problem": "",
        "troubles": [],
        "mailboxes": [
            {
                "mailbox": "tosci@example.org",
                "vacancy": "tosci",
                "status": "ok",
                "last_good_poll": "2026-02-09T06:30:00Z",
                "problem": "",
                "on_server": 12,
                "accounted": 11,
                "missing": 1,
            }
        ],
        "digest": {
            "date": "2026-02-09",
            "recipients": 2,
            "sent": 2,
            "overdue": False,
            "problem": "",
        },
    }


@pytest.mark.parametrize(
    "health",
    [
        replace(WELL, heartbeat=NOW - timedelta(minutes=2)),
        replace(WELL, heartbeat=None),
        replace(WELL, mailboxes=with_mailbox(problem="No answer.")),
        replace(WELL, mailboxes=with_mailbox(overdue=True)),
        replace(WELL, mailboxes=with_mailbox(last_good=None)),
        replace(WELL, digest=DigestState("2026-02-09", 2, 1, overdue=True, problem="451 busy")),
        replace(WELL, problem="The database cannot be used."),
    ],
)
def test_trouble_is_red(health: Health) -> None:
    status, told = ask(health)
    assert status == 503
    assert told["status"] == "trouble"


def test_a_mailbox_that_nobody_watches_is_no_trouble() -> None:
    placeholder = with_mailbox(last_good=None, watched=False)
    status, told = ask(replace(WELL, mailboxes=placeholder))
    assert status == 200
    assert told["mailboxes"][0]["status"] == "not watched"


@pytest.mark.parametrize("host", ["evil.example.net", "localhost.evil.example.net", ""])
def test_another_host_name_is_not_answered(host: str) -> None:
    assert ask(WELL, host=host)[0] == 400


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "LOCALHOST:8080"])
def test_this_machines_names_are_answered(host: str) -> None:
    assert ask(WELL, host=host)[0] == 200


@pytest.mark.parametrize(
    ("headers", "host"),
    [
        ({"X-Forwarded-For": "203.0.113.9"}, "localhost"),
        ({}, "desk.example.org"),
    ],
)
def test_strangers_learn_whether_it_is_well_and_nothing_else(
    headers: dict[str, str], host: str
) -> None:
    desk = desk_of(WELL, [*hosts("127.0.0.1"), "desk.example.org"])
    with serving(desk, "127.0.0.1", 0) as port:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", "/health", headers={"Host": host, **headers})
        told = json.loads(connection.getresponse().read())
        connection.close()
    assert told == {"status": "ok"}


def test_there_is_nothing_else() -> None:
    assert ask(WELL, "/")[0] == 404
    assert ask(WELL, method="POST")[0] == 403


def test_a_port_in_use_is_told_plainly() -> None:
    desk = app(WELL)
    with (
        serving(desk, "127.0.0.1", 0) as port,
        pytest.raises(CannotListen, match=f"cannot listen on 127.0.0.1:{port}"),
        serving(desk, "127.0.0.1", port),
    ):
        pytest.fail("it listened twice")


def test_listening_everywhere_answers_to_the_machines_own_name() -> None:
    assert "0.0.0.0" not in hosts("0.0.0.0")
    assert hosts("intake.example.org")[-1] == "intake.example.org"
