"""Each mail is judged once, in order, and none keeps the others waiting."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from intake.errors import DeadlineMovedEarlier, StoreUnavailable
from intake.jobs import judging, process
from intake.reading.sandbox import SandboxUnavailable
from intake.store import deadlines
from intake.store.engine import reading
from intake.triage.message import Message
from intake.triage.vacancy import Deadline, Vacancy
from tests.jobs.mailroom import AFTER, BEFORE, CUTOFF, VACANCY, Office, mail


class Away:
    """A sandbox that is not there."""

    def read(self, raw: Path) -> Message:
        raise SandboxUnavailable("It is away.")


def test_a_deadly_mail_is_held_and_the_next_is_not_kept_waiting(office: Office) -> None:
    office.reader.deadly = {"Bomb"}
    office.server.inbox.add(mail(subject="Bomb"))
    office.server.inbox.add(mail("bo@example.org"))
    office.poll()
    held, filed = office.messages
    assert held.verdict
    assert filed.verdict
    assert held.verdict.outcome == "held"
    assert held.verdict.kind == "unreadable"
    assert held.problem == "The mail could not be read because its reader used too much memory."
    assert filed.verdict.outcome == "filed"
    assert filed.judged_at is not None
    assert held.judged_at is not None
    assert filed.judged_at < held.judged_at
    assert office.reader.read_count == process.FAILURES + 1
    assert office.broken == []


def test_a_fault_of_our_own_holds_the_mail_that_shows_it(office: Office) -> None:
    office.reader.faulty = {"Odd"}
    office.server.inbox.add(mail(subject="Odd"))
    office.poll()
    [row] = office.messages
    assert row.verdict
    assert row.verdict.outcome == "held"
    assert row.problem == "The mail could not be judged: a fault in Intake (ZeroDivisionError)."


def test_a_mail_that_cannot_be_judged_is_held_like_one_that_cannot_be_read(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judge(message: Message, *_: object, **__: object) -> None:
        raise RecursionError(message.subject)

    monkeypatch.setattr(judging, "judge", judge)
    office.server.inbox.add(mail())
    office.poll()
    assert office.outcomes == ["held"]


def test_a_mail_that_could_not_be_opened_is_never_late(office: Office) -> None:
    office.clock.now = AFTER
    office.reader.deadly = {"Bomb"}
    office.server.inbox.add(mail(subject="Bomb"), internal=AFTER)
    office.poll()
    [row] = office.messages
    assert row.verdict
    assert (row.verdict.timing.verdict, row.verdict.timing.decided_by) == (
        "unclear",
        "no_trusted_time",
    )


def test_a_mail_that_ends_the_whole_process_is_found_out(office: Office) -> None:
    office.server.inbox.add(mail())
    office.server.inbox.add(mail("bo@example.org"))
    office.reader.dies_of = {"Application"}
    for _ in range(process.STARTS):
        with pytest.raises(KeyboardInterrupt):
            office.poll()
        assert office.outcomes == []
    office.poll()
    assert office.outcomes == ["held", "held"]


def test_a_database_that_fails_is_no_fault_of_the_mail(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreUnavailable("The disk is full.")

    office.server.inbox.add(mail())
    with monkeypatch.context() as patch:
        patch.setattr(process, "settle", full)
        assert [trouble.problem for trouble in office.poll().troubles] == ["The disk is full."]
    office.poll()
    assert office.outcomes == ["filed"]


def test_a_sandbox_that_cannot_start_is_no_fault_of_the_mail(office: Office) -> None:
    office.server.inbox.add(mail())
    office.bench = replace(office.bench, reader=Away())
    for _ in range(process.FAILURES + 1):
        assert [trouble.problem for trouble in office.poll().troubles] == ["It is away."]
    assert office.outcomes == []


def test_a_mail_that_was_delayed_changes_what_came_after_it(office: Office) -> None:
    office.server.inbox.add(mail(subject="The letter", files=("letter.txt",)))
    office.poll()
    first = office.messages[0].verdict
    assert first
    assert first.kind == "application"
    day_before = (BEFORE - timedelta(days=1)).isoformat()
    accepted = f"by mx.example.org from out.example.com; {day_before}"
    office.server.inbox.add(mail(subject="The CV", files=("cv.txt",), received=accepted))
    office.poll()
    later = office.messages[0].verdict
    assert later
    assert later.kind == "supplement"
    assert office.trail("m1") == ["stored", "judged", "judged again"]
    [application] = office.queue
    assert application.application.messages == (2, 1)
    assert application.application.complete
    assert office.broken == []


def test_a_thread_is_found_from_both_its_ends(office: Office) -> None:
    root, office.reader.ids = "<root@example.org>", {"The root": "<root@example.org>"}
    office.server.inbox.add(mail("ada@work.example.org", "Re", ("letter.txt",), answers=root))
    office.poll()
    day_before = (BEFORE - timedelta(days=1)).isoformat()
    accepted = f"by mx.example.org from out.example.com; {day_before}"
    office.server.inbox.add(mail(subject="The root", received=accepted))
    office.poll()
    assert office.trail("m1") == ["stored", "judged", "judged again"]
    reply = office.messages[0].verdict
    assert reply
    assert "m2" in reply.kind_evidence


def test_a_name_of_any_length_is_found_again(office: Office) -> None:
    office.reader.ids = {"Application": "<" + "x" * 100_000 + "@example.org>"}
    longest = "a" * 100_000 + "@example.org"
    for files in (("cv.txt",), ("letter.txt",)):
        office.server.inbox.add(mail(longest, files=files))
    office.poll()
    assert office.outcomes == ["filed", "filed"]
    [application] = office.queue
    assert application.application.complete


def test_a_late_mail_lies_beside_the_application_and_changes_nothing(office: Office) -> None:
    office.server.inbox.add(mail(files=("cv.txt",)))
    office.poll()
    before = office.queue[0].application
    office.clock.now = AFTER
    office.server.inbox.add(mail(subject="Letter", files=("letter.txt",)), internal=AFTER)
    office.poll()
    [row] = office.queue
    assert row.application.missing == before.missing == ("motivation_letter",)
    assert row.application.messages == (1, 2)
    assert office.messages[1].application == row.id


def test_mails_without_a_sender_are_not_one_person(office: Office) -> None:
    office.server.inbox.add(mail("", "First"))
    office.server.inbox.add(mail("", "Second"))
    office.poll()
    assert [row.application.messages for row in office.queue] == [(1,), (2,)]


def test_two_vanished_mails_are_not_each_other_s_repeat(office: Office) -> None:
    office.server.inbox.add(mail())
    office.server.inbox.add(mail("bo@example.org"))
    office.server.before_fetch = office.server.inbox.mails.clear
    office.poll()
    office.poll()
    assert office.outcomes == ["held", "held"]


def moved(by: timedelta) -> Vacancy:
    return replace(VACANCY, deadline=Deadline(CUTOFF + by))


def test_a_deadline_that_moves_later_lets_in_whom_the_old_one_shut_out(office: Office) -> None:
    office.clock.now = AFTER
    office.server.inbox.add(mail(), internal=AFTER)
    office.poll()
    assert office.outcomes == ["refused"]
    office.with_vacancy(moved(timedelta(days=7)))
    [change] = office.poll().changes
    assert change.before
    assert (change.before.outcome, change.after.outcome) == ("refused", "filed")
    assert len(office.queue) == 1
    assert office.trail("m1") == ["stored", "judged", "judged again"]
    assert office.trail("tosci") == ["deadline", "deadline"]
    assert office.broken == []


def test_a_deadline_never_moves_earlier(office: Office) -> None:
    office.server.inbox.add(mail())
    office.poll()
    office.with_vacancy(moved(timedelta(days=-7)))
    office.server.inbox.add(mail("bo@example.org"))
    [trouble] = office.poll().troubles
    assert isinstance(trouble, DeadlineMovedEarlier)
    assert trouble.problem.startswith("tosci: ")
    assert office.outcomes == ["filed"]
    with reading(office.bench.engine) as session:
        assert deadlines.published(session, "tosci") == VACANCY.deadline


def test_a_mail_whose_file_is_gone_is_held(office: Office) -> None:
    class Losing:
        def read(self, raw: Path) -> Message:
            raw.unlink(missing_ok=True)
            return office.reader.read(raw)

    office.server.inbox.add(mail())
    office.bench = replace(office.bench, reader=Losing())
    office.poll()
    assert office.outcomes == ["held"]
