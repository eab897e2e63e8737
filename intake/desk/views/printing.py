"""Lists to be printed: the whole queue or register on as few pages of paper as it takes."""

import unicodedata
from functools import partial

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from intake.desk.auth import Right, Visitor, opened, visitor
from intake.desk.pages import page
from intake.desk.room import Room, room_of
from intake.desk.views.registers import PATHS
from intake.jobs.export import Asker, Line, lines
from intake.store import registers, rows
from intake.store.engine import reading
from intake.triage.review import STAGES, Stage

MOST = 20_000
"""Mails of a register on paper; more of them is a task for the export."""


def _queue(request: Request) -> Response:
    """The queue without pages; `?stage=` and `?complete=` choose, `?order=name` sorts by name."""
    room, who, asked = room_of(request), visitor(request), request.query_params
    vacancy = room.bench.vacancy(request.path_params["vacancy"])
    found = [one for one in _lines(room, who, vacancy.id) if _is_wanted(one, asked, who)]
    named = all(one.named and not one.aside for one in found)
    by_name = named and asked.get("order") == "name"
    return page(
        request,
        "print_queue.html",
        vacancy=vacancy,
        lines=sorted(found, key=_by_name) if by_name else found,
        by_name=by_name,
        can_sort=named,
        chosen=_choice(asked),
        list_name="queue",
        total=len(found),
    )


def _lines(room: Room, who: Visitor, vacancy: str) -> list[Line]:
    asker = Asker(who.name, who.email, everything=who.may(Right.SEE_RELATIVES))
    with reading(room.bench.engine) as session:
        numbers = rows.numbers(session, vacancy)
    return list(lines(room.bench, vacancy, asker, numbers))


def _choice(asked: QueryParams) -> dict[str, str]:
    """What is asked for, as far as it makes sense."""
    stage, complete = asked.get("stage", ""), asked.get("complete", "")
    return {
        "stage": stage if stage in STAGES else "",
        "complete": complete if complete in ("yes", "no") else "",
    }


def _is_wanted(line: Line, asked: QueryParams, who: Visitor) -> bool:
    chosen = _choice(asked)
    stage = Stage.SHORTLISTED if who.shortlisted_only else chosen["stage"]
    complete = "yes" if line.row.application.complete else "no"
    return (not stage or line.row.stage == stage) and chosen["complete"] in ("", complete)


def _by_name(line: Line) -> tuple[str, int]:
    """As people look names up: accents and capitals count for nothing."""
    whose = line.row.application.candidate
    plain = unicodedata.normalize("NFKD", (whose.name or whose.email).casefold())
    return "".join(char for char in plain if not unicodedata.combining(char)), line.row.id


def _register(request: Request, name: str) -> Response:
    """A register without pages; `?shown=all` brings what people have let in as well."""
    room = room_of(request)
    vacancy = room.bench.vacancy(request.path_params["vacancy"])
    everything = request.query_params.get("shown") == "all"
    with reading(room.bench.engine) as session:
        found = registers.leaf(
            session,
            vacancy.id,
            PATHS[name],
            let_in=None if everything else False,
            count=MOST,
        )
    return page(
        request,
        "print_register.html",
        vacancy=vacancy,
        leaf=found,
        list_name=name,
        everything=everything,
        total=found.total,
    )


def _view(name: str) -> partial[Response]:
    view = partial(_register, name=name)
    view.__module__, view.__name__ = __name__, name  # type: ignore[attr-defined]
    return view


ROUTES = [
    opened("/v/{vacancy}/queue/print", _queue, Right.READ_VACANCY),
    *(opened(f"/v/{{vacancy}}/{name}/print", _view(name), Right.READ_REGISTERS) for name in PATHS),
]
