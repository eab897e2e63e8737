"""What came, to be looked at and saved: page pictures, originals, formatted text."""

import re
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from intake.desk.auth import Right, opened, visitor
from intake.desk.dossier import hidden
from intake.desk.room import room_of
from intake.jobs import viewing
from intake.store import belonging
from intake.store.engine import reading

_SEALED = "default-src 'none'; sandbox"
_FRAMED = "default-src 'none'; frame-ancestors 'self'; sandbox"
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
WIDTH = 1000
"""Pixels of a page's picture: legible at full width, quick to draw."""


def _page(request: Request) -> Response:
    number, sha256 = _seen(request)
    page = request.path_params["page"] - 1
    png = viewing.picture(room_of(request).bench, number, sha256, page, WIDTH)
    headers = {"Content-Security-Policy": _SEALED, "Cache-Control": "private, max-age=3600"}
    return Response(png, media_type="image/png", headers=headers)


def _original(request: Request) -> Response:
    number, sha256 = _seen(request)
    bench = room_of(request).bench
    name = viewing.document(bench, number, sha256).filename
    return attachment(viewing.original(bench, number, sha256), name)


def attachment(data: bytes, name: str) -> Response:
    """A file to be saved, never shown (RFC 6266): its type is not said, so nothing opens it."""
    plain = _UNSAFE.sub("_", name).strip("._")[:100] or "document"
    full = quote(name.replace("/", "_").replace("\\", "_")[:200] or plain, safe="")
    headers = {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{full}",
        "Content-Security-Policy": _SEALED,
    }
    return Response(data, media_type="application/octet-stream", headers=headers)


def _formatted(request: Request) -> Response:
    number, _ = _seen(request)
    html = viewing.formatted(room_of(request).bench, number)
    headers = {"Content-Security-Policy": _FRAMED, "X-Frame-Options": "SAMEORIGIN"}
    frame = '<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark">'
    return HTMLResponse(frame + html, headers=headers)


def _seen(request: Request) -> tuple[int, str]:
    """The mail, and the hash of the document; what shows who it is stays away from the blind."""
    number: int = request.path_params["message"]
    room, who = room_of(request), visitor(request)
    with reading(room.bench.engine) as session:
        found = belonging.of_message(session, number)
    if found is None or hidden(room, who, found.vacancy, found.stage):
        raise HTTPException(404)
    return number, request.path_params.get("sha256", "")


ROUTES = [
    opened("/m/{message:int}/d/{sha256}/p/{page:int}", _page, Right.READ_DOSSIER, logged=False),
    opened("/m/{message:int}/d/{sha256}", _original, Right.READ_DOSSIER),
    opened("/m/{message:int}/formatted", _formatted, Right.READ_DOSSIER, logged=False),
]
