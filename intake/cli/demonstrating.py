"""`intake demo`: everything at once, with nothing set up."""

import shlex
import sys
import tempfile
from collections import Counter
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.rule import Rule
from rich.text import Text

from intake.cli import tables
from intake.cli.demo_desk import name_desk, show_desk
from intake.cli.digesting import write
from intake.cli.frame import out, plain_errors
from intake.errors import Permanent
from intake.jobs.reconcile import reconcile
from intake.jobs.report import preview
from intake.store import rows
from intake.store.engine import reading
from intake.store.rows import ApplicationRow, MessageRow
from intake.triage.verdict import Outcome

if TYPE_CHECKING:
    from intake.demo.samples import Moment
    from intake.demo.story import Story

SHOWN = 6
"""Applications that are listed for each vacancy; `intake queue` lists all."""


@click.command("demo")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Keep the digest and the store there (default: a new temporary folder).",
)
@click.option(
    "--keep/--no-keep",
    default=None,
    help="Keep the desk open until Ctrl-C (default: where a terminal is watching).",
)
@click.option("--again", hidden=True, help="What starts it, where that is another command.")
@plain_errors
def demo_command(output: Path | None, keep: bool | None, again: str | None) -> None:
    """Show the whole product on sample mail: nothing to set up, nothing leaves this machine.

    A real IMAP server on loopback holds the mail of invented applicants in five mailboxes.
    Intake polls it as it arrives, judges it, files it, and writes the digest of the morning
    after the last deadline. Then the review desk opens in the browser, with ready accounts.
    """
    folder = output or Path(tempfile.mkdtemp(prefix="intake-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    out.print(Rule("[bold]Intake[/]: five vacancies, their mail, and the morning after"))
    with (
        tempfile.TemporaryDirectory(prefix="store-", dir=folder) as store,
        _open(Path(store)) as story,
    ):
        _watch(story)
        _show(story)
        _prove(story)
        _digest(story, folder)
        if sys.stdout.isatty() if keep is None else keep:
            show_desk(story)
        else:
            name_desk(again or _with_desk(sys.argv))


def _with_desk(typed: list[str]) -> str:
    """The command that somebody typed, asking for the desk too."""
    program = [typed[0]]
    if Path(typed[0]).name == "__main__.py":
        program = [Path(sys.executable).name, "-m", "intake"]
    return shlex.join([*program, *typed[1:], "--keep"])


def _open(folder: Path) -> "AbstractContextManager[Story]":
    """The mail server of the demonstration is an extra: servers in earnest do without it."""
    try:
        from intake.demo.story import open_story
    except ImportError as error:
        raise Permanent(
            f"The demonstration needs a package that is not installed ({error.name}).",
            "Install Intake with its extra: pip install 'intake[demo]'.",
        ) from error
    return open_story(folder)


def _watch(story: "Story") -> None:
    total = sum(len(moment.samples) for moment in story.moments)
    columns = (
        TextColumn("[bold]{task.fields[day]}"),
        TextColumn("{task.description:<15}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("mails"),
    )
    out.print(f"A mail server on loopback, port {story.server.port}, receives {total} mails.\n")
    with Progress(*columns, console=out) as progress:
        task = progress.add_task("", total=total, day="")
        before = 0

        def announce(moment: "Moment") -> None:
            nonlocal before
            before = int(progress.tasks[0].completed)
            day = f"{moment.at:%d %b %Y %H:%M} UTC"
            what = f"{moment.vacancy}: no answer" if moment.fails else moment.vacancy
            progress.update(task, description=what, day=day)

        story.tell(announce, lambda done, _: progress.update(task, completed=before + done))
        progress.update(task, description="all judged")


def _show(story: "Story") -> None:
    with reading(story.house.engine) as session:
        applications, mails = rows.applications(session), rows.messages(session)
    for one in story.house.settings.vacancies:
        queue = [row for row in applications if row.vacancy == one.vacancy.id]
        mine = [row for row in mails if row.vacancy == one.vacancy.id]
        out.print(Rule(Text(f"{one.vacancy.title} ({one.vacancy.id})", "bold"), align="left"))
        out.print(_sum(queue, mine))
        tables.queue(queue[:SHOWN], f"Review queue: the first {min(SHOWN, len(queue))}")
        for name in ("refused", "held"):
            chosen = [row for row in mine if row.outcome == name]
            tables.reasons(chosen, f"{name.capitalize()}, and why")


def _sum(queue: list[ApplicationRow], mails: list[MessageRow]) -> str:
    complete = sum(row.application.complete for row in queue)
    counted = Counter(row.outcome or "waiting" for row in mails)
    styled = (
        f"[{tables.STYLES[name]}]{count} {_plural(name, count)}[/]"
        for name, count in sorted(counted.items())
        if name in tables.STYLES
    )
    return (
        f"{len(mails)} mails: {', '.join(styled)}\n"
        f"{len(queue)} applications, {complete} complete, {len(queue) - complete} to look at\n"
    )


def _plural(outcome: str, count: int) -> str:
    return "enquiries" if outcome == Outcome.ENQUIRY and count != 1 else outcome


def _prove(story: "Story") -> None:
    answers = [reconcile(story.house.bench, inbox) for inbox in story.house.inboxes]
    held, kept = sum(one.on_server for one in answers), sum(one.accounted for one in answers)
    out.print(Rule("[bold]The proof[/]", align="left"))
    out.print(f"{held} on the server, {kept} accounted for, {held - kept} missing", style="bold")
    files = sum(len(box.imported) for box in story.boxes)
    out.print(f"{files} more came as files (`intake import`): {held + files} mails in all.\n")


def _digest(story: "Story", folder: Path) -> None:
    composed = preview(story.house.bench, story.house.mailing)
    text, html = write(composed, folder)
    out.print(f"Tomorrow's first mail to HR: {composed.subject}", markup=False)
    out.print(f"  as a page   {html.resolve()}", markup=False, soft_wrap=True)
    out.print(f"  as text     {text.resolve()}", markup=False, soft_wrap=True)
