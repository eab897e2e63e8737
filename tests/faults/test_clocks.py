"""Clocks that jump, weeks that change to summer time: a daemon loses and doubles nothing."""

import signal
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from intake.jobs.report import report
from intake.store.engine import open_store
from tests.daemon.running import Daemon, Place, running, until
from tests.daemon.test_daemon import application
from tests.jobs.mailroom import mail, open_office
from tests.jobs.test_report import mailing, text
from tests.support.dovecot import Dovecot
from tests.support.figures import Figure
from tests.support.smtp import Sink

BRUSSELS = ZoneInfo("Europe/Brussels")
CHANGES = [date(2026, 3, 29), date(2026, 10, 25)]


@dataclass
class FalseClock:
    """The clock of one process, set by a file that libfaketime reads again and again."""

    file: Path
    now: datetime = datetime(2026, 1, 1, tzinfo=UTC)

    def set(self, now: datetime) -> None:
        self.now = now
        whole = self.file.with_suffix(".new")  # an empty file would be read as the true time
        whole.write_text(f"{(now - datetime.now(UTC)).total_seconds():+.0f}")
        whole.replace(self.file)

    def environment(self) -> dict[str, str]:
        [library] = Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")
        return {
            "LD_PRELOAD": str(library),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",  # as where somebody sets the clock
        }


@dataclass
class Life:
    """A daemon on a false clock, its mailbox and its letters."""

    daemon: Daemon
    clock: FalseClock
    dovecot: Dovecot
    address: str
    smtp: Sink
    mails: int = 0

    def jump(self, to: datetime) -> None:
        """Set the clock, have mail come, and wait until the daemon has seen to it."""
        steps = len(self.steps())
        self.clock.set(to)
        until(lambda: len(self.steps()) > steps)
        self.mails += 1
        self.dovecot.append(self.address, application(self.mails), internal=to)
        until(lambda: self.count("SELECT count(*) FROM judgement") >= self.mails, 90)

    def has_sent(self, digests: int) -> None:
        until(lambda: self.digests() >= digests, 90)

    def steps(self) -> list[int]:
        """By how many hours the daemon says that its clock was set."""
        told = (one for one in self.daemon.events() if one.get("what") == "clock stepped")
        return [round(one["seconds"] / 3600) for one in told]

    def count(self, query: str) -> int:
        with sqlite3.connect(f"file:{self.daemon.place.home}/intake.db?mode=ro", uri=True) as found:
            number: int = found.execute(query).fetchone()[0]
        found.close()
        return number

    def digests(self) -> int:
        return self.count("SELECT count(*) FROM outgoing WHERE kind = 'digest' AND state = 'sent'")


@contextmanager
def living(place: Place, clock: FalseClock, dovecot: Dovecot, smtp: Sink) -> Iterator[Life]:
    address = dovecot.new_address()
    place.open_vacancy("tosci", address)
    with running(place, **clock.environment()) as daemon:
        until(lambda: any(one.get("what") == "started" for one in daemon.events()), 120)
        yield Life(daemon, clock, dovecot, address, smtp)
        daemon.end(signal.SIGKILL)  # libfaketime does not know how Python sleeps at the end


def test_a_daemon_whose_clock_jumps(tmp_path: Path, dovecot: Dovecot, smtp: Sink) -> None:
    clock = FalseClock(tmp_path / "clock")
    noon = datetime(2026, 3, 28, 11, 0, tzinfo=UTC)
    clock.set(noon)
    with living(Place(tmp_path, dovecot.port, smtp.port), clock, dovecot, smtp) as life:
        life.jump(noon + timedelta(minutes=1))
        life.jump(noon + timedelta(days=1))  # over the night of the change; a digest is due
        life.has_sent(1)
        life.jump(noon - timedelta(hours=1))  # and back: it is not due again
        life.jump(noon + timedelta(days=1, hours=1))
        assert life.steps() == [0, 24, -25, 26]
        assert life.digests() == 1
    # No letter told of a mailbox that was not read: nobody had been there to read it.
    assert len(smtp.mails) == 1


@pytest.mark.faults
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("change", CHANGES)
def test_thirty_days_of_a_daemon(
    tmp_path: Path, dovecot: Dovecot, smtp: Sink, change: date, figure: Figure
) -> None:
    clock = FalseClock(tmp_path / "clock")
    noon = datetime(change.year, change.month, change.day, 11, tzinfo=UTC) - timedelta(days=15)
    clock.set(noon)
    with living(Place(tmp_path, dovecot.port, smtp.port), clock, dovecot, smtp) as life:
        for days in range(1, 31):
            life.jump(noon + timedelta(days=days))
            life.has_sent(days)
        digests, mails = life.digests(), life.count("SELECT count(*) FROM judgement")
        seen = life.count("SELECT count(DISTINCT uid) FROM sighting")
    name = f"30 days of a daemon around {change}, in jumps of a day"
    figure(f"{name}: digests", digests, 30, digests == 30)
    figure(f"{name}: mails judged, of 30", mails, 30, mails == seen == 30)
    others = [str(one["Subject"]) for one in smtp.mails[30:]]
    figure(f"{name}: other letters", len(others), 0, not others)


@pytest.mark.faults
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("change", CHANGES)
def test_thirty_days_hour_by_hour(
    store_url: str, tmp_path: Path, smtp: Sink, change: date, figure: Figure
) -> None:
    office = open_office(open_store(store_url), tmp_path / "files")
    begin = datetime(change.year, change.month, change.day, tzinfo=UTC) - timedelta(days=15)
    daily = mailing(office, smtp)
    for hour in range(30 * 24):
        office.clock.now = begin + timedelta(hours=hour)
        if hour % 5 == 0:
            office.server.inbox.add(mail(f"p{hour}@example.org"), office.clock.now)
        assert office.poll().troubles == ()
        for _ in range(3):
            report(office.bench, daily)
    told = [text(smtp, number) for number in range(len(smtp.mails))]
    days = {sent["Message-ID"] for sent in smtp.mails}
    hours = range(0, 30 * 24, 5)
    seen = [sum(f"p{hour}@example.org" in one for one in told) for hour in hours]
    name = f"30 days around {change}, hour by hour"
    figure(f"{name}: digests", len(smtp.mails), 30, len(smtp.mails) == len(days) == 30)
    figure(f"{name}: mails told twice", sum(one > 1 for one in seen), 0, max(seen) == 1)
    office.bench.engine.dispose()
