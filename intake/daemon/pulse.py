"""The daemon's sign of life, its right to be the daemon, and what the health page tells."""

import threading
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from importlib.metadata import version

from intake import maillog
from intake.daemon.systemd import notify
from intake.desk.health import DigestState, Health, Watched
from intake.errors import AlreadyRunning, IntakeError
from intake.jobs.alarm import current
from intake.jobs.report import delivered, states
from intake.store import figures, lease
from intake.store.engine import Session, reading
from intake.store.lease import Lease
from intake.triage.trouble import Trouble
from intake.wiring import House

DIGEST_LATE = timedelta(hours=1)
"""After so long an unsent digest is a trouble."""


@dataclass
class Pulse:
    """What the heartbeat keeps.

    Attributes:
        last: the last sign of life.
        lost: another daemon took over, because this one was stopped for long.
    """

    house: House
    held: Lease
    stop: threading.Event
    last: datetime | None = None
    lost: bool = False
    _said: str = field(default="")

    def beat(self) -> None:
        """Renew the lease; where it is lost, end. A store in trouble is waited for."""
        try:
            with self.held.writing(self.house.engine):
                self.last = self.house.bench.clock()
        except AlreadyRunning as error:
            self.lost = True
            maillog.daemon("another daemon took over", problem=error.problem)
            self.stop.set()
            return
        except IntakeError as error:
            if self._said != error.problem:
                maillog.daemon("store in trouble", problem=error.problem)
            self._said = error.problem
            return
        self._said = ""
        notify("WATCHDOG=1")

    def health(self) -> Health:
        """How everything is, as of now."""
        return look(self.house, self.last)


def silence(house: House, where: str, problem: str) -> Health:
    """How everything is by the ledger, where no daemon answers; it says since when."""
    found = look(house, None)
    if found.problem:
        return found
    with reading(house.engine) as session:
        since = lease.last_sign(session, lease.DAEMON) or figures.last_poll(session) or found.now
    return replace(found, troubles=(Trouble("daemon", where, since, problem), *found.troubles))


def look(house: House, beat: datetime | None) -> Health:
    """How everything is, as of now, with the daemon's last sign of life."""
    now = house.bench.clock()
    try:
        with reading(house.engine) as session:
            known = states(session, house.bench, house.mailing)
            return Health(
                now,
                version("intake"),
                beat,
                [Watched(vacancy, state) for vacancy, state in known.items()],
                _digest(session, house, now),
                troubles=current(session, house.bench, house.mailing, known),
            )
    except IntakeError as error:
        return Health(now, version("intake"), beat, problem=error.problem)


def _digest(session: Session, house: House, now: datetime) -> DigestState:
    mailing = house.mailing
    day = mailing.last_due(now)
    found = delivered(session, mailing, day)
    late = now - mailing.due(day) > DIGEST_LATE
    return DigestState(
        day.isoformat(),
        len(mailing.readers),
        found.sent,
        overdue=found.due and late and found.sent < len(mailing.readers),
        problem=found.problem,
    )
