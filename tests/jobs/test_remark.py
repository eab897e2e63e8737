"""Notes, who works on an application, what it waits for, and who steps aside."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest

from intake.errors import UnknownId, UnlawfulMove
from intake.jobs.decide import decide
from intake.jobs.remark import LONGEST, assign, bring_back, note, recuse, wait
from intake.store import remarks
from intake.store.engine import reading, transaction
from intake.store.remarks import Standing
from intake.store.waiting import back
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
    wait(desk.bench, 1, today + timedelta(days=3), "her diploma", who=WHO, today=today)
    standing = _standing(desk)
    assert standing.waiting_for == "her diploma"
    assert [standing.waits(today + timedelta(days=days)) for days in (0, 2, 3, 9)] == [
        True,
        True,
        False,
        False,
    ]
    wait(desk.bench, 1, None, "", who=WHO, today=today)
    assert not _standing(desk).waits(today)


def _back(office: Office, today: date) -> list[tuple[int, str, bool]]:
    with reading(office.bench.engine) as session:
        return [(one.row.id, one.what, one.wrote) for one in back(session, "tosci", today)]


def test_it_comes_back_by_itself_and_stays_until_a_person_acts(desk: Office) -> None:
    today = desk.clock.now.date()
    day = today + timedelta(days=3)
    wait(desk.bench, 1, day, "her diploma", who=WHO, today=today)
    assert _back(desk, day - timedelta(days=1)) == []
    assert _back(desk, day) == _back(desk, day + timedelta(days=9)) == [(1, "her diploma", False)]
    wait(desk.bench, 1, day + timedelta(days=2), "her diploma", who=WHO, today=day)
    assert _back(desk, day) == []
    assert _back(desk, day + timedelta(days=2)) == [(1, "her diploma", False)]
    wait(desk.bench, 1, None, "", who=WHO, today=day)
    assert _back(desk, day + timedelta(days=2)) == []


def test_it_comes_back_at_once_when_the_candidate_writes(desk: Office) -> None:
    today = desk.clock.now.date()
    wait(desk.bench, 1, today + timedelta(days=3), "her letter", who=WHO, today=today)
    desk.server.inbox.add(mail(subject="My letter", files=("letter.txt",)))
    desk.poll()
    assert _back(desk, today) == [(1, "her letter", True)]
    decide(desk.bench, 1, "declined", who=WHO, why="why")
    assert _back(desk, today) == []


BAUER = "bauer@example.org"


def _aside(office: Office) -> bool:
    """Whether she is, as every reader of the store asks for it."""
    with reading(office.bench.engine) as session:
        answers = {
            BAUER in remarks.recused(session, 1, None),
            BAUER in remarks.recused(session, None, 1),
            BAUER in remarks.standings(session, [1])[1].recused,
            1 in remarks.aside(session, BAUER),
        }
    [answer] = answers
    return answer


def test_a_reviewer_steps_aside_and_back(desk: Office) -> None:
    recuse(desk.bench, 1, BAUER, "We studied together.", who=WHO)
    assert _aside(desk)
    bring_back(desk.bench, 1, BAUER, "", who="HR")
    assert not _aside(desk)
    with pytest.raises(UnlawfulMove, match="stepped aside"):
        bring_back(desk.bench, 1, BAUER, "", who="HR")
    recuse(desk.bench, 1, BAUER, "", who=WHO)
    assert _aside(desk)
    assert desk.broken == []


def test_who_presses_the_button_twice_is_aside(desk: Office) -> None:
    for _ in range(4):
        recuse(desk.bench, 1, BAUER, "A cousin.", who=WHO)
        assert _aside(desk)
    bring_back(desk.bench, 1, BAUER, "", who="HR")
    assert not _aside(desk)
    assert desk.trail("a1") == ["application opened", "remark: aside", "remark: back"]


def test_of_two_who_say_so_at_once_none_turns_the_other_round(desk: Office) -> None:
    together = Barrier(2)

    def step_aside(_: int) -> None:
        together.wait()
        recuse(desk.bench, 1, BAUER, "A cousin.", who=WHO)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(step_aside, range(2)))
    assert _aside(desk)
    assert desk.trail("a1") == ["application opened", "remark: aside"]


@pytest.mark.parametrize("times", [1, 2, 3])
def test_recusals_of_an_older_store_mean_what_they_meant(desk: Office, times: int) -> None:
    with transaction(desk.bench.engine) as session:
        for _ in range(times):
            remarks.add(session, BEFORE, WHO, remarks.TURN, 1, to=BAUER, text="A cousin.")
    assert _aside(desk) == (times % 2 == 1)
    recuse(desk.bench, 1, BAUER, "A cousin.", who=WHO)
    assert _aside(desk)
    bring_back(desk.bench, 1, BAUER, "", who="HR")
    assert not _aside(desk)


def test_empty_and_endless_notes_days_gone_by_and_strangers_are_told(desk: Office) -> None:
    with pytest.raises(UnlawfulMove, match="empty"):
        note(desk.bench, 1, " \n", who=WHO)
    with pytest.raises(UnlawfulMove, match="too long"):
        note(desk.bench, 1, "x" * (LONGEST + 1), who=WHO)
    with pytest.raises(UnlawfulMove, match="not a day to come"):
        wait(desk.bench, 1, date(2026, 1, 1), "", who=WHO, today=date(2026, 1, 1))
    with pytest.raises(UnlawfulMove, match="needs a name"):
        note(desk.bench, 1, "Good.", who=" ")
    with pytest.raises(UnknownId):
        note(desk.bench, 9, "Good.", who=WHO)
