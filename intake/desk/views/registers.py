"""The registers of a vacancy: refused, held, enquiries, ignored. Every mail is reachable."""

from dataclasses import replace
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from intake.desk.auth import Right, opened, visitor
from intake.desk.pages import page, page_number
from intake.desk.room import room_of
from intake.desk.sight import sight
from intake.store import registers
from intake.store.engine import Session, reading
from intake.store.registers import Register

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
        eyes = sight(session, room, visitor(request), found.rows)
        counts = counted(session, vacancy.id)
        unjudged = registers.unjudged(session, vacancy.id)
    return page(
        request,
        "register.html",
        vacancy=vacancy,
        register=name,
        leaf=replace(found, rows=tuple(eyes.of(row) for row in found.rows)),
        veiled={row.id for row in found.rows if eyes.veils(row)},
        aside={row.id for row in found.rows if eyes.is_aside(row)},
        counts=counts,
        unjudged=unjudged,
        everything=everything,
        number=number,
        pages=max(1, -(-found.total // PER_PAGE)),
    )


def counted(session: Session, vacancy: str) -> dict[str, int]:
    """How many mails each register holds, by its path."""
    found = registers.counts(session, vacancy)
    return {path: found[register] for path, register in PATHS.items()}


def _view(name: str) -> partial[Response]:
    view = partial(_show, name=name)
    view.__module__, view.__name__ = __name__, name  # type: ignore[attr-defined]
    return view


ROUTES = [opened(f"/v/{{vacancy}}/{name}", _view(name), Right.READ_REGISTERS) for name in PATHS]
