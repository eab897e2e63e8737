"""Is Intake alive, are the mailboxes read, did the digest go out? One value, told as JSON."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from intake.loopback import is_loopback
from intake.triage.digest import MailboxState, Totals
from intake.triage.trouble import Trouble

HEARTBEAT_STOPS = timedelta(minutes=2)
"""After so long without a heartbeat the daemon counts as hanging."""


@dataclass(frozen=True)
class Watched:
    """A vacancy's mailbox and its state."""

    vacancy: str
    state: MailboxState


@dataclass(frozen=True)
class DigestState:
    """The latest digest that is due: how many recipients have it.

    Attributes:
        overdue: it should have gone out long ago, and somebody has not got it.
        problem: why the last attempt for one of them failed.
    """

    date: str
    recipients: int
    sent: int
    overdue: bool = False
    problem: str = ""


@dataclass(frozen=True)
class Health:
    """What the health page tells.

    Attributes:
        heartbeat: the daemon's last sign of life; None outside a daemon.
        problem: why the store could not be asked; then nothing else is known.
        troubles: what somebody must look at, each with its beginning.
    """

    now: datetime
    version: str
    heartbeat: datetime | None = None
    mailboxes: Sequence[Watched] = ()
    digest: DigestState | None = None
    problem: str = ""
    troubles: Sequence[Trouble] = ()

    @property
    def beating(self) -> bool:
        """Whether the daemon gave a sign of life lately."""
        return self.heartbeat is not None and self.now - self.heartbeat < HEARTBEAT_STOPS

    @property
    def well(self) -> bool:
        """Whether nobody needs to look."""
        unread = any(one.state.unread for one in self.mailboxes)
        late = self.digest is not None and self.digest.overdue
        return self.beating and not (unread or late or self.problem or self.troubles)

    def as_json(self) -> dict[str, object]:
        """The same in plain values; times in UTC."""
        return {
            "status": "ok" if self.well else "trouble",
            "version": self.version,
            "time": _stamp(self.now),
            "heartbeat": _stamp(self.heartbeat),
            "problem": self.problem,
            "troubles": [vars(one) | {"since": _stamp(one.since)} for one in self.troubles],
            "mailboxes": [_mailbox(one) for one in self.mailboxes],
            "digest": None if self.digest is None else vars(self.digest),
        }


def route(health: Callable[[], Health]) -> Route:
    """GET /health: 200 when all is well, else 503; the details are for this machine alone."""

    def show(request: Request) -> JSONResponse:
        found = health()
        told = found.as_json()
        shown = told if _is_here(request) else {"status": told["status"]}
        return JSONResponse(shown, 200 if found.well else 503)

    return Route("/health", show, name="health")


def _is_here(request: Request) -> bool:
    """Whether it is asked on this machine, under its own name: no proxy stands between."""
    client = request.client.host if request.client else ""
    return is_loopback(client) and is_loopback(request.url.hostname or "")


def _mailbox(one: Watched) -> dict[str, object]:
    state = one.state
    return {
        "mailbox": state.mailbox,
        "vacancy": one.vacancy,
        "status": "unread" if state.unread else "ok" if state.watched else "not watched",
        "last_good_poll": _stamp(state.last_good),
        "problem": state.problem,
        **_totals(state.totals),
    }


def _totals(totals: Totals | None) -> dict[str, object]:
    """What the last cycle found: so many on the server, accounted for, missing."""
    if totals is None:
        return {"on_server": None, "accounted": None, "missing": None}
    return {
        "on_server": totals.server,
        "accounted": totals.accounted,
        "missing": totals.missing,
    }


def _stamp(moment: datetime | None) -> str | None:
    return None if moment is None else f"{moment:%Y-%m-%dT%H:%M:%SZ}"
