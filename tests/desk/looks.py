"""Opens a screen as people see it, and tells what is wrong with it; keeps its picture if asked.

`INTAKE_SCREENSHOTS=DIR` (`make screenshots`) keeps a picture of each for people to look at.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.desk.conftest import Browse, Desk
from tests.desk.screens import Screen

WIDE, PHONE = 1280, 360
KEPT = os.environ.get("INTAKE_SCREENSHOTS", "")
_OPTIONS = {"resultTypes": ["violations"], "iframes": False}  # frames hold mail, which is not ours


_DRAWN = """Promise.all([...document.images].map(one => {
  one.loading = "eager";
  return one.decode().catch(() => null);
}))"""
"""Pictures of pages come when they are scrolled to; on a kept picture all are wanted."""

Test = TypeVar("Test", bound=Callable[..., Any])


def in_each_look(test: Test) -> Test:
    """Run a test in both languages and both themes; a browser on a busy machine is slow."""
    for mark in (
        pytest.mark.parametrize("language", ["en", "fr"]),
        pytest.mark.parametrize("theme", ["light", "dark"]),
        pytest.mark.timeout(900),
    ):
        test = mark(test)
    return test


def faults(
    browse: Browse, desk: Desk, screens: Iterable[Screen], language: str, theme: str
) -> list[str]:
    """What axe calls serious or critical, and what is wider than its window."""
    pages: dict[str, Page] = {}
    found: list[str] = []
    for screen in screens:
        if screen.role not in pages:
            pages[screen.role] = opened(browse, screen.role, language, theme)
        page = pages[screen.role]
        page.goto(screen.path)
        found += look(page, screen.name, language, theme)
    return found


def look(page: Page, name: str, language: str, theme: str) -> list[str]:
    """The same of a page as it stands, wide and on a phone."""
    told = f"{name} {language} {theme}"
    found = [f"{told}: {one}" for one in violations(page)]
    for width in (PHONE, WIDE):
        page.set_viewport_size({"width": width, "height": 844})
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{told}: {wide} px wide on {width}"] if wide > width else []
        _keep(page, name, f"{language}-{theme}", width)
    return found


def opened(browse: Browse, role: str, language: str, theme: str) -> Page:
    """A browser in which somebody of a role has signed in and chosen a language."""
    page = browse(
        role, "/sign-in", color_scheme=theme, locale="fr-FR" if language == "fr" else "en-GB"
    )
    page.set_viewport_size({"width": WIDE, "height": 844})
    if role:
        page.locator(f"button[name=language][value={language}]").click()
    return page


def violations(page: Page) -> list[str]:
    """What axe calls serious or critical on a page as it stands."""
    told = Axe().run(page, options=_OPTIONS).response["violations"]
    return [
        f"{one['id']}: {node['html'][:160]}"
        for one in told
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def _keep(page: Page, name: str, looks: str, width: int) -> None:
    if not KEPT:
        return
    folder = Path(KEPT)
    folder.mkdir(parents=True, exist_ok=True)
    page.evaluate(_DRAWN)
    page.screenshot(path=folder / f"{name}-{looks}-{width}.png", full_page=True)
    if name.startswith("print") and width == WIDE:
        page.emulate_media(media="print")
        page.screenshot(path=folder / f"{name}-{looks}-paper.png", full_page=True)
        page.emulate_media(media="screen")
