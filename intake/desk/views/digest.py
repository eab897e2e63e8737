"""The digest as it will be sent, in either language."""

from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from intake.desk.auth import Right, opened, visitor
from intake.desk.pages import page
from intake.desk.room import room_of
from intake.jobs.report import preview
from intake.outbox.compose import Composed
from intake.outbox.words import Language

FRAMED = (
    "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""Mails carry their styles inside; nothing else of it is let through."""


def _show(request: Request) -> Response:
    room = room_of(request)
    day, language = _asked(request)
    return page(
        request,
        "digest.html",
        mail=_composed(request, day, language),
        day=day,
        today=_today(request),
        chosen=language,
        readers=_readers(request),
        at=room.mailing.at,
    )


def _mail(request: Request) -> Response:
    """The mail alone, for the frame."""
    day, language = _asked(request)
    headers = {"Content-Security-Policy": FRAMED, "X-Frame-Options": "SAMEORIGIN"}
    return HTMLResponse(_composed(request, day, language).html, headers=headers)


def _composed(request: Request, day: date, language: Language) -> Composed:
    """With the vacancies that the visitor may see, and of them what they may know."""
    room, who = room_of(request), visitor(request)
    return preview(
        room.bench,
        room.mailing,
        day,
        language=language,
        vacancies=who.vacancies,
        everything=who.may(Right.SEE_RELATIVES),
    )


def _readers(request: Request) -> list[str]:
    """Who gets a digest about what the visitor may see."""
    own = set(visitor(request).vacancies)
    return [who for who, told in room_of(request).mailing.readers.items() if own & set(told)]


def _asked(request: Request) -> tuple[date, Language]:
    """Raises HTTPException: 404 for a day that is none, or is not yet."""
    asked, today = request.query_params.get("date"), _today(request)
    try:
        day = date.fromisoformat(asked) if asked else today
    except ValueError:
        raise HTTPException(404) from None
    if day > today or day.year < 2000:
        raise HTTPException(404)
    wished = request.query_params.get("language", room_of(request).mailing.language)
    return day, "fr" if wished == "fr" else "en"


def _today(request: Request) -> date:
    room = room_of(request)
    return room.bench.clock().astimezone(room.zone).date()


ROUTES = [
    opened("/digest", _show, Right.READ_REGISTERS),
    opened("/digest/mail", _mail, Right.READ_REGISTERS),
]
