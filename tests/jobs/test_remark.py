"""Notes, who works on an application, what it waits for, and who steps aside."""

from datetime import date, timedelta

import pytest

from intake.errors import UnknownId, UnlawfulMove
from intake.jobs.remark import LONGEST, assign, note, recuse, wait
from intake.store import remarks
from intake.store.engine import reading
from intake.store.remarks import Standing
from tests.jobs.mailroom import BEFORE, Office, mail

WHO = "R. Bauer"


@pytest.fixture
def desk(office: Office) -> Office:
    office.server.inbox.add(mail())
    office.poll()
    return office


def _standing(office: Office) -> Standing:
    with reading(office.bench.engine) as session:
        return remarks.standings(session, [1])[1]


def test_a_note_is_kept_with_who_and_when_and_the_chain_has_no_word_of_it(desk: Office) -> None:
    note(desk.bench, 1, "Speaks <b>Arabic</b>.", who=WHO)
    with reading(desk.bench.engine) as session:
        [row] = remarks.of(session, 1)
    assert (row.who, row.text, row.at >= BEFORE) == (WHO, "Speaks <b>Arabic</b>.", True)
    assert desk.trail("a1") == ["application opened", "remark: note"]
    assert desk.broken == []


def test_the_last_assignment_counts(desk: Office) -> None:
    for to in ("bauer@example.org", "diallo@example.org"):
        assign(desk.bench, 1, to, who=WHO)
    assert _standing(desk).assignee == "diallo@example.org"
    assign(desk.bench, 1, "", who=WHO)
    assert _standing(desk).assignee == ""


def test_what_waits_comes_back_on_its_day(desk: Office) -> None:
    today = desk.clock.now.date()
    wait(desk.bench, 1, today + timedelta(days=3), "her diploma", who=WHO)
    standing = _standing(desk)
    assert standing.waiting_for == "her diploma"
    assert [standing.waits(today + timedelta(days=days)) for days in (0, 2, 3, 9)] == [
        True,
        True,
        False,
        False,
    ]
    wait(desk.bench, 1, None, "", who=WHO)
    assert not _standing(desk).waits(today)


def test_a_reviewer_steps_aside_and_back(desk: Office) -> None:
    recuse(desk.bench, 1, "bauer@example.org", "We studied together.", who=WHO)
    assert _standing(desk).recused == {"bauer@example.org"}
    recuse(desk.bench, 1, "bauer@example.org", "", who="HR")
    assert _standing(desk).recused == frozenset()


def test_empty_and_endless_notes_days_gone_by_and_strangers_are_told(desk: Office) -> None:
    with pytest.raises(UnlawfulMove, match="empty"):
        note(desk.bench, 1, " \n", who=WHO)
    with pytest.raises(UnlawfulMove, match="too long"):
        note(desk.bench, 1, "x" * (LONGEST + 1), who=WHO)
    with pytest.raises(UnlawfulMove, match="not a day to come"):
        wait(desk.bench, 1, date(2026, 1, 1), "", who=WHO)
    with pytest.raises(UnlawfulMove, match="needs a name"):
        note(desk.bench, 1, "Good.", who=" ")
    with pytest.raises(UnknownId):
        note(desk.bench, 9, "Good.", who=WHO)
