"""Several applications are moved together or not at all, and one's own move can be taken back."""

import pytest

from intake.errors import Overtaken, UnknownId, UnlawfulMove
from intake.jobs import staff
from intake.jobs.decide import decide
from intake.jobs.moves import move, take_back
from intake.store import rows
from intake.store.engine import reading
from intake.store.staff import AccountRow
from intake.triage.review import Signer
from tests.jobs.mailroom import Office, mail


@pytest.fixture
def three(office: Office) -> Office:
    for number in range(3):
        office.server.inbox.add(mail(who=f"p{number}@example.org"))
    office.poll()
    return office


def person(office: Office, name: str) -> Signer:
    email = f"{name.lower()}@example.org"
    row = AccountRow(0, email, name, "hr", (), "en", False, office.clock.now, None, False)
    return Signer(name, staff.add(office.bench, row, "", who="The test"))


def stages(office: Office) -> list[str]:
    return [row.stage for row in office.queue]


def test_all_are_moved_and_each_is_told_as_a_single_one_is(three: Office) -> None:
    ada = person(three, "Ada")
    made = move(three.bench, {1: 1, 3: 1}, "shortlisted", by=ada, why="Both fit.")
    assert len(made) == 2
    assert stages(three) == ["shortlisted", "new", "shortlisted"]
    for number in (1, 3):
        assert three.trail(f"a{number}")[-1] == "decided"
        with reading(three.bench.engine) as session:
            [decision] = rows.application(session, number).decisions
        assert (decision.who, decision.to, decision.why) == ("Ada", "shortlisted", "Both fit.")
    assert three.broken == []


def test_where_one_has_changed_none_is_moved_and_it_is_named(three: Office) -> None:
    decide(three.bench, 2, "in_review", who="Ben", why="I read it.")
    with pytest.raises(Overtaken, match="a2 changed") as told:
        move(three.bench, {1: 1, 2: 1, 3: 1}, "declined", by=person(three, "Ada"), why="why")
    assert told.value.applications == (2,)
    assert stages(three) == ["new", "in_review", "new"]


@pytest.mark.parametrize(
    ("chosen", "stage", "why"),
    [
        ({}, "declined", "why"),
        ({1: 1, 2: 2}, "in_review", "why"),
        ({1: 1}, "hired", "why"),
        ({1: 1}, "declined", " "),
    ],
)
def test_what_the_rules_do_not_allow_for_one_moves_none(
    three: Office, chosen: dict[int, int], stage: str, why: str
) -> None:
    decide(three.bench, 2, "in_review", who="Ben", why="I read it.")
    with pytest.raises(UnlawfulMove):
        move(three.bench, chosen, stage, by=person(three, "Ada"), why=why)
    assert stages(three) == ["new", "in_review", "new"]


def test_a_move_is_taken_back_and_the_history_keeps_both(three: Office) -> None:
    ada = person(three, "Ada")
    decide(three.bench, 2, "in_review", who="Ben", why="I read it.")
    made = move(three.bench, {1: 1, 2: 2}, "shortlisted", by=ada, why="Both fit.")
    assert take_back(three.bench, made, by=ada, why="Taken back.") == (1, 2)
    assert stages(three) == ["new", "in_review", "new"]
    with reading(three.bench.engine) as session:
        told = [one.to for one in rows.application(session, 1).decisions]
    assert told == ["shortlisted", "new"]
    assert three.trail("a1")[-2:] == ["decided", "decided"]
    assert three.broken == []


def test_nobody_takes_back_what_another_has_moved_since(three: Office) -> None:
    ada, ben = person(three, "Ada"), person(three, "Ben")
    made = move(three.bench, {1: 1, 2: 1}, "declined", by=ada, why="why")
    move(three.bench, {2: 2}, "in_review", by=ben, why="Look again.")
    with pytest.raises(Overtaken, match="a2 was moved since"):
        take_back(three.bench, made, by=ada, why="Taken back.")
    assert stages(three) == ["declined", "in_review", "new"]
    take_back(three.bench, made[:1], by=ada, why="Taken back.")
    with pytest.raises(Overtaken):
        take_back(three.bench, made[:1], by=ada, why="Again.")


def test_nobody_takes_back_the_move_of_another(three: Office) -> None:
    ada, namesake = person(three, "Ada"), Signer("Ada", person(three, "Other").account)
    made = move(three.bench, {1: 1}, "declined", by=ada, why="why")
    by_command = move(three.bench, {2: 1}, "declined", by=Signer("Ada"), why="why")
    for by, which in ((namesake, made), (Signer("Ada"), made), (Signer("Ada"), by_command)):
        with pytest.raises(UnlawfulMove, match="Another person"):
            take_back(three.bench, which, by=by, why="Taken back.")
    with pytest.raises(UnknownId):
        take_back(three.bench, [999], by=ada, why="Taken back.")
    with pytest.raises(UnlawfulMove):
        take_back(three.bench, [], by=ada, why="Taken back.")
    assert stages(three) == ["declined", "declined", "new"]


def test_mail_that_came_meanwhile_does_not_hinder_taking_back(three: Office) -> None:
    ada = person(three, "Ada")
    made = move(three.bench, {1: 1}, "declined", by=ada, why="why")
    three.server.inbox.add(mail(who="p0@example.org", subject="Letter", files=("letter.txt",)))
    three.poll()
    take_back(three.bench, made, by=ada, why="Taken back.")
    assert stages(three)[0] == "new"
