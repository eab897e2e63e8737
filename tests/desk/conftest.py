"""A desk over the sample mail: a real store, an account of each role, real sign-ins.

The mail is delivered and judged once a session (half a minute); every test gets its own copy.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page
from starlette.applications import Starlette
from starlette.testclient import TestClient

from intake.demo.story import open_story
from intake.desk.app import desk as build_desk
from intake.desk.auth.visitor import cookie_name
from intake.desk.health import Health
from intake.desk.room import Room
from intake.desk.server import LOCAL, serving
from intake.jobs import staff
from intake.jobs.bench import Bench
from intake.jobs.mailing import Mailing
from intake.reading.sandbox import Sandbox
from intake.store import visits
from intake.store.engine import Session, open_store, reading, transaction
from intake.store.files import Files
from intake.store.rows import ApplicationRow, MessageRow, applications, messages
from intake.store.staff import AccountRow, by_email

PASSWORD = "four words that are long"
OWN = ("tosci", "acip")
"""The vacancies of the recruiter and of the panel; there are five."""

NOW = datetime(2026, 4, 5, 8, 0, tzinfo=UTC)


@dataclass
class Clock:
    """Stands at the morning after the last deadline until it is told otherwise."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


@dataclass(frozen=True)
class Archive:
    """The store with all sample mail judged, and what it was judged with."""

    folder: Path
    bench: Bench
    mailing: Mailing


@dataclass
class Desk:
    """One test's own desk.

    `as_("recruiter")` is a signed-in client; `url` is set while it is served.
    """

    room: Room
    app: Starlette
    clock: Clock
    _clients: list[TestClient] = field(default_factory=list)

    @property
    def bench(self) -> Bench:
        return self.room.bench

    def stranger(self) -> TestClient:
        """A browser that has not signed in; changes come from our own pages."""
        client = TestClient(
            self.app,
            base_url="http://localhost",
            headers={"Sec-Fetch-Site": "same-origin"},
            follow_redirects=False,
        )
        self._clients.append(client)
        return client

    def as_(self, role: str) -> TestClient:
        """A browser in which somebody of a role has signed in."""
        client = self.stranger()
        client.cookies.set(cookie_name(self.room), self.token(role))
        return client

    def token(self, role: str) -> str:
        """A new visit of the account of a role, without its password (argon2 is slow)."""
        return begin_visit(self.bench, role)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with reading(self.bench.engine) as session:
            yield session

    def applications(self, vacancy: str | None = None) -> list[ApplicationRow]:
        with self.reading() as session:
            return applications(session, vacancy)

    def seen(self, application: int) -> dict[str, str]:
        """What a form says of the page on which it stands, as that page is now."""
        [row] = [one for one in self.applications() if one.id == application]
        return {"version": str(row.version)}

    def messages(self, vacancy: str | None = None) -> list[MessageRow]:
        with self.reading() as session:
            return messages(session, vacancy)


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """All sample mail, delivered by a real IMAP server and judged; an account of each role."""
    folder = tmp_path_factory.mktemp("archive")
    with open_story(folder) as story:
        story.tell(lambda moment: None)
        story.clock.moment = NOW
        for role in staff.ROLES:
            staff.add(story.house.bench, account(role), PASSWORD, who="The test")
        return Archive(folder, story.house.bench, story.house.mailing)


def begin_visit(bench: Bench, role: str) -> str:
    """The token of a new visit of the account of a role."""
    with transaction(bench.engine) as session:
        account = by_email(session, f"{role}@example.org")
        assert account is not None
        return visits.begin(session, account, bench.clock())


def room_of_hr(bench: Bench) -> tuple[Room, str]:
    """A desk over any store, with the account of HR alone; the token of a visit of theirs."""
    staff.add(bench, account("hr"), PASSWORD, who="The test")
    mailing = Mailing("Example Organization", ZoneInfo("Europe/Brussels"))
    room = Room(bench, mailing, LOCAL, lambda: Health(bench.clock(), "test", bench.clock()))
    return room, begin_visit(bench, "hr")


def account(role: str, **changes: object) -> AccountRow:
    """An account as it is to be made."""
    vacancies = OWN if role in ("recruiter", "panel") else ()
    row = AccountRow(
        0, f"{role}@example.org", f"Robin {role}", role, vacancies, "en", False, NOW, None, True
    )
    return replace(row, **changes)  # type: ignore[arg-type]


@pytest.fixture
def desk(archive: Archive, tmp_path: Path) -> Iterator[Desk]:
    """A copy of the archive's store, with the desk over it."""
    folder = tmp_path / "store"
    shutil.copytree(archive.folder, folder)
    clock = Clock()
    engine = open_store(f"sqlite:///{folder / 'intake.db'}")
    with closing(Sandbox()) as reader:
        bench = replace(
            archive.bench, engine=engine, files=Files(folder / "files"), clock=clock, reader=reader
        )
        mailing = replace(archive.mailing, spool=tmp_path / "outbox")
        room = Room(bench, mailing, LOCAL, lambda: Health(clock(), "test", clock()))
        made = Desk(room, build_desk(room), clock)
        yield made
        for client in made._clients:
            client.close()
    engine.dispose()


@pytest.fixture
def served(desk: Desk) -> Iterator[str]:
    """The address of the desk, served by uvicorn."""
    with serving(desk.app, "127.0.0.1", 0) as port:
        yield f"http://127.0.0.1:{port}"


Browse = Callable[..., Page]


@pytest.fixture
def browse(chromium: Browser, desk: Desk, served: str) -> Iterator[Browse]:
    """`browse("recruiter", "/path")`: a page in Chromium, signed in, at a path of the desk.

    Options of a browser context (`color_scheme`, `viewport`, `java_script_enabled`) may follow.
    """
    contexts = []

    def open_page(role: str, path: str = "/", **options: object) -> Page:
        context = chromium.new_context(base_url=served, **options)  # type: ignore[arg-type]
        contexts.append(context)
        if role:
            context.add_cookies(
                [{"name": cookie_name(desk.room), "value": desk.token(role), "url": served}]
            )
        shown = context.new_page()
        shown.goto(path)
        return shown

    yield open_page
    for context in contexts:
        context.close()
