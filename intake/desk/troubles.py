"""Pages that tell of trouble: what happened, what is safe, what to do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from intake import maillog
from intake.desk.auth.door import field
from intake.desk.pages import known, page, words_of
from intake.desk.room import room_of
from intake.desk.views.sign_in import local
from intake.desk.words import Words
from intake.errors import (
    IntakeError,
    Overtaken,
    StoreDamaged,
    StoreUnavailable,
    UnknownId,
    UnlawfulMove,
    WrongAccount,
    WrongUse,
)
from intake.store import rows
from intake.store.applications import TOLD
from intake.store.engine import Session, reading
from intake.store.rows import DecisionRow
from intake.triage.review import Stage

STATUSES: Mapping[type[IntakeError], int] = {
    UnknownId: 404,
    WrongUse: 404,
    Overtaken: 409,
    UnlawfulMove: 422,
    WrongAccount: 422,
    StoreUnavailable: 503,
    StoreDamaged: 503,
}
CHANGING = (
    TOLD["stage"],
    "application opened",
    "application opened again",
    "application changed",
    "application corrected",
    "application closed",
    "remark: assign",
    "remark: wait",
)
"""Rows of the chain after which an application is of another version."""

KNOWN = (400, 401, 403, 404, 405, 409, 413, 422, 500, 503)


@dataclass(frozen=True)
class Change:
    """The last change of something that changed while a page was looked at.

    Attributes:
        ref: `a12` or `m12`.
        decision: None where no person decided: mail came, or a correction was made.
    """

    ref: str
    at: datetime
    decision: DecisionRow | None


async def refused(request: Request, error: Exception) -> Response:
    """What a view or the door has refused."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    who = known(request)
    if who is not None or status not in (401, 404):
        number = who.id if who is not None else None
        maillog.access_refused(number, request.method, request.url.path, status)
    return _page(request, status)


def failed(request: Request, error: Exception) -> Response:
    """What a job or the store has refused; the reason is told in the reader's language."""
    status = next((code for kind, code in STATUSES.items() if isinstance(error, kind)), 500)
    said = rule_told(words_of(request), error) if isinstance(error, UnlawfulMove) else ""
    changes = _changes(request, error) if isinstance(error, Overtaken) else ()
    return _page(request, status, said, changes)


def turned_away(scope: Scope, status: int, key: str) -> Response:
    """What a guard has refused before anybody was recognised, with words by their key."""
    request = Request(scope)
    maillog.access_refused(None, request.method, request.url.path, status)
    return _page(request, status, words_of(request)(key))


async def broken(request: Request, error: Exception) -> Response:
    """A fault of ours; it is logged by the server, and not shown."""
    maillog.fault(request.url.path)
    return _page(request, 500)


HANDLERS: Mapping[Any, Any] = {
    HTTPException: refused,
    IntakeError: failed,
    Exception: broken,
}


def rule_told(words: Words, error: UnlawfulMove) -> str:
    """Which rule stands in the way, and what to do."""
    told: dict[str, Any] = {name: _value(words, value) for name, value in error.values.items()}
    return words(f"rules.{error.rule}", **told)


def _value(words: Words, value: object) -> str:
    """A stage, a day or a number as people know it; other values as they are."""
    if isinstance(value, Stage):
        return words(f"frame.stage_{value}")
    if isinstance(value, date):
        return words.day(value)
    return words.number(value) if isinstance(value, int) else str(value)


def _page(
    request: Request, status: int, said: str = "", changes: Sequence[Change] = ()
) -> Response:
    kind = status if status in KNOWN else 400 if status < 500 else 500
    back = _back(request) if status == 409 else "/"
    return page(request, "trouble.html", status, kind=kind, said=said, changes=changes, back=back)


def _changes(request: Request, error: Overtaken) -> list[Change]:
    """Who changed what, when and why, of everything that has changed meanwhile."""
    message = request.path_params.get("message")
    with reading(room_of(request).bench.engine) as session:
        if message is not None:
            return [_last_of_mail(session, message)]
        return [_last_change(session, number) for number in error.applications]


def _last_of_mail(session: Session, number: int) -> Change:
    """A person's decision about a mail, or else what happened to it last."""
    made = rows.message(session, number).decisions
    last = made[-1] if made else None
    at = last.at if last else rows.audit_of(session, f"m{number}")[-1].at
    return Change(f"m{number}", at, last)


def _last_change(session: Session, number: int) -> Change:
    """A person's decision, or what came by mail or by a correction, whichever was later."""
    made = rows.application(session, number).decisions
    trail = [one for one in rows.audit_of(session, f"a{number}") if one.what in CHANGING]
    by_decision = not trail or trail[-1].what == TOLD["stage"]
    last = made[-1] if made and by_decision else None
    return Change(f"a{number}", last.at if last else trail[-1].at, last)


def _back(request: Request) -> str:
    """The page on which it can be seen as it is."""
    names = (("a", "application"), ("m", "message"))
    of_path = [
        f"/{one}/{request.path_params[name]}" for one, name in names if name in request.path_params
    ]
    return of_path[0] if of_path else local(field(request, "back"))
