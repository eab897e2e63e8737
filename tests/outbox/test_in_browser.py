"""The digest as people see it: in a real browser, wide and on a phone, with hostile mail in it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from intake.outbox.compose import Composed, compose
from intake.outbox.words import Language
from tests.outbox.days import HOSTILE, digest_day, vacancy

PHONE, DESK = 375, 900


@contextmanager
def opened(chromium: Browser, composed: Composed, width: int) -> Iterator[tuple[Page, list[str]]]:
    """The digest on a page of a width, and what it tried to do there."""
    deeds: list[str] = []
    page = chromium.new_page(viewport={"width": width, "height": 800})
    try:
        page.on("request", lambda request: deeds.append(f"asked for {request.url}"))
        page.on("dialog", lambda dialog: deeds.append(f"said {dialog.message}"))
        page.on("console", lambda line: deeds.append(f"wrote {line.text}"))
        page.set_content(composed.html)
        yield page, deeds
    finally:
        page.close()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_runs_and_nothing_is_loaded(
    chromium: Browser, language: Language, width: int
) -> None:
    names = (HOSTILE, "<img src=http://evil.example/x onerror=alert(2)>", "=cmd|' /C calc'!A0")
    with opened(chromium, compose(digest_day(vacancy(names)), language), width) as (page, deeds):
        page.wait_for_timeout(200)
        assert deeds == []
        assert page.locator("script").count() == 0
        assert "<script>alert(1)</script>" in page.inner_text("body")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_it_fits_the_screen(chromium: Browser, width: int) -> None:
    composed = compose(digest_day(vacancy(("A name with no end " * 9,)), vacancy()))
    with opened(chromium, composed, width) as (page, _):
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_bars_are_there_with_pictures_blocked(chromium: Browser) -> None:
    with opened(chromium, compose(digest_day(vacancy())), DESK) as (page, _):
        assert page.locator("img").count() == 0
        coloured = page.evaluate(
            """() => [...document.querySelectorAll("td")].filter(cell =>
                 cell.getAttribute("bgcolor") && cell.getBoundingClientRect().height > 2).length"""
        )
        assert coloured > 0
