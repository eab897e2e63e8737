"""Signing in and out: the only pages for strangers."""

from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from intake.desk.auth.door import field, opened
from intake.desk.auth.rights import Right
from intake.desk.auth.visitor import let_in, let_out, recognise, visitor
from intake.desk.pages import page
from intake.desk.room import room_of
from intake.errors import NotSignedIn
from intake.jobs import visit


def local(path: str) -> str:
    """A path of our own to go on to; anything else leads to the overview (no open redirect)."""
    parts = urlsplit(path)
    plain = path.isprintable() and "\\" not in path and not path.startswith("//")
    ours = plain and path.startswith("/") and not (parts.scheme or parts.netloc)
    return path if ours else "/"


def _show(request: Request) -> Response:
    going = local(request.query_params.get("next", "/"))
    if recognise(request) is not None:
        return RedirectResponse(going, 303)
    return page(request, "sign_in.html", going=going, email="", trouble="")


def _enter(request: Request) -> Response:
    room, going = room_of(request), local(field(request, "next"))
    email = field(request, "email")
    password = str(request.state.form.get("password", ""))
    address = request.client.host if request.client else ""
    try:
        token = visit.sign_in(room.bench, email, password, address)
    except NotSignedIn as error:
        trouble, status = ("too_many", 429) if error is visit.TOO_MANY else ("refused", 401)
        return page(request, "sign_in.html", status, going=going, email=email, trouble=trouble)
    answer = RedirectResponse(going, 303)
    let_in(room, answer, token)
    return answer


def _leave(request: Request) -> Response:
    room = room_of(request)
    visit.sign_out(room.bench, visitor(request).visit)
    answer = RedirectResponse("/sign-in", 303)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    let_out(room, answer)
    return answer


async def _sign_in(request: Request) -> Response:
    if request.method == "POST":
        request.state.form = await request.form(max_files=0, max_fields=10)
        return await run_in_threadpool(_enter, request)
    return await run_in_threadpool(_show, request)


ROUTES = [
    Route("/sign-in", _sign_in, methods=["GET", "POST"], name="sign_in"),
    opened("/sign-out", _leave, Right.OWN_ACCOUNT, methods=["POST"]),
]
