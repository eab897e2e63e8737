"""Two hundred hostile mails, read by the sandbox and shown in Chromium: nothing runs or calls."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

from intake.desk.app import desk as build_desk
from intake.desk.auth.visitor import cookie_name
from intake.desk.server import serving
from intake.jobs.poll import poll
from intake.reading.sandbox import Sandbox
from intake.store import rows
from intake.store.engine import open_store, reading
from tests.desk.conftest import room_of_hr
from tests.desk.payloads import COUNT, RAN, SCRIPT, mail, payloads
from tests.jobs.mailroom import AFTER, BEFORE, open_office


@dataclass
class Canary:
    """A server elsewhere; whoever asks it for something has called home."""

    url: str
    asked: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def canary() -> Iterator[Canary]:
    found = Canary("")

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    found.url = f"http://127.0.0.1:{server.server_port}"
    yield found
    server.shutdown()
    thread.join()
    server.server_close()


@dataclass(frozen=True)
class Site:
    """A desk over the hostile mail alone, served, with the visit of HR."""

    url: str
    cookie: str
    token: str
    mails: tuple[int, ...]
    applications: tuple[int, ...]
    paths: frozenset[str]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, canary: Canary) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("hostile")
    engine = open_store(f"sqlite:///{folder / 'intake.db'}")
    with closing(Sandbox()) as reader:
        office = open_office(engine, folder / "files")
        bench = replace(office.bench, reader=reader)
        for number, payload in enumerate(payloads(canary.url)):
            late = number % 2 == 1
            office.server.inbox.add(mail(number, payload), AFTER if late else BEFORE)
        office.clock.now = AFTER + timedelta(hours=1)
        poll(bench, office.inbox)
        room, token = room_of_hr(bench)
        with reading(engine) as session:
            mails = tuple(row.id for row in rows.messages(session))
            applications = tuple(row.id for row in rows.applications(session))
        app = build_desk(room)
        paths = frozenset(getattr(route, "path", "") for route in app.routes)
        with serving(app, "127.0.0.1", 0) as port:
            url = f"http://127.0.0.1:{port}"
            yield Site(url, cookie_name(room), token, mails, applications, paths)
    engine.dispose()


@dataclass
class Watch:
    """What a page did that it should not have done."""

    home: str
    ran: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    blocked: list[str] = field(default_factory=list)

    def look_at(self, page: Page) -> None:
        page.on("console", self._heard)
        page.on("dialog", self._shouted)
        page.on("request", self._asked)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.text == RAN:
            self.ran.append(message.text)
        elif "Content Security Policy" in message.text:
            self.blocked.append(message.text)

    def _shouted(self, dialog: Dialog) -> None:
        self.ran.append(dialog.message)
        dialog.dismiss()

    def _asked(self, request: Request) -> None:
        url = request.url
        if not url.startswith(self.home) and not url.startswith("about:"):
            self.outside.append(url)


@contextmanager
def watched(chromium: Browser, site: Site) -> Iterator[tuple[Page, Watch]]:
    context = chromium.new_context(base_url=site.url)
    context.add_cookies([{"name": site.cookie, "value": site.token, "url": site.url}])
    page, watch = context.new_page(), Watch(site.url)
    watch.look_at(page)
    yield page, watch
    context.close()


def visit(chromium: Browser, site: Site, canary: Canary, paths: list[str]) -> None:
    """Open each path and everything that is folded on it; nothing may run, call or be blocked.

    That the policy had nothing to block shows that the escaping holds by itself.
    """
    canary.asked.clear()
    with watched(chromium, site) as (page, watch):
        for path in paths:
            answer = page.goto(path)
            assert answer is not None
            assert answer.status == 200, path
            page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        page.wait_for_timeout(200)
    assert (watch.ran, watch.outside, watch.blocked, canary.asked) == ([], [], [], [])


def test_the_trap_works(chromium: Browser, site: Site, canary: Canary) -> None:
    """Where nothing protects the reader, the same mails do run and do call."""
    page = chromium.new_page()
    watch = Watch(site.url)
    watch.look_at(page)
    for payload in payloads(canary.url)[:40]:
        page.set_content(f"<html><body>{payload}</body></html>", wait_until="commit")
        page.wait_for_timeout(20)
    page.wait_for_timeout(300)
    page.close()
    assert len(watch.ran) >= 3
    assert len(canary.asked) >= 5


def test_every_hostile_mail_is_there(site: Site) -> None:
    assert len(site.mails) == COUNT


def test_no_mails_page_runs_or_calls(chromium: Browser, site: Site, canary: Canary) -> None:
    visit(chromium, site, canary, [f"/m/{number}" for number in site.mails])


def test_no_list_runs_or_calls(chromium: Browser, site: Site, canary: Canary) -> None:
    lists = [f"/v/tosci/{name}" for name in ("refused", "held", "enquiries", "ignored")]
    pages = [f"/v/tosci/refused?page={number}" for number in (2, 3)]
    choices = ("", "?order=name", "?q=cv&stage=new", f"?q={quote(SCRIPT)}")
    more = [f"/v/tosci/queue{choice}" for choice in choices]
    words = ("cv", "script", "onerror x", SCRIPT, "</title><script>")
    more += [f"/search?q={quote(one)}" for one in words]
    more += [f"/search?q=script&page={number}" for number in range(2, 11)]
    asked = ["/", *lists, *pages, *more, "/digest", "/digest?language=fr", "/digest/mail"]
    visit(chromium, site, canary, asked)


def test_no_application_runs_or_calls(chromium: Browser, site: Site, canary: Canary) -> None:
    shown = "/a/{application:number}" in site.paths
    assert site.applications
    numbers = site.applications if shown else ()
    visit(chromium, site, canary, [f"/a/{number}" for number in numbers])
