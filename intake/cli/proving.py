"""`intake reconcile` and `verify`: the proof that nothing is lost, and nothing altered."""

import click

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
from intake.errors import IntakeError
from intake.jobs.bench import Inbox
from intake.jobs.reconcile import Reconciled, reconcile
from intake.jobs.verify import Verified, verify
from intake.wiring import House, build


@click.command("reconcile")
@json_option
@config_option
@plain_errors
def reconcile_command(as_json: bool) -> None:
    """Compare what the mail servers hold with the ledger: is every mail accounted for?

    Exit 1 when a mail is missing, or a mailbox cannot be asked.
    """
    with build(settings()) as house:
        asked = [(inbox, _ask(house, inbox)) for inbox in house.inboxes]
    answers = [answer for _, answer in asked if isinstance(answer, Reconciled)]
    if as_json:
        print_json([_shape(inbox, answer) for inbox, answer in asked])
    else:
        _show(asked, answers)
    if len(answers) < len(asked) or any(answer.missing for answer in answers):
        raise SystemExit(WORLD)


@click.command("verify")
@json_option
@config_option
@plain_errors
def verify_command(as_json: bool) -> None:
    """Check every stored file against its hash, every reference, and the audit trail's chain.

    Exit 1 on a fault. The chain's head must be the one that the last digests print.
    """
    with build(settings()) as house:
        found = verify(house.bench)
    if as_json:
        print_json(vars(found) | {"faults": list(found.faults), "strays": list(found.strays)})
    else:
        _show_verified(found)
    if found.faults:
        raise SystemExit(WORLD)


def _show_verified(found: Verified) -> None:
    out.print(f"{found.files} files and {found.rows} audit rows; chain head {found.head[:16]}")
    if found.strays:
        out.print(f"{len(found.strays)} files without a row, which the daemon will delete")
    for fault in found.faults:
        err.print(f"✗ {fault}", style="red", markup=False)
    if not found.faults:
        out.print("[green]✓[/] everything is as it was written")


def _ask(house: House, inbox: Inbox) -> Reconciled | IntakeError:
    try:
        return reconcile(house.bench, inbox)
    except IntakeError as error:
        return error


def _show(asked: list[tuple[Inbox, Reconciled | IntakeError]], answers: list[Reconciled]) -> None:
    for inbox, answer in asked:
        if isinstance(answer, IntakeError):
            explain(answer)
            continue
        out.print(f"{inbox.vacancy}: {answer}")
        for one in answer.missing:
            out.print(f"  UID {one.uid} in {one.folder}: {one.why}", markup=False)
    if not answers:
        out.print("Nothing could be compared: no mailbox answered.", style="bold")
        return
    held, kept = sum(one.on_server for one in answers), sum(one.accounted for one in answers)
    silent = len(asked) - len(answers)
    without = f" (without {silent} that did not answer)" if silent else ""
    told = f"{held} on the server, {kept} accounted for, {held - kept} missing{without}"
    out.print(told, style="bold")


def _shape(inbox: Inbox, answer: Reconciled | IntakeError) -> dict[str, object]:
    if isinstance(answer, IntakeError):
        return {"vacancy": inbox.vacancy, "mailbox": inbox.mailbox, "problem": str(answer)}
    return {
        "vacancy": inbox.vacancy,
        "mailbox": answer.mailbox,
        "on_server": answer.on_server,
        "accounted": answer.accounted,
        "missing": [
            {"folder": m.folder, "uidvalidity": m.uidvalidity, "uid": m.uid, "why": m.why}
            for m in answer.missing
        ],
    }
