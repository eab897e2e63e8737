"""What came, to be looked at and saved: page pictures, originals, formatted text."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from intake.desk.auth import Right, opened, visitor
from intake.desk.dossier import require_sight
from intake.desk.foreign import LOCKED, download
from intake.desk.room import room_of
from intake.jobs import viewing

_FRAMED = "default-src 'none'; frame-ancestors 'self'; sandbox"
WIDTH = 1000
"""Pixels of a page's picture: legible at full width, quick to draw."""


def _page(request: Request) -> Response:
    number, sha256 = _seen(request)
    page = request.path_params["page"] - 1
    png = viewing.picture(room_of(request).bench, number, sha256, page, WIDTH)
    headers = {"Content-Security-Policy": LOCKED}
    return Response(png, media_type="image/png", headers=headers)


def _original(request: Request) -> Response:
    number, sha256 = _seen(request)
    bench = room_of(request).bench
    name = viewing.document(bench, number, sha256).filename
    return download(viewing.original(bench, number, sha256), name or "document")


def _formatted(request: Request) -> Response:
    number, _ = _seen(request)
    html = viewing.formatted(room_of(request).bench, number)
    headers = {"Content-Security-Policy": _FRAMED, "X-Frame-Options": "SAMEORIGIN"}
    frame = '<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark">'
    return HTMLResponse(frame + html, headers=headers)


def _seen(request: Request) -> tuple[int, str]:
    """The mail, and the hash of the document; what shows who it is stays away from the blind."""
    number: int = request.path_params["message"]
    require_sight(room_of(request), visitor(request), number)
    return number, request.path_params.get("sha256", "")


ROUTES = [
    opened("/m/{message:number}/d/{sha256}/p/{page:number}", _page, Right.READ_DOSSIER, part=True),
    opened("/m/{message:number}/d/{sha256}", _original, Right.READ_DOSSIER),
    opened("/m/{message:number}/formatted", _formatted, Right.READ_DOSSIER, part=True),
]
