"""`intake poll` and `intake import`: a pass now, watched by a progress bar."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import click
from rich.progress import Progress, TaskID

from intake.cli import tables
from intake.cli.bars import bars
from intake.cli.floors import require_floors, warn
from intake.cli.frame import WORLD, config_option, err, plain_errors, settings
from intake.jobs.bench import Inbox
from intake.jobs.poll import Polled, poll
from intake.mailbox.folder import FolderSource, open_folder
from intake.settings import Settings
from intake.wiring import House, build, vacancy_settings

AT_ONCE = 4
"""Mailboxes that are polled at the same time, so that a slow one keeps no other waiting."""

NAMED = 5
"""Files that are named when they were left alone; the others are counted."""


@click.command("poll")
@click.argument("vacancies", nargs=-1, metavar="[VACANCY]...")
@config_option
@plain_errors
def poll_command(vacancies: tuple[str, ...]) -> None:
    """Read the mailboxes now: fetch what is new, judge it, file it.

    Without VACANCY, all of them. The mailboxes are only read, never changed. Exit 1 when one of
    them could not be read; the others are not held up by it.
    """
    require_floors()
    configured = settings()
    with build(configured) as house:
        _tell_weaknesses(house)
        inboxes = house.inboxes_of(vacancies)
        _tell_placeholders(configured, vacancies)
        results = poll_all(house, inboxes)
    tables.show_polled(results)
    if any(result.troubles for result in results):
        raise SystemExit(WORLD)


@click.command("import")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--vacancy", metavar="ID", help="The vacancy that the mail is for.")
@config_option
@plain_errors
def import_command(path: Path, vacancy: str | None) -> None:
    """Take in mail from files: an .eml, a folder of them, an mbox or a Maildir.

    The mail goes the same way as from a mailbox. A file's own date is no evidence of receipt:
    only the line stamped by one of the organisation's trusted relays is; where there is none,
    a person decides.
    """
    require_floors()
    configured = settings()
    chosen = _only(configured, vacancy)
    source = open_folder(path)
    with build(configured) as house, source:
        _tell_weaknesses(house)
        inbox = Inbox(f"import:{path.resolve()}", chosen, source.folders, lambda: source)
        results = poll_all(house, (inbox,))
    tables.show_polled(results)
    _tell_not_mail(source)
    if any(result.troubles for result in results):
        raise SystemExit(WORLD)


def poll_all(house: House, inboxes: Sequence[Inbox]) -> list[Polled]:
    """Poll several mailboxes side by side, each with its own bar."""
    with bars() as progress, ThreadPoolExecutor(AT_ONCE, "mailbox") as threads:
        tasks = [progress.add_task(one.vacancy, total=None, step="") for one in inboxes]
        return list(threads.map(partial(_poll, house, progress), inboxes, tasks))


def _poll(house: House, progress: Progress, inbox: Inbox, task: TaskID) -> Polled:
    def show(step: str, done: int, total: int) -> None:
        progress.update(task, step=step, completed=done, total=total)

    result = poll(house.bench, inbox, partial(show, "fetching"), partial(show, "reading"))
    progress.update(task, step="✗ see below" if result.troubles else "✓", total=1, completed=1)
    return result


def _only(configured: Settings, vacancy: str | None) -> str:
    known = [one.vacancy.id for one in configured.vacancies]
    if vacancy is None and len(known) == 1:
        return known[0]
    if vacancy is None:
        raise click.UsageError(f"Say which vacancy the mail is for: --vacancy {'|'.join(known)}")
    return vacancy_settings(configured, vacancy).vacancy.id


def _tell_weaknesses(house: House) -> None:
    for weakness in house.weaknesses():
        warn(weakness)


def _tell_placeholders(configured: Settings, vacancies: tuple[str, ...]) -> None:
    for one in configured.vacancies:
        if one.placeholder and (not vacancies or one.vacancy.id in vacancies):
            err.print(f"[yellow]– {one.vacancy.id} is not polled:[/] {one.placeholder}")


def _tell_not_mail(source: FolderSource) -> None:
    if source.not_mail:
        names = ", ".join(str(path) for path in source.not_mail[:NAMED])
        more = len(source.not_mail) - NAMED
        err.print(
            f"{len(source.not_mail)} files are not mail and were left alone: {names}"
            f"{f' and {more} more' if more > 0 else ''}",
            markup=False,
        )
