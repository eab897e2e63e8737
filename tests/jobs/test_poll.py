"""From the server to a verdict on each mail, whatever happens to the mailbox in between."""

from datetime import timedelta
from pathlib import Path

import pytest

from intake.errors import MailboxUnreachable, SignInRefused
from intake.jobs import fetch
from intake.jobs.poll import poll
from intake.jobs.reconcile import reconcile
from intake.store import accounts, ledger
from intake.store.engine import Engine, reading
from tests.jobs.mailroom import AFTER, BEFORE, CUTOFF, Box, Office, mail, open_office
from tests.store.dump import dump


@pytest.fixture
def two_folders(engine: Engine, tmp_path: Path) -> Office:
    return open_office(engine, tmp_path / "files", ("INBOX", "Junk"))


def test_a_mail_in_time_is_filed_and_makes_an_application(office: Office) -> None:
    office.server.inbox.add(mail())
    assert office.poll().troubles == ()
    assert office.outcomes == ["filed"]
    [application] = office.queue
    assert application.application.candidate.email == "ada@example.org"
    assert application.application.complete
    assert application.stage == "new"
    assert office.messages[0].application == application.id
    assert office.trail("m1") == ["stored", "judged"]
    assert office.trail("a1") == ["application opened"]
    assert office.broken == []


def test_a_late_mail_is_refused_with_its_evidence(office: Office) -> None:
    office.clock.now = AFTER
    office.server.inbox.add(mail(), internal=AFTER)
    office.poll()
    [row] = office.messages
    assert row.verdict
    assert (row.verdict.outcome, row.verdict.timing.decided_by) == ("refused", "internal")
    assert row.internal == AFTER
    assert office.queue == []


def test_a_second_poll_writes_nothing_but_its_own_record(office: Office) -> None:
    for number in range(3):
        office.server.inbox.add(mail(f"c{number}@example.org"))
    office.poll()
    before = dump(office.bench.engine)
    office.poll()
    after = dump(office.bench.engine)
    assert len(after.pop("poll")) == len(before.pop("poll")) + 1
    assert after == before
    assert office.server.fetched == [1, 2, 3]


def test_the_sighting_is_committed_before_anything_is_fetched(office: Office) -> None:
    office.server.inbox.add(mail())
    office.server.breaks_on = {1}
    polled = office.poll()
    assert isinstance(polled.troubles[0], MailboxUnreachable)
    assert len(dump(office.bench.engine)["sighting"]) == 1
    office.server.breaks_on = set()
    office.poll()
    assert office.outcomes == ["filed"]


def test_every_mail_has_its_evidence_of_absence(office: Office) -> None:
    office.poll()
    empty_until = office.clock.now
    office.server.inbox.add(mail())
    office.poll()
    [row] = office.messages
    assert row.absent_at is not None
    assert row.absent_at <= empty_until < row.seen_at


def test_a_poll_before_the_cutoff_is_a_fence_for_a_mail_seen_after_it(office: Office) -> None:
    office.server.hides = {office.server.inbox.add(mail(), internal=AFTER)}
    office.clock.now = CUTOFF - timedelta(hours=1)
    office.poll()
    office.server.hides = set()
    office.clock.now = AFTER
    office.poll()
    [row] = office.messages
    assert row.verdict
    assert row.verdict.timing.decided_by == "witness"


def test_a_mailbox_that_was_out_at_the_cutoff_lets_a_person_decide(office: Office) -> None:
    office.clock.now = CUTOFF - timedelta(minutes=30)
    office.poll()
    office.server.down = MailboxUnreachable("The server is down.")
    for _ in range(3):
        assert office.poll().collected is None
    office.server.down = None
    office.clock.now = CUTOFF + timedelta(minutes=30)
    office.server.inbox.add(mail(), internal=CUTOFF + timedelta(minutes=20))
    office.poll()
    [row] = office.messages
    assert row.verdict
    assert (row.verdict.outcome, row.verdict.timing.decided_by) == ("held", "outage")


