"""The review queue of a vacancy: who applied, what is missing, and in which stage it is."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from intake.desk.auth import Right, opened, visitor
from intake.desk.filters import filters
from intake.desk.pages import page, page_number
from intake.desk.room import room_of
from intake.desk.sight import hidden
from intake.desk.views.registers import counted
from intake.jobs import visit
from intake.store import marks, queue, remarks
from intake.store.engine import reading
from intake.triage.review import MOVES, STAGES, Stage
from intake.triage.verdict import Flag

PER_PAGE = 50


def _queue(request: Request) -> Response:
    """One page of the queue; what stands in the address chooses (see `desk.filters`)."""
    room, who = room_of(request), visitor(request)
    vacancy = room.bench.vacancy(request.path_params["vacancy"])
    since = visit.look(room.bench, who.id, who.visit, vacancy.id)
    blind = hidden(room, who, vacancy.id, Stage.NEW) and not who.shortlisted_only
    stages = (Stage.SHORTLISTED,) if who.shortlisted_only else ()
    with reading(room.bench.engine) as session:
        in_use = marks.in_use(session, vacancy.id, stages)
        asked = filters(request, who, in_use, since, blind=blind)
        aside = queue.among(session, vacancy.id, remarks.aside(session, who.email))
        choice = replace(asked.choice(who, since, blind=blind), aside=aside)
        number = page_number(request)
        leaf = queue.leaf(
            session, vacancy.id, choice, start=(number - 1) * PER_PAGE, count=PER_PAGE
        )
        standings = remarks.standings(session, [one.id for one in leaf.rows])
        counts = counted(session, vacancy.id) if who.may(Right.READ_REGISTERS) else {}
    return page(
        request,
        "queue.html",
        vacancy=vacancy,
        leaf=leaf,
        filters=asked,
        since=since,
        aside=len(aside),
        unnamed={one.id for one in leaf.rows if hidden(room, who, vacancy.id, one.stage)},
        flags={
            one.id: [flag for flag in one.flags if who.may_see(Flag(flag))] for one in leaf.rows
        },
        standings=standings,
        moves=MOVES,
        stages=STAGES,
        counts=counts,
        register="queue",
        number=number,
        pages=max(1, -(-leaf.total // PER_PAGE)),
    )


ROUTES = [opened("/v/{vacancy}/queue", _queue, Right.READ_VACANCY)]
