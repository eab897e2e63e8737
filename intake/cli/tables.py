"""What people read in the terminal: the queue, the register of mail, what a poll brought.

Everything that comes from a mail is put in as text, never as markup, and without control
characters: a subject line must not be able to colour, move or forge the screen.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from intake.cli.frame import err, explain, out, plain
from intake.jobs.poll import Polled
from intake.store.rows import ApplicationRow, MessageRow
from intake.triage.message import Address
from intake.triage.verdict import Outcome

STYLES = {
    "filed": "green",
    "refused": "red",
    "held": "yellow",
    "enquiry": "cyan",
    "ignored": "dim",
    "pass": "green",
    "fail": "red",
    "unsure": "yellow",
}

WIDTHS = {"id": 4, "received": 20, "kind": 11, "outcome": 8, "stage": 9, "from": 12}
"""Columns that are never cut; the others share what is left."""


def lines(value: str) -> Text:
    """A longer text, line by line, each made harmless."""
    return Text("\n").join(plain(line) for line in value.splitlines())


def who(address: Address) -> Text:
    """A person by name, else by address."""
    return plain(address.name or address.email or "(nobody named)")


def when(moment: datetime | None) -> str:
    """A moment in UTC, to the second."""
    return "" if moment is None else f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S}Z"


def queue(rows: Sequence[ApplicationRow], title: str, console: Console = out) -> None:
    """The review queue: by receipt, complete or what it lacks."""
    table = _table(title, "id", "received", "candidate", "complete", "stage", "flags")
    for row in rows:
        value = row.application
        table.add_row(
            f"a{row.id}",
            when(value.received_at),
            who(value.candidate),
            _missing(value.missing),
            row.stage,
            plain(", ".join(value.flags), "yellow"),
        )
    console.print(table)


def _missing(missing: Sequence[str]) -> Text:
    if not missing:
        return Text("✓", style="green")
    return Text("see: " + ", ".join(name.replace("_", " ") for name in missing), style="yellow")


def register(rows: Iterable[MessageRow], title: str, console: Console = out) -> None:
    """Every mail with what became of it."""
    table = _table(title, "id", "received", "from", "subject", "kind", "outcome", "flags")
    for row in rows:
        became = row.outcome or "waiting"
        verdict = row.verdict
        table.add_row(
            f"m{row.id}",
            when(verdict.timing.received_at if verdict else row.internal),
            who(row.message.sender) if row.message else Text(""),
            plain(row.message.subject if row.message else ""),
            str(verdict.kind) if verdict else "",
            Text(became, style=STYLES.get(became, "")),
            plain(", ".join(verdict.flags) if verdict else "", "yellow"),
        )
    console.print(table)


def reasons(rows: Iterable[MessageRow], title: str, console: Console = out) -> None:
    """Mail with the sentence that says why it has its outcome: refused, held."""
    table = _table(title, "id", "received", "from", "why")
    for row in rows:
        if row.verdict is not None:
            table.add_row(
                f"m{row.id}",
                when(row.verdict.timing.received_at),
                who(row.message.sender) if row.message else Text(""),
                plain(why(row)),
            )
    if table.row_count:
        console.print(table)


def why(row: MessageRow) -> str:
    """Why a mail has its outcome: a person let it in, its timing decided, or its reason."""
    verdict, admission = row.verdict, row.admission
    if admission is not None:
        return f"{admission.who} let it in ({admission.to}): {admission.why}"
    if verdict is None:
        return row.problem
    by_time = verdict.outcome is Outcome.REFUSED or str(verdict.timing.verdict) == "unclear"
    return verdict.timing.explanation if by_time else verdict.reason


def show_polled(results: Sequence[Polled]) -> None:
    """What a pass brought, one line a vacancy, and each trouble with what to do."""
    for result in results:
        if result.collected is not None:
            found = Counter(str(one.after.outcome) for one in result.changes)
            told = ", ".join(f"{count} {name}" for name, count in sorted(found.items()))
            new = result.collected.new
            err.print(
                f"[bold]{result.vacancy}[/]: {result.collected.listed} in the mailbox, "
                f"{new} new{': ' + told if told else ''}"
            )
    for result in results:
        for trouble in result.troubles:
            err.print(f"[bold]{result.vacancy}[/]:", end=" ")
            explain(trouble)


def _table(title: str, *columns: str) -> Table:
    table = Table(
        title=Text(title),
        title_justify="left",
        title_style="bold",
        header_style="dim",
        box=SIMPLE_HEAD,
        pad_edge=False,
    )
    for column in columns:
        wraps = column in ("why", "complete", "flags")
        table.add_column(
            column,
            no_wrap=not wraps,
            overflow="fold" if wraps else "ellipsis",
            min_width=WIDTHS.get(column),
        )
    return table
