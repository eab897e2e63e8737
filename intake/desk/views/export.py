"""The queue of a vacancy and its documents, to take away."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from intake.desk.auth import Right, opened, visitor
from intake.desk.auth.door import field
from intake.desk.foreign import download, streamed
from intake.desk.pages import language_of, page
from intake.desk.room import room_of
from intake.desk.sheet import cells, heading
from intake.desk.views.registers import counted
from intake.desk.words import Words
from intake.jobs import visit
from intake.jobs.export import Asker, begin, lines, papers
from intake.outbox.sheets import Cell, write_csv, write_xlsx
from intake.store import rows
from intake.store.engine import reading
from intake.triage.vacancy import Vacancy

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _show(request: Request) -> Response:
    vacancy = _vacancy(request)
    with reading(room_of(request).bench.engine) as session:
        total = len(rows.numbers(session, vacancy.id))
        counts = counted(session, vacancy.id)
    return page(
        request,
        "export.html",
        vacancy=vacancy,
        counts=counts,
        register="export",
        forms=tuple(FORMS),
        total=total,
    )


def _take(request: Request) -> Response:
    """The file; taking it is written down, so it is a POST."""
    make = FORMS.get(field(request, "form"))
    if make is None:
        raise HTTPException(422)
    return make(request, _vacancy(request), _asker(request))


def _vacancy(request: Request) -> Vacancy:
    return room_of(request).bench.vacancy(request.path_params["vacancy"])


def _asker(request: Request) -> Asker:
    who = visitor(request)
    return Asker(who.name, who.email, everything=who.may(Right.SEE_RELATIVES))


def _xlsx(request: Request, vacancy: Vacancy, asker: Asker) -> Response:
    made, words = BytesIO(), _words(request)
    write_xlsx(heading(words), _table(request, vacancy, asker, "xlsx"), made, vacancy.title)
    return download(made.getvalue(), f"{vacancy.id}.xlsx", XLSX)


def _csv(request: Request, vacancy: Vacancy, asker: Asker) -> Response:
    made, words = BytesIO(), _words(request)
    write_csv(heading(words), _table(request, vacancy, asker, "csv"), made)
    return download(made.getvalue(), f"{vacancy.id}.csv", "text/csv; charset=utf-8")


def _zip(request: Request, vacancy: Vacancy, asker: Asker) -> Response:
    bench, who = room_of(request).bench, visitor(request)
    language, zone = language_of(request), room_of(request).zone
    made = papers(bench, vacancy.id, asker, language=language, zone=zone)
    with reading(bench.engine) as session:
        opened_now = [f"a{number}" for number in rows.numbers(session, vacancy.id)]
    visit.read_all(bench, who.id, opened_now, request.url.path)
    return streamed(made, f"{vacancy.id}-documents.zip", "application/zip")


def _table(request: Request, vacancy: Vacancy, asker: Asker, form: str) -> Iterator[Sequence[Cell]]:
    bench, words = room_of(request).bench, _words(request)
    numbers = begin(bench, vacancy.id, asker, form)
    return (cells(line, words) for line in lines(bench, vacancy.id, asker, numbers))


def _words(request: Request) -> Words:
    return Words(language_of(request), room_of(request).zone)


FORMS: Mapping[str, Callable[[Request, Vacancy, Asker], Response]] = {
    "xlsx": _xlsx,
    "csv": _csv,
    "zip": _zip,
}

ROUTES = [
    opened("/v/{vacancy}/export", _show, Right.EXPORT),
    opened("/v/{vacancy}/export", _take, Right.EXPORT, methods=["POST"]),
]
