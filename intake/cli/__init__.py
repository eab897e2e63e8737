"""The commands: each a small file that asks a job or the ledger, and shows the answer."""

import logging
from importlib import import_module

import click

from intake import maillog
from intake.cli.frame import config_option

COMMANDS = {
    "demo": "demonstrating",
    "check": "checking",
    "run": "running",
    "status": "running",
    "poll": "polling",
    "queue": "look",
    "messages": "look",
    "show": "look",
    "user": "users",
    "decide": "deciding",
    "admit": "deciding",
    "complaint": "complaining",
    "export": "exporting",
    "digest": "digesting",
    "reconcile": "proving",
    "replay": "replaying",
    "notice": "noticing",
    "import": "polling",
    "verify": "proving",
    "backup": "keeping",
    "restore": "keeping",
}
"""Each command and its file."""


class Commands(click.Group):
    """Loads a command's file when it is called: most need only a part of the house."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of a first visit."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"intake.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="intake")
@click.option("--verbose", "-v", is_flag=True, help="Log each event as a JSON line.")
@config_option
def main(verbose: bool) -> None:
    """Intake reads vacancy mailboxes, refuses what came after the deadline, and files applications.

    Every finding has its evidence; people decide about people. Start with `intake demo`.
    """
    maillog.configure("INFO" if verbose else "CRITICAL")
    logging.getLogger("imapclient").setLevel(logging.CRITICAL)
