"""The first day: nothing has come yet, and each screen says what to do."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from intake.desk.app import desk as build_desk
from intake.desk.health import Health
from intake.desk.room import Room
from intake.desk.server import LOCAL
from intake.jobs import staff
from intake.store.engine import open_store
from intake.store.files import Files
from tests.desk.conftest import PASSWORD, Archive, Browse, Clock, Desk, account
from tests.desk.looks import faults, in_each_look
from tests.desk.screens import empty_screens


@pytest.fixture
def desk(archive: Archive, tmp_path: Path) -> Iterator[Desk]:
    """The same vacancies and a store in which nothing is."""
    clock, engine = Clock(), open_store(f"sqlite:///{tmp_path / 'intake.db'}")
    bench = replace(archive.bench, engine=engine, files=Files(tmp_path / "files"), clock=clock)
    for role in ("hr", "panel"):
        staff.add(bench, account(role), PASSWORD, who="The test")
    room = Room(bench, archive.mailing, LOCAL, lambda: Health(clock(), "test", clock()))
    made = Desk(room, build_desk(room), clock)
    yield made
    for client in made._clients:
        client.close()
    engine.dispose()


@in_each_look
def test_an_empty_desk_is_in_nobodys_way(
    desk: Desk, browse: Browse, language: str, theme: str
) -> None:
    assert "\n".join(faults(browse, desk, empty_screens(), language, theme)) == ""


def test_each_empty_list_says_so_and_what_to_do(desk: Desk) -> None:
    client = desk.as_("hr")
    for screen in empty_screens():
        if screen.role == "hr" and "/v/" in screen.path:
            text = client.get(screen.path).text
            told = text.partition('class="empty">')[2].partition("</p>")[0]
            assert len(told.strip().split(". ")) > 1 or "." in told, screen.path
