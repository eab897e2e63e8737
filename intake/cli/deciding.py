"""`intake decide` and `admit`: what people decide, with who and why."""

from collections.abc import Callable
from typing import Any

import click

from intake.cli.frame import config_option, out, plain_errors, settings
from intake.cli.look import number_of
from intake.jobs.decide import admit, decide
from intake.triage.review import REASON_CODES, STAGES
from intake.wiring import build


def _signed(command: Callable[..., Any]) -> Callable[..., Any]:
    """Who decides, and why: both are kept with the decision."""
    reason = click.option("--reason", required=True, callback=_words, help="Why, in a sentence.")
    by = click.option("--by", "who", required=True, callback=_words, help="Who decides: a name.")
    return by(reason(command))


def _words(context: click.Context, option: click.Parameter, value: str) -> str:
    if not value.strip():
        raise click.BadParameter("it must not be empty", context, option)
    return value.strip()


@click.command("decide")
@click.argument("id")
@click.argument("stage", type=click.Choice(STAGES))
@_signed
@config_option
@plain_errors
def decide_command(id: str, stage: str, who: str, reason: str) -> None:
    """Move an application to another stage, as a person's decision."""
    with build(settings()) as house:
        decide(house.bench, number_of(id, "a"), stage, who=who, why=reason)
    out.print(f"{id} is now {stage}.")


@click.command("admit")
@click.argument("id")
@_signed
@click.option(
    "--code",
    type=click.Choice(REASON_CODES),
    default="other",
    show_default=True,
    help="The kind of reason.",
)
@config_option
@plain_errors
def admit_command(id: str, who: str, reason: str, code: str) -> None:
    """Let a refused or held mail in. What the machine found stays beside the decision."""
    with build(settings()) as house:
        done = admit(house.bench, number_of(id, "m"), code, who=who, why=reason)
    if done:
        out.print(f"{id} is filed.")
    else:
        out.print(f"{id} is proposed. Another person confirms it with the same command.")
