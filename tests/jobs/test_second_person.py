"""Where a vacancy asks for two persons, one proposes and another confirms."""

from dataclasses import replace

import pytest

from intake.errors import UnlawfulMove
from intake.jobs import staff
from intake.jobs.decide import admit, object_to
from intake.store.engine import reading
from intake.store.registers import Register, counts, leaf
from intake.store.staff import AccountRow
from tests.jobs.mailroom import AFTER, VACANCY, Office, mail


@pytest.fixture
def two(office: Office) -> Office:
    office.with_vacancy(replace(VACANCY, second_person=True))
    office.clock.now = AFTER
    office.server.inbox.add(mail(), internal=AFTER)
    office.poll()
    return office


def test_a_proposal_changes_nothing_until_another_confirms_it(two: Office) -> None:
    assert not admit(two.bench, 1, "our_failure", who="R. Bauer", why="Our server was down.")
    [row] = two.messages
    assert (row.admitted, row.outcome, two.queue) == (False, "refused", [])
    assert row.proposal and row.proposal.who == "R. Bauer"
    assert admit(two.bench, 1, "our_failure", who="M. Okoye", why="I have seen the log.")
    [row] = two.messages
    assert (row.admitted, row.proposal, len(two.queue)) == (True, None, 1)
    assert two.trail("m1") == ["stored", "judged", "admission proposed", "admitted"]
    assert two.broken == []


@pytest.mark.parametrize("again", ["R. Bauer", " r.  bauer "])
def test_nobody_confirms_their_own_proposal(two: Office, again: str) -> None:
    admit(two.bench, 1, who="R. Bauer", why="why")
    with pytest.raises(UnlawfulMove, match="Bauer has proposed"):
        admit(two.bench, 1, who=again, why="why")
    assert two.queue == []


def test_accounts_are_compared_and_not_their_names(two: Office) -> None:
    def account(local: str) -> int:
        row = AccountRow(
            0, f"{local}@example.org", "A. Smith", "hr", (), "en", False, AFTER, None, False
        )
        return staff.add(two.bench, row, "", who="The test")

    first, second = account("alice"), account("alan")
    admit(two.bench, 1, who="A. Smith", account=first, why="why")
    with pytest.raises(UnlawfulMove, match="Smith has proposed"):
        admit(two.bench, 1, who="Alice Smith", account=first, why="under another name")
    assert admit(two.bench, 1, who="A. Smith", account=second, why="I have seen the log.")
    assert two.broken == []


def test_after_an_objection_it_begins_anew(two: Office) -> None:
    admit(two.bench, 1, who="R. Bauer", why="why")
    object_to(two.bench, 1, who="M. Okoye", why="Others were late for the same reason.")
    assert two.messages[0].proposal is None
    assert not admit(two.bench, 1, who="M. Okoye", why="I have thought again.")
    assert admit(two.bench, 1, who="R. Bauer", why="why")
    with pytest.raises(UnlawfulMove):
        object_to(two.bench, 1, who="M. Okoye", why="too late")


def test_a_register_is_paged_and_counts_what_is_out(two: Office) -> None:
    for number in range(4):
        two.server.inbox.add(mail(who=f"p{number}@example.org"), internal=AFTER)
    two.poll()
    admit(two.bench, 2, who="R. Bauer", why="why")
    admit(two.bench, 2, who="M. Okoye", why="why")
    with reading(two.bench.engine) as session:
        page = leaf(session, "tosci", Register.REFUSED, start=1, count=2)
        both = leaf(session, "tosci", Register.REFUSED, let_in=None)
        inside = leaf(session, "tosci", Register.REFUSED, let_in=True)
        told = counts(session, "tosci")
    assert ([row.id for row in page.rows], page.total) == ([3, 4], 4)
    assert ([row.id for row in inside.rows], both.total) == ([2], 5)
    assert told == {"refused": 4, "held": 0, "enquiry": 0, "ignored": 0}
