"""Lists to be printed: the whole queue or register on as few pages of paper as it takes."""

from starlette.requests import Request
from starlette.responses import Response

from intake.desk.auth import Right, opened
from intake.desk.pages import page
from intake.desk.room import room_of
from intake.desk.views.queue import looked, narrowed
from intake.desk.views.registers import PATHS, as_seen, of_each
from intake.store import registers
from intake.store.engine import reading

MOST = 20_000
"""Lines on paper; more of them is a task for the export."""


def _queue(request: Request) -> Response:
    """The queue without pages, narrowed and in the order that its screen shows."""
    since = looked(request)
    with reading(room_of(request).bench.engine) as session:
        shown = narrowed(request, session, since, start=0, count=MOST)
    return page(
        request,
        "print_queue.html",
        **vars(shown),
        list_name="queue",
        total=shown.leaf.total,
    )


def _register(request: Request, name: str) -> Response:
    """A register without pages; `?shown=all` brings what people have let in as well."""
    room = room_of(request)
    vacancy = room.bench.vacancy(request.path_params["vacancy"])
    let_in = None if request.query_params.get("shown") == "all" else False
    with reading(room.bench.engine) as session:
        found = registers.leaf(session, vacancy.id, PATHS[name], let_in=let_in, count=MOST)
        shown = as_seen(request, session, found)
    return page(
        request,
        "print_register.html",
        vacancy=vacancy,
        **shown,
        list_name=name,
        total=found.total,
    )


ROUTES = [
    opened("/v/{vacancy}/queue/print", _queue, Right.READ_VACANCY),
    *of_each(_register, "/print"),
]
