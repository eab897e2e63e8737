"""Pages that tell of trouble: what happened, what is safe, what to do."""

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from intake.desk.pages import language_of, page
from intake.desk.room import room_of
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
from intake.store.engine import reading
from intake.store.rows import DecisionRow

STATUSES: Mapping[type[IntakeError], int] = {
    UnknownId: 404,
    WrongUse: 404,
    Overtaken: 409,
    UnlawfulMove: 422,
    WrongAccount: 422,
    StoreUnavailable: 503,
    StoreDamaged: 503,
}
KNOWN = (400, 401, 403, 404, 405, 409, 413, 422, 500, 503)


async def refused(request: Request, error: Exception) -> Response:
    """What a view or the door has refused."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _page(request, status)


def failed(request: Request, error: Exception) -> Response:
    """What a job or the store has refused: its own words are told in English."""
    status = next((code for kind, code in STATUSES.items() if isinstance(error, kind)), 500)
    said = str(error) if status == 422 and language_of(request) == "en" else ""
    return _page(request, status, said, _last_decision(request) if status == 409 else None)


async def broken(request: Request, error: Exception) -> Response:
    """A fault of ours; it is logged by the server, and not shown."""
    return _page(request, 500)


HANDLERS: Mapping[Any, Any] = {
    HTTPException: refused,
    IntakeError: failed,
    Exception: broken,
}


def _page(
    request: Request, status: int, said: str = "", decision: DecisionRow | None = None
) -> Response:
    kind = status if status in KNOWN else 400 if status < 500 else 500
    return page(request, "trouble.html", status, kind=kind, said=said, decision=decision)


def _last_decision(request: Request) -> DecisionRow | None:
    """Who changed it, when and why: the latest decision on the application of the path."""
    number = request.path_params.get("application")
    if number is None:
        return None
    with reading(room_of(request).bench.engine) as session:
        made = rows.application(session, number).decisions
    return made[-1] if made else None
