"""When things happen on one machine: the only place that knows the scheduler."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from traceback import walk_tb
from typing import Any

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MISSED  # type: ignore[import-untyped]
from apscheduler.executors.pool import ThreadPoolExecutor  # type: ignore[import-untyped]
from apscheduler.schedulers.background import (  # type: ignore[import-untyped]
    BackgroundScheduler,
)
from apscheduler.triggers.cron import CronTrigger  # type: ignore[import-untyped]
from apscheduler.triggers.date import DateTrigger  # type: ignore[import-untyped]
from apscheduler.triggers.interval import IntervalTrigger  # type: ignore[import-untyped]

from intake import maillog
from intake.jobs.mailing import Mailing

Work = Callable[[], object]

JITTER = 0.1
"""A tenth of the interval, so that mailboxes do not all knock on the server at once."""

BEFORE_CUTOFF = (timedelta(seconds=90), timedelta(seconds=20))
"""Polls that end just before a cut-off: proof that what they list was in time. The first is for
a slow server; the last one that ended in time counts."""

AFTER_CUTOFF = timedelta(seconds=5)
"""And one just after, which proves what was not there."""

CHECK_EVERY = timedelta(minutes=20)
"""Digests that are due and unsent are looked for, and tried again, so often."""

BEAT_EVERY = timedelta(seconds=15)
HEARTBEAT = "heartbeat"

LATE_BY = 300
"""Seconds: a job that could not start at its time is still worth it so much later."""


class Schedule:
    """What is to be done when, in memory: the configuration is the truth.

    Each kind of work is done by one thread at a time; what piled up is done once.

    Args:
        mailboxes: how many there are; several are polled at once.
    """

    def __init__(self, mailboxes: int) -> None:
        self._scheduler = BackgroundScheduler(
            executors={
                "default": ThreadPoolExecutor(min(mailboxes, 8) + 2),
                # A thread of its own: mailboxes that hang must not stop the sign of life.
                HEARTBEAT: ThreadPoolExecutor(1),
            },
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": LATE_BY},
            timezone=UTC,
        )
        self._scheduler.add_listener(_tell, EVENT_JOB_ERROR | EVENT_JOB_MISSED)

    def start(self) -> None:
        """Begin."""
        self._scheduler.start()

    def end(self) -> None:
        """Start nothing any more; work in hand goes on."""
        self._scheduler.shutdown(wait=False)

    def beat(self, work: Work) -> None:
        """Give a sign of life now, and then regularly, however many mailboxes keep us waiting."""
        trigger = IntervalTrigger(seconds=int(BEAT_EVERY.total_seconds()))
        now = datetime.now(UTC)
        self._scheduler.add_job(work, trigger, id=HEARTBEAT, executor=HEARTBEAT, next_run_time=now)

    def every(self, interval: timedelta, name: str, work: Work, jitter: float = 0.0) -> None:
        """Do it now, and then on an interval, each time up to `jitter` of it earlier or later."""
        seconds = interval.total_seconds()
        spread = max(int(seconds * jitter), 1) if jitter else None
        trigger = IntervalTrigger(seconds=int(seconds), jitter=spread)
        self._scheduler.add_job(work, trigger, id=name, next_run_time=datetime.now(UTC))

    def around(self, cutoff: datetime, mailbox: str, work: Work) -> None:
        """Poll a mailbox just before and just after a cut-off that is still to come."""
        moments = (*(cutoff - before for before in BEFORE_CUTOFF), cutoff + AFTER_CUTOFF)
        for moment in moments:
            if moment > datetime.now(UTC):
                name = f"poll {mailbox} at {moment:%Y-%m-%dT%H:%M:%SZ}"
                self._scheduler.add_job(work, DateTrigger(moment), id=name)

    def daily(self, mailing: Mailing, work: Work) -> None:
        """Send digests at the local hour, whatever summer time does, and look for unsent ones.

        At the changes of summer time a job may fire twice, or on a shifted clock; the claim on
        recipient and date makes that harmless, and the regular look makes up for what was
        missed.
        """
        at = CronTrigger(hour=mailing.at.hour, minute=mailing.at.minute, timezone=mailing.zone)
        self._scheduler.add_job(work, at, id="digest")
        look = IntervalTrigger(seconds=int(CHECK_EVERY.total_seconds()))
        self._scheduler.add_job(work, look, id="unsent digests")

    def set_anew(self) -> None:
        """Do now all that goes by intervals: their next times were reckoned by a wrong clock."""
        for job in self._scheduler.get_jobs():
            if isinstance(job.trigger, IntervalTrigger):
                job.modify(next_run_time=datetime.now(UTC))

    def plan(self) -> dict[str, datetime]:
        """Each piece of work by name, and when it is done next."""
        return {job.id: job.next_run_time for job in self._scheduler.get_jobs()}


def _tell(event: Any) -> None:  # noqa: ANN401 - the scheduler's events have no types
    """A job that broke or came too late is told; the others, and its next turn, go on."""
    if event.code == EVENT_JOB_ERROR:
        # By its kind and place alone: what some errors say holds the text that they failed on.
        kind, place = type(event.exception).__name__, _innermost(event.exception)
        maillog.daemon("job failed", job=event.job_id, problem=f"{kind} in {place}")
    else:
        maillog.daemon("job missed", job=event.job_id)


def _innermost(error: BaseException) -> str:
    """Where an error was raised: file and line."""
    frames = list(walk_tb(error.__traceback__))
    return f"{frames[-1][0].f_code.co_filename}:{frames[-1][1]}" if frames else "an unknown place"
