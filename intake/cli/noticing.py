"""`intake notice`: a published notice becomes a draft vacancy file, with questions."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from intake.cli.frame import WORLD, err, explain, out, plain_errors
from intake.errors import IntakeError
from intake.notices.compose import draft
from intake.notices.draft import Draft
from intake.notices.vacancy_file import as_toml
from intake.reading.sandbox import ReadingFailed, Sandbox


@click.command("notice")
@click.argument(
    "notices",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write one file per notice there, named by the vacancy's id.",
)
@click.option("--force", is_flag=True, help="Let a file of the same name in DIR be replaced.")
@plain_errors
def notice_command(notices: tuple[Path, ...], output: Path | None, force: bool) -> None:
    """Draft a vacancy file from a published notice (txt, md, pdf, docx).

    Each value stands under the sentence of the notice that it came from, and each gap or
    ambiguity is a question at the top. Read the draft against the notice before you use it. No
    configuration is needed. One notice is drafted on standard output, several into --output DIR.
    """
    if output is not None:
        _into_folder(notices, output, force)
    elif len(notices) > 1:
        raise click.UsageError("Several notices are drafted into a folder: add --output DIR.")
    else:
        with Sandbox() as sandbox:
            _onto_stdout(_drafted(sandbox, notices[0]))


def _onto_stdout(found: Draft) -> None:
    sys.stdout.buffer.write(as_toml(found).encode())
    sys.stdout.flush()
    err.print(f"{_counted(found)} at the top of the draft.", markup=False)


def _into_folder(notices: Sequence[Path], folder: Path, force: bool) -> None:
    """Draft what can be drafted; exit 1 where something could not."""
    taken: set[str] = set()
    troubles = 0
    with Sandbox() as sandbox:
        for notice in notices:
            try:
                found = _drafted(sandbox, notice)
                name = next(one for one in _names(found.id) if one not in taken)
                taken.add(name)
                _write(folder / f"{name}.toml", as_toml(found), force)
            except IntakeError as error:
                explain(error)
                troubles += 1
                continue
            _tell(folder / f"{name}.toml", found)
    if troubles:
        raise SystemExit(WORLD)


def _drafted(sandbox: Sandbox, notice: Path) -> Draft:
    """The draft of one notice, which is opened as any document that came from outside."""
    try:
        document = sandbox.read_document(notice)
    except ReadingFailed as failed:
        raise IntakeError(f"{notice} could not be read because {failed.reason}.") from failed
    if not document.readable:
        told = " ".join(document.notes) or f"It is {document.reason}."
        raise IntakeError(
            f"{notice} could not be read. {told}", "Save the notice as text, and try that file."
        )
    return draft(document.text, notice.stem)


def _names(name: str) -> Iterator[str]:
    """Two notices of one title are two vacancies."""
    yield name
    for number in range(2, 1_000_000):
        yield f"{name}-{number}"


def _write(path: Path, text: str, force: bool) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w" if force else "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise IntakeError(
            f"{path} is there already; it was left as it is.", "To replace it, add --force."
        ) from error
    except OSError as error:
        raise IntakeError(f"{path} cannot be written: {error.strerror}.") from error


def _tell(path: Path, found: Draft) -> None:
    out.print(f"{path}: {_counted(found)}", markup=False)
    for number, question in enumerate(found.questions, start=1):
        err.print(f"  {number}. {question}", markup=False, soft_wrap=True)


def _counted(found: Draft) -> str:
    count = len(found.questions)
    return f"{count or 'no'} question{'' if count == 1 else 's'}"
