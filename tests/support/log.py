"""What is logged, for tests that read it."""

import io
from collections.abc import Iterator

import pytest
import structlog

from intake import maillog


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """The log of this test alone, wherever another one sent it."""
    stream = io.StringIO()
    maillog.configure(stream=stream)
    yield stream
    structlog.reset_defaults()
