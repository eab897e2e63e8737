"""The door in front of every view: no route is open that does not say which right it needs.

What a path names (`{vacancy}`, `{application}`, `{message}`) is looked up here, before the view
runs: what one may not see does not exist (404); what one's role may not do is refused (403).
"""

from collections.abc import Callable, Sequence
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.convertors import Convertor, register_url_convertor
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from intake.desk.auth.rights import Right
from intake.desk.auth.visitor import Visitor, recognise, visitor
from intake.desk.room import room_of
from intake.errors import UnlawfulMove
from intake.jobs import visit
from intake.store import remarks
from intake.store.belonging import Belonging, of_application, of_message
from intake.store.engine import reading

View = Callable[[Request], Response]

LARGEST = 2**31 - 1
"""Of the store's numbers: PostgreSQL's integers end here."""

MOST_FIELDS = 2_500
"""Of a form: a bulk move of a whole page, and then some."""


def opened(
    path: str,
    view: View,
    right: Right,
    *,
    methods: Sequence[str] = ("GET",),
    part: bool = False,
) -> Route:
    """A route for those who have a right; views run in threads and read `form_of(request)`.

    Args:
        part: of a page, as its pictures: that a dossier is read, which is written down where
            the path names one, is then written down only where it was not a while ago.
    """

    def run(request: Request) -> Response:
        allow(request, right, **request.path_params)
        if request.method != "POST":
            _write_down(request, visitor(request), visit.read_part if part else visit.read)
        return view(request)

    async def endpoint(request: Request) -> Response:
        known = await run_in_threadpool(recognise, request)
        if known is None:
            return _to_sign_in(request)
        request.state.visitor = known
        if request.method == "POST":
            request.state.form = await request.form(max_files=0, max_fields=MOST_FIELDS)
        return await run_in_threadpool(run, request)

    return Route(path, endpoint, methods=list(methods), name=f"{view.__module__}.{view.__name__}")


def form_of(request: Request) -> FormData:
    """The form that came with a POST."""
    form: FormData = request.state.form
    return form


def field(request: Request, name: str) -> str:
    """One field of the form, without spaces at its ends; empty where it is missing."""
    return next(reversed(fields(request, name)), "")


def fields(request: Request, name: str) -> list[str]:
    """Every value of a field that a form has more than once; PostgreSQL keeps no NUL in a text."""
    sent = (one for one in form_of(request).getlist(name) if isinstance(one, str))
    return [one.replace("\0", "").strip() for one in sent]


def is_number(text: str) -> bool:
    """Whether a text is a whole number, of any size."""
    return text.isascii() and text.isdigit()


def whole(text: str) -> int:
    """A whole number that a form or an address gives.

    Raises:
        UnlawfulMove: it is none.
        HTTPException: 404; nothing in the store has so large a number.
    """
    if not is_number(text):
        raise UnlawfulMove("A number is missing.", "Load the page again.", rule="no_number")
    if len(text) > len(str(LARGEST)) or int(text) > LARGEST:
        raise HTTPException(404)
    return int(text)


class _Number(Convertor[int]):
    """A number in a path: `{application:number}`; one that is too long is no path of ours."""

    regex = "[0-9]{1,10}"

    def convert(self, value: str) -> int:
        return int(value)

    def to_string(self, value: int) -> str:
        return str(value)


register_url_convertor("number", _Number())


def allow(
    request: Request,
    right: Right,
    *,
    vacancy: str | None = None,
    application: int | None = None,
    message: int | None = None,
    **_: object,
) -> None:
    """Refuse unless the visitor has a right, for the things that are named.

    Raises:
        HTTPException: 403 for what the role may not do, or the person for a conflict of
            interest that they told; 404 for things that one may not see,
            whether or not they exist.
    """
    who, room = visitor(request), room_of(request)
    if not who.may(right):
        raise HTTPException(403)
    if max(application or 0, message or 0) > LARGEST:
        raise HTTPException(404)
    if vacancy is not None and vacancy not in who.vacancies:
        raise HTTPException(404)
    with reading(room.bench.engine) as session:
        if application is not None and not _sees(who, of_application(session, application)):
            raise HTTPException(404)
        if message is not None and not _sees(who, of_message(session, message)):
            raise HTTPException(404)
        if who.email in remarks.recused(session, application, message):
            raise HTTPException(403)


def _sees(who: Visitor, found: Belonging | None) -> bool:
    if found is None or found.vacancy not in who.vacancies:
        return False
    return who.sees(found.stage)


def _write_down(request: Request, who: Visitor, read: Callable[..., None]) -> None:
    names = (("a", "application"), ("m", "message"))
    for letter, name in names:
        if name in request.path_params:
            subject = f"{letter}{request.path_params[name]}"
            read(room_of(request).bench, who.id, subject, request.url.path)


def _to_sign_in(request: Request) -> Response:
    """Back to where they wanted to go, once they have signed in; a form has to be sent anew."""
    if request.method != "GET":
        raise HTTPException(401)
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    where = "/sign-in" if asked == "/" else f"/sign-in?next={quote(asked, safe='')}"
    return RedirectResponse(where, 303)
