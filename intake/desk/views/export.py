"""The queue of a vacancy and its documents, to take away."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from intake.desk.auth import Right, opened, visitor
from intake.desk.auth.door import field
from intake.desk.foreign import download, streamed
from intake.desk.pages import language_of, page, words_of
from intake.desk.room import room_of
from intake.desk.sheet import heading, table
from intake.desk.views.queue import looked, narrowed
from intake.desk.views.registers import counted
from intake.jobs import visit
from intake.jobs.export import Asker, papers
from intake.outbox.sheets import write_csv, write_xlsx
from intake.store.engine import reading
from intake.triage.vacancy import Vacancy

MOST = 100_000
"""Applications in one file; no vacancy has as many."""

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _show(request: Request) -> Response:
    since = looked(request)
    with reading(room_of(request).bench.engine) as session:
        shown = narrowed(request, session, since, start=0, count=0)
        counts = counted(session, shown.vacancy.id)
    return page(
        request,
        "export.html",
        vacancy=shown.vacancy,
        filters=shown.filters,
        aside=shown.aside,
        counts=counts,
        register="export",
        forms=tuple(FORMS),
        total=shown.leaf.total,
    )


def _take(request: Request) -> Response:
    """The file; taking it is written down, so it is a POST."""
    make = FORMS.get(field(request, "form"))
    if make is None:
        raise HTTPException(422)
    return make(request, _vacancy(request), _asker(request), _chosen(request))


def _chosen(request: Request) -> Sequence[int]:
    """The applications that the address chooses, in its order, as on the queue's screen."""
    since = looked(request)
    with reading(room_of(request).bench.engine) as session:
        shown = narrowed(request, session, since, start=0, count=MOST)
    return [one.id for one in shown.leaf.rows]


def _vacancy(request: Request) -> Vacancy:
    return room_of(request).bench.vacancy(request.path_params["vacancy"])


def _asker(request: Request) -> Asker:
    who = visitor(request)
    return Asker(who.name, who.email, everything=who.may(Right.SEE_RELATIVES))


def _xlsx(request: Request, vacancy: Vacancy, asker: Asker, chosen: Sequence[int]) -> Response:
    made, words = BytesIO(), words_of(request)
    rows = table(room_of(request).bench, vacancy.id, asker, "xlsx", words, chosen)
    write_xlsx(heading(words), rows, made, vacancy.title)
    return download(made.getvalue(), f"{vacancy.id}.xlsx", XLSX)


def _csv(request: Request, vacancy: Vacancy, asker: Asker, chosen: Sequence[int]) -> Response:
    made, words = BytesIO(), words_of(request)
    rows = table(room_of(request).bench, vacancy.id, asker, "csv", words, chosen)
    write_csv(heading(words), rows, made)
    return download(made.getvalue(), f"{vacancy.id}.csv", "text/csv; charset=utf-8")


def _zip(request: Request, vacancy: Vacancy, asker: Asker, chosen: Sequence[int]) -> Response:
    room, who = room_of(request), visitor(request)
    language = language_of(request)
    made = papers(room.bench, vacancy.id, asker, language=language, zone=room.zone, chosen=chosen)
    visit.read_all(room.bench, who.id, [f"a{number}" for number in chosen], request.url.path)
    return streamed(made, f"{vacancy.id}-documents.zip", "application/zip")


FORMS: Mapping[str, Callable[[Request, Vacancy, Asker, Sequence[int]], Response]] = {
    "xlsx": _xlsx,
    "csv": _csv,
    "zip": _zip,
}

ROUTES = [
    opened("/v/{vacancy}/export", _show, Right.EXPORT),
    opened("/v/{vacancy}/export", _take, Right.EXPORT, methods=["POST"]),
]
