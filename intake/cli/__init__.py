"""The commands: each a small file that asks a job or the ledger, and shows the answer."""

import logging

import click

from intake import maillog
from intake.cli.checking import check_command
from intake.cli.deciding import admit_command, decide_command
from intake.cli.demonstrating import demo_command
from intake.cli.digesting import digest_command
from intake.cli.frame import config_option
from intake.cli.look import messages_command, queue_command, show_command
from intake.cli.noticing import notice_command
from intake.cli.polling import import_command, poll_command
from intake.cli.proving import reconcile_command, verify_command
from intake.cli.replaying import replay_command
from intake.cli.running import run_command, status_command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="intake")
@click.option("--verbose", "-v", is_flag=True, help="Log each event as a JSON line.")
@config_option
def main(verbose: bool) -> None:
    """Intake reads vacancy mailboxes, refuses what came after the deadline, and files applications.

    Every finding has its evidence; people decide about people. Start with `intake demo`.
    """
    maillog.configure("INFO" if verbose else "CRITICAL")
    logging.getLogger("imapclient").setLevel(logging.CRITICAL)


for _command in (
    demo_command,
    check_command,
    run_command,
    status_command,
    poll_command,
    queue_command,
    messages_command,
    show_command,
    decide_command,
    admit_command,
    digest_command,
    reconcile_command,
    replay_command,
    notice_command,
    import_command,
    verify_command,
):
    main.add_command(_command)
