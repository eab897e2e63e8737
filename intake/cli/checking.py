"""`intake check`: does everything that is configured work, and if not, what is to be done?"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import click
from rich.text import Text

from intake.cli import tables
from intake.cli.floors import require_floors
from intake.cli.frame import WORLD, config_option, explain, out, plain, plain_errors, settings
from intake.cli.look import ledger
from intake.errors import DeadlineMovedEarlier, IntakeError
from intake.mailbox.probe import Probe, probe
from intake.reading import ocr
from intake.reading.sandbox import Sandbox
from intake.settings import Settings, VacancySettings
from intake.store import deadlines
from intake.store.engine import Session
from intake.wiring import files_of


@click.command("check")
@config_option
@plain_errors
def check_command() -> None:
    """Read the configuration, sign in to every mailbox, and name the cause of each trouble.

    Nothing is fetched, and no mailbox is changed; a missing database is made. Exit 0: all is
    well; 1: something does not work; 2: the configuration has mistakes.
    """
    require_floors()
    configured = settings()
    count = len(configured.vacancies)
    out.print(f"[green]✓[/] configuration: {count} {'vacancy' if count == 1 else 'vacancies'}")
    sound = [*_store(configured), _sandbox(), *_mailboxes(configured)]
    if not all(sound):
        raise SystemExit(WORLD)


def _store(configured: Settings) -> Iterator[bool]:
    """It can be written, and every published deadline stands; of those, only what is wrong."""
    try:
        with ledger(configured) as session:
            files_of(configured).require_room()
            _ok(f"storage: {configured.storage.files} and the database can be written")
            for one in configured.vacancies:
                yield _stands(session, one)
    except IntakeError as error:
        explain(error)
        yield False


def _stands(session: Session, one: VacancySettings) -> bool:
    """A published deadline may only move later."""
    try:
        deadlines.require_later(session, one.vacancy)
    except DeadlineMovedEarlier as error:
        explain(error)
        return False
    return True


def _sandbox() -> bool:
    def look() -> str:
        with Sandbox() as sandbox:
            for weakness in sandbox.confinement.weaknesses:
                _warn(weakness)
        if not ocr.available():
            _warn("Scanned pages are not read: tesseract is not installed (no_text instead).")
        return "sandbox: mail is opened in limited processes"

    return _told(look)


def _mailboxes(configured: Settings) -> Iterator[bool]:
    with ThreadPoolExecutor(8, "check") as threads:
        probes = [threads.submit(_probe, one) for one in configured.vacancies]
        for one, found in zip(configured.vacancies, probes, strict=True):
            yield _told(partial(_mailbox, one, found.result))
            for warning in one.warnings:
                _warn(f"{one.vacancy.id}: {warning}")


def _probe(one: VacancySettings) -> Probe | None:
    return None if one.placeholder else probe(one.account)


def _mailbox(one: VacancySettings, found: Callable[[], Probe | None]) -> str:
    probed = found()
    if probed is None:
        raise IntakeError(
            f"{one.vacancy.id}: {one.placeholder}",
            f"Write the real address in {one.file}, [mailbox] address.",
        )
    for warning in probed.warnings:
        _warn(f"{one.vacancy.id}: {warning}")
    held = ", ".join(f"{folder} {count}" for folder, count in probed.messages.items())
    closes = tables.when(one.vacancy.deadline.cutoff)
    return f"{one.vacancy.id}: {one.account.address} ({held} mails); closes {closes}"


def _told(look: Callable[[], str]) -> bool:
    """Print what was found; an error with its remedy."""
    try:
        told = look()
    except IntakeError as error:
        explain(error)
        return False
    _ok(told)
    return True


def _ok(told: str) -> None:
    out.print(Text("✓ ", "green") + plain(told))


def _warn(text: str) -> None:
    out.print(Text("! ", "yellow") + plain(text))