def test_a_refused_password_is_recorded_for_every_folder(two_folders: Office) -> None:
    two_folders.server.down = SignInRefused("The server refused the password.")
    polled = two_folders.poll()
    assert polled.troubles == (two_folders.server.down,)
    assert len(dump(two_folders.bench.engine)["poll"]) == 2


def test_a_missing_folder_does_not_hide_the_others(two_folders: Office) -> None:
    del two_folders.server.boxes["Junk"]
    two_folders.server.inbox.add(mail())
    polled = two_folders.poll()
    assert [trouble.problem for trouble in polled.troubles] == ["There is no folder Junk."]
    assert two_folders.outcomes == ["filed"]


def test_mails_counted_anew_by_the_server_are_known_again(office: Office) -> None:
    for number in range(4):
        office.server.inbox.add(mail(f"c{number}@example.org"))
    office.poll()
    before = office.messages
    office.server.inbox.count_anew()
    office.poll()
    assert [row.verdict for row in office.messages] == [row.verdict for row in before]
    assert {row.uidvalidity for row in office.messages} == {2}
    assert len(office.queue) == 4
    assert office.trail("m1") == ["stored", "judged", "relinked"]
    assert reconcile(office.bench, office.inbox).missing == ()


def test_a_mail_moved_between_watched_folders_is_the_same_delivery(two_folders: Office) -> None:
    two_folders.server.inbox.add(mail())
    two_folders.poll()
    moved = two_folders.server.inbox.mails.pop(1)
    two_folders.server.boxes["Junk"].add(moved.raw, moved.internal)
    two_folders.poll()
    [row] = two_folders.messages
    assert (row.folder, row.listed) == ("Junk", True)
    assert row.seen_at < two_folders.clock.now - timedelta(minutes=4)


def test_the_same_bytes_under_two_listed_uids_are_two_deliveries(office: Office) -> None:
    office.server.inbox.add(mail())
    office.server.inbox.add(mail())
    office.poll()
    assert office.outcomes == ["filed", "ignored"]
    second = office.messages[1]
    assert second.verdict
    assert [flag.value for flag in second.verdict.flags] == ["duplicate"]
    assert second.verdict.duplicate_of == 1
    assert second.application == 1
    assert office.broken == []


def test_a_mail_in_the_junk_folder_is_found_and_flagged(two_folders: Office) -> None:
    two_folders.server.boxes["Junk"] = Box(junk=True)
    two_folders.server.boxes["Junk"].add(mail())
    two_folders.poll()
    [row] = two_folders.messages
    assert row.verdict
    assert "found_in_junk" in row.verdict.flags


def test_a_mail_expunged_before_the_fetch_is_held(office: Office) -> None:
    office.server.inbox.add(mail())
    office.server.before_fetch = office.server.inbox.mails.clear
    office.poll()
    office.poll()
    [row] = office.messages
    assert row.verdict
    assert row.verdict.outcome == "held"
    assert "vanished" in row.verdict.kind_evidence
    assert row.sha256 is None
    assert row.internal == BEFORE
    assert office.broken == []


def test_a_mail_that_comes_back_after_it_vanished_is_judged_after_all(office: Office) -> None:
    office.server.inbox.add(mail())
    kept = dict(office.server.inbox.mails)
    office.server.before_fetch = office.server.inbox.mails.clear
    office.poll()
    office.poll()
    office.server.inbox.mails.update(kept)
    office.poll()
    assert office.outcomes == ["filed"]
    assert len(office.messages) == 1


def test_a_uid_left_out_once_and_listed_again_was_never_gone(office: Office) -> None:
    office.server.inbox.add(mail())
    office.poll()
    office.server.hides = {1}
    office.poll()
    assert not office.messages[0].listed
    office.server.hides = set()
    office.poll()
    assert office.messages[0].listed
    assert office.trail("m1") == ["stored", "judged"]


