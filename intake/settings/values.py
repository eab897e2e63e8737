"""What the configuration says, as frozen values."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import time, timedelta
from pathlib import Path
from typing import Literal

from intake.mailbox.account import Account
from intake.outbox.send import SmtpServer
from intake.triage.vacancy import Vacancy


@dataclass(frozen=True)
class Organisation:
    """Whose vacancies these are.

    Attributes:
        timezone: IANA name; deadlines without a zone and the digest's hour are told in it.
        trusted_relays: shell patterns of our own mail servers' names: whose Received lines count.
        staff_terms: names of the organisation, for "related to a member of staff".
    """

    name: str
    timezone: str
    trusted_relays: tuple[str, ...] = ()
    staff_terms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Storage:
    """Where things are kept. Relative paths start at the working directory.

    Attributes:
        database: a URL for SQLAlchemy; it may hold a password, and is never shown.
        files: a folder on this machine.
        reserve_mb: megabytes of its disk that stay free.
    """

    database: str = field(default="sqlite:///var/intake.db", repr=False)
    files: str = "var/files"
    reserve_mb: int = 256


@dataclass(frozen=True)
class Digest:
    """The daily mail: when (in the organisation's time zone), to whom, in which language.

    Attributes:
        recipients: those who get every vacancy.
    """

    at: time = time(7, 30)
    recipients: tuple[str, ...] = ()
    language: Literal["en", "fr"] = "en"


@dataclass(frozen=True)
class Desk:
    """Where the web desk listens, and the address at which people open it (may be empty)."""

    host: str = "127.0.0.1"
    port: int = 8080
    url: str = ""


@dataclass(frozen=True)
class Oidc:
    """The organisation's sign-in service; an empty secret for a public client."""

    issuer: str
    client_id: str
    secret: Callable[[], str] = field(default=str, repr=False)


@dataclass(frozen=True)
class VacancySettings:
    """A vacancy, how to reach its mailbox, and who works on it.

    Attributes:
        every: the time between two polls.
        recipients: those who get this vacancy's digest, besides the digest's own recipients.
        warnings: what `check` tells about its deadline.
        placeholder: why its mailbox is not polled (the address is a stand-in), else None.
        file: where it is configured.
    """

    vacancy: Vacancy
    account: Account
    every: timedelta
    recipients: tuple[str, ...]
    warnings: tuple[str, ...]
    placeholder: str | None
    file: Path


@dataclass(frozen=True)
class Settings:
    """The whole configuration.

    Attributes:
        folder: where it was read.
        vacancies: by id, in the order of their names.
        smtp: None where no server is configured: digests are then kept as files.
    """

    folder: Path
    organisation: Organisation
    storage: Storage
    vacancies: tuple[VacancySettings, ...]
    smtp: SmtpServer | None = None
    digest: Digest = Digest()
    desk: Desk = Desk()
    oidc: Oidc | None = None
