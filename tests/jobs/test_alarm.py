"""Trouble is told once, and once that it is over; whatever the SMTP server does meanwhile."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from intake.errors import MailboxUnreachable
from intake.jobs.alarm import alarm
from intake.jobs.mailing import Mailing
from intake.jobs.report import report
from intake.outbox.send import POSSIBLE_REPEAT
from intake.store import accounts, claims, troubles
from intake.store.engine import reading
from intake.store.tables import Former
from tests.jobs.mailroom import CUTOFF, VACANCY, Office, mail
from tests.jobs.test_report import HR, SUNDAY, collect, die, mailing, text
from tests.support.smtp import Sink


def watched(office: Office, smtp: Sink, *everybody: str) -> Mailing:
    return replace(mailing(office, smtp), alarmed=everybody or (HR,))


def gone_dark(office: Office) -> None:
    collect(office, SUNDAY, mail())
    office.server.down = MailboxUnreachable("No answer.")
    collect(office, SUNDAY + timedelta(minutes=20))


def test_a_mailbox_that_is_not_read_is_told_once_and_its_recovery_once(
    office: Office, smtp: Sink
) -> None:
    told = watched(office, smtp, HR, "chief@example.org")
    gone_dark(office)
    for _ in range(3):
        (trouble,) = alarm(office.bench, told)
    assert (trouble.kind, trouble.subject) == ("unread", "tosci@example.org")
    assert f"{trouble.since:%H:%M}" == "06:30"
    assert smtp.recipients == [HR, "chief@example.org"]
    assert "is not being read" in str(smtp.mails[0]["Subject"])
    assert "safe on the server" in text(smtp)
    office.server.down = None
    collect(office, SUNDAY + timedelta(minutes=30))
    for _ in range(3):
        assert alarm(office.bench, told) == ()
    assert smtp.recipients == [HR, "chief@example.org"] * 2
    assert str(smtp.mails[2]["Subject"]).startswith("Over:")


def test_one_failed_poll_is_no_trouble_yet(office: Office, smtp: Sink) -> None:
    collect(office, SUNDAY, mail())
    office.server.down = MailboxUnreachable("No answer.")
    collect(office, SUNDAY + timedelta(minutes=5))
    assert alarm(office.bench, watched(office, smtp)) == ()
    assert not smtp.mails


def test_mail_that_cannot_be_read_is_told_until_a_person_looked(office: Office, smtp: Sink) -> None:
    office.reader.deadly.add("Bomb")
    collect(office, SUNDAY, mail(subject="Bomb"))
    (trouble,) = alarm(office.bench, watched(office, smtp))
    assert (trouble.kind, trouble.problem) == ("held", "1 mail could not be read.")


def test_a_disk_near_its_reserve_is_told_with_its_beginning(office: Office, smtp: Sink) -> None:
    collect(office, SUNDAY, mail())
    full = replace(office.bench, files=replace(office.bench.files, reserve=1 << 60))
    (first,) = alarm(full, watched(office, smtp))
    office.clock.now += timedelta(minutes=9)
    (again,) = alarm(full, watched(office, smtp))
    assert first.kind == "disk"
    assert again.since == first.since


def test_a_secret_is_told_three_weeks_before_its_end(office: Office, smtp: Sink) -> None:
    told = watched(office, smtp)
    collect(office, SUNDAY, mail())
    for days, kinds in ((22, []), (21, ["secret"]), (-1, ["secret"])):
        ends = date(2026, 2, 8) + timedelta(days=days)
        box = replace(told.watched["tosci"], secret_expires=ends)
        found = alarm(office.bench, replace(told, watched={"tosci": box}))
        assert [one.kind for one in found] == kinds


def test_every_cycle_records_what_is_accounted_for(office: Office) -> None:
    collect(office, SUNDAY, mail(), mail("bo@example.org"))
    with reading(office.bench.engine) as session:
        assert troubles.unaccounted(session, "tosci@example.org", ("INBOX",)) is None
        found = accounts.recorded(session, "tosci@example.org", ("INBOX",))
    assert found is not None
    assert (found.server, found.accounted, found.missing) == (2, 2, 0)


def test_mail_without_an_outcome_after_two_cycles_is_told(office: Office, smtp: Sink) -> None:
    office.server.inbox.add(mail())
    office.server.refuses = {1}
    collect(office, SUNDAY)
    assert alarm(office.bench, watched(office, smtp)) == ()
    collect(office, SUNDAY + timedelta(minutes=5))
    (trouble,) = alarm(office.bench, watched(office, smtp))
    assert (trouble.kind, trouble.problem) == ("missing", "1 mail has no outcome yet.")


def test_after_a_day_without_smtp_all_is_caught_up_and_nothing_doubled(
    office: Office, smtp: Sink
) -> None:
    told = watched(office, smtp)
    gone_dark(office)
    smtp.answers = ["451 busy"] * 50
    for hours in range(1, 25):
        office.clock.now = SUNDAY + timedelta(hours=hours)
        alarm(office.bench, told)
        report(office.bench, told)
    assert not smtp.mails
    smtp.answers = []
    for _ in range(3):
        report(office.bench, told)
        alarm(office.bench, told)
    ids = [str(one["Message-ID"]) for one in smtp.mails]
    assert len(ids) == len(set(ids))
    subjects = sorted(str(one["Subject"])[:13] for one in smtp.mails)
    assert subjects == ["1 mailbox not", "Over: Mail to", "Trouble: Mail", "Trouble: The "]
    assert all(POSSIBLE_REPEAT not in one for one in smtp.mails)


def test_a_crash_around_the_final_dot_repeats_the_letter_marked(
    office: Office, smtp: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone_dark(office)
    with monkeypatch.context() as crash:
        crash.setattr(claims, "sent", die)
        with pytest.raises(KeyboardInterrupt):
            alarm(office.bench, watched(office, smtp))
    alarm(office.bench, watched(office, smtp))
    first, second = smtp.mails
    assert first["Message-ID"] == second["Message-ID"]
    assert first[POSSIBLE_REPEAT] is None
    assert second[POSSIBLE_REPEAT] == "yes"


def test_a_bad_address_is_tried_once_and_stops_nobody(office: Office, smtp: Sink) -> None:
    smtp.refused = {"gone@example.org": "550 unknown"}
    told = watched(office, smtp, "gone@example.org", "jos\u00e9@example.org", HR)
    gone_dark(office)
    alarm(office.bench, told)
    smtp.refused = {}
    alarm(office.bench, told)
    assert smtp.recipients == [HR]
    with reading(office.bench.engine) as session:
        assert claims.letters(session) == []


def test_the_digest_names_what_stands_and_when_the_next_is_due(office: Office, smtp: Sink) -> None:
    gone_dark(office)
    alarm(office.bench, watched(office, smtp))
    office.clock.now = SUNDAY + timedelta(days=1)
    report(office.bench, watched(office, smtp))
    assert "One trouble stands" in text(smtp)
    assert "by 10 Feb, 08:30, something is wrong" in text(smtp)


def test_an_extended_deadline_lets_refused_mail_in_and_the_digest_lists_it(
    office: Office, smtp: Sink
) -> None:
    late = CUTOFF + timedelta(hours=2)
    collect(office, late, mail())
    assert office.outcomes == ["refused"]
    office.clock.now = SUNDAY + timedelta(days=1)
    report(office.bench, mailing(office, smtp))
    assert "no longer refused" not in text(smtp)
    office.with_vacancy(
        replace(VACANCY, deadline=replace(VACANCY.deadline, cutoff=CUTOFF + timedelta(days=1)))
    )
    office.server.down = MailboxUnreachable("No answer.")  # by itself, at the next poll
    collect(office, SUNDAY + timedelta(days=1, hours=1))
    assert office.outcomes == ["filed"]
    office.clock.now = SUNDAY + timedelta(days=2)
    report(office.bench, mailing(office, smtp))
    assert "Judged again, and no longer refused (1)" in text(smtp)
    with reading(office.bench.engine) as session:
        (former,) = session.scalars(select(Former))
    assert (former.outcome, former.verdict.outcome.value) == ("refused", "refused")
    assert office.broken == []
