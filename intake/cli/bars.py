"""How far a command has come: bars on standard error, so that the answer stays alone."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from intake.cli.frame import err
from intake.jobs import bench


@contextmanager
def bars() -> Iterator[Progress]:
    """For tasks with a `step`, side by side; where nobody watches, nothing stays of them."""
    columns = (
        TextColumn("{task.description:<20}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[step]}"),
    )
    with Progress(*columns, console=err, transient=not err.is_terminal) as progress:
        yield progress


@contextmanager
def bar(what: str, step: str = "") -> Iterator[bench.Progress]:
    """For one task; it is told how much of how much is done."""
    with bars() as progress:
        task = progress.add_task(what, total=None, step=step)

        def show(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        yield show
