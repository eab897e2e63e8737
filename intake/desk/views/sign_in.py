"""Signing in and out: the only pages for strangers."""

from urllib.parse import quote, unquote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from intake.desk import oidc
from intake.desk.auth.door import field, opened
from intake.desk.auth.rights import Right
from intake.desk.auth.visitor import let_in, let_out, recognise, visitor
from intake.desk.pages import page
from intake.desk.room import Room, room_of
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
    return _let_in(request, going, token)


def _let_in(request: Request, going: str, token: str) -> Response:
    """With a new visit, which takes the place of one that this browser had."""
    room, before = room_of(request), recognise(request)
    if before is not None:
        visit.sign_out(room.bench, before.visit)
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


def _away(request: Request) -> Response:
    """To the organisation's own service."""
    room = room_of(request)
    if room.service is None:
        raise HTTPException(404)
    seed = oidc.new_seed()
    try:
        answer = RedirectResponse(oidc.begin(room.service, seed, _back(request)), 303)
    except NotSignedIn:
        return _trouble(request, "service", "/")
    going = local(request.query_params.get("next", "/"))
    kept = f"{seed} {quote(going, safe='')}"
    answer.set_cookie(
        _seed_name(room), kept, 600, path="/", secure=room.secure, httponly=True, samesite="lax"
    )
    return answer


def _return(request: Request) -> Response:
    """Back from it, with a code that is good once."""
    room = room_of(request)
    if room.service is None:
        raise HTTPException(404)
    seed, _, going = request.cookies.get(_seed_name(room), "").partition(" ")
    asked = request.query_params
    try:
        person = oidc.finish(
            room.service, seed, _back(request), asked.get("code", ""), asked.get("state", "")
        )
        token = visit.vouched(room.bench, person.email, person.identity)
    except NotSignedIn as error:
        trouble = "unknown" if error.problem.startswith("There is no open") else "service"
        answer = _trouble(request, trouble, "/")
    else:
        answer = _let_in(request, local(unquote(going)), token)
    answer.delete_cookie(_seed_name(room), path="/", secure=room.secure, httponly=True)
    return answer


def _trouble(request: Request, trouble: str, going: str) -> Response:
    return page(request, "sign_in.html", 401, going=going, email="", trouble=trouble)


def _back(request: Request) -> str:
    """Where the service sends the browser: our address, of which the guards know the name."""
    base = room_of(request).url or str(request.base_url).rstrip("/")
    return base + oidc.CALLBACK


def _seed_name(room: Room) -> str:
    return "__Host-intake-oidc" if room.secure else "intake-oidc"


async def _sign_in(request: Request) -> Response:
    if request.method == "POST":
        request.state.form = await request.form(max_files=0, max_fields=10)
        return await run_in_threadpool(_enter, request)
    return await run_in_threadpool(_show, request)


ROUTES = [
    Route("/sign-in", _sign_in, methods=["GET", "POST"], name="sign_in"),
    Route("/sign-in/away", _away, name="sign_in.away"),
    Route(oidc.CALLBACK, _return, name="sign_in.back"),
    opened("/sign-out", _leave, Right.OWN_ACCOUNT, methods=["POST"]),
]
