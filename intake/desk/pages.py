"""Pages: a template, the reader's language, and what every screen has around it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources
from importlib.metadata import version

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from intake.desk.auth.door import is_number, whole
from intake.desk.auth.rights import Right
from intake.desk.auth.visitor import Visitor
from intake.desk.room import room_of
from intake.desk.words import Words
from intake.jobs import visit
from intake.outbox.words import Language, harmless
from intake.triage.counting import closing_day
from intake.triage.vacancy import Vacancy

VERSION = version("intake")


@dataclass(frozen=True)
class Flash:
    """What the next page tells, with a button that undoes it, until another page is visited.

    Attributes:
        key: of the words; `values` and `n` are put in.
        undo: the path that the button posts `fields` to; empty for no button.
        page: where it is shown; empty until it is.
    """

    key: str
    values: Mapping[str, str] = field(default_factory=dict)
    n: int | None = None
    undo: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    page: str = ""


def page(request: Request, name: str, status: int = 200, **values: object) -> Response:
    """A template as an answer; `values` are its variables, escaped wherever they stand."""
    return HTMLResponse(render(request, name, **values), status)


def render(request: Request, name: str, **values: object) -> str:
    """A template as text."""
    room, who = room_of(request), known(request)
    words = words_of(request)
    common = {
        "_": words,
        "w": words,
        "language": language_of(request),
        "room": room,
        "visitor": who,
        "Right": Right,
        "path": request.url.path,
        "here": _here(request),
        "vacancies": [one for one in room.bench.vacancies if who and one.id in who.vacancies],
        "flash": _take_flash(request, who),
        "version": VERSION,
        "now": room.bench.clock(),
    }
    return templates().get_template(name).render({**common, **values})


def flash(
    request: Request,
    key: str,
    *,
    n: int | None = None,
    undo: str = "",
    fields: tuple[tuple[str, str], ...] = (),
    **values: str,
) -> None:
    """Tell something on the visitor's next page: words by their key, and how to undo it."""
    who = known(request)
    if who is not None:
        told = Flash(key, values, n, undo, fields)
        visit.tell(room_of(request).bench, who.visit, json.dumps(asdict(told)))


def back_to(path: str) -> Response:
    """The answer to a change: go and look (303, so that a reload changes nothing again)."""
    return RedirectResponse(path, 303)


def words_of(request: Request) -> Words:
    """The words of the desk in the reader's language, with the organisation's clock."""
    return Words(language_of(request), room_of(request).zone)


def page_count(total: int, per_page: int) -> int:
    """How many pages a long list has; at least one, which may be empty."""
    return max(1, -(-total // per_page))


def page_number(request: Request) -> int:
    """Which page of a long list is asked for, from 1.

    Raises:
        HTTPException: 404; no list is so long.
    """
    asked = request.query_params.get("page", "1")
    return min(max(whole(asked), 1), 100_000) if is_number(asked) else 1


def known(request: Request) -> Visitor | None:
    """The visitor, where the request came through the door."""
    found: Visitor | None = getattr(request.state, "visitor", None)
    return found


def language_of(request: Request) -> Language:
    """The account's language; before sign-in, the browser's."""
    who = known(request)
    if who is not None:
        return who.language
    wished = request.headers.get("accept-language", "")
    for part in wished.split(","):
        if part.strip()[:2].lower() in ("en", "fr"):
            return "fr" if part.strip()[:2].lower() == "fr" else "en"
    return room_of(request).language


@cache
def templates() -> Environment:
    """The desk's templates; everything that is put into them is escaped."""
    made = Environment(
        loader=PackageLoader("intake.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["moment"] = _moment
    made.filters["second"] = _second
    made.filters["shown"] = harmless
    made.globals.update(static=static, exact=_exact, closing_day=_closing_day)
    return made


@cache
def static(name: str) -> str:
    """The path of a static file, with a mark of its content: browsers keep it for ever."""
    data = resources.files("intake.desk").joinpath("static", name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(data).hexdigest()[:12]}"


@pass_context
def _moment(context: Context, moment: datetime) -> Markup:
    """A moment in the organisation's zone, with UTC on hover."""
    words: Words = context["w"]
    return _hovered(moment, words.moment(moment))


@pass_context
def _second(context: Context, moment: datetime) -> Markup:
    """A moment to the second in the organisation's zone, with UTC on hover."""
    words: Words = context["w"]
    return _hovered(moment, f"{moment.astimezone(words.tz):%Y-%m-%d %H:%M:%S %Z}")


def _hovered(moment: datetime, told: str) -> Markup:
    utc = moment.astimezone(UTC)
    return Markup('<time datetime="{}" title="{} UTC">{}</time>').format(
        f"{utc:%Y-%m-%dT%H:%M:%SZ}", f"{utc:%Y-%m-%d %H:%M:%S}", told
    )


@pass_context
def _exact(context: Context, moment: datetime | None) -> Markup:
    """A moment to the second, in the organisation's zone with its offset, and in UTC."""
    if moment is None:
        return Markup("–")
    words: Words = context["w"]
    utc, local = moment.astimezone(UTC), moment.astimezone(words.tz)
    return Markup('<time datetime="{}">{}</time> <span class="quiet">{} UTC</span>').format(
        f"{utc:%Y-%m-%dT%H:%M:%SZ}", f"{local:%Y-%m-%d %H:%M:%S %Z}", f"{utc:%Y-%m-%d %H:%M:%S}"
    )


@pass_context
def _closing_day(context: Context, vacancy: Vacancy) -> date:
    """The last local day for applications."""
    words: Words = context["w"]
    return closing_day(vacancy.deadline.cutoff, words.tz)


def _take_flash(request: Request, who: Visitor | None) -> Flash | None:
    """What was to be told, for as long as one page is looked at: a reload tells it again."""
    unattended = "unattended" in request.query_params  # no person, so nobody has read it
    if who is None or not who.flash or request.method != "GET" or unattended:
        return None
    told, here = json.loads(who.flash), _here(request)
    shown = told.pop("page", "")
    if shown != here:
        kept = "" if shown else json.dumps({**told, "page": here})
        visit.tell(room_of(request).bench, who.visit, kept)
    fields = tuple((name, value) for name, value in told.pop("fields"))
    return Flash(**told, fields=fields) if shown in ("", here) else None


def _here(request: Request) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")
