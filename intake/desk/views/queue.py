"""The review queue of a vacancy: who applied, what is missing, and in which stage it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from intake.desk.auth import Right, opened, visitor
from intake.desk.auth.colleagues import colleagues
from intake.desk.filters import Filters, asked_for
from intake.desk.pages import page, page_count, page_number
from intake.desk.room import room_of
from intake.desk.sight import hidden
from intake.desk.views.registers import counted
from intake.jobs import visit
from intake.store import queue, remarks, waiting
from intake.store.engine import Session, reading
from intake.store.queue import QueueRow
from intake.store.rows import Leaf
from intake.store.waiting import Back
from intake.triage.review import MOVES, STAGES
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Flag

PER_PAGE = 50


@dataclass(frozen=True)
class Narrowed:
    """The part of a queue that is asked for, as far as the visitor may see it.

    Attributes:
        since: when they last looked; None the first time.
        aside: applications that are left out, from which they stepped aside.
        unnamed: those of whom they may not see who it is.
        flags: those that they may know of.
    """

    vacancy: Vacancy
    leaf: Leaf[QueueRow]
    filters: Filters
    since: datetime | None
    aside: frozenset[int]
    unnamed: set[int]
    flags: Mapping[int, list[str]]


def looked(request: Request) -> datetime | None:
    """When the visitor last looked at this queue; that they do is written, so before reading."""
    room, who = room_of(request), visitor(request)
    vacancy = room.bench.vacancy(request.path_params["vacancy"])
    return visit.look(room.bench, who.id, who.visit, vacancy.id)


def narrowed(
    request: Request, session: Session, since: datetime | None, *, start: int, count: int
) -> Narrowed:
    """What stands in the address chooses (see `desk.filters`)."""
    room, who = room_of(request), visitor(request)
    vacancy = room.bench.vacancy(request.path_params["vacancy"])
    asked, choice = asked_for(session, request, vacancy.id, since)
    leaf = queue.leaf(session, vacancy.id, choice, start=start, count=count)
    unnamed = {one.id for one in leaf.rows if hidden(room, who, vacancy.id, one.stage)}
    flags = {one.id: [flag for flag in one.flags if who.may_see(Flag(flag))] for one in leaf.rows}
    return Narrowed(vacancy, leaf, asked, since, choice.aside, unnamed, flags)


def _queue(request: Request) -> Response:
    """One page of the queue."""
    room, who = room_of(request), visitor(request)
    number, since = page_number(request), looked(request)
    with reading(room.bench.engine) as session:
        shown = narrowed(request, session, since, start=(number - 1) * PER_PAGE, count=PER_PAGE)
        back, vacancy = _back(request, session, shown), shown.vacancy.id
        people = {one.email: one.name for one in colleagues(session, vacancy)}
        standings = remarks.standings(session, [one.id for one in shown.leaf.rows])
        counts = counted(session, vacancy) if who.may(Right.READ_REGISTERS) else {}
    return page(
        request,
        "queue.html",
        **vars(shown),
        standings=standings,
        people=people,
        back=back,
        back_unnamed={one.row.id for one in back if hidden(room, who, vacancy, one.row.stage)},
        moves=MOVES,
        stages=STAGES,
        counts=counts,
        register="queue",
        number=number,
        pages=page_count(shown.leaf.total, PER_PAGE),
    )


def _back(request: Request, session: Session, shown: Narrowed) -> list[Back]:
    """What waited for a candidate and has come back, as far as they may see it."""
    who, today = visitor(request), room_of(request).today
    found = waiting.back(session, shown.vacancy.id, today)
    return [one for one in found if who.sees(one.row.stage) and one.row.id not in shown.aside]


ROUTES = [opened("/v/{vacancy}/queue", _queue, Right.READ_VACANCY)]
