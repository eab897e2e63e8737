"""Every screen, in both languages and both themes: accessible, and no wider than a phone."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from intake.jobs import remark
from intake.jobs.decide import decide
from tests.desk.conftest import Browse, Desk
from tests.desk.looks import faults, in_each_look
from tests.desk.screens import PARTS, Screen

DAY = timedelta(days=1)


@pytest.mark.parametrize("part", PARTS)
@in_each_look
def test_nothing_serious_is_in_anybodys_way(
    desk: Desk,
    browse: Browse,
    language: str,
    theme: str,
    part: Callable[[Desk], list[Screen]],
) -> None:
    first, second, third, *_ = desk.applications("tosci")
    decide(desk.bench, first.id, "shortlisted", who="Robin", why="Twelve years at sea ports.")
    decide(desk.bench, second.id, "in_review", who="Robin", why="To be read together.")
    today, who = desk.room.today, "Robin"
    remark.assign(desk.bench, third.id, "recruiter@example.org", who=who)
    remark.wait(desk.bench, third.id, today + DAY, "the diploma", who=who, today=today)
    desk.clock.now += DAY  # it has come back
    assert "\n".join(faults(browse, desk, part(desk), language, theme)) == ""
