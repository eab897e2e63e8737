"""What people wrote about applications: notes, who works on them, what they wait for, recusals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlalchemy import Select, and_, func, select

from intake.store import applications, audit
from intake.store.engine import Session
from intake.store.said import Remark
from intake.store.tables import Delivery

NOTE, ASSIGN, WAIT, ASIDE, BACK = "note", "assign", "wait", "aside", "back"
CAME, WENT = "came", "went"
TURN = "recuse"
"""As recusals were kept before: each one turned the one before round, aside, back, aside."""


@dataclass(frozen=True)
class RemarkRow:
    """One remark.

    Attributes:
        what: `note`, `assign`, `wait`, `aside`, `back`, `came` or `went`; in older stores
            also `recuse`.
        to: who is to work on it, the date (ISO) until which it waits, or who steps aside or is
            brought back, or from or to where mail of it was taken (a11; m12 where that lies in
            none now); empty takes an assignment or a wait back.
    """

    at: datetime
    who: str
    what: str
    to: str
    text: str


@dataclass(frozen=True)
class Standing:
    """What the remarks on an application come to.

    Attributes:
        assignee: who works on it; empty where nobody does.
        waiting_until: it is put aside for the candidate's answer until that day.
        waiting_for: what is waited for, in a person's words.
        recused: those who stepped aside, by what they sign in with.
        notes: how many notes there are.
    """

    assignee: str = ""
    waiting_until: date | None = None
    waiting_for: str = ""
    recused: frozenset[str] = field(default_factory=frozenset)
    notes: int = 0

    def waits(self, today: date) -> bool:
        """Whether it is put aside now; from its day on it is to be looked at again."""
        return self.waiting_until is not None and today < self.waiting_until


def add(
    session: Session, now: datetime, who: str, what: str, application: int, *, to: str, text: str
) -> None:
    """Keep a remark; the chain has its number and no word of it."""
    row = Remark(at=now, who=who, what=what, to=to, text=text, application_id=application)
    session.add(row)
    session.flush()
    audit.append(session, now, who, f"remark: {what}", f"a{application}", remark=row.id)


def of(session: Session, application: int) -> list[RemarkRow]:
    """All remarks on an application, in the order made."""
    query = select(Remark).where(Remark.application_id == application).order_by(Remark.id)
    return [_value(row) for row in session.scalars(query)]


def standings(session: Session, applications: Sequence[int]) -> dict[int, Standing]:
    """What the remarks on each of these applications come to; all of them are answered."""
    found = dict.fromkeys(applications, Standing())
    query = select(Remark).where(Remark.application_id.in_(applications)).order_by(Remark.id)
    for row in session.scalars(query):
        found[row.application_id] = _after(found[row.application_id], _value(row))
    return found


def recused(session: Session, application: int | None, message: int | None) -> frozenset[str]:
    """Who stepped aside from an application, or from that in which a message lies.

    Of a closed one, also who stepped aside from where its mail lies now; of mail that a person took
    out and that lies in none since, who stepped aside from where it lay.
    """
    if application is None and message is None:
        return frozenset()
    if application is None:
        lies_in = select(Delivery.application_id).where(Delivery.id == message)
        application = session.scalar(lies_in)
    if application is None:
        out = Remark.what == WENT, Remark.to == f"m{message}"
        asked = list(session.scalars(select(Remark.application_id).where(*out)))
    else:
        asked = [application, *applications.now_in(session, application)]
    return frozenset().union(*(one.recused for one in standings(session, asked).values()))


def aside(session: Session, person: str) -> frozenset[int]:
    """The applications from which a person stepped aside, and was not brought back."""
    told = Remark.what.in_((ASIDE, BACK, TURN))
    query = select(Remark).where(told, Remark.to == person).order_by(Remark.id)
    found: dict[int, Standing] = {}
    for row in session.scalars(query):
        found[row.application_id] = _after(found.get(row.application_id, Standing()), _value(row))
    return frozenset(number for number, standing in found.items() if standing.recused)


def carry(
    session: Session, now: datetime, who: str, source: int, target: int, *, why: str, back: bool
) -> None:
    """Keep that a person took mail of one application into another, and recusals along with it.

    Args:
        back: it was taken apart again; what was written of the source stays there.
    """
    add(session, now, who, CAME, target, to=f"a{source}", text=why)
    if not back:
        add(session, now, who, WENT, source, to=f"a{target}", text=why)
    found = standings(session, [source, target])
    for person in sorted(found[source].recused - found[target].recused):
        add(session, now, who, ASIDE, target, to=person, text=f"a{source}")


def went_to(session: Session, application: int) -> frozenset[int]:
    """Where a person took mail of this application, and did not bring it back."""
    told = and_(Remark.what.in_((CAME, WENT)), Remark.to.startswith("a"))
    query = select(Remark).where(Remark.application_id == application, told).order_by(Remark.id)
    gone: frozenset[int] = frozenset()
    for row in session.scalars(query):
        other = {_number(row.to)}
        gone = gone | other if row.what == WENT else gone - other
    return gone


def came_from(session: Session, application: int) -> tuple[int, ...]:
    """Whose mail a person took into this application, and into those; the last first."""
    found: dict[int, None] = {}
    asked = [application]
    while asked:
        into = asked.pop(0)
        query = select(Remark.to).where(Remark.application_id == into, Remark.what == CAME)
        told = dict.fromkeys(map(_number, session.scalars(query.order_by(Remark.id.desc()))))
        new = [one for one in told if into in went_to(session, one) and one not in found]
        found |= dict.fromkeys(new)
        asked += new
    return tuple(found)


def _number(ref: str) -> int:
    return int(ref.removeprefix("a"))


def assigned(person: str) -> Select[int]:
    """The applications that a person is to work on, to be asked for within another query."""
    last = select(func.max(Remark.id)).where(Remark.what == ASSIGN).group_by(Remark.application_id)
    return select(Remark.application_id).where(Remark.id.in_(last), Remark.to == person)


def _after(standing: Standing, remark: RemarkRow) -> Standing:
    if remark.what == ASSIGN:
        return replace(standing, assignee=remark.to)
    if remark.what == WAIT:
        until = date.fromisoformat(remark.to) if remark.to else None
        return replace(standing, waiting_until=until, waiting_for=remark.text)
    if remark.what in _RECUSED:
        return replace(standing, recused=_RECUSED[remark.what](standing.recused, {remark.to}))
    return replace(standing, notes=standing.notes + (remark.what == NOTE))


_RECUSED: dict[str, Callable[[frozenset[str], set[str]], frozenset[str]]] = {
    ASIDE: frozenset.union,
    BACK: frozenset.difference,
    TURN: frozenset.symmetric_difference,
}


def _value(row: Remark) -> RemarkRow:
    return RemarkRow(row.at, row.who, row.what, row.to, row.text)
