"""`intake replay`: stored mail under today's rules."""

import click
from rich.table import Table

from intake.cli import tables
from intake.cli.bars import bar
from intake.cli.frame import config_option, err, out, plain_errors, settings
from intake.jobs.replay import Replayed, replay
from intake.store.judgements import Change
from intake.triage.verdict import Verdict
from intake.wiring import House, build


@click.command("replay")
@click.argument("vacancies", nargs=-1, metavar="[VACANCY]...")
@click.option("--apply", "keep", is_flag=True, help="Keep the changes, each with an audit row.")
@config_option
@plain_errors
def replay_command(vacancies: tuple[str, ...], keep: bool) -> None:
    """Read and judge stored mail again under today's rules, and show what would change.

    What people decided stays. Without --apply nothing is written.
    """
    configured = settings()
    with build(configured) as house:
        chosen = vacancies or tuple(one.vacancy.id for one in configured.vacancies)
        for vacancy in chosen:
            house.bench.vacancy(vacancy)
        results = [_replay(house, vacancy, keep) for vacancy in chosen]
    for result in results:
        _show(result)
    _sum_up(results, keep)


def _sum_up(results: list[Replayed], keep: bool) -> None:
    changes = [change for result in results for change in result.changes]
    findings = sum(_told(change.before) != _told(change.after) for change in changes)
    looked_at = sum(result.looked_at for result in results)
    how = "changed" if keep else "would change (--apply keeps it)"
    out.print(f"{looked_at} mails judged again: {findings} {how}", style="bold")
    if len(changes) > findings:
        out.print(f"{len(changes) - findings} more only in the words of their evidence")


def _replay(house: House, vacancy: str, keep: bool) -> Replayed:
    with bar(vacancy) as show:
        return replay(house.bench, vacancy, apply=keep, progress=show)


def _show(result: Replayed) -> None:
    table = Table(title=result.vacancy, title_justify="left", header_style="dim")
    for column in ("id", "was", "is"):
        table.add_column(column)
    for change in result.changes:
        was, now = _differences(change)
        if was == now:
            continue
        table.add_row(f"m{change.delivery}", tables.lines(was), tables.lines(now))
    if table.row_count:
        out.print(table)
    for number in result.unread:
        err.print(f"m{number} could not be read this time; its old reading was judged.")
    for number in result.kept:
        err.print(f"m{number}: a document took too long this time; its old reading was judged.")


def _differences(change: Change) -> tuple[str, str]:
    """Only what is not the same before and after, line by line."""
    before, after = _told(change.before), _told(change.after)
    was = [line for line in before if line not in after]
    now = [line for line in after if line not in before]
    return "\n".join(was), "\n".join(now)


def _told(verdict: Verdict | None) -> list[str]:
    """What a verdict finds, without the words of its evidence."""
    if verdict is None:
        return []
    return [
        str(verdict.outcome),
        str(verdict.kind),
        f"{verdict.timing.verdict} by {verdict.timing.decided_by}",
        *(f"{check.name}: {check.result}" for check in verdict.checks),
        *(f"⚑ {flag}" for flag in verdict.flags),
    ]
