"""`intake queue`, `messages` and `show`: reading what is in the ledger."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from intake.cli import as_json as shapes
from intake.cli import dossier, saving, tables
from intake.cli.frame import (
    WORLD,
    config_option,
    err,
    explain,
    json_option,
    out,
    plain_errors,
    print_json,
    settings,
)
from intake.errors import IntakeError, WrongUse
from intake.settings import Settings
from intake.store import rows
from intake.store.engine import Session, open_store, reading
from intake.store.files import Files
from intake.store.rows import ApplicationRow, MessageRow
from intake.wiring import files_of, vacancy_settings


@contextmanager
def ledger(configured: Settings) -> Iterator[Session]:
    """The ledger, to read from."""
    engine = open_store(configured.storage.database)
    try:
        with reading(engine) as session:
            yield session
    finally:
        engine.dispose()


@click.command("queue")
@click.argument("vacancy", required=False)
@json_option
@config_option
@plain_errors
def queue_command(vacancy: str | None, as_json: bool) -> None:
    """List the applications, by vacancy and time of receipt.

    Complete means that every check passes; otherwise the checks that a person should look at are
    named. The order says nothing about merit.
    """
    configured = settings()
    if vacancy is not None:
        vacancy_settings(configured, vacancy)
    with ledger(configured) as session:
        found = rows.applications(session, vacancy)
    if as_json:
        print_json([shapes.application(row) for row in found])
        return
    titles = {one.vacancy.id: one.vacancy.title for one in configured.vacancies}
    # A vacancy whose file was taken away keeps its applications.
    for one in dict.fromkeys((*titles, *(row.vacancy for row in found))):
        mine = [row for row in found if row.vacancy == one]
        if mine or one == vacancy:
            tables.queue(mine, f"{titles.get(one, 'not configured any more')} ({one}): {len(mine)}")
    if not found:
        err.print("No applications yet. `intake poll` reads the mailboxes.")


@click.command("messages")
@click.argument("vacancy", required=False)
@json_option
@config_option
@plain_errors
def messages_command(vacancy: str | None, as_json: bool) -> None:
    """List every mail that was received, with what became of it."""
    configured = settings()
    if vacancy is not None:
        vacancy_settings(configured, vacancy)
    with ledger(configured) as session:
        found = rows.messages(session, vacancy)
    if as_json:
        print_json([shapes.message(row) for row in found])
        return
    for one in sorted({row.vacancy for row in found}):
        mine = [row for row in found if row.vacancy == one]
        tables.register(mine, f"{one}: {len(mine)}")
    if not found:
        err.print("No mail yet. `intake poll` reads the mailboxes.")


@click.command("show")
@click.argument("id")
@json_option
@click.option("--text", "with_text", is_flag=True, help="Add each document's extracted text.")
@click.option(
    "--save",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write its files there, under safe names.",
)
@config_option
@plain_errors
def show_command(id: str, as_json: bool, with_text: bool, save: Path | None) -> None:
    """Show one application (a7) or message (m12) with all its evidence.

    Exit 1 when files were to be saved and one of its mails could not be read.
    """
    configured = settings()
    with ledger(configured) as session:
        row = find(session, id)
        mails = _mails(session, row)
    whole = save is None or _saved(files_of(configured), mails, save)
    if as_json:
        print_json(_whole(row, mails, with_text))
    elif isinstance(row, ApplicationRow):
        dossier.show_application(row, mails, with_text, out)
    else:
        dossier.show_message(row, with_text, out)
    if not whole:
        raise SystemExit(WORLD)


def _saved(files: Files, mails: list[MessageRow], folder: Path) -> bool:
    """Whether every mail's files could be written."""
    whole = True
    for one in saving.save(files, mails, folder):
        if isinstance(one, IntakeError):
            explain(one)
            whole = False
        else:
            err.print(f"saved {one}", markup=False)
    return whole


def find(session: Session, id: str) -> ApplicationRow | MessageRow:
    """An application or message by the id that people see.

    Raises:
        UnknownId: there is none.
        WrongUse: the id has another form.
    """
    if id[:1] == "a":
        return rows.application(session, number_of(id, "a"))
    return rows.message(session, number_of(id, "m"))


def number_of(id: str, letter: str) -> int:
    """The number in an id: 12 of m12.

    Raises:
        WrongUse: it has another form, or another letter.
    """
    digits = id[1:]
    if id[:1] == letter and digits.isascii() and digits.isdigit() and len(digits) < 16:
        return int(digits)
    what = "applications are a1, a2, ...; messages m1, m2, ..."
    raise WrongUse(f"{id!r} cannot be meant here.", f"Ids look like this: {what}")


def _mails(session: Session, row: ApplicationRow | MessageRow) -> list[MessageRow]:
    if isinstance(row, MessageRow):
        return [row]
    return [rows.message(session, number) for number in row.application.messages]


def _whole(
    row: ApplicationRow | MessageRow, mails: list[MessageRow], with_text: bool
) -> dict[str, Any]:
    if isinstance(row, MessageRow):
        return _message(row, with_text)
    documents = [shapes.document(one, text=with_text) for one in row.application.documents]
    return shapes.application(row) | {
        "documents": documents,
        "decisions": [shapes.decision(one) for one in row.decisions],
        "mail": [_message(one, with_text) for one in mails],
    }


def _message(row: MessageRow, with_text: bool) -> dict[str, Any]:
    shown = shapes.message(row) | shapes.evidence(row)
    if row.message:
        shown["documents"] = [shapes.document(one, text=with_text) for one in row.message.documents]
        if with_text:
            shown["text"] = row.message.body
    return shown
