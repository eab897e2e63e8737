"""The overview: every vacancy at a glance."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from intake.desk.auth import Right, opened, visitor
from intake.desk.pages import page
from intake.desk.room import room_of
from intake.jobs.report import overview


def _show(request: Request) -> Response:
    room, who = room_of(request), visitor(request)
    if not who.may(Right.OVERVIEW):
        return RedirectResponse("/audit", 303)
    chosen = [one for one in room.bench.vacancies if one.id in who.vacancies]
    return page(request, "overview.html", day=overview(room.bench, room.mailing, chosen))


ROUTES = [opened("/", _show, Right.OWN_ACCOUNT)]
