"""A first morning by keyboard alone: from the digest in the mail to a shortlist of three.

Everything is real: the mail server, the daemon that reads it, the server that takes the digest,
and the browser, in which nothing is done but pressing keys.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from intake.store.engine import open_store, reading
from intake.store.rows import ApplicationRow, applications
from tests.daemon.running import Place, running, until
from tests.journeys.rehearsal import MAIL
from tests.support.dovecot import Dovecot
from tests.support.smtp import Sink, listening

WHO, PASSWORD = "rosa@example.org", "four words that are long"
COMPLETE = (
    "complete-in-french",
    "complete-pdf-and-docx",
    "cv-and-letter-in-one-file",
    "in-time-by-our-border",
    "delayed-for-days",
)
OTHERS = ("first-without-letter", "enquiry-about-nationality")
REVIEW = """
[documents]
required = ["cv", "motivation_letter"]
[review]
recipients = ["rosa@example.org"]
"""


@pytest.fixture(scope="module")
def post() -> Iterator[Sink]:
    """The SMTP server; it begins before the browser, whose event loop counts as running."""
    with listening() as sink:
        yield sink


def prepare(place: Place, dovecot: Dovecot) -> None:
    """A vacancy that is open, mail in its mailbox, and an account for the recruiter."""
    address, yesterday = dovecot.new_address(), datetime.now(UTC) - timedelta(days=1)
    names = (*COMPLETE, *OTHERS)
    mails = [((MAIL / "tosci" / f"{name}.eml").read_bytes(), yesterday) for name in names]
    dovecot.append_all(address, mails)
    place.open_vacancy("tosci", address, more=REVIEW)
    general = place.home / "config" / "intake.toml"
    url = f'url = "http://localhost:{place.desk}"\n'
    general.write_text(general.read_text("utf-8") + url, "utf-8")
    place.began_before(address)
    intake = Path(sys.executable).with_name("intake")
    named = ("--name", "Rosa Bauer", "--role", "recruiter", "--vacancy", "tosci")
    subprocess.run(
        [intake, "user", "add", WHO, *named, "--config", place.home / "config"],
        input=PASSWORD + "\n",
        env=os.environ | {"PASSWORD": "-"},
        text=True,
        check=True,
        timeout=60,
    )


def digest_for(post: Sink) -> EmailMessage | None:
    return next((one for one in post.mails if one["To"] == WHO), None)


def link_in(mail: EmailMessage) -> str:
    """The link at the vacancy's title, as it stands in the HTML part."""
    body = mail.get_body(("html",))
    assert body is not None
    [link] = re.findall(r'href="([^"]+/queue)"', body.get_content())
    return str(link)


def stages(place: Place) -> dict[str, ApplicationRow]:
    """The applications by the names of those who applied."""
    engine = open_store(place.database)
    with reading(engine) as session:
        found = {row.application.candidate.name: row for row in applications(session)}
    engine.dispose()
    return found


def tab_to(page: Page, what: str) -> None:
    """Press Tab until something has the focus."""
    for _ in range(60):
        if page.evaluate("what => document.activeElement.matches(what)", what):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never comes to {what}")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def sign_in(page: Page) -> None:
    page.keyboard.type(WHO)  # the field has the focus already
    press(page, "Tab")
    page.keyboard.type(PASSWORD)
    press(page, "Enter")


def choose(page: Page, name: str, begins: str) -> None:
    """Choose in a list of the filters by the first letters, and show."""
    tab_to(page, f"form select[name={name}]")
    page.keyboard.type(begins)
    tab_to(page, "form.filters button")
    with page.expect_navigation():
        press(page, "Enter")


def rows(page: Page) -> list[str]:
    return page.locator("tr[data-entry] a[data-row]").all_inner_texts()


def read_pages(page: Page) -> None:
    """Go to the page pictures and through them; each picture is there."""
    tab_to(page, ".paper-pages")
    press(page, "PageDown", "PageDown")
    picture = page.locator(".paper-pages img").first
    until(lambda: picture.evaluate("one => one.complete && one.naturalWidth > 500"), 30)


def shortlist_this(page: Page) -> str:
    """Shortlist what is open; the name of who it is."""
    name = heading(page)
    press(page, "s")
    page.locator("#flash", has_text="moved to “Shortlisted”").wait_for()
    assert page.locator(".dossier-tags").inner_text().startswith("Shortlisted")
    return name


def next_one(page: Page, name: str) -> None:
    press(page, "j")
    page.wait_for_function("name => document.querySelector('h1').innerText !== name", arg=name)


def test_from_the_digest_to_a_shortlist_of_three_by_keyboard_alone(
    tmp_path: Path, dovecot: Dovecot, post: Sink, chromium: Browser
) -> None:
    place = Place(tmp_path, dovecot.port, post.port)
    prepare(place, dovecot)
    with running(place) as daemon:
        until(lambda: digest_for(post), 120)
        mail = digest_for(post)
        assert mail is not None
        page = chromium.new_page()
        page.goto(link_in(mail))
        assert page.url.endswith("/sign-in?next=%2Fv%2Ftosci%2Fqueue")
        sign_in(page)
        page.locator("#queue-title").wait_for()
        assert page.url.endswith("/v/tosci/queue")
        assert len(rows(page)) == 6
        choose(page, "complete", "Complete")
        assert len(rows(page)) == 5
        press(page, "j")
        first = rows(page)[0]
        with page.expect_navigation():
            press(page, "Enter")
        assert heading(page) == first
        read_pages(page)
        chosen = [shortlist_this(page)]
        for _ in range(2):
            next_one(page, chosen[-1])
            chosen.append(shortlist_this(page))
        next_one(page, chosen[-1])
        declined = heading(page)
        press(page, "d")
        page.keyboard.type("Too little time in customs.")
        press(page, "Enter")
        page.locator("#flash", has_text="moved to “Declined”").wait_for()
        assert stages(place)[declined].stage == "declined"
        press(page, "u")
        page.locator("#flash", has_text="Taken back").wait_for()
        with page.expect_navigation():
            press(page, "g", "q")
        choose(page, "stage", "Short")
        assert sorted(rows(page)) == sorted(chosen)
        page.close()
        assert daemon.end()[0] == 0
    found = stages(place)
    assert sorted(name for name, row in found.items() if row.stage == "shortlisted") == sorted(
        chosen
    )
    assert [one.to for one in found[declined].decisions] == ["declined", "new"]
    assert {one.who for row in found.values() for one in row.decisions} == {"Rosa Bauer"}
