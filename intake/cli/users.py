"""`intake user`: who may sign in to the review desk."""

import getpass
import sys
from dataclasses import replace

import click

from intake.cli.frame import config_option, json_option, out, plain, plain_errors, print_json
from intake.cli.frame import settings as read_settings
from intake.cli.tables import when
from intake.errors import WrongUse
from intake.jobs import staff
from intake.store import staff as accounts
from intake.store.engine import reading
from intake.store.staff import AccountRow
from intake.wiring import build, now

ROLE_HELP = (
    "admin and hr see every vacancy; recruiter and panel those of --vacancy (panel: shortlisted "
    "applications only); auditor sees the log alone."
)
_by = click.option(
    "--by",
    "who",
    default=getpass.getuser,
    show_default="your login",
    help="Who does it, for the log.",
)
_vacancies = click.option(
    "--vacancy", "vacancies", multiple=True, metavar="ID", help="A vacancy they see; repeat it."
)


@click.group("user")
def user_command() -> None:
    """Accounts of the review desk: add, list, change, password, disable, enable."""


@user_command.command("add")
@click.argument("email")
@click.option("--name", required=True, help="The person's name, as decisions are signed.")
@click.option("--role", required=True, type=click.Choice(staff.ROLES), help=ROLE_HELP)
@_vacancies
@click.option("--language", type=click.Choice(staff.LANGUAGES), default="en", show_default=True)
@click.option(
    "--no-password", is_flag=True, help="They sign in through the organisation's own service only."
)
@_by
@config_option
@plain_errors
def add_command(
    email: str,
    name: str,
    role: str,
    vacancies: tuple[str, ...],
    language: str,
    no_password: bool,
    who: str,
) -> None:
    """Make an account. The password is asked for; from a pipe, it is the first line."""
    account = AccountRow(
        0, email.strip(), name, role, vacancies, language, False, now(), None, not no_password
    )
    with build(read_settings()) as house:
        password = "" if no_password else _password()
        staff.add(house.bench, account, password, who=who)
    out.print(plain(f"{account.email} may sign in as {role}."))


@user_command.command("list")
@json_option
@config_option
@plain_errors
def list_command(as_json: bool) -> None:
    """Show all accounts."""
    with build(read_settings()) as house, reading(house.engine) as session:
        everybody = accounts.everybody(session)
    if as_json:
        print_json([_as_json(one) for one in everybody])
        return
    for one in everybody:
        sees = " ".join(one.vacancies) or "-"
        closed = "  closed" if one.disabled else ""
        seen = when(one.seen_at) or "never"
        out.print(plain(f"{one.email}  {one.name}  {one.role}  {sees}  seen {seen}{closed}"))
    if not everybody:
        out.print("There is no account yet. Make one: intake user add EMAIL --name NAME --role hr")


@user_command.command("change")
@click.argument("email")
@click.option("--name", help="Another name.")
@click.option("--role", type=click.Choice(staff.ROLES), help=ROLE_HELP)
@_vacancies
@_by
@config_option
@plain_errors
def change_command(
    email: str, name: str | None, role: str | None, vacancies: tuple[str, ...], who: str
) -> None:
    """Change name, role or vacancies; `--vacancy` replaces those that stood there."""
    with build(read_settings()) as house:
        with reading(house.engine) as session:
            was = accounts.row(accounts.get(session, email))
        wanted = replace(
            was,
            name=name or was.name,
            role=role or was.role,
            vacancies=vacancies or was.vacancies,
        )
        staff.change(house.bench, wanted, who=who)
    out.print(plain(f"{was.email} is changed."))


@user_command.command("password")
@click.argument("email")
@_by
@config_option
@plain_errors
def password_command(email: str, who: str) -> None:
    """Set another password, and sign the account out everywhere."""
    with build(read_settings()) as house:
        staff.set_password(house.bench, email, _password(), who=who)
    out.print(plain(f"{email} has a new password."))


@user_command.command("disable")
@click.argument("email")
@_by
@config_option
@plain_errors
def disable_command(email: str, who: str) -> None:
    """Close an account at once. What it decided stays."""
    with build(read_settings()) as house:
        staff.disable(house.bench, email, who=who)
    out.print(plain(f"{email} is closed."))


@user_command.command("enable")
@click.argument("email")
@_by
@config_option
@plain_errors
def enable_command(email: str, who: str) -> None:
    """Open a closed account again."""
    with build(read_settings()) as house:
        staff.enable(house.bench, email, who=who)
    out.print(plain(f"{email} is open."))


def _password() -> str:
    """Asked for twice at a terminal; else the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass(f"Password ({staff.SHORTEST} characters or more): ")
    if getpass.getpass("Once more: ") != first:
        raise WrongUse("The two passwords differ.", "Run the command again.")
    return first


def _as_json(one: AccountRow) -> dict[str, object]:
    return {
        "email": one.email,
        "name": one.name,
        "role": one.role,
        "vacancies": list(one.vacancies),
        "language": one.language,
        "disabled": one.disabled,
        "has_password": one.has_password,
        "created_at": when(one.created_at),
        "seen_at": when(one.seen_at) or None,
    }
