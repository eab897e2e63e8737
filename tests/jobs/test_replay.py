"""Today's rules on yesterday's mail: first shown, then, where wanted, done."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from intake.jobs.decide import admit, decide
from intake.jobs.replay import replay
from intake.reading.sandbox import ReadingFailed
from intake.triage.message import Document, Message, Unreadable
from tests.jobs.mailroom import AFTER, Office, mail
from tests.store.dump import dump


@dataclass
class NewReader:
    """Reads as before, and no longer sees letters."""

    office: Office
    under: "Hurried | None" = None

    def read(self, raw: Path) -> Message:
        message = (self.under or self.office.reader).read(raw)
        return replace(
            message,
            documents=tuple(one for one in message.documents if "letter" not in one.filename),
        )


@dataclass
class Hurried:
    """Has no time for these files."""

    office: Office
    files: tuple[str, ...] = ("cv.txt",)
    container: str = ""

    def read(self, raw: Path) -> Message:
        message = self.office.reader.read(raw)
        found = tuple(self._late(one) for one in message.documents)
        return replace(message, documents=found)

    def _late(self, one: Document) -> Document:
        if one.filename not in self.files:
            return one
        sha256 = "c" * 64 if self.container else one.sha256
        return Document(
            self.container or one.filename,
            one.media_type,
            sha256,
            one.size,
            readable=False,
            reason=Unreadable.TIMED_OUT,
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


@pytest.mark.parametrize("container", ["", "cvs.zip"])
def test_a_document_that_only_took_too_long_keeps_its_reading(
    office: Office, container: str
) -> None:
    office.server.inbox.add(mail())
    office.server.inbox.add(mail("bo@example.org", files=("letter.txt",)))
    office.poll()
    before = dump(office.bench.engine)
    office.bench = replace(office.bench, reader=Hurried(office, container=container))
    found = replay(office.bench, "tosci", apply=True)
    assert (found.changes, found.unread, found.kept) == ((), (), (1,))
    assert dump(office.bench.engine) == before


def test_what_took_too_long_before_and_again_is_told_as_it_is(office: Office) -> None:
    reader = office.bench.reader
    office.bench = replace(office.bench, reader=Hurried(office))
    office.server.inbox.add(mail())
    office.poll()
    assert not office.queue[0].application.complete
    found = replay(office.bench, "tosci", apply=True)
    assert (found.changes, found.kept) == ((), ())
    office.bench = replace(office.bench, reader=reader)
    assert replay(office.bench, "tosci", apply=True).kept == ()
    assert office.queue[0].application.complete


def test_the_rest_of_a_mail_is_read_anew_beside_what_took_too_long(office: Office) -> None:
    office.server.inbox.add(mail(files=("cv.txt", "letter.txt", "letter2.txt")))
    office.poll()
    office.bench = replace(office.bench, reader=NewReader(office, Hurried(office)))
    found = replay(office.bench, "tosci", apply=True)
    assert found.kept == (1,)
    assert office.queue[0].application.missing == ("motivation_letter",)


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
