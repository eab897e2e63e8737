"""`intake run`: the daemon. Polls, digests and the desk, until it is told to end."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from importlib.metadata import version
from types import FrameType

from intake import maillog
from intake.daemon.pulse import Pulse
from intake.daemon.schedule import JITTER, Schedule
from intake.daemon.steps import Steps
from intake.daemon.systemd import notify
from intake.daemon.watch import Watch
from intake.desk.app import desk
from intake.desk.oidc import Service
from intake.desk.room import Room
from intake.desk.server import hosts, serving
from intake.errors import AlreadyRunning
from intake.jobs.alarm import alarm
from intake.jobs.report import report
from intake.jobs.sweep import sweep
from intake.settings import Settings
from intake.store import lease
from intake.wiring import House, build

ENDS_WITHIN = 8.0
"""Seconds that the mails in hand are given at the end."""

LOOKS_AT_CLOCK = 5.0
"""Seconds between two looks at the clock."""

SWEEPS_EVERY = timedelta(days=1)
"""Files that a killed process left without a row are looked for so often."""

LOOKS_FOR_TROUBLE = timedelta(minutes=1)
"""Between two looks for troubles that people must be told of."""

_SENDS = threading.Lock()
"""Digest and alarms of this process wait for each other; other processes, by the lease."""


def run(settings: Settings) -> int:
    """Run until SIGTERM or SIGINT; 0 when told to end, 1 when another daemon took over.

    Raises:
        AlreadyRunning: another daemon works on this store; the problem names it.
        StoreUnavailable, StoreDamaged, CannotListen: it cannot start.
    """
    stop = threading.Event()
    with told_to_end(stop), build(settings, stopping=stop.is_set) as house:
        with lease.hold(house.engine, lease.DAEMON, house.bench.clock) as held:
            pulse = Pulse(house, held, stop)
            room = Room(
                house.bench,
                house.mailing,
                hosts(settings.desk.host),
                pulse.health,
                settings.desk.url,
                _service(settings),
            )
            with serving(desk(room), settings.desk.host, settings.desk.port) as port:
                watches = [Watch(watched) for watched in house.mailing.watched.values()]
                in_time = _work(house, watches, pulse, stop, port)
        code = 1 if pulse.lost else 0
        if not in_time:
            _leave_at_once(code)
    return code


def _service(settings: Settings) -> Service | None:
    oidc = settings.oidc
    return Service(oidc.issuer, oidc.client_id, oidc.secret) if oidc is not None else None


def _work(
    house: House, watches: Sequence[Watch], pulse: Pulse, stop: threading.Event, port: int
) -> bool:
    """Everything on schedule until `stop`; whether all work in hand ended in time."""
    steps = Steps()
    plan = _plan(house, watches, pulse, steps)
    plan.start()
    catching_up = [_catch_up(house, watches)]
    for weakness in house.weaknesses():
        maillog.daemon("sandbox is weaker than it should be", problem=weakness)
    maillog.daemon("started", pid=os.getpid(), mailboxes=len(watches), port=port)
    notify("READY=1")
    while not stop.wait(LOOKS_AT_CLOCK):
        if step := steps.taken():
            maillog.daemon("clock stepped", seconds=round(step))
            for watch in watches:
                watch.ask_anew()
            plan.set_anew()
            alive = [thread for thread in catching_up if thread.is_alive()]
            catching_up = [*alive, _catch_up(house, watches)]
    notify("STOPPING=1")
    maillog.daemon("ending")
    plan.end()
    deadline = time.monotonic() + ENDS_WITHIN
    idle = [watch.idle_within(deadline - time.monotonic()) for watch in watches]
    for thread in catching_up:
        thread.join(max(deadline - time.monotonic(), 0))
    maillog.daemon("ended")
    return all(idle) and not any(thread.is_alive() for thread in catching_up)


def _plan(house: House, watches: Sequence[Watch], pulse: Pulse, steps: Steps) -> Schedule:
    def asked() -> bool:
        """Whether every mailbox was asked: until then a long night looks like trouble."""
        return not steps.pending() and all(watch.polled.is_set() for watch in watches)

    plan = Schedule(len(watches))
    plan.beat(pulse.beat)
    for watch in watches:
        inbox = watch.watched.inbox
        at_leisure = partial(watch.poll, house.bench)
        plan.every(watch.watched.every, f"poll {inbox.mailbox}", at_leisure, JITTER)
        deadline = house.bench.vacancy(inbox.vacancy).deadline
        for cutoff in filter(None, (deadline.ambiguous_from, deadline.cutoff)):
            plan.around(cutoff, inbox.mailbox, partial(watch.poll, house.bench, urgent=True))
    plan.daily(house.mailing, partial(_report, house, asked))
    plan.every(LOOKS_FOR_TROUBLE, "alarm", partial(_alarm, house, asked))
    plan.every(SWEEPS_EVERY, "sweep", partial(sweep, house.bench))
    return plan


def _catch_up(house: House, watches: Sequence[Watch]) -> threading.Thread:
    """Send what was missed while we were down or asleep, once every mailbox has been asked."""

    def work() -> None:
        for watch in watches:
            while not watch.polled.wait(0.2):
                if house.bench.stopping():
                    return
        _report(house)

    thread = threading.Thread(target=work, name="catching up")
    thread.start()
    return thread


def _report(house: House, asked: Callable[[], bool] = lambda: True) -> None:
    """Send what is due; troubles are logged by the job, and tried again at the next look."""
    if house.bench.stopping() or not asked():
        return
    try:
        with _SENDS:
            report(house.bench, house.mailing)
    except AlreadyRunning as error:
        maillog.daemon("digest left to another process", problem=error.problem)


def _alarm(house: House, asked: Callable[[], bool]) -> None:
    """Tell of troubles that began or are over."""
    if house.bench.stopping() or not asked():
        return
    try:
        with _SENDS:
            alarm(house.bench, house.mailing)
    except AlreadyRunning as error:
        maillog.daemon("alarms left to another process", problem=error.problem)


@contextmanager
def told_to_end(stop: threading.Event) -> Iterator[None]:
    """Let SIGTERM and SIGINT ask for the end; the mails in hand are finished first."""

    def ask(number: int, _: FrameType | None) -> None:
        stop.set()

    before = {number: signal.signal(number, ask) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave_at_once(code: int) -> None:
    """End although a thread still waits for a server that does not answer.

    Nothing can be lost: every step is committed before the next, and a kill at any moment is
    what the whole house is built to survive.
    """
    maillog.daemon("left work behind", version=version("intake"))
    os._exit(code)
