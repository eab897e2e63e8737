"""The end of `intake demo`: the review desk over the sample mail, with ready accounts."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from rich.rule import Rule
from rich.table import Table

from intake.cli.frame import out
from intake.daemon import told_to_end
from intake.desk.app import desk
from intake.desk.health import Health, Watched
from intake.desk.room import Room
from intake.desk.server import CannotListen, hosts, serving
from intake.jobs import staff
from intake.jobs.report import state_of
from intake.store.engine import reading
from intake.store.staff import AccountRow

if TYPE_CHECKING:
    from intake.demo.story import Story

HOST, PORT = "127.0.0.1", 8080
PASSWORD = "open the review desk"  # noqa: S105 - of accounts that exist while the demo runs


@dataclass(frozen=True)
class Ready:
    """One account of the demonstration, and what it shows."""

    role: str
    name: str
    vacancies: tuple[str, ...]
    sees: str

    @property
    def email(self) -> str:
        """What to sign in with."""
        return f"{self.role}@example.org"


ACCOUNTS = (
    Ready("hr", "Hélène Marchal", (), "everything, and the log"),
    Ready("recruiter", "Robert Kanza", ("tosci", "stce"), "the vacancies tosci and stce"),
    Ready("panel", "Pia Lindqvist", ("tosci",), "of tosci those who are shortlisted"),
    Ready("auditor", "Aldo Ferri", (), "the log alone"),
    Ready("admin", "Ann Dewolf", (), "everything, and the accounts"),
)


def name_desk(command: str) -> None:
    """Say which command ends with the desk, and print the accounts that will be there."""
    _head()
    out.print("To see the desk too, run", markup=False)
    out.print(f"  {command}", style="bold", markup=False, soft_wrap=True)
    out.print(f"It ends with the desk at http://{HOST}:{PORT}/ and these accounts, which all have")
    out.print("the password of the last line.")
    _print_accounts()


def show_desk(story: "Story") -> None:
    """Make the accounts, print them, and serve the desk until Ctrl-C."""
    _head()
    for one in ACCOUNTS:
        row = AccountRow(
            0, one.email, one.name, one.role, one.vacancies, "en", False, story.clock(), None, True
        )
        staff.add(story.house.bench, row, PASSWORD, who="The demonstration")
    story.clock.let_go()
    _serve(story)


def _head() -> None:
    out.print(Rule("[bold]The review desk[/]", align="left"))


def _serve(story: "Story") -> None:
    room = Room(story.house.bench, story.house.mailing, hosts(HOST), lambda: _health(story))
    with _listening(room) as port:
        _print_accounts()
        out.print(f"[bold]Open http://{HOST}:{port}/[/]   (Ctrl-C ends the demonstration)")
        _wait()


@contextmanager
def _listening(room: Room) -> Iterator[int]:
    """Serve at the usual port, or at another where a program has that one."""
    with ExitStack() as stack:
        try:
            port = stack.enter_context(serving(desk(room), HOST, PORT))
        except CannotListen:
            port = stack.enter_context(serving(desk(room), HOST, 0))
        yield port


def _wait() -> None:
    """Until Ctrl-C, or until somebody asks for the end."""
    end = threading.Event()
    with told_to_end(end):
        while not end.wait(1):
            pass


def _print_accounts() -> None:
    table = Table(box=None, pad_edge=False)
    for head in ("sign in as", "who", "sees"):
        table.add_column(head, header_style="dim")
    for one in ACCOUNTS:
        table.add_row(one.email, f"{one.name} ({one.role})", one.sees)
    out.print(table)
    out.print(f"password  [bold]{PASSWORD}[/]\n")


def _health(story: "Story") -> Health:
    bench, now = story.house.bench, story.clock()
    with reading(bench.engine) as session:
        watched = [
            Watched(one.id, state_of(session, story.house.mailing, one, now))
            for one in bench.vacancies
        ]
    return Health(now, version("intake"), now, watched)
