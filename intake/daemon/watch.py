"""One mailbox under watch: polled by turns, left alone for a while after a failure."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from intake import maillog
from intake.errors import FolderMissing, IntakeError, SignInRefused, UntrustedServer
from intake.jobs.bench import Bench
from intake.jobs.mailing import Watched
from intake.jobs.poll import poll

LONGEST_PAUSE = 3600.0
"""Seconds: a server that is away is asked at least once an hour."""

AFTER_REFUSAL = 20 * 60.0
"""Seconds after a refused sign-in: at most three an hour, or the account may be locked."""


@dataclass
class Watch:
    """The state of one mailbox between its polls; times are monotonic seconds.

    Attributes:
        failures: failed polls in a row.
        rest_until: before this no poll is made on schedule.
        refused: the last failure was a refusal, which no hurry may override.
        polled: at least one poll has ended, well or not.
    """

    watched: Watched
    clock: Callable[[], float] = time.monotonic
    failures: int = 0
    rest_until: float = 0.0
    refused: bool = False
    polled: threading.Event = field(default_factory=threading.Event)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def ask_anew(self) -> None:
        """After a step of the clock: only the next poll can tell how the mailbox is."""
        if self.may_poll():
            self.polled.clear()

    def may_poll(self, urgent: bool = False) -> bool:
        """Whether a poll may be made now; an urgent one (a deadline) waits for refusals only."""
        if self.clock() >= self.rest_until:
            return True
        return urgent and not self.refused

    def poll(self, bench: Bench, urgent: bool = False) -> None:
        """Poll now, after a poll that is under way; or not, while it must rest."""
        with self._turn:
            if bench.stopping() or not self.may_poll(urgent):
                return
            polled = poll(bench, self.watched.inbox)
            self.note(polled.troubles)
            self.polled.set()

    def note(self, troubles: Sequence[IntakeError]) -> None:
        """Lengthen the pause after a failure, end it after a success.

        A folder that is not there is no reason to read the others less often.
        """
        if all(isinstance(one, FolderMissing) for one in troubles):
            self.failures, self.refused, self.rest_until = 0, False, 0.0
            return
        self.failures += 1
        self.refused = any(isinstance(one, (SignInRefused, UntrustedServer)) for one in troubles)
        pause = self.pause()
        self.rest_until = self.clock() + pause
        maillog.daemon(
            "mailbox rests",
            mailbox=self.watched.inbox.mailbox,
            failures=self.failures,
            seconds=round(pause),
        )

    def pause(self) -> float:
        """Seconds to rest: twice the interval, then four times, ..., up to an hour."""
        every = self.watched.every.total_seconds()
        growing = every * 2.0 ** min(self.failures - 1, 12)
        return max(min(growing, LONGEST_PAUSE), AFTER_REFUSAL if self.refused else 0.0)

    def idle_within(self, seconds: float) -> bool:
        """Wait for a poll under way to end; whether it did in time."""
        if not self._turn.acquire(timeout=max(seconds, 0)):
            return False
        self._turn.release()
        return True
