"""The sample mail arrives as it did: poll by poll, each at its own moment of the past."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from intake.demo.samples import Mailbox, Moment, mailboxes, place
from intake.demo.server import SampleServer
from intake.errors import MailboxUnreachable
from intake.jobs.bench import Inbox, Progress, no_progress
from intake.jobs.poll import poll
from intake.mailbox.account import Account, Secret
from intake.mailbox.folder import open_folder
from intake.mailbox.source import Source
from intake.settings import Settings, Storage, VacancySettings, load
from intake.wiring import House, build

Told = Callable[[Moment], None]
"""Told before each poll which it is."""


class Clock:
    """A clock that stands where the story is, until it is let go."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 1, 1, tzinfo=UTC)
        self._since: datetime | None = None

    def __call__(self) -> datetime:
        """The moment of the story, in UTC."""
        gone = datetime.now(UTC) - self._since if self._since else timedelta(0)
        return self.moment.astimezone(UTC) + gone

    def let_go(self) -> None:
        """From now on it goes as fast as every clock: people work on what the story left."""
        self._since = datetime.now(UTC)


@dataclass(frozen=True)
class Story:
    """The sample mailboxes, a server that holds them, and a house that polls them."""

    house: House
    clock: Clock
    server: SampleServer
    boxes: tuple[Mailbox, ...]

    @property
    def moments(self) -> list[Moment]:
        """Every poll of every mailbox, in order of time."""
        return sorted((one for box in self.boxes for one in box.moments), key=lambda one: one.at)

    def tell(self, before: Told, judging: Progress = no_progress) -> None:
        """Deliver and poll, moment by moment; at the last one, poll all and take in the files."""
        for moment in self.moments:
            before(moment)
            self.clock.moment = moment.at
            self._deliver(moment)
            self._poll(moment, judging)
        for inbox in self.house.inboxes:
            poll(self.house.bench, inbox)
        for box in self.boxes:
            for sample in box.imported:
                source = open_folder(sample.path)
                self._import(box.vacancy, source)

    def _deliver(self, moment: Moment) -> None:
        address = self._settings(moment.vacancy).account.address
        for sample in sorted(moment.samples, key=lambda one: one.internal or moment.at):
            internal = sample.internal or moment.at
            self.server.add(address, sample.folder, sample.path.read_bytes(), internal)

    def _poll(self, moment: Moment, judging: Progress) -> None:
        inbox = next(one for one in self.house.inboxes if one.vacancy == moment.vacancy)
        opening = partial(_out_of_order, inbox.mailbox) if moment.fails else inbox.open
        poll(self.house.bench, replace(inbox, open=opening), judging=judging)

    def _import(self, vacancy: str, source: Source) -> None:
        with source:
            name = f"import:{vacancy}"
            poll(self.house.bench, Inbox(name, vacancy, source.folders, lambda: source))

    def _settings(self, vacancy: str) -> VacancySettings:
        return next(one for one in self.house.settings.vacancies if one.vacancy.id == vacancy)


@contextmanager
def open_story(folder: Path) -> Iterator[Story]:
    """Start the server with its mailboxes, and a house whose store lies in `folder`."""
    clock, configured = Clock(), load(place("config"), {})
    vacancies = {one.vacancy.id: one for one in configured.vacancies}
    boxes = tuple(box for box in mailboxes() if box.vacancy in vacancies)
    with SampleServer() as server:
        for box in boxes:
            server.open_mailbox(vacancies[box.vacancy].account.address)
        settings = _settings(configured, server, boxes, folder)
        with build(settings, clock) as house:
            yield Story(house, clock, server, boxes)


def _settings(
    configured: Settings, server: SampleServer, boxes: tuple[Mailbox, ...], folder: Path
) -> Settings:
    """The shipped configuration, with the sample server in place of the real ones."""
    folders = {box.vacancy: box.folders for box in boxes}
    return replace(
        configured,
        storage=Storage(f"sqlite:///{folder / 'intake.db'}", str(folder / "files")),
        smtp=None,
        vacancies=tuple(
            replace(
                one,
                placeholder=None,
                account=_account(one.account, server, folders.get(one.vacancy.id, ("INBOX",))),
            )
            for one in configured.vacancies
        ),
    )


def _account(account: Account, server: SampleServer, folders: tuple[str, ...]) -> Account:
    return replace(
        account,
        host=server.host,
        port=server.port,
        security="none",
        secret=Secret("the demonstration", lambda: server.password),
        folders=folders,
    )


def _out_of_order(mailbox: str) -> Source:
    raise MailboxUnreachable(f"{mailbox} did not answer (a part of the demonstration).")
