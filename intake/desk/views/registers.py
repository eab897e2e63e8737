"""The registers of a vacancy: refused, held, enquiries, ignored. Every mail is reachable."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from intake.desk.auth import Right, opened, visitor
from intake.desk.pages import page, page_count, page_number
from intake.desk.room import room_of
from intake.desk.sight import sight
from intake.store import registers
from intake.store.engine import Session, reading
from intake.store.registers import Register
from intake.store.rows import Leaf, MessageRow

PER_PAGE = 50
PATHS = {
    "refused": Register.REFUSED,
    "held": Register.HELD,
    "enquiries": Register.ENQUIRIES,
    "ignored": Register.IGNORED,
}


def _show(request: Request, name: str) -> Response:
    """One page of a register; `?shown=all` brings what people have let in as well."""
    room = room_of(request)
    vacancy = room.bench.vacancy(request.path_params["vacancy"])
    everything = request.query_params.get("shown") == "all"
    number = page_number(request)
    with reading(room.bench.engine) as session:
        found = registers.leaf(
            session,
            vacancy.id,
            PATHS[name],
            let_in=None if everything else False,
            start=(number - 1) * PER_PAGE,
            count=PER_PAGE,
        )
        shown = as_seen(request, session, found)
        counts = counted(session, vacancy.id)
        unjudged = registers.unjudged(session, vacancy.id)
    return page(
        request,
        "register.html",
        vacancy=vacancy,
        register=name,
        **shown,
        counts=counts,
        unjudged=unjudged,
        everything=everything,
        number=number,
        pages=page_count(found.total, PER_PAGE),
    )


def counted(session: Session, vacancy: str) -> dict[str, int]:
    """How many mails each register holds, by its path."""
    found = registers.counts(session, vacancy)
    return {path: found[register] for path, register in PATHS.items()}


def as_seen(request: Request, session: Session, found: Leaf[MessageRow]) -> dict[str, Any]:
    """Mails as the visitor may see them: what every template that lists mails asks for."""
    eyes = sight(session, room_of(request), visitor(request), found.rows)
    return {
        "leaf": replace(found, rows=tuple(eyes.of(row) for row in found.rows)),
        "veiled": {row.id for row in found.rows if eyes.veils(row)},
        "aside": {row.id for row in found.rows if eyes.is_aside(row)},
    }


def of_each(show: Callable[[Request, str], Response], below: str = "") -> list[Route]:
    """A route for each register, which `show` is given the name of."""

    def named(name: str) -> Callable[[Request], Response]:
        def view(request: Request) -> Response:
            return show(request, name)

        view.__module__, view.__name__ = show.__module__, name
        return view

    return [
        opened(f"/v/{{vacancy}}/{name}{below}", named(name), Right.READ_REGISTERS) for name in PATHS
    ]


ROUTES = of_each(_show)
