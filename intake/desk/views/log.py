"""The log: every change with its seal, and every reading of a dossier."""

import json

from starlette.requests import Request
from starlette.responses import Response

from intake.desk.auth import Right, opened
from intake.desk.auth.door import is_number, whole
from intake.desk.pages import page
from intake.desk.room import room_of
from intake.store import audit, logbook
from intake.store.engine import reading

SUBJECT_LENGTH = 80


def _changes(request: Request) -> Response:
    subject, before = _asked(request)
    with reading(room_of(request).bench.engine) as session:
        found = logbook.changes(session, subject, before)
        count, head = audit.count(session), audit.head(session)
    shown = found[: logbook.PAGE]
    return page(
        request,
        "log.html",
        rows=[(row, _details(row.details)) for row in shown],
        subject=subject,
        more=shown[-1].id if len(found) > logbook.PAGE else None,
        count=count,
        head=head,
    )


def _readings(request: Request) -> Response:
    subject, before = _asked(request)
    with reading(room_of(request).bench.engine) as session:
        found = logbook.readings(session, subject, before)
    shown = found[: logbook.PAGE]
    more = shown[-1].id if len(found) > logbook.PAGE else None
    return page(request, "readings.html", rows=shown, subject=subject, more=more)


def _asked(request: Request) -> tuple[str, int | None]:
    subject = request.query_params.get("subject", "").replace("\0", "").strip()[:SUBJECT_LENGTH]
    before = request.query_params.get("before", "")
    return subject, whole(before) if is_number(before) else None


def _details(text: str) -> list[tuple[str, str]]:
    """The details of a row without what is empty, and without the version that wrote it."""
    told = json.loads(text)
    return [
        (key, str(value))
        for key, value in told.items()
        if key != "intake" and value not in ("", None)
    ]


ROUTES = [
    opened("/audit", _changes, Right.READ_AUDIT),
    opened("/audit/readings", _readings, Right.READ_AUDIT),
]
