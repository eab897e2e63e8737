"""No screen is wider than its window, on a phone or a desk, whatever long words people send."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from email.message import EmailMessage

import pytest
from playwright.sync_api import Browser, Page

from intake.desk.app import desk as build_desk
from intake.desk.auth.visitor import cookie_name
from intake.desk.server import serving
from intake.jobs import correct, remark, staff
from intake.jobs.decide import decide
from intake.jobs.poll import poll
from intake.reading.sandbox import Sandbox
from intake.store import rows
from intake.store.engine import open_store, reading
from tests.desk.conftest import PASSWORD, account, begin_visit, room_of_hr
from tests.jobs.mailroom import AFTER, BEFORE, Office, open_office

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
LONG = "Xylographe" * 50
"""500 letters without a place to break."""

CV = f"""Curriculum vitae

{LONG}
Work experience
2015-2025  Customs officer, {LONG}
Education
2014  Master of Law, University
Languages
English (fluent), French (good)
"""


def mail(subject: str, text: str, *files: str) -> bytes:
    made = EmailMessage()
    made["From"] = f"{LONG} <p{'y' * 60}@{'z' * 60}.example.org>"
    made["Subject"] = subject
    made["Message-ID"] = f"<{len(subject)}.{len(text)}@example.org>"
    made.set_content(f"{text}\n{LONG}\n")
    for name in files:
        kind = "pdf" if name.endswith("pdf") else "octet-stream"
        made.add_attachment(CV.encode(), maintype="application", subtype=kind, filename=name)
    return made.as_bytes()


APPLICATION = mail(f"Technical Officer {LONG}", "Please find my CV.", f"cv {LONG}.txt", "x.pdf")
QUESTION = mail(f"Question{LONG}", "Could you tell me when the interviews will be held?")


@dataclass(frozen=True)
class Site:
    """A desk over such mail alone, served; `paths` are all its screens."""

    url: str
    cookie: dict[str, str]
    paths: tuple[str, ...]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("long")
    engine = open_store(f"sqlite:///{folder / 'intake.db'}")
    with closing(Sandbox()) as reader:
        office = open_office(engine, folder / "files")
        office.bench = replace(office.bench, reader=reader)
        deliver(office)
        room, _ = room_of_hr(office.bench)
        annotate(office)
        token = begin_visit(office.bench, "admin")
        with serving(build_desk(room), "127.0.0.1", 0) as port:
            url = f"http://127.0.0.1:{port}"
            cookie = {"name": cookie_name(room), "value": token, "url": url}
            yield Site(url, cookie, paths(office))
    engine.dispose()


def deliver(office: Office) -> None:
    """One mail of each outcome."""
    inbox = office.server.inbox
    inbox.add(APPLICATION)
    inbox.add(APPLICATION, BEFORE + timedelta(minutes=1))
    inbox.add(mail(f"Technical Officer late {LONG}", "My CV.", f"{LONG}.txt"), AFTER)
    inbox.add(QUESTION)
    inbox.add(mail(f"Technical Officer held {LONG}", "My CV.", f"cv{LONG}.txt"), None)
    office.clock.now = AFTER + timedelta(hours=1)
    poll(office.bench, office.inbox)
    assert {"filed", "ignored", "refused", "enquiry", "held"} <= set(office.outcomes)


def annotate(office: Office) -> None:
    """What people can write, as long."""
    bench, [row] = office.bench, office.queue[:1]
    staff.add(bench, account("admin", name=LONG), PASSWORD, who="The test")
    remark.note(bench, row.id, LONG, who=LONG)
    remark.assign(bench, row.id, "admin@example.org", who=LONG)
    today = office.clock.now.date()
    remark.wait(bench, row.id, today + timedelta(days=9), LONG[:300], who=LONG, today=today)
    correct.call_mail(bench, row.application.messages[0], "application", who=LONG, why=LONG)
    decide(bench, row.id, "in_review", who=LONG, why=LONG)


def paths(office: Office) -> tuple[str, ...]:
    with reading(office.bench.engine) as session:
        mails = [f"/m/{row.id}" for row in rows.messages(session)]
        applications = [f"/a/{row.id}" for row in rows.applications(session)]
    lists = ("queue", "refused", "held", "enquiries", "ignored", "export", "queue/print")
    return (
        "/",
        *(f"/v/tosci/{one}" for one in lists),
        f"/v/tosci/queue?stage=in_review&q={LONG[:200]}",
        *mails,
        *applications,
        "/search?q=customs",
        f"/search?q={LONG}",
        "/digest",
        "/account",
        "/accounts",
        "/audit",
        "/audit/readings",
        "/no-such-page",
    )


def too_wide(page: Page) -> str:
    """What stands out of the page; empty where nothing does."""
    return str(
        page.evaluate("""() => {
      const page = document.documentElement, room = page.clientWidth;
      if (page.scrollWidth <= room) return "";
      const out = [...document.querySelectorAll("main *, header *")].filter(one =>
        one.getBoundingClientRect().right > room + 0.5 && !one.closest(".scroll"));
      const named = out.map(one => one.tagName + "." + one.className);
      return `${page.scrollWidth} px: ${[...new Set(named)].slice(0, 12).join(" ")}`;
    }""")
    )


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_no_word_is_too_long(
    chromium: Browser, site: Site, language: str, size: dict[str, int]
) -> None:
    context = chromium.new_context(base_url=site.url, viewport=size)  # type: ignore[arg-type]
    context.add_cookies([site.cookie])  # type: ignore[list-item]
    page = context.new_page()
    page.goto("/account")
    page.locator(f"button[name=language][value={language}]").click()
    wide = {}
    for path in site.paths:
        answer = page.goto(path)
        assert answer is not None
        assert answer.status in (200, 404), path
        page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
        wide[path] = too_wide(page)
    context.close()
    assert {path: told for path, told in wide.items() if told} == {}
