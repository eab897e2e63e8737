"""Moving applications to another stage, one or many, and taking that back."""

from starlette.requests import Request
from starlette.responses import Response

from intake.desk.auth import Right, allow, opened, visitor
from intake.desk.auth.door import field, fields, whole
from intake.desk.pages import back_to, flash, words_of
from intake.desk.room import room_of
from intake.desk.views.sign_in import local
from intake.jobs import moves
from intake.store import applications
from intake.store.engine import reading
from intake.triage.review import Signer


def _together(request: Request) -> Response:
    """Everything that is ticked in a list; the rights are asked for each."""
    chosen = dict(_pair(one) for one in fields(request, "chosen"))
    for number in chosen:
        allow(request, Right.DECIDE, application=number)
    _move(request, chosen)
    return back_to(local(field(request, "back")))


def _one(request: Request) -> Response:
    number: int = request.path_params["application"]
    _move(request, {number: whole(field(request, "version"))})
    return back_to(local(field(request, "back") or f"/a/{number}"))


def _undo(request: Request) -> Response:
    made = [whole(one) for one in fields(request, "decision")]
    bench, who = room_of(request).bench, visitor(request)
    with reading(bench.engine) as session:
        concerned = applications.decided_on(session, made)
    for number in concerned:
        allow(request, Right.DECIDE, application=number)
    back = moves.take_back(bench, made, by=Signer(who.name, who.id), why=moves.TAKEN_BACK)
    flash(request, "moves.undone", n=len(back))
    return back_to(local(field(request, "back")))


def _move(request: Request, chosen: dict[int, int]) -> None:
    who, words, stage = visitor(request), words_of(request), field(request, "stage")
    by, why = Signer(who.name, who.id), field(request, "why") or None
    made = moves.move(room_of(request).bench, chosen, stage, by=by, why=why)
    undo = (*(("decision", str(one)) for one in made), ("back", local(field(request, "back"))))
    to = words(f"frame.stage_{stage}")
    flash(request, "moves.done", n=len(made), undo="/moves/undo", fields=undo, to=to)


def _pair(text: str) -> tuple[int, int]:
    number, _, version = text.partition(":")
    return whole(number), whole(version)


ROUTES = [
    opened("/moves", _together, Right.DECIDE, methods=["POST"]),
    opened("/moves/undo", _undo, Right.DECIDE, methods=["POST"]),
    opened("/a/{application:number}/stage", _one, Right.DECIDE, methods=["POST"]),
]
