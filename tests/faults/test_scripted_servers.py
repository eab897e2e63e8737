"""A whole poll against servers that misbehave: nothing wrong is stored, and what is wrong is said.

Each script answers wrongly for a while. Then the server comes to its senses, and one poll more
must bring every mail home, each once.
"""

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest

from intake.jobs.bench import Inbox
from intake.jobs.poll import Polled, poll
from intake.mailbox.imap import connect
from intake.store import ledger
from tests.faults.scripts import FILED, FOUND, MAILS, NAMED, SCRIPTS, Script
from tests.jobs.mailroom import VACANCY, Office
from tests.support.fake_imap import OK, FakeImap
from tests.support.figures import Figure


@dataclass
class Visit:
    """A misbehaving server and the office that polls it."""

    fake: FakeImap
    office: Office

    def poll(self) -> Polled:
        account = replace(self.fake.account(), address=VACANCY.mailbox, username="jobs@example.org")
        inbox = Inbox(VACANCY.mailbox, "tosci", ("INBOX",), partial(connect, account))
        return poll(self.office.bench, inbox)

    def true_to_the_server(self) -> bool:
        whole = {hashlib.sha256(raw).hexdigest() for raw in MAILS.values()}
        return all(row.sha256 in whole for row in self.office.messages if row.sha256)


def _sentence(polled: Polled) -> None:
    assert polled.troubles
    for trouble in polled.troubles:
        assert VACANCY.mailbox in trouble.problem
        assert trouble.problem.endswith((".", '".'))
        assert trouble.problem.isprintable()
        assert trouble.remedy


def _hold_to(visit: Visit, outcome: str) -> None:
    first = visit.poll()
    assert visit.true_to_the_server()
    if outcome == NAMED:
        _sentence(first)
        return
    assert first.troubles == ()
    if outcome == FILED:
        assert visit.office.outcomes == ["filed", "filed"]
        return
    assert visit.office.outcomes == []
    for _ in range(ledger.REFUSALS - 1):
        visit.poll()
    assert visit.true_to_the_server()
    assert visit.office.outcomes == ["held", "held"]
    assert all("Open it in" in row.problem for row in visit.office.messages)


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_a_server_that_misbehaves(
    script: Script, tmp_path: Path, new_office: Callable[[Path], Office]
) -> None:
    fake = FakeImap(MAILS, script.answers, script.greeting, script.capabilities)
    office = new_office(tmp_path)
    with fake:
        _hold_to(Visit(fake, office), script.outcome)
        fake.answers, fake.greeting = {}, b"* OK ready\r\n"
        fake.capabilities = "IMAP4rev1 AUTH=PLAIN"
        last = Visit(fake, office).poll()
    assert last.troubles == ()
    assert sorted((row.uid, row.verdict and row.verdict.outcome) for row in office.messages) == [
        (7, "filed"),
        (9, "filed"),
    ]
    assert Visit(fake, office).true_to_the_server()
    assert office.broken == []
    office.bench.engine.dispose()


def test_what_a_server_wants_people_to_know_is_in_the_log(
    tmp_path: Path, new_office: Callable[[Path], Office], log: io.StringIO
) -> None:
    office = new_office(tmp_path)
    told = b"* OK [ALERT] Down on\x1b[31m Sunday\r\n" + FOUND + OK
    with FakeImap(MAILS, {"UID SEARCH": told}) as fake:
        assert Visit(fake, office).poll().troubles == ()
    assert "Down on [31m Sunday" in log.getvalue()
    office.bench.engine.dispose()


def test_there_are_at_least_sixty(figure: Figure) -> None:
    [told] = test_a_server_that_misbehaves.pytestmark  # type: ignore[attr-defined]
    many = len(set(told.kwargs["ids"]))
    figure("scripted server behaviours, each a whole poll", many, "at least 60", many >= 60)
