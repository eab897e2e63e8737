"""One application or message on the terminal, with the evidence for everything said of it."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from intake.cli import as_json, tables
from intake.cli.frame import plain
from intake.store.rows import ApplicationRow, DecisionRow, MessageRow
from intake.triage.message import Document
from intake.triage.verdict import Check


def show_application(
    row: ApplicationRow, mails: Sequence[MessageRow], with_text: bool, console: Console
) -> None:
    """Who, what state, each check with its evidence, the documents, the mails it is made of."""
    value = row.application
    console.print(Text(f"a{row.id}  ", style="bold") + tables.who(value.candidate))
    _facts(
        console,
        ("vacancy", row.vacancy),
        ("address", value.candidate.email),
        ("received", tables.when(value.received_at)),
        ("stage", row.stage),
        ("complete", "yes" if value.complete else "no: " + ", ".join(value.missing)),
        ("flags", ", ".join(value.flags)),
    )
    checks(value.checks, console)
    documents(value.documents, with_text, console)
    tables.register(mails, "Its mail", console)
    decisions(row.decisions, console)


def show_message(row: MessageRow, with_text: bool, console: Console) -> None:
    """What it is, what became of it and why, when it came and how we know."""
    message, verdict = row.message, row.verdict
    console.print(Text(f"m{row.id}  ", style="bold") + plain(message.subject if message else ""))
    _facts(
        console,
        ("vacancy", row.vacancy),
        ("from", f"{message.sender.name} <{message.sender.email}>" if message else ""),
        ("outcome", f"{row.outcome or 'waiting'}: {tables.why(row)}"),
        ("found", _found(row)),
        ("kind", f"{verdict.kind}: {verdict.kind_evidence}" if verdict else ""),
        ("received", _received(row)),
        ("claimed", f"{message.claimed_date} (the sender's; never used)" if message else ""),
        ("where", f"{row.mailbox} / {row.folder}, UID {row.uid} of {row.uidvalidity}"),
        ("bytes", f"{row.size} with sha256 {row.sha256}" if row.sha256 else row.problem),
    )
    if verdict:
        for finding in verdict.findings:
            console.print(Text(f"  ⚑ {finding.flag}: ", "yellow") + plain(finding.evidence))
        for note in verdict.notes:
            console.print(Text("  · ") + plain(note))
        checks(verdict.checks, console)
    if message:
        documents(message.documents, with_text, console)
        if with_text:
            console.print(Text("\nThe mail's text", "bold"))
            console.print(tables.lines(message.body))
    decisions(row.decisions, console)


def checks(found: Iterable[Check], console: Console) -> None:
    """Each check's result and its evidence."""
    table = Table(title="Checks", title_justify="left", title_style="bold", show_header=False)
    for check in found:
        result = Text(str(check.result), style=tables.STYLES[check.result])
        table.add_row(check.name.replace("_", " "), result, plain(check.evidence))
    if table.row_count:
        console.print(table)


def documents(found: Sequence[Document], with_text: bool, console: Console) -> None:
    """Each document: what it is by its words, or why it could not be read."""
    table = Table(title="Documents", title_justify="left", title_style="bold", header_style="dim")
    for column in ("file", "is", "type", "pages", "language", "why"):
        table.add_column(column, overflow="fold")
    for one in found:
        table.add_row(
            plain(one.filename or "(no name)"),
            ", ".join(kind.replace("_", " ") for kind in one.kinds),
            plain(one.media_type),
            str(one.pages or ""),
            one.language or "",
            plain("; ".join((_why(one), *one.notes))),
        )
    if table.row_count:
        console.print(table)
    for one in found if with_text else ():
        console.print(Text("\n") + plain(one.filename, "bold"))
        console.print(tables.lines(one.text))


def decisions(made: Iterable[DecisionRow], console: Console) -> None:
    """Who decided what, when and why."""
    for one in made:
        told = f"{tables.when(one.at)}: {one.who} decided {one.what} → {one.to}"
        console.print(plain(f"{told}: {one.why}" if one.why else told))


def _why(one: Document) -> str:
    return one.why if one.readable else f"not readable: {one.reason}"


def _found(row: MessageRow) -> str:
    """The machine's own finding, beside a person's decision."""
    if row.verdict is None or not row.admitted:
        return ""
    return f"{row.verdict.outcome}: {row.verdict.timing.explanation}"


def _received(row: MessageRow) -> str:
    if row.verdict is None:
        return tables.when(row.internal)
    timing = row.verdict.timing
    stamp = as_json.moment(timing.received_at)
    return f"{stamp}, {timing.verdict} by {timing.decided_by}: {timing.explanation}"


def _facts(console: Console, *facts: tuple[str, str]) -> None:
    grid = Table.grid(padding=(0, 2))
    for name, value in facts:
        if value:
            grid.add_row(Text(name, style="dim"), plain(value))
    console.print(grid)