def test_a_mail_that_the_server_will_not_hand_over_is_held_in_the_end(office: Office) -> None:
    office.server.inbox.add(mail())
    office.server.inbox.add(mail("bo@example.org"))
    office.server.refuses = {1}
    for _ in range(ledger.REFUSALS):
        office.poll()
    assert office.outcomes == ["filed", "held"]
    held = office.messages[1]
    assert held.verdict
    assert "would not hand it over" in held.verdict.kind_evidence
    office.server.refuses = set()
    office.poll()
    assert office.outcomes == ["filed", "filed"]


def test_a_mail_that_breaks_the_connection_does_not_keep_the_others_waiting(
    office: Office,
) -> None:
    office.server.inbox.add(mail())
    office.server.inbox.add(mail("bo@example.org"))
    office.server.breaks_on = {1}
    office.poll()
    assert office.outcomes == []
    office.poll()
    assert office.outcomes == ["filed"]
    for _ in range(ledger.GIVE_UP):
        office.poll()
    assert office.outcomes == ["filed", "held"]
    asked = len(office.server.fetched)
    assert office.poll().troubles == ()
    assert len(office.server.fetched) == asked


def test_a_full_disk_stops_before_anything_is_fetched(office: Office) -> None:
    office.server.inbox.add(mail())
    object.__setattr__(office.bench.files, "reserve", 1 << 60)
    [trouble] = office.poll().troubles
    assert "less than the reserve" in trouble.problem
    assert office.server.fetched == []
    object.__setattr__(office.bench.files, "reserve", 0)
    office.poll()
    assert office.outcomes == ["filed"]


def test_a_mailbox_is_reconciled_to_the_last_mail(office: Office) -> None:
    office.server.inbox.add(mail())
    office.poll()
    office.server.inbox.add(mail("bo@example.org"))
    found = reconcile(office.bench, office.inbox)
    assert str(found) == "2 on the server, 1 accounted for, 1 missing"
    assert found.missing[0].why == "not seen by a poll yet"
    office.server.breaks_on = {2}
    office.poll()
    assert reconcile(office.bench, office.inbox).missing[0].why == "seen and not fetched yet"
    with reading(office.bench.engine) as session:
        totals = accounts.totals(session, [(office.inbox.mailbox, "INBOX")])
    assert totals
    assert (totals.server, totals.accounted, totals.missing) == (2, 1, 1)


def test_progress_is_told_mail_by_mail(office: Office) -> None:
    told: list[tuple[int, int]] = []
    for number in range(3):
        office.server.inbox.add(mail(f"c{number}@example.org"))
    poll(office.bench, office.inbox, collecting=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_job_that_is_asked_to_stop_ends_between_two_mails(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "BATCH", 1)
    for number in range(5):
        office.server.inbox.add(mail(f"c{number}@example.org"))
    object.__setattr__(office.bench, "stopping", lambda: len(office.server.fetched) >= 2)
    office.poll()
    assert office.server.fetched == [1, 2]
    assert office.outcomes == []
    object.__setattr__(office.bench, "stopping", lambda: False)
    office.poll()
    assert office.outcomes == ["filed"] * 5


def test_a_mail_put_in_with_an_old_date_after_the_cutoff_is_held(office: Office) -> None:
    office.clock.now = CUTOFF + timedelta(hours=1)
    office.poll()
    office.server.inbox.add(mail(), internal=BEFORE)
    office.poll()
    [row] = office.messages
    assert row.verdict
    assert row.verdict.outcome == "held"
    assert row.verdict.timing.decided_by == "backdated_or_moved"


def test_a_copy_of_what_another_watched_folder_held_in_time_is_not_suspected(
    two_folders: Office,
) -> None:
    two_folders.server.boxes["Junk"].add(mail())
    two_folders.clock.now = CUTOFF + timedelta(hours=1)
    two_folders.poll()
    two_folders.poll()
    two_folders.server.inbox.add(mail(), internal=BEFORE)
    two_folders.poll()
    assert two_folders.outcomes == ["filed", "ignored"]
    copy = two_folders.messages[1].verdict
    assert copy
    assert copy.timing.verdict == "in_time"
