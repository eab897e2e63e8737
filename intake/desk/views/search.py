"""Search: which mails hold certain words, in all vacancies that the visitor may read."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from intake.desk.auth import Right, opened, visitor
from intake.desk.filters import words_in
from intake.desk.foreign import legible
from intake.desk.pages import page, page_count, page_number
from intake.desk.room import room_of
from intake.desk.sight import seen, sight
from intake.jobs import visit
from intake.store import search
from intake.store.engine import reading
from intake.store.rows import MessageRow
from intake.triage.excerpts import Pieces, excerpt
from intake.triage.message import Message

PER_PAGE = 20
MOST_PLACES = 4
"""Places of one mail that are shown; its page has the rest."""


@dataclass(frozen=True)
class Place:
    """Where in a mail the words stand.

    Attributes:
        where: `name`, `subject`, `file`, `text`, `body` or `quoted`.
        name: of the file, where it is one.
    """

    where: str
    name: str
    pieces: Pieces


@dataclass(frozen=True)
class Hit:
    """One mail that was found.

    Attributes:
        row: as the visitor may see it.   unnamed: who wrote it is hidden.
    """

    row: MessageRow
    unnamed: bool
    places: tuple[Place, ...]


def _search(request: Request) -> Response:
    """One page of what was found; `?q=` are the words, `?vacancy=` keeps to one vacancy."""
    room, who = room_of(request), visitor(request)
    typed, number = words_in(request), page_number(request)
    wanted = search.terms(typed)
    only = request.query_params.get("vacancy", "")
    vacancies = (only,) if only in who.vacancies else who.vacancies
    with reading(room.bench.engine) as session:
        allowed = seen(session, room, who, vacancies)
        found = search.leaf(session, wanted, allowed, start=(number - 1) * PER_PAGE, count=PER_PAGE)
        eyes = sight(session, room, who, found.rows)
    read = dict.fromkeys(_dossier(row) for row in found.rows)
    if read:
        visit.read_all(room.bench, who.id, read, f"{request.url.path}?q={typed}")
    shown = ((eyes.of(row), eyes.veils(row)) for row in found.rows)
    hits = [Hit(row, unnamed, _places(row, wanted)) for row, unnamed in shown]
    return page(
        request,
        "search.html",
        typed=typed,
        asked=bool(request.query_params.get("q", "").strip()),
        only=only if only in who.vacancies else "",
        titles={one.id: one.title for one in room.bench.vacancies},
        hits=hits,
        total=found.total,
        number=number,
        pages=page_count(found.total, PER_PAGE),
    )


def _dossier(row: MessageRow) -> str:
    """What is read of where a mail is found: an excerpt of a dossier is a reading of it."""
    return f"m{row.id}" if row.application is None else f"a{row.application}"


def _places(row: MessageRow, wanted: tuple[str, ...]) -> tuple[Place, ...]:
    found = []
    for where, name, text in _texts(row.message or Message()):
        pieces = excerpt(text[: search.MUCH], wanted)
        if pieces:
            shown = tuple((legible(piece, len(piece)), hit) for piece, hit in pieces)
            found.append(Place(where, name, shown))
        if len(found) == MOST_PLACES:
            break
    return tuple(found)


def _texts(message: Message) -> list[tuple[str, str, str]]:
    """The places of a mail in the order in which they are told: where, file, text."""
    files = [one for one in message.documents if not one.in_body]
    senders = (message.candidate, message.sender)
    return [
        ("name", "", " ".join(dict.fromkeys(f"{one.name} {one.email}" for one in senders))),
        ("subject", "", message.subject),
        *(("file", "", one.filename) for one in files),
        *(("text", one.filename, one.text) for one in files),
        ("body", "", message.body),
        ("quoted", "", message.quoted),
    ]


ROUTES = [opened("/search", _search, Right.READ_VACANCY)]
