"""`intake digest`: the day's digest, shown, written or sent."""

from datetime import date, datetime
from pathlib import Path

import click

from intake.cli.frame import WORLD, config_option, err, explain, out, plain_errors, settings
from intake.jobs.report import Sent, preview, report
from intake.outbox.compose import Composed
from intake.wiring import build


@click.command("digest")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The digest's date.")
@click.option("--send", is_flag=True, help="Send it to everybody who did not get it yet.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write it there as HTML and text.",
)
@config_option
@plain_errors
def digest_command(day: datetime | None, send: bool, output: Path | None) -> None:
    """Show the digest of a day (by default today): on the terminal, as files, or sent.

    Each recipient gets a date's digest once, however often it is sent. Exit 1 when it could not
    be sent to somebody; it stays queued for them.
    """
    if send and output:
        raise click.UsageError("Choose --send or --output, not both.")
    chosen: date | None = day.date() if day else None
    with build(settings()) as house:
        today = house.bench.clock().astimezone(house.mailing.zone).date()
        if chosen is not None and chosen > today:
            raise click.UsageError(f"The digest of {chosen} has nothing to tell yet.")
        if send:
            _tell(report(house.bench, house.mailing, chosen))
            return
        composed = preview(house.bench, house.mailing, chosen)
    if output is None:
        out.print(f"{composed.subject}\n", style="bold", markup=False)
        out.print(composed.text, markup=False, soft_wrap=True)
    else:
        for path in write(composed, output):
            out.print(str(path), markup=False, soft_wrap=True)


def write(composed: Composed, folder: Path) -> tuple[Path, Path]:
    """Keep a digest as digest.txt and digest.html."""
    folder.mkdir(parents=True, exist_ok=True)
    text, html = folder / "digest.txt", folder / "digest.html"
    text.write_text(composed.text, "utf-8")
    html.write_text(composed.html, "utf-8")
    return text, html


def _tell(results: tuple[Sent, ...]) -> None:
    if not results:
        err.print(
            "Nothing was sent: nobody is to get a digest, or none was due since the first poll. "
            "The last one due is sent; --date sends another day's."
        )
    for sent in results:
        if sent.problem:
            explain(sent.problem)
            continue
        how = "sent before" if sent.before else "kept as a file" if sent.file else "sent"
        where = f": {sent.file}" if sent.file else ""
        out.print(f"{sent.date} {sent.recipient}: {how}{where}", markup=False, soft_wrap=True)
    if any(sent.problem for sent in results):
        raise SystemExit(WORLD)
