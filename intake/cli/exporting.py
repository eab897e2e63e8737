"""`intake export`: a vacancy's queue as tables, and its documents as a ZIP."""

import getpass
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

from intake.cli.bars import bar
from intake.cli.floors import require_floors
from intake.cli.frame import (
    config_option,
    json_option,
    out,
    plain_errors,
    print_json,
    settings,
)
from intake.desk.sheet import heading, table
from intake.desk.words import Words
from intake.errors import IntakeError
from intake.jobs.export import Asker, papers
from intake.outbox.sheets import write_csv, write_xlsx
from intake.wiring import House, build

FORMS = ("xlsx", "csv", "zip")


@click.command("export")
@click.argument("vacancy")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="DIR",
    help="The folder to write to; by default this one.",
)
@click.option(
    "--format",
    "forms",
    type=click.Choice(FORMS),
    multiple=True,
    help="Only this (may be repeated); by default all three.",
)
@click.option("--by", "who", help="For whom it is made: kept in the audit trail.")
@json_option
@config_option
@plain_errors
def export_command(
    vacancy: str, output: Path, forms: tuple[str, ...], who: str | None, as_json: bool
) -> None:
    """Write the queue of a vacancy as VACANCY.xlsx and .csv, and its documents as a ZIP.

    One line per application, by receipt. Each document's current version is named by receipt
    number and candidate; unsafe and broken files stay out, and a README in the ZIP lists them
    with the reason. No cell is a formula. It holds personal data: the files are readable by
    their owner alone. Files of these names are replaced.
    """
    require_floors()
    configured = settings()
    by = (who or "").strip() or getpass.getuser()
    with build(configured) as house:
        house.bench.vacancy(vacancy)
        asker = Asker(by, everything=True)
        made = [
            _WRITERS[form](house, vacancy, asker, output)
            for form in FORMS
            if form in (forms or FORMS)
        ]
    if as_json:
        print_json({"vacancy": vacancy, "files": [str(path) for path in made]})
        return
    for path in made:
        out.print(str(path), markup=False, soft_wrap=True)


def _xlsx(house: House, vacancy: str, asker: Asker, folder: Path) -> Path:
    words, title = _words(house), house.bench.vacancy(vacancy).title
    with _new(folder, f"{vacancy}.xlsx") as (path, file):
        write_xlsx(heading(words), table(house.bench, vacancy, asker, "xlsx", words), file, title)
    return path


def _csv(house: House, vacancy: str, asker: Asker, folder: Path) -> Path:
    words = _words(house)
    with _new(folder, f"{vacancy}.csv") as (path, file):
        write_csv(heading(words), table(house.bench, vacancy, asker, "csv", words), file)
    return path


def _zip(house: House, vacancy: str, asker: Asker, folder: Path) -> Path:
    mailing = house.mailing
    with (
        _new(folder, f"{vacancy}-documents.zip") as (path, file),
        bar(vacancy, "documents") as show,
    ):
        for chunk in papers(
            house.bench,
            vacancy,
            asker,
            language=mailing.language,
            zone=mailing.zone,
            progress=show,
        ):
            file.write(chunk)
    return path


_WRITERS = {"xlsx": _xlsx, "csv": _csv, "zip": _zip}


def _words(house: House) -> Words:
    return Words(house.mailing.language, house.mailing.zone)


@contextmanager
def _new(folder: Path, name: str) -> Iterator[tuple[Path, IO[bytes]]]:
    """A file that has its name only once it is whole."""
    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".", delete=False) as file:
            coming = Path(file.name)
            try:
                yield path, file
            except BaseException:
                coming.unlink()
                raise
        coming.replace(path)
    except OSError as error:
        raise IntakeError(
            f"{path} cannot be written: {error.strerror}.", "Make room, or choose another --output."
        ) from error
