"""`intake complaint`: all that is known of a mail or an application, as one ZIP."""

from io import BytesIO
from pathlib import Path

import click

from intake.cli.frame import config_option, out, plain_errors, settings
from intake.jobs.complaint import complaint
from intake.wiring import build


@click.command("complaint")
@click.argument("id")
@click.option("--by", "who", required=True, help="For whom it is made: kept in the audit trail.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to write it; by default complaint-ID.zip in this folder.",
)
@config_option
@plain_errors
def complaint_command(id: str, who: str, output: Path | None) -> None:
    """Pack a mail or an application for whoever must check a complaint.

    The ZIP holds the raw mails, their hashes, the clocks and the rule that decided, the polls
    around the deadline, checks with evidence, people's decisions and the audit rows. A README
    in English and French says how to verify each. It holds personal data.
    """
    if not who.strip():
        raise click.UsageError("--by must not be empty: the pack holds personal data.")
    with build(settings()) as house:
        pack = BytesIO()
        zone = house.mailing.zone
        complaint(house.bench, id, pack, who=who.strip(), everything=True, zone=zone)
    made = output or Path(f"complaint-{id}.zip")
    made.write_bytes(pack.getvalue())
    made.chmod(0o600)
    out.print(str(made), markup=False, soft_wrap=True)
