"""The digest: once per recipient and date, to each their vacancies, whatever happens meanwhile."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from intake.errors import AlreadyRunning, MailboxUnreachable, SendFailed
from intake.jobs import report as reporting
from intake.jobs.mailing import Mailing, Watched, readers
from intake.jobs.poll import poll
from intake.jobs.posting import LEASE
from intake.jobs.report import preview, report
from intake.outbox.send import POSSIBLE_REPEAT, SmtpServer
from intake.store import claims, lease, rows
from intake.store.engine import reading
from tests.jobs.mailroom import VACANCY, Office, mail
from tests.support.smtp import Sink

BRUSSELS = ZoneInfo("Europe/Brussels")
SUNDAY = datetime(2026, 2, 8, 6, 30, tzinfo=UTC)  # 07:30 in Brussels
HR = "hr@example.org"


def mailing(office: Office, smtp: Sink, *everybody: str, attempts: int = 1) -> Mailing:
    server = SmtpServer(
        "127.0.0.1",
        "intake@example.org",
        port=smtp.port,
        security="none",
        attempts=attempts,
        wait=0.01,
        timeout=5,
    )
    return Mailing(
        "Example Organization",
        BRUSSELS,
        time(7, 30),
        readers(everybody or (HR,), {"tosci": ()}),
        {"tosci": Watched(office.inbox, timedelta(minutes=5))},
        server=server,
        sender=server.sender,
    )


def collect(office: Office, at: datetime, *mails: bytes) -> None:
    """Let mail arrive and be judged at a moment."""
    office.clock.now = at
    for raw in mails:
        office.server.inbox.add(raw, at)
    poll(office.bench, office.inbox)


def text(smtp: Sink, number: int = -1) -> str:
    part = smtp.mails[number].get_body(("plain",))
    assert part is not None
    content = part.get_content()
    assert isinstance(content, str)
    return content


def test_each_recipient_gets_one_digest_a_day(office: Office, smtp: Sink) -> None:
    collect(office, SUNDAY - timedelta(hours=2), mail(), mail("bo@example.org", files=()))
    office.clock.now = SUNDAY
    both = mailing(office, smtp, HR, "chief@example.org")
    assert [sent.problem for sent in report(office.bench, both)] == [None, None]
    assert smtp.recipients == [HR, "chief@example.org"]
    assert "ada@example.org" in text(smtp)
    assert all(sent.before for sent in report(office.bench, both))
    assert len(smtp.mails) == 2


def test_the_next_digest_goes_on_where_the_last_one_ended(office: Office, smtp: Sink) -> None:
    daily = mailing(office, smtp)
    collect(office, SUNDAY - timedelta(hours=2), mail())
    office.clock.now = SUNDAY
    report(office.bench, daily)
    collect(office, SUNDAY + timedelta(minutes=1), mail("bo@example.org"))
    office.clock.now = SUNDAY + timedelta(days=1)
    report(office.bench, daily)
    assert "1 new mail for 1 vacancy" in str(smtp.mails[1]["Subject"])
    assert "bo@example.org" in text(smtp)
    assert "ada@example.org" not in text(smtp)


def test_nothing_is_due_before_the_hour_or_before_the_first_poll(
    office: Office, smtp: Sink
) -> None:
    office.clock.now = SUNDAY + timedelta(hours=2)
    assert report(office.bench, mailing(office, smtp)) == ()
    collect(office, SUNDAY + timedelta(hours=3), mail())
    assert report(office.bench, mailing(office, smtp)) == ()
    office.clock.now = SUNDAY + timedelta(days=1)
    assert len(report(office.bench, mailing(office, smtp))) == 1


def test_missed_days_are_merged_into_one_digest_that_names_them(office: Office, smtp: Sink) -> None:
    daily = mailing(office, smtp)
    collect(office, SUNDAY - timedelta(hours=2), mail())
    office.clock.now = SUNDAY
    report(office.bench, daily)
    collect(office, SUNDAY + timedelta(hours=8), mail("bo@example.org"))
    collect(office, SUNDAY + timedelta(days=2, hours=8), mail("cy@example.org"))
    office.clock.now = SUNDAY + timedelta(days=3, minutes=1)
    (sent,) = report(office.bench, daily)
    assert sent.date == date(2026, 2, 11)
    assert "also covers 9 February 2026 and 10 February 2026" in text(smtp)
    assert "bo@example.org" in text(smtp)
    assert "cy@example.org" in text(smtp)
    assert len(smtp.mails) == 2


def test_a_crash_after_the_server_took_it_sends_the_same_mail_again_marked(
    office: Office, smtp: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    daily = mailing(office, smtp)
    collect(office, SUNDAY - timedelta(hours=2), mail())
    office.clock.now = SUNDAY
    with monkeypatch.context() as crash:
        crash.setattr(claims, "sent", die)
        with pytest.raises(KeyboardInterrupt):
            report(office.bench, daily)
    office.clock.now = SUNDAY + timedelta(minutes=5)
    (sent,) = report(office.bench, daily)
    first, second = smtp.mails
    assert first["Message-ID"] == second["Message-ID"] == sent.message_id
    assert first[POSSIBLE_REPEAT] is None
    assert second[POSSIBLE_REPEAT] == "yes"
    assert text(smtp, 0) == text(smtp, 1)


def test_a_crash_before_the_server_heard_of_it_sends_it_once(
    office: Office, smtp: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    daily = mailing(office, smtp)
    collect(office, SUNDAY - timedelta(hours=2), mail())
    office.clock.now = SUNDAY
    with monkeypatch.context() as crash:
        crash.setattr(reporting, "letter", die)
        with pytest.raises(KeyboardInterrupt):
            report(office.bench, daily)
    report(office.bench, daily)
    assert len(smtp.mails) == 1
    assert POSSIBLE_REPEAT not in smtp.mails[0]


def die(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_refused_digest_stays_queued_and_is_not_marked(office: Office, smtp: Sink) -> None:
    daily = mailing(office, smtp)
    collect(office, SUNDAY - timedelta(hours=2), mail())
    office.clock.now = SUNDAY
    smtp.answers = ["451 busy"]
    (failed,) = report(office.bench, daily)
    assert isinstance(failed.problem, SendFailed)
    with reading(office.bench.engine) as session:
        (claim,) = claims.open_digests(session, failed.date)
    assert (claim.state, claim.attempts) == ("queued", 1)
    assert "451 busy" in claim.problem
    (sent,) = report(office.bench, daily)
    assert sent.problem is None
    assert POSSIBLE_REPEAT not in smtp.mails[0]


def test_a_server_that_takes_it_and_breaks_off_leaves_a_possible_repeat(
    office: Office, smtp: Sink
) -> None:
    daily = mailing(office, smtp)
    collect(office, SUNDAY - timedelta(hours=2), mail())
    office.clock.now = SUNDAY
    smtp.answers = ["drop", "451 busy"]
    report(office.bench, daily)
    report(office.bench, daily)  # this time it is plainly refused: the first may still be there
    report(office.bench, daily)
    first, second = smtp.mails
    assert first["Message-ID"] == second["Message-ID"]
    assert second[POSSIBLE_REPEAT] == "yes"


def test_one_bad_recipient_does_not_delay_the_others(office: Office, smtp: Sink) -> None:
    collect(office, SUNDAY - timedelta(hours=2), mail())
    office.clock.now = SUNDAY
    smtp.refused = {"gone@example.org": "550 unknown"}
    gone, kept = report(office.bench, mailing(office, smtp, "gone@example.org", HR))
    assert "550 unknown" in str(gone.problem)
    assert kept.problem is None
    assert smtp.recipients == [HR]


def test_two_processes_never_send_at_once(office: Office, smtp: Sink) -> None:
    collect(office, SUNDAY - timedelta(hours=2), mail())
    office.clock.now = SUNDAY
    with (
        lease.hold(office.bench.engine, LEASE, office.clock),
        pytest.raises(AlreadyRunning, match=LEASE),
    ):
        report(office.bench, mailing(office, smtp))
    assert not smtp.mails


def test_a_mailbox_that_is_not_read_stands_at_the_top(office: Office, smtp: Sink) -> None:
    collect(office, SUNDAY - timedelta(hours=5), mail())
    office.server.down = MailboxUnreachable("No answer.")
    collect(office, SUNDAY - timedelta(minutes=1))
    office.clock.now = SUNDAY
    report(office.bench, mailing(office, smtp))
    assert str(smtp.mails[0]["Subject"]).startswith("1 mailbox not read")
    assert "tosci@example.org has not been read since 8 Feb, 02:30." in text(smtp)


def test_a_mailbox_that_nobody_polled_for_long_is_told_too(office: Office, smtp: Sink) -> None:
    collect(office, SUNDAY - timedelta(hours=5), mail())
    office.clock.now = SUNDAY
    report(office.bench, mailing(office, smtp))
    assert str(smtp.mails[0]["Subject"]).startswith("1 mailbox not read")


def test_reviewers_get_their_own_vacancies_and_each_address_one_mail() -> None:
    told = readers(
        ["HR@example.org"],
        {"tosci": ["rita@example.org", "hr@EXAMPLE.org"], "stce": ["Rita@example.org"], "acip": []},
    )
    assert told == {
        "HR@example.org": ("tosci", "stce", "acip"),
        "rita@example.org": ("tosci", "stce"),
    }


def test_a_reviewer_sees_nothing_of_other_vacancies(office: Office, smtp: Sink) -> None:
    other = replace(VACANCY, id="stce", title="Another Post", mailbox="stce@example.org")
    office.bench = replace(office.bench, vacancies=(VACANCY, other))
    collect(office, SUNDAY - timedelta(hours=2), mail())
    office.clock.now = SUNDAY
    told = readers([HR], {"tosci": ["rita@example.org"], "stce": []})
    report(office.bench, replace(mailing(office, smtp), readers=told))
    hr, rita = (text(smtp, number) for number in range(2))
    assert "ANOTHER POST" in hr
    assert "ANOTHER POST" not in rita
    assert "TECHNICAL OFFICER" in rita


def test_without_a_server_the_digest_is_kept_as_a_file(
    office: Office, smtp: Sink, tmp_path: Path
) -> None:
    collect(office, SUNDAY - timedelta(hours=2), mail())
    office.clock.now = SUNDAY
    kept = replace(mailing(office, smtp), server=None, spool=tmp_path / "outbox")
    (sent,) = report(office.bench, kept)
    assert sent.file is not None
    assert b"Auto-Submitted: auto-generated" in sent.file.read_bytes()
    assert report(office.bench, kept)[0].before


def test_a_preview_shows_what_is_new_and_leaves_no_trace(office: Office, smtp: Sink) -> None:
    daily = mailing(office, smtp)
    collect(office, SUNDAY - timedelta(hours=2), mail())
    assert "1 new mail" in preview(office.bench, daily).subject
    office.clock.now = SUNDAY
    report(office.bench, daily)
    assert len(smtp.mails) == 1
    collect(office, SUNDAY + timedelta(hours=2), mail("bo@example.org"))
    assert "2 new mails" in preview(office.bench, daily).subject  # still the same day's
    office.clock.now = SUNDAY + timedelta(days=1)
    assert "1 new mail for 1 vacancy" in preview(office.bench, daily).subject
    assert "1 new mail for 1 vacancy" in preview(office.bench, daily, date(2026, 2, 8)).subject


@pytest.mark.parametrize(
    ("at", "hour", "utc"),
    [
        (date(2026, 3, 28), time(7, 30), "2026-03-28 06:30"),
        (date(2026, 3, 29), time(7, 30), "2026-03-29 05:30"),
        (date(2026, 3, 29), time(2, 30), "2026-03-29 01:30"),
        (date(2026, 10, 25), time(2, 30), "2026-10-25 00:30"),
        (date(2026, 10, 26), time(7, 30), "2026-10-26 06:30"),
    ],
)
def test_the_hour_is_the_local_one_on_both_changes_of_summer_time(
    at: date, hour: time, utc: str
) -> None:
    assert f"{Mailing('X', BRUSSELS, hour).due(at):%Y-%m-%d %H:%M}" == utc


@pytest.mark.parametrize("change", [date(2026, 3, 25), date(2026, 10, 21)])
@pytest.mark.parametrize("hour", [time(2, 30), time(7, 30)])
def test_ten_days_across_the_change_bring_ten_digests(
    office: Office, smtp: Sink, change: date, hour: time
) -> None:
    daily = replace(mailing(office, smtp), at=hour)
    start = datetime.combine(change, time(0), BRUSSELS).astimezone(UTC)
    collect(office, start, mail())
    for step in range(10 * 6):
        office.clock.now = start + timedelta(hours=4 * step)
        report(office.bench, daily)
    assert len(smtp.mails) == 10


def test_a_preview_can_be_in_another_language_and_of_some_vacancies(office: Office) -> None:
    office.server.inbox.add(mail())
    office.poll()
    mailing = replace(Mailing("Example", ZoneInfo("Europe/Brussels")), desk="https://desk.example")
    french = preview(office.bench, mailing, language="fr")
    assert "Ouvrir le bureau des candidatures" in french.text
    assert "https://desk.example/v/tosci/queue" in french.text
    assert 'href="https://desk.example/a/1"' in french.html
    nothing = preview(office.bench, mailing, vacancies=())
    assert VACANCY.title.upper() not in nothing.text
    plain = preview(office.bench, replace(mailing, desk=""))
    assert "href" not in plain.html


def test_a_blind_review_names_nobody_to_its_reviewers(office: Office, smtp: Sink) -> None:
    blind = replace(VACANCY, blind=True)
    bench = replace(office.bench, vacancies=(blind,))
    reviewer = "robin@example.org"
    sending = replace(
        mailing(office, smtp), readers=readers((HR,), {"tosci": (reviewer,)}), alarmed=(HR,)
    )
    collect(office, SUNDAY - timedelta(hours=1), mail())
    with reading(bench.engine) as session:
        candidate = rows.applications(session)[0].application.candidate
    office.clock.now = SUNDAY
    report(bench, sending)
    told = {str(one["To"]): one.as_string() for one in smtp.mails}
    assert set(told) == {HR, reviewer}
    for who, letter in told.items():
        assert (candidate.email in letter) == (who == HR)
