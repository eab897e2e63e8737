"""A mailbox in trouble is left alone for a while, and longer each time, never for ever."""

import threading
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from intake.daemon.watch import Watch
from intake.errors import (
    FolderMissing,
    IntakeError,
    MailboxUnreachable,
    SignInRefused,
    UntrustedServer,
)
from intake.jobs.bench import Inbox
from intake.jobs.mailing import Watched
from intake.mailbox.source import Source
from tests.jobs.mailroom import Office, mail


@dataclass
class Seconds:
    """A monotonic clock that stands still."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


def never_opened() -> Source:
    raise AssertionError("the mailbox was opened")


INBOX = Inbox("tosci@example.org", "tosci", ("INBOX",), never_opened)
AWAY, REFUSED = MailboxUnreachable("No answer."), SignInRefused("Wrong password.")


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def watch(clock: Seconds) -> Watch:
    return Watch(Watched(INBOX, timedelta(minutes=5)), clock)


def test_pauses_double_up_to_an_hour(watch: Watch) -> None:
    pauses = []
    for _ in range(7):
        watch.note([AWAY])
        pauses.append(watch.pause() / 60)
    assert pauses == [5, 10, 20, 40, 60, 60, 60]


def test_a_success_ends_the_pause(watch: Watch) -> None:
    watch.note([AWAY])
    assert not watch.may_poll()
    watch.note([])
    assert watch.may_poll()
    watch.note([AWAY])
    assert watch.pause() == 300


def test_a_folder_that_is_missing_does_not_put_the_others_off(watch: Watch) -> None:
    watch.note([FolderMissing("There is no folder Junk.")])
    assert watch.may_poll()
    watch.note([FolderMissing("There is no folder Junk."), AWAY])
    assert not watch.may_poll()


@pytest.mark.parametrize("refusal", [REFUSED, UntrustedServer("Another name.")])
def test_a_refused_sign_in_is_tried_three_times_an_hour_at_most(
    watch: Watch, clock: Seconds, refusal: IntakeError
) -> None:
    watch.watched = replace(watch.watched, every=timedelta(seconds=1))
    tries = 0
    for _ in range(3600):
        if watch.may_poll(urgent=True):
            tries += 1
            watch.note([refusal])
        clock.now += 1
    assert tries == 3


def test_after_a_step_of_the_clock_the_next_poll_tells_how_it_is(watch: Watch) -> None:
    watch.polled.set()
    watch.ask_anew()
    assert not watch.polled.is_set()


def test_while_it_rests_nobody_waits_for_a_poll(watch: Watch) -> None:
    watch.note([AWAY])
    watch.polled.set()
    watch.ask_anew()
    assert watch.polled.is_set()


def test_a_deadline_does_not_wait_for_a_pause_but_for_a_refusal(watch: Watch) -> None:
    watch.note([AWAY])
    assert watch.may_poll(urgent=True)
    assert not watch.may_poll()
    watch.note([REFUSED])
    assert not watch.may_poll(urgent=True)


def test_a_pause_is_over_when_its_time_has_come(watch: Watch, clock: Seconds) -> None:
    watch.note([AWAY])
    clock.now += 299
    assert not watch.may_poll()
    clock.now += 1
    assert watch.may_poll()


def test_a_poll_notes_its_own_troubles(office: Office, watch: Watch) -> None:
    office.server.down = AWAY
    watch.watched = Watched(office.inbox, timedelta(minutes=5))
    watch.poll(office.bench)
    assert watch.polled.is_set()
    assert watch.failures == 1
    office.server.down = None
    office.server.inbox.add(mail())
    watch.poll(office.bench)  # it rests
    assert not office.server.fetched
    watch.poll(office.bench, urgent=True)
    assert office.server.fetched == [1]
    assert watch.failures == 0


def test_nothing_is_begun_once_the_end_is_asked_for(office: Office) -> None:
    watch = Watch(Watched(office.inbox, timedelta(minutes=5)))
    watch.poll(replace(office.bench, stopping=lambda: True))
    assert not watch.polled.is_set()


def test_a_poll_under_way_is_waited_for(office: Office) -> None:
    watch, begun, go_on = Watch(Watched(office.inbox, timedelta(minutes=5))), *events(2)
    office.server.inbox.add(mail())

    def linger() -> None:
        begun.set()
        go_on.wait(10)

    office.server.before_fetch = linger
    thread = threading.Thread(target=watch.poll, args=(office.bench,))
    thread.start()
    assert begun.wait(10)
    assert not watch.idle_within(0.05)
    go_on.set()
    assert watch.idle_within(10)
    thread.join(10)


def events(number: int) -> list[threading.Event]:
    return [threading.Event() for _ in range(number)]
