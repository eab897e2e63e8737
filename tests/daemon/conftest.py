"""The office of the jobs' tests, with a real store."""

from tests.jobs.conftest import office

__all__ = ["office"]
