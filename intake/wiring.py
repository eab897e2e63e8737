"""Builds the long-lived parts once, from the settings."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from intake.errors import WrongUse
from intake.jobs.bench import Bench, Clock, Inbox, never
from intake.jobs.mailing import Mailing, Watched, readers
from intake.mailbox.imap import connect
from intake.mailbox.tokens import Tokens
from intake.reading.sandbox import Sandbox
from intake.settings import Settings, VacancySettings
from intake.store.engine import Engine, open_store
from intake.store.files import Files


@dataclass(frozen=True)
class House:
    """What every command and the daemon work with.

    Attributes:
        inboxes: the mailboxes that are polled; those with a placeholder address are not.
        weaknesses: asks what this machine does not allow the sandbox, each in a sentence.
    """

    settings: Settings
    bench: Bench
    inboxes: tuple[Inbox, ...]
    mailing: Mailing
    weaknesses: Callable[[], tuple[str, ...]]

    @property
    def engine(self) -> Engine:
        """The ledger's database."""
        return self.bench.engine

    def inboxes_of(self, vacancies: tuple[str, ...]) -> tuple[Inbox, ...]:
        """The mailboxes of the named vacancies; of all, where none is named.

        Raises:
            WrongUse: the configuration has no vacancy of that name.
        """
        for vacancy in vacancies:
            self.bench.vacancy(vacancy)
        return tuple(one for one in self.inboxes if not vacancies or one.vacancy in vacancies)


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


@contextmanager
def build(
    settings: Settings, clock: Clock = now, stopping: Callable[[], bool] = never
) -> Iterator[House]:
    """Open the store, start the sandbox, and let go of both at the end.

    Raises:
        StoreUnavailable, StoreDamaged: the database or the file store cannot be used.
    """
    engine = open_store(settings.storage.database)
    files = files_of(settings)
    # Not entered: its processes start with the first mail, and many commands read none.
    with closing(Sandbox()) as reader:
        bench = Bench(
            engine,
            files,
            reader,
            clock,
            vacancies=tuple(one.vacancy for one in settings.vacancies),
            trusted_relays=settings.organisation.trusted_relays,
            stopping=stopping,
        )
        watched = _watched(settings)
        inboxes = tuple(one.inbox for one in watched.values())
        try:
            yield House(
                settings,
                bench,
                inboxes,
                _mailing(settings, watched),
                lambda: reader.confinement.weaknesses,
            )
        finally:
            engine.dispose()


def vacancy_settings(settings: Settings, vacancy: str) -> VacancySettings:
    """The settings of one vacancy.

    Raises:
        WrongUse: the configuration has none of that name.
    """
    for one in settings.vacancies:
        if one.vacancy.id == vacancy:
            return one
    known = ", ".join(one.vacancy.id for one in settings.vacancies)
    raise WrongUse(f"There is no vacancy {vacancy}.", f"The configuration has: {known}.")


def _watched(settings: Settings) -> dict[str, Watched]:
    """The mailboxes that are polled, by vacancy; they share their sign-in tokens."""
    tokens = Tokens()
    return {
        one.vacancy.id: Watched(_inbox(one, tokens), one.every, one.account.secret_expires)
        for one in settings.vacancies
        if not one.placeholder
    }


def _inbox(one: VacancySettings, tokens: Tokens) -> Inbox:
    account = one.account
    opening = partial(connect, account, tokens)
    return Inbox(account.address, one.vacancy.id, tuple(account.folders), opening)


def _mailing(settings: Settings, watched: dict[str, Watched]) -> Mailing:
    everybody = settings.digest.recipients
    reviewers = {one.vacancy.id: one.recipients for one in settings.vacancies}
    return Mailing(
        organisation=settings.organisation.name,
        zone=ZoneInfo(settings.organisation.timezone),
        at=settings.digest.at,
        readers=readers(everybody, reviewers),
        alarmed=everybody,
        watched=watched,
        language=settings.digest.language,
        server=settings.smtp,
        spool=Path(settings.storage.files).parent / "outbox",
        desk=settings.desk.url,
        sender=settings.smtp.sender if settings.smtp else "intake@localhost",
    )


def files_of(settings: Settings) -> Files:
    """Where raw mails lie."""
    return Files(Path(settings.storage.files), settings.storage.reserve_mb << 20)
