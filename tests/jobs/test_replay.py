"""Today's rules on yesterday's mail: first shown, then, where wanted, done."""

from dataclasses import dataclass, replace
from pathlib import Path

from intake.jobs.decide import admit, decide
from intake.jobs.replay import replay
from intake.reading.sandbox import ReadingFailed
from intake.triage.message import Message
from tests.jobs.mailroom import AFTER, Office, mail
from tests.store.dump import dump


@dataclass
class NewReader:
    """Reads as before, and no longer sees letters."""

    office: Office

    def read(self, raw: Path) -> Message:
        message = self.office.reader.read(raw)
        return replace(
            message,
            documents=tuple(one for one in message.documents if "letter" not in one.filename),
        )


@dataclass
class NoReader:
    """Can read nothing any more."""

    def read(self, raw: Path) -> Message:
        raise ReadingFailed("it hung")


def test_nothing_changes_where_the_rules_are_the_same(office: Office) -> None:
    office.server.inbox.add(mail())
    office.server.inbox.add(mail("bo@example.org", files=("cv.txt",)))
    office.poll()
    before = dump(office.bench.engine)
    found = replay(office.bench, "tosci", apply=True)
    assert (found.looked_at, found.changes, found.unread) == (2, (), ())
    assert dump(office.bench.engine) == before


def test_a_rehearsal_shows_what_would_change_and_changes_nothing(office: Office) -> None:
    office.server.inbox.add(mail())
    office.poll()
    before = dump(office.bench.engine)
    office.bench = replace(office.bench, reader=NewReader(office))
    [change] = replay(office.bench, "tosci").changes
    assert change.delivery == 1
    assert change.before
    assert change.before.checks != change.after.checks
    assert dump(office.bench.engine) == before


def test_the_change_is_made_and_audited_where_it_is_wanted(office: Office) -> None:
    office.server.inbox.add(mail())
    office.poll()
    decide(office.bench, 1, "shortlisted", who="R. Bauer", why="why")
    office.bench = replace(office.bench, reader=NewReader(office))
    replay(office.bench, "tosci", apply=True)
    [row] = office.queue
    assert row.application.missing == ("motivation_letter",)
    assert row.stage == "shortlisted"
    assert office.trail("m1") == ["stored", "judged", "judged again"]
    assert office.broken == []
    assert replay(office.bench, "tosci").changes == ()


def test_a_mail_that_was_let_in_stays_in(office: Office) -> None:
    office.clock.now = AFTER
    office.server.inbox.add(mail(), internal=AFTER)
    office.poll()
    admit(office.bench, 1, who="R. Bauer", why="why")
    replay(office.bench, "tosci", apply=True)
    assert office.messages[0].admitted
    assert len(office.queue) == 1


def test_mail_that_cannot_be_read_this_time_keeps_its_reading(office: Office) -> None:
    office.server.inbox.add(mail())
    office.poll()
    office.bench = replace(office.bench, reader=NoReader())
    found = replay(office.bench, "tosci", apply=True)
    assert (found.changes, found.unread) == ((), (1,))


def test_mail_that_could_not_be_read_before_is_judged_after_all(office: Office) -> None:
    office.reader.deadly = {"Application"}
    office.server.inbox.add(mail())
    office.poll()
    assert office.outcomes == ["held"]
    office.reader.deadly = set()
    [change] = replay(office.bench, "tosci", apply=True).changes
    assert change.after.outcome == "filed"
    assert len(office.queue) == 1
    assert office.broken == []
