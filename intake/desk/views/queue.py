"""The review queue of a vacancy: who applied, what is missing, and in which stage it is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from intake.desk.auth import Right, opened, visitor
from intake.desk.filters import Filters, filters
from intake.desk.pages import page, page_number
from intake.desk.room import room_of
from intake.desk.sight import hidden
from intake.desk.views.registers import counted
from intake.jobs import visit
from intake.store import marks, queue, remarks
from intake.store.engine import Session, reading
from intake.store.queue import QueueRow
from intake.store.rows import Leaf
from intake.triage.review import MOVES, STAGES, Stage
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Flag

PER_PAGE = 50


@dataclass(frozen=True)
class Narrowed:
    """The part of a queue that is asked for, as far as the visitor may see it.

    Attributes:
        since: when they last looked; None the first time.
        aside: how many applications are left out, from which they stepped aside.
        unnamed: those of whom they may not see who it is.
        flags: those that they may know of.
    """

    vacancy: Vacancy
    leaf: Leaf[QueueRow]
    filters: Filters
    since: datetime | None
    aside: int
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
    blind = hidden(room, who, vacancy.id, Stage.NEW) and not who.shortlisted_only
    stages = (Stage.SHORTLISTED,) if who.shortlisted_only else ()
    in_use = marks.in_use(session, vacancy.id, stages)
    asked = filters(request, who, in_use, since, blind=blind)
    aside = queue.among(session, vacancy.id, remarks.aside(session, who.email))
    choice = replace(asked.choice(who, since, blind=blind), aside=aside)
    leaf = queue.leaf(session, vacancy.id, choice, start=start, count=count)
    unnamed = {one.id for one in leaf.rows if hidden(room, who, vacancy.id, one.stage)}
    flags = {one.id: [flag for flag in one.flags if who.may_see(Flag(flag))] for one in leaf.rows}
    return Narrowed(vacancy, leaf, asked, since, len(aside), unnamed, flags)


def _queue(request: Request) -> Response:
    """One page of the queue."""
    who, number, since = visitor(request), page_number(request), looked(request)
    with reading(room_of(request).bench.engine) as session:
        shown = narrowed(request, session, since, start=(number - 1) * PER_PAGE, count=PER_PAGE)
        standings = remarks.standings(session, [one.id for one in shown.leaf.rows])
        may = who.may(Right.READ_REGISTERS)
        counts = counted(session, shown.vacancy.id) if may else {}
    return page(
        request,
        "queue.html",
        **vars(shown),
        standings=standings,
        moves=MOVES,
        stages=STAGES,
        counts=counts,
        register="queue",
        number=number,
        pages=max(1, -(-shown.leaf.total // PER_PAGE)),
    )


ROUTES = [opened("/v/{vacancy}/queue", _queue, Right.READ_VACANCY)]
