"""`intake backup` and `restore`: everything in one file, and back, proven."""

from pathlib import Path

import click

from intake.cli.bars import bar
from intake.cli.frame import config_option, json_option, out, plain_errors, print_json, settings
from intake.jobs.backup import Kept, backup, restore
from intake.wiring import build


@click.command("backup")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE|DIR",
    help="The file to write; in a folder, one named after the moment.",
)
@json_option
@config_option
@plain_errors
def backup_command(output: Path, as_json: bool) -> None:
    """Write one file with everything that Intake remembers; the daemon may run meanwhile.

    It holds personal data: it is readable by its owner alone. Configuration and secrets are not
    in it. Exit 1 when a stored file is missing or altered, or the disk is full.
    """
    with build(settings()) as house, bar("backup") as show:
        kept = backup(house.bench, output, show)
    _tell(kept, as_json, "kept in")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True, help="Replace what the store remembers now.")
@json_option
@config_option
@plain_errors
def restore_command(file: Path, force: bool, as_json: bool) -> None:
    """Bring a backup back, and prove it: file hashes, the audit trail's chain, the ledger's rules.

    Stop the daemon first. A store that is not empty is left alone without --force. What came
    since the backup is still in the mailboxes: `intake poll` fetches it.
    """
    with build(settings()) as house, bar("restore") as show:
        kept = restore(house.bench, file, force=force, progress=show)
    _tell(kept, as_json, "restored and proven from")


def _tell(kept: Kept, as_json: bool, how: str) -> None:
    if as_json:
        print_json({**vars(kept), "file": str(kept.file)})
        return
    said = f"{kept.mails} files and {kept.rows} audit rows {how} {kept.file}"
    out.print(f"{said}; chain head {kept.head[:16]}", markup=False, soft_wrap=True)
