"""What every command shares: the configuration folder, plain errors, exit codes, two streams.

Standard output carries the answer alone; progress and warnings go to standard error. Exit 0:
done; 1: a problem in the world; 2: wrong use or configuration.
"""

import functools
import json
import os
import re
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import click
from rich.console import Console
from rich.text import Text

from intake.errors import IntakeError, WrongUse
from intake.settings import ConfigurationError, Settings, load


def _console(*, stderr: bool) -> Console:
    """As wide as the terminal; into a file or a pipe, wide enough that nothing is cut."""
    stream = sys.stderr if stderr else sys.stdout
    return Console(stderr=stderr, highlight=False, width=None if stream.isatty() else 160)


out = _console(stderr=False)
err = _console(stderr=True)

WORLD, USE = 1, 2

_NOT_SHOWN = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Unicode's control characters, directions, halves of characters and line ends."""

# What json leaves as it is, and terminals obey: C1 controls and marks of direction.
_TURNS_A_TERMINAL = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def _remember(context: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.find_root().meta["config"] = value


def config_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let `--config` stand before or after the command's name."""
    return click.option(
        "--config",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="DIR",
        expose_value=False,
        callback=_remember,
        help="The configuration folder (default: $INTAKE_CONFIG, else config/).",
    )(command)


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--json`: one JSON array or object on standard output."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON on standard output.")(
        command
    )


def config_folder() -> Path:
    """The folder that the command line, the environment or the default names."""
    chosen = click.get_current_context().find_root().meta.get("config")
    return Path(chosen or os.environ.get("INTAKE_CONFIG") or "config")


def settings() -> Settings:
    """The configuration; every mistake in it is shown at once and ends the command."""
    return load(config_folder(), os.environ)


def print_json(value: object) -> None:
    """One JSON document on standard output, in UTF-8 whatever the terminal's locale."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    text = _TURNS_A_TERMINAL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
    sys.stdout.flush()


def plain(value: object, style: str = "") -> Text:
    """Foreign text made harmless for a terminal."""
    harmless = "".join(
        " " if unicodedata.category(letter) in _NOT_SHOWN else letter for letter in str(value)
    )
    return Text(harmless, style=style)


def explain(error: IntakeError) -> None:
    """Print what happened and, on a line of its own, what to do."""
    err.print(Text("✗ ", style="red") + plain(error.problem))
    if error.remedy:
        err.print(plain("  → " + error.remedy, "dim"))


def _explain_configuration(error: ConfigurationError) -> None:
    count = len(error.problems)
    err.print(Text(f"✗ {count} mistake{'s' if count > 1 else ''} in the configuration", "red"))
    for problem in error.problems:
        err.print(Text(f"\n{problem}"))


def plain_errors(command: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Turn the product's own errors into a message and an exit code; all else is a fault."""

    @functools.wraps(command)
    def run(*args: Given.args, **options: Given.kwargs) -> Answer:
        try:
            return command(*args, **options)
        except ConfigurationError as error:
            _explain_configuration(error)
            raise SystemExit(USE) from None
        except IntakeError as error:
            explain(error)
            raise SystemExit(USE if isinstance(error, WrongUse) else WORLD) from None

    return run
