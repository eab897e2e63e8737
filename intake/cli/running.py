"""`intake run` and `status`: the daemon, and how it is."""

import json
import sys
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import ProxyHandler, build_opener

import click

from intake import daemon, maillog
from intake.cli.floors import require_floors
from intake.cli.frame import (
    WORLD,
    config_option,
    explain,
    json_option,
    out,
    plain_errors,
    print_json,
    settings,
)
from intake.daemon.pulse import silence
from intake.errors import Transient
from intake.wiring import build

PATIENCE = 10.0
"""Seconds that the daemon is given to answer."""

# A proxy of the environment is for the way out, and this machine's desk is not there.
_DIRECTLY = build_opener(ProxyHandler({}))


@click.command("run")
@config_option
@plain_errors
def run_command() -> None:
    """Be the daemon: poll on schedule, send the digest, serve the health page.

    SIGTERM or Ctrl-C ends it between two mails. Events are logged to standard error as JSON
    lines, without names, subjects or texts.
    """
    require_floors()
    maillog.configure("INFO")
    sys.exit(daemon.run(settings()))


@click.command("status")
@json_option
@config_option
@plain_errors
def status_command(as_json: bool) -> None:
    """Ask the daemon how it is. Exit 1 when it does not answer, or reports trouble.

    Where it does not answer, the ledger tells since when, and what else is wrong.
    """
    configured = settings()
    url = f"http://{_reachable(configured.desk.host)}:{configured.desk.port}/health"
    try:
        code, told = _ask(url)
    except Transient as silent:
        explain(silent)
        with build(configured) as house:
            code, told = 503, silence(house, url, silent.problem).as_json()
    if as_json:
        print_json(told)
    else:
        _show(told)
    if code != 200:
        raise SystemExit(WORLD)


def _reachable(host: str) -> str:
    """A name to ask by: a daemon that listens everywhere is asked on this machine itself."""
    everywhere = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 - compared, not bound
    return everywhere.get(host, f"[{host}]" if ":" in host else host)


def _ask(url: str) -> tuple[int, dict[str, Any]]:
    try:
        return _fetch(url)
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise Transient(
            f"No daemon answers at {url}: {reason}.",
            "Start it with `intake run`, or see [desk] listen in intake.toml.",
        ) from None


def _fetch(url: str) -> tuple[int, dict[str, Any]]:
    try:
        with _DIRECTLY.open(url, timeout=PATIENCE) as answer:
            return answer.status, json.load(answer)
    except HTTPError as trouble:  # the same page, from a daemon in trouble
        with trouble:
            return trouble.code, json.load(trouble)


def _show(told: dict[str, Any], indent: str = "") -> None:
    for key, value in told.items():
        if isinstance(value, dict):
            out.print(f"{indent}{key}:", markup=False)
            _show(value, indent + "  ")
        elif isinstance(value, list):
            out.print(f"{indent}{key}: {len(value)}", markup=False)
            for one in value:
                parts = one.items() if isinstance(one, dict) else ()
                line = ", ".join(f"{name} {part}" for name, part in parts if part) or str(one)
                out.print(f"{indent}  {line}", markup=False)
        else:
            out.print(f"{indent}{key}: {value}", markup=False)
