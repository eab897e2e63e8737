"""How a list is narrowed: what may be chosen, what is chosen, and the address that says so."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from starlette.requests import Request

from intake.desk.auth import Visitor, visitor
from intake.desk.room import room_of
from intake.desk.sight import hidden
from intake.store import marks, queue, remarks
from intake.store.engine import Session
from intake.store.mark_table import MarkKind
from intake.store.marks import Marks
from intake.store.queue import Choice
from intake.store.search import terms
from intake.triage.checks import CHECKS
from intake.triage.review import STAGES, Stage
from intake.triage.verdict import Flag

CHECK_NAMES = frozenset(question.name for question in CHECKS)
TONGUES = frozenset(("en", "fr"))
COMPLETE = {"yes": True, "no": False}
WORDS, PAGE = "q", "page"
LONGEST_WORDS = 200
"""Characters of a search that are kept in the address and shown again."""


@dataclass(frozen=True)
class Filter:
    """One thing by which a list can be narrowed, or put in order.

    Attributes:
        options: what may be chosen.   chosen: one of them; empty for none.
    """

    key: str
    options: tuple[str, ...]
    chosen: str = ""


@dataclass(frozen=True)
class Filters:
    """All that a queue offers to this visitor, and what they have chosen.

    Attributes:
        words: what their mail must hold, as typed.
    """

    each: tuple[Filter, ...]
    words: str = ""

    @property
    def chosen(self) -> Mapping[str, str]:
        """What is chosen, by its key."""
        found = {one.key: one.chosen for one in self.each if one.chosen}
        return {**found, WORDS: self.words} if self.words else found

    def link(self, **changes: object) -> str:
        """The list with another choice, from its first page unless a page is named."""
        asked = {key: str(value) for key, value in {**self.chosen, **changes}.items() if value}
        return f"?{urlencode(asked)}"

    def choice(self, who: Visitor, since: datetime | None, *, blind: bool) -> Choice:
        """What the store is asked for."""
        chosen = self.chosen
        stages = (Stage.SHORTLISTED.value,) if who.shortlisted_only else _one(chosen, "stage")
        return Choice(
            stages=stages,
            complete=COMPLETE.get(chosen.get("complete", "")),
            marked=tuple((kind, chosen[kind]) for kind in MarkKind if kind in chosen),
            since=since if "new" in chosen else None,
            words=terms(self.words),
            blind=blind,
            assigned=who.email if "assigned" in chosen else "",
            by_name="order" in chosen,
        )


def asked_for(
    session: Session, request: Request, vacancy: str, since: datetime | None
) -> tuple[Filters, Choice]:
    """What the address of a request chooses of a vacancy's queue, and what is asked for it."""
    room, who = room_of(request), visitor(request)
    blind = hidden(room, who, vacancy, Stage.NEW) and not who.shortlisted_only
    stages = (Stage.SHORTLISTED,) if who.shortlisted_only else ()
    in_use = marks.in_use(session, vacancy, stages)
    found = filters(request, who, in_use, since, blind=blind)
    aside = queue.among(session, vacancy, remarks.aside(session, who.email))
    return found, replace(found.choice(who, since, blind=blind), aside=aside)


def filters(
    request: Request, who: Visitor, in_use: Marks, since: datetime | None, *, blind: bool
) -> Filters:
    """What may be chosen, with what the address chooses; what it may not choose is passed over.

    Args:
        in_use: marks that some application has.
        since: when they last looked; None the first time, when nothing is new to them.
        blind: names are hidden, and with them their order.
    """
    flags = {flag.value for flag in Flag if who.may_see(flag)}
    offered = (
        _filter(request, "stage", () if who.shortlisted_only else STAGES),
        _filter(request, "complete", tuple(COMPLETE)),
        _filter(request, "missing", in_use[MarkKind.MISSING], CHECK_NAMES),
        _filter(request, "language", in_use[MarkKind.LANGUAGE], TONGUES),
        _filter(request, "flag", [one for one in in_use[MarkKind.FLAG] if one in flags], flags),
        _filter(request, "new", ("yes",) if since is not None else ()),
        _filter(request, "assigned", ("me",)),
        _filter(request, "order", () if blind else ("name",)),
    )
    return Filters(tuple(one for one in offered if one.options), words_in(request))


def words_in(request: Request) -> str:
    """What is searched for, as typed; empty where nothing of it can be looked for."""
    sent = request.query_params.get(WORDS, "")[:10_000].replace("\0", " ")
    typed = " ".join(sent.split())[:LONGEST_WORDS]
    return typed if terms(typed) else ""


def _filter(
    request: Request, key: str, options: Sequence[str], known: Collection[str] = ()
) -> Filter:
    """What is asked for is chosen where it is offered, or known and only nobody's at present."""
    asked = request.query_params.get(key, "")
    if asked in options:
        return Filter(key, tuple(options), asked)
    return Filter(key, (*options, asked), asked) if asked in known else Filter(key, tuple(options))


def _one(chosen: Mapping[str, str], key: str) -> tuple[str, ...]:
    return (chosen[key],) if key in chosen else ()
