"""A real browser, without a screen, that may load nothing but what it is given."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

# As root, Chromium's own sandbox cannot start; the others keep it from calling home.
_ARGUMENTS = [
    *(["--no-sandbox"] if os.geteuid() == 0 else []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")  # while it is open, its event loop counts as running
def chromium() -> Iterator[Browser]:
    """The browser of one file of tests."""
    binary = shutil.which("chromium")
    assert binary, "Chromium is missing. Run: sudo apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=binary, args=_ARGUMENTS)
        yield browser
        browser.close()
