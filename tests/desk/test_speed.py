"""Every screen answers at once, however many applied: a crowd on each of both databases."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from statistics import median

import pytest
from sqlalchemy import event
from starlette.testclient import TestClient

from intake.desk.app import desk
from intake.desk.auth.visitor import cookie_name
from intake.store import rows
from intake.store.engine import Engine, reading
from tests.desk.conftest import room_of_hr
from tests.jobs.mailroom import AFTER, CUTOFF, VACANCY, open_office
from tests.support.crowd import crowd, fill
from tests.support.figures import Figure

SCREEN, SEARCH = 150, 200
"""Milliseconds that a screen may take at the median, and a search."""

TAKEN = 15
"""Seconds in which the whole of it is printed or taken away; it comes while it is made."""

TIMES = 11
"""How often each is asked for, after once that does not count."""

STATEMENTS = 40
"""Statements that a screen may take, with those that let the visitor in; a page has 50 rows."""

SCREENS = {
    "overview": "/",
    "queue, first page": "/v/tosci/queue",
    "queue, a page in the middle": "/v/tosci/queue?page={middle}",
    "queue, narrowed": "/v/tosci/queue?missing=motivation_letter&language=fr&complete=no",
    "queue, by name": "/v/tosci/queue?order=name&page={middle}",
    "an application": "/a/{application}",
    "the refused": "/v/tosci/refused",
    "a refused mail": "/m/{refused}",
}
SEARCHES = {
    "search for a name": "/search?q=nguyen+elodie",
    "search for the words of most": "/search?q=customs+integrity",
    "search for a letter": "/search?q=p",
    "search for nothing": "/search?q=xylophone",
    "search in the queue": "/v/tosci/queue?q=dupont+logistics",
}


@dataclass(frozen=True)
class Crowded:
    """A desk with its visitor, and what its paths name."""

    client: TestClient
    names: dict[str, int]

    def median(self, path: str) -> float:
        """Milliseconds until the whole page is there."""
        took = []
        for _ in range(TIMES + 1):
            begun = time.perf_counter()
            answer = self.client.get(path.format(**self.names))
            took.append((time.perf_counter() - begun) * 1000)
            assert answer.status_code == 200, path
        return median(took[1:])

    def taken(self, form: str) -> float:
        """Seconds until the whole queue has come, on paper or as a file."""
        begun = time.perf_counter()
        if form == "print":
            answer = self.client.get("/v/tosci/queue/print")
        else:
            same = {"Sec-Fetch-Site": "same-origin"}
            answer = self.client.post("/v/tosci/export", data={"form": form}, headers=same)
        assert answer.status_code == 200, form
        return time.perf_counter() - begun


@contextmanager
def crowded(engine: Engine, folder: Path, count: int) -> Iterator[Crowded]:
    office = open_office(engine, folder)
    bench = replace(office.bench, vacancies=(replace(VACANCY, languages=("en", "fr")),))
    messages, moments = crowd(count, CUTOFF)
    fill(bench, VACANCY.id, messages, moments)
    office.clock.now = AFTER + timedelta(hours=1)
    room, token = room_of_hr(bench)
    with reading(engine) as session:
        application = rows.application(session, count // 2 + 1).id
    refused = next(number for number in range(1, count + 1) if number % 50 == 0)
    names = {"middle": count // 100, "application": application, "refused": refused}
    with TestClient(desk(room), base_url="http://localhost") as client:
        client.cookies.set(cookie_name(room), token)
        yield Crowded(client, names)


def test_no_screen_asks_the_database_once_a_row(
    engine: Engine, tmp_path: Path, figure: Figure
) -> None:
    """How often a screen asks does not depend on how many it shows; nor on the machine."""
    asked: list[str] = []
    with crowded(engine, tmp_path, 120) as site:
        event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
        for name, path in {**SCREENS, **SEARCHES}.items():
            site.client.get(path.format(**site.names))
            asked.clear()
            assert site.client.get(path.format(**site.names)).status_code == 200
            where = f"statements on {engine.dialect.name}: {name}"
            figure(where, len(asked), f"at most {STATEMENTS}", len(asked) <= STATEMENTS)


@pytest.mark.faults
@pytest.mark.timeout(3_600)
def test_ten_thousand_in_one_vacancy(engine: Engine, tmp_path: Path, figure: Figure) -> None:
    found = {}
    with crowded(engine, tmp_path, 10_000) as site:
        for limit, screens in ((SCREEN, SCREENS), (SEARCH, SEARCHES)):
            for name, path in screens.items():
                found[name] = site.median(path), limit
        whole = {form: site.taken(form) for form in ("print", "csv", "xlsx")}
    print(*(f"{name}: {took:.0f} ms" for name, (took, _) in found.items()), sep="\n")
    for name, (took, limit) in found.items():
        where = f"10,000 on {engine.dialect.name}: {name}"
        figure(where, f"{took:.0f} ms", f"under {limit} ms", took < limit)
    for form, took in whole.items():
        where = f"10,000 on {engine.dialect.name}: {form}"
        figure(where, f"{took:.1f} s", f"under {TAKEN} s", took < TAKEN)
