"""Who gets which digest, when, and through which server; wiring builds it from the settings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from intake.jobs.bench import Inbox
from intake.outbox.send import SmtpServer
from intake.outbox.words import Language

OVERDUE_AFTER = timedelta(minutes=15)
"""A mailbox may miss polls for so long, or for three of its intervals, before people are told."""


@dataclass(frozen=True)
class Watched:
    """A mailbox that is polled, how often, and the last day of its secret where that is known."""

    inbox: Inbox
    every: timedelta
    secret_expires: date | None = None

    @property
    def allowed(self) -> timedelta:
        """How long it may go unread before it counts as not being read."""
        return max(3 * self.every, OVERDUE_AFTER)


@dataclass(frozen=True)
class Mailing:
    """The daily mail.

    Attributes:
        zone: of the organisation, in which `at` is told.
        readers: address -> the ids of the vacancies that it is told about.
        watched: the mailboxes that are polled, by the id of their vacancy.
        server: None where digests are kept as files in `spool`.
        sender: the address that they come from.
        alarmed: the addresses that get every vacancy; they are told of troubles, and when these
            are over.
        names: show candidates' names; without them, references alone.
        desk: the address at which people open the desk, without a slash at its end; may be empty.
    """

    organisation: str
    zone: ZoneInfo
    at: time = time(7, 30)
    readers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    watched: Mapping[str, Watched] = field(default_factory=dict)
    language: Language = "en"
    server: SmtpServer | None = None
    spool: Path = Path("var/outbox")
    sender: str = "intake@localhost"
    names: bool = True
    desk: str = ""
    alarmed: tuple[str, ...] = ()

    def sees_everything(self, reader: str) -> bool:
        """Whether an address is HR's, and no reviewer's of single vacancies."""
        return reader in self.alarmed

    def due(self, day: date) -> datetime:
        """The moment at which the digest of a local date is due.

        A local time that summer time skips is the same instant an hour later by the new clock;
        of one that comes twice, it is the first.
        """
        return datetime.combine(day, self.at, self.zone).astimezone(UTC)

    def last_due(self, now: datetime) -> date:
        """The latest date whose digest is due by now."""
        today = now.astimezone(self.zone).date()
        return today if self.due(today) <= now else today - timedelta(days=1)


def readers(
    everything: Iterable[str], reviewers: Mapping[str, Iterable[str]]
) -> dict[str, tuple[str, ...]]:
    """Each address once, with all the vacancies that it is to be told about.

    Args:
        everything: addresses that get every vacancy.
        reviewers: for each vacancy, the addresses that get it (as well).
    """
    wanted: dict[str, list[str]] = {}
    spelled: dict[str, str] = {}
    everything = tuple(everything)
    for vacancy, some in reviewers.items():
        for address in (*everything, *some):
            spelled.setdefault(address.casefold(), address)
            told = wanted.setdefault(address.casefold(), [])
            if vacancy not in told:
                told.append(vacancy)
    return {spelled[key]: tuple(vacancies) for key, vacancies in wanted.items()}
