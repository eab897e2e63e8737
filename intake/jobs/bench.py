"""What the jobs work with; wiring builds it once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from intake.errors import WrongUse
from intake.mailbox.source import Source
from intake.store.engine import Engine
from intake.store.files import Files
from intake.triage.message import Message
from intake.triage.vacancy import Vacancy

Clock = Callable[[], datetime]
"""Gives the present moment, aware."""

Progress = Callable[[int, int], None]
"""Told now and then how many mails of how many are done."""


def never() -> bool:
    """For those who work to the end."""
    return False


class Reader(Protocol):
    """Opens hostile mail: the sandbox."""

    def read(self, raw: Path) -> Message:
        """The message in a file; raises ReadingFailed when its reader did not survive it."""
        ...


@dataclass(frozen=True)
class Bench:
    """The long-lived parts, and the vacancies with the rules they are judged by.

    Attributes:
        vacancies: all that are open; the subject of a mail may name another than its own.
        trusted_relays: our own border servers (shell patterns).
        stopping: asked between two mails; True ends the job there, with nothing half done.
    """

    engine: Engine
    files: Files
    reader: Reader
    clock: Clock
    vacancies: tuple[Vacancy, ...]
    trusted_relays: tuple[str, ...] = ()
    stopping: Callable[[], bool] = never

    def vacancy(self, vacancy: str) -> Vacancy:
        """A vacancy by its id.

        Raises:
            WrongUse: the configuration has none of that id.
        """
        for one in self.vacancies:
            if one.id == vacancy:
                return one
        raise WrongUse(
            f"There is no vacancy {vacancy}.",
            f"The configuration has: {', '.join(one.id for one in self.vacancies) or 'none'}.",
        )

    def has(self, vacancy: str) -> bool:
        """Whether the configuration has a vacancy of that id."""
        return any(one.id == vacancy for one in self.vacancies)

    def others(self, vacancy: Vacancy) -> tuple[Vacancy, ...]:
        """The vacancies besides one."""
        return tuple(one for one in self.vacancies if one.id != vacancy.id)


@dataclass(frozen=True)
class Inbox:
    """One vacancy's place for mail.

    Attributes:
        mailbox: its address, its name in the ledger.
        vacancy: the id of the vacancy that the mail is for.
        folders: those that are watched.
        open: connects; may raise MailboxUnreachable, SignInRefused or UntrustedServer.
    """

    mailbox: str
    vacancy: str
    folders: tuple[str, ...]
    open: Callable[[], Source]


def no_progress(done: int, total: int) -> None:
    """For those who do not watch."""
