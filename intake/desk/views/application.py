"""One application: all that came, all that was found, and what people do with it."""

from collections.abc import Callable
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from intake.desk.auth import Right, allow, opened, visitor
from intake.desk.auth.colleagues import colleagues
from intake.desk.auth.door import field, whole
from intake.desk.dossier import dossier
from intake.desk.filters import asked_for
from intake.desk.pages import back_to, flash, page
from intake.desk.room import room_of
from intake.errors import UnlawfulMove
from intake.jobs import correct, remark, visit
from intake.jobs.correct import Seen
from intake.store import queue, rows
from intake.store.engine import reading
from intake.triage.corrections import SAID_KINDS
from intake.triage.message import DocumentKind

Change = Callable[[Request, int], str | None]
"""Makes a change to the application; the path to go to afterwards, if not its page."""


def _show(request: Request) -> Response:
    bench, who = room_of(request).bench, visitor(request)
    shown = dossier(room_of(request), who, _number(request))
    vacancy, new = shown.row.vacancy, "new" in request.query_params
    since = visit.look(bench, who.id, who.visit, vacancy) if new else None
    with reading(bench.engine) as session:
        asked, choice = asked_for(session, request, vacancy, since)
        before, after = queue.neighbours(session, vacancy, choice, shown.row.id)
    return page(
        request,
        "application.html",
        dossier=shown,
        asked=asked.link() if asked.chosen else "",
        before=before,
        after=after,
        kinds=SAID_KINDS,
        document_kinds=tuple(DocumentKind),
        may=lambda right: who.may(right) and not shown.closed,
    )


def _number(request: Request) -> int:
    number: int = request.path_params["application"]
    return number


def _note(request: Request, number: int) -> None:
    remark.note(room_of(request).bench, number, field(request, "text"), who=visitor(request).name)


def _assign(request: Request, number: int) -> None:
    bench, to = room_of(request).bench, field(request, "to")
    with reading(bench.engine) as session:
        vacancy = rows.application(session, number).vacancy
        known = [one.email for one in colleagues(session, vacancy)]
    if to and to not in known:
        raise UnlawfulMove(
            "They may not read this vacancy.", "Choose somebody who may.", rule="not_their_vacancy"
        )
    remark.assign(bench, number, to, who=visitor(request).name, version=_version(request))


def _wait(request: Request, number: int) -> None:
    until = field(request, "until")
    remark.wait(
        room_of(request).bench,
        number,
        _day(until) if until else None,
        field(request, "text"),
        who=visitor(request).name,
        today=room_of(request).today,
        version=_version(request),
    )


def _recuse(request: Request, number: int) -> str:
    who = visitor(request)
    text = field(request, "text")
    remark.recuse(room_of(request).bench, number, who.email, text, who=who.name)
    return "/"


def _back(request: Request, number: int) -> None:
    """Bring somebody back who stepped aside, where HR finds no conflict."""
    person, text = field(request, "person"), field(request, "text")
    bench, who = room_of(request).bench, visitor(request).name
    remark.bring_back(bench, number, person, text, who=who)


def _document(request: Request, number: int) -> None:
    correct.call_document(
        room_of(request).bench,
        whole(field(request, "mail")),
        field(request, "document"),
        field(request, "kinds"),
        who=visitor(request).name,
        why=field(request, "why"),
        seen=Seen(number, _version(request)),
    )


def _kind(request: Request, number: int) -> None:
    correct.call_mail(
        room_of(request).bench,
        whole(field(request, "mail")),
        field(request, "kind"),
        who=visitor(request).name,
        why=field(request, "why"),
        seen=Seen(number, _version(request)),
    )


def _kind_of_mail(request: Request) -> Response:
    """Of mail that lies in no application too: "this is not an enquiry"."""
    number: int = request.path_params["message"]
    bench, who, why = room_of(request).bench, visitor(request).name, field(request, "why")
    correct.call_mail(
        bench, number, field(request, "kind"), who=who, why=why, was=field(request, "was")
    )
    flash(request, "application.done_kind")
    return back_to(f"/m/{number}")


def _join(request: Request, number: int) -> str:
    room, who = room_of(request), visitor(request)
    other = whole(field(request, "with").removeprefix("a"))
    allow(request, Right.CORRECT, application=other)  # one that they may not see is not there
    stays = correct.join(room.bench, number, other, who=who.name, why=field(request, "why"))
    return f"/a/{stays}"


def _separate(request: Request, number: int) -> None:
    who, why = visitor(request).name, field(request, "why")
    correct.separate(room_of(request).bench, number, who=who, why=why)


def _vacancy(request: Request, number: int) -> str:
    to, who = field(request, "vacancy"), visitor(request)
    if to not in who.vacancies:
        raise UnlawfulMove(
            "You do not work on that vacancy.", "Ask somebody who does.", rule="not_your_vacancy"
        )
    bench = room_of(request).bench
    why, version = field(request, "why"), _version(request)
    correct.hand_over(bench, number, to, who=who.name, why=why, version=version)
    return f"/v/{to}/queue"


def _version(request: Request) -> int:
    """The version of the application whose page the form stood on."""
    return whole(field(request, "version"))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnlawfulMove(
            "That is not a date.", "Write it as 2026-02-08.", rule="no_date"
        ) from None


def _changing(name: str, change: Change) -> Callable[[Request], Response]:
    def change_it(request: Request) -> Response:
        number = _number(request)
        where = change(request, number)
        flash(request, f"application.done_{name}")
        return back_to(where or f"/a/{number}")

    change_it.__name__ = name
    return change_it


_CHANGES: tuple[tuple[str, Change, Right], ...] = (
    ("note", _note, Right.ANNOTATE),
    ("assign", _assign, Right.ANNOTATE),
    ("wait", _wait, Right.ANNOTATE),
    ("recuse", _recuse, Right.RECUSE),
    ("back", _back, Right.SEE_RELATIVES),
    ("document", _document, Right.CORRECT),
    ("kind", _kind, Right.CORRECT),
    ("join", _join, Right.CORRECT),
    ("separate", _separate, Right.CORRECT),
    ("vacancy", _vacancy, Right.CORRECT),
)

ROUTES = [
    opened("/a/{application:number}", _show, Right.READ_DOSSIER),
    opened("/m/{message:number}/kind", _kind_of_mail, Right.CORRECT, methods=["POST"]),
    *(
        opened(
            f"/a/{{application:number}}/{name}", _changing(name, change), right, methods=["POST"]
        )
        for name, change, right in _CHANGES
    ),
]
