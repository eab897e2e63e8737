"""The review queue of a vacancy: who applied, what is missing, and in which stage it is."""

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from intake.desk.auth import Right, Visitor, opened, visitor
from intake.desk.dossier import hidden
from intake.desk.pages import page, page_number
from intake.desk.room import room_of
from intake.desk.views.registers import counted
from intake.store import queue, remarks
from intake.store.engine import reading
from intake.store.rows import ApplicationRow
from intake.triage.review import MOVES, STAGES, Stage
from intake.triage.verdict import Flag

PER_PAGE = 50
COMPLETE = {"yes": True, "no": False}


def _queue(request: Request) -> Response:
    """One page of the queue; `?stage=` and `?complete=` choose."""
    room, who = room_of(request), visitor(request)
    vacancy = room.bench.vacancy(request.path_params["vacancy"])
    asked = request.query_params
    number = page_number(request)
    with reading(room.bench.engine) as session:
        leaf = queue.leaf(
            session,
            vacancy.id,
            stages=_stages(asked.get("stage", ""), who.shortlisted_only),
            complete=COMPLETE.get(asked.get("complete", "")),
            start=(number - 1) * PER_PAGE,
            count=PER_PAGE,
        )
        standings = remarks.standings(session, [one.id for one in leaf.rows])
        counts = counted(session, vacancy.id) if who.may(Right.READ_REGISTERS) else {}
    return page(
        request,
        "queue.html",
        vacancy=vacancy,
        leaf=leaf,
        unnamed={one.id for one in leaf.rows if hidden(room, who, vacancy.id, one.stage)},
        flags={one.id: _flags(one, who) for one in leaf.rows},
        standings=standings,
        moves=MOVES,
        counts=counts,
        register="queue",
        stages=STAGES,
        chosen={key: asked.get(key, "") for key in ("stage", "complete")},
        link=lambda **changes: _link(request, changes),
        number=number,
        pages=max(1, -(-leaf.total // PER_PAGE)),
    )


def _stages(asked: str, shortlisted_only: bool) -> tuple[str, ...]:
    if shortlisted_only:
        return (Stage.SHORTLISTED,)
    return (asked,) if asked in STAGES else ()


def _flags(row: ApplicationRow, who: Visitor) -> tuple[Flag, ...]:
    return tuple(one for one in row.application.flags if who.may_see(one))


def _link(request: Request, changes: dict[str, object]) -> str:
    """This list with another choice, from its first page unless a page is named."""
    kept = {key: request.query_params.get(key, "") for key in ("stage", "complete")}
    chosen = {key: str(value) for key, value in {**kept, **changes}.items() if value}
    return f"?{urlencode(chosen)}"


ROUTES = [opened("/v/{vacancy}/queue", _queue, Right.READ_VACANCY)]
