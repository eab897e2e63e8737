"""Full-text search: which deliveries hold certain words. Found or not, and never how well.

Words are folded by `triage.words`, so that both databases find alike, accents or none. `who` has
what tells who applied (names, addresses, subject, file names, the first lines of each text);
`words` has the rest of the texts, which a reviewer who must not see names may search too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    cast,
    column,
    delete,
    func,
    literal_column,
    not_,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from intake.store import belonging, rows
from intake.store.engine import Session
from intake.store.rows import Leaf, MessageRow
from intake.store.tables import Application, Delivery, Judgement, Reading
from intake.triage.blind import Veil, whose
from intake.triage.message import Message
from intake.triage.review import Stage
from intake.triage.words import words

MUCH = 250_000
"""Characters of one mail's texts that are searched, and octets of different words that are kept."""

LONGEST, MOST = 80, 12
"""Characters of a word, and words of a query, that count."""

TOGETHER = 100
"""Readings that are in memory at a time while all are written anew."""

OPEN_KINDS = ("enquiry", "automatic")
"""Mail of these that lies in no application is no candidate's: names in it are not hidden."""

TABLES = {
    "sqlite": (
        "CREATE VIRTUAL TABLE search USING fts5(who, words, tokenize='ascii', detail=column)",
    ),
    "postgresql": (
        "CREATE TABLE search (rowid integer CONSTRAINT pk_search PRIMARY KEY, "
        "who tsvector NOT NULL, words tsvector NOT NULL)",
        "CREATE INDEX ix_search ON search USING gin ((who || words))",
    ),
}
"""How each database makes the table; neither takes words apart, they are given one by one."""

_KEEP = {
    "sqlite": text("INSERT INTO search (rowid, who, words) VALUES (:id, :who, :words)"),
    "postgresql": text(
        "INSERT INTO search (rowid, who, words) VALUES (:id, "
        "array_to_tsvector(string_to_array(:who, ' ')), "
        "array_to_tsvector(string_to_array(:words, ' ')))"
    ),
}
_TABLE = table("search", column("rowid"), column("who"), column("words"))


@dataclass(frozen=True)
class Seen:
    """What somebody may find.

    Attributes:
        vacancies: mail of these alone.
        shortlisted_only: mail of shortlisted applications alone.
        blind: vacancies in which names are hidden from them until shortlisting.
        aside: applications from which they stepped aside.
    """

    vacancies: tuple[str, ...]
    shortlisted_only: bool = False
    blind: tuple[str, ...] = ()
    aside: frozenset[int] = field(default_factory=frozenset)


def terms(query: str) -> tuple[str, ...]:
    """The words that a query asks for: the beginnings of words, all of which must be there."""
    return tuple(dict.fromkeys(word[:LONGEST] for word in words(query)))[:MOST]


def leaf(
    session: Session, wanted: tuple[str, ...], seen: Seen, *, start: int = 0, count: int = 20
) -> Leaf[MessageRow]:
    """The mails that hold all these words, by receipt.

    Args:
        wanted: from `terms`; without any nothing is found.
    """
    if not wanted:
        return Leaf((), 0)
    query = (
        select(Delivery.id)
        .join(Judgement, Judgement.delivery_id == Delivery.id)
        .outerjoin(Application, Application.id == Delivery.application_id)
        .where(_visible(seen), Delivery.id.in_(_holding(session, wanted)))
    )
    if seen.blind:
        open_words = Delivery.id.in_(_holding(session, wanted, veiled=True))
        query = query.where(or_(not_(_veiled(seen.blind)), open_words))
    counted = query.add_columns(func.count().over().label("total"))
    page = counted.order_by(Judgement.received_at, Delivery.id).offset(start).limit(count)
    found = session.execute(page).all()
    total = found[0].total if found else _how_many(session, query)
    return Leaf(tuple(rows.some(session, [one.id for one in found])), total)


def applications(session: Session, wanted: tuple[str, ...], *, blind: bool) -> ColumnElement[bool]:
    """Whether an application holds mail with all these words.

    Args:
        blind: names are hidden from who asks until shortlisting.
    """
    found = Application.id.in_(_lying_in(_holding(session, wanted)))
    if not blind:
        return found
    open_words = Application.id.in_(_lying_in(_holding(session, wanted, veiled=True)))
    return and_(found, or_(Application.stage == Stage.SHORTLISTED.value, open_words))


def keep(session: Session, delivery: int, message: Message, beside: Iterable[Message] = ()) -> None:
    """Write what a mail is found by, in place of what was written.

    Args:
        beside: the other mails of its application: who they tell of is hidden in this one too.
    """
    forget(session, [delivery])
    who, rest = _told(message, Veil([message, *beside]))
    dialect = session.get_bind().dialect.name
    session.execute(_KEEP[dialect], {"id": delivery, "who": who, "words": rest})


def keep_together(session: Session, file: Sequence[tuple[int, Message]]) -> None:
    """Write anew what the mails of one application are found by, where they name each other."""
    every = {name for _, message in file for name in whose(message)}
    for number, message in file:
        if not every <= set(whose(message)):
            keep(session, number, message, [one for _, one in file])


def forget(session: Session, deliveries: Iterable[int]) -> None:
    """Mail is to be found no more.

    On SQLite words of what is forgotten can stay in the index until it is tidied: see `tidy`.
    """
    session.execute(delete(_TABLE).where(_TABLE.c.rowid.in_(list(deliveries))))


def tidy(session: Session) -> None:
    """Let no word stay in the index of what was forgotten; takes seconds in a large store."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("INSERT INTO search (search) VALUES ('optimize')"))


def rebuild(session: Session) -> None:
    """Write everything anew, from what was read."""
    session.execute(delete(_TABLE))
    numbers = session.scalars(select(Reading.delivery_id).order_by(Reading.delivery_id)).all()
    for at in range(0, len(numbers), TOGETHER):
        some = Reading.delivery_id.in_(numbers[at : at + TOGETHER])
        query = select(Reading.delivery_id, Reading.message, Delivery.application_id)
        found = session.execute(query.join(Delivery).where(some)).all()
        files = belonging.files(session, sorted({one[2] for one in found if one[2] is not None}))
        for number, message, application in found:
            keep(session, number, message, files.get(application or 0, ()))


def _how_many(session: Session, query: Select[int]) -> int:
    """How many there are, though the page asked for lies behind the last."""
    return session.scalar(select(func.count()).select_from(query.subquery())) or 0


def _visible(seen: Seen) -> ColumnElement[bool]:
    wanted: list[ColumnElement[bool]] = [Delivery.vacancy.in_(seen.vacancies)]
    if seen.shortlisted_only:
        wanted.append(Application.stage == Stage.SHORTLISTED.value)
    if seen.aside:
        elsewhere = Delivery.application_id.not_in(sorted(seen.aside))
        wanted.append(or_(Delivery.application_id.is_(None), elsewhere))
    return and_(*wanted)


def _veiled(blind: tuple[str, ...]) -> ColumnElement[bool]:
    """Whether who wrote a mail is hidden; `desk.sight` says the same of one that is shown."""
    lies = Delivery.application_id.is_not(None)  # else its stage is NULL, and so is what asks it
    return and_(
        Delivery.vacancy.in_(blind),
        or_(
            and_(lies, Application.stage != Stage.SHORTLISTED.value),
            and_(not_(lies), Judgement.kind.not_in(OPEN_KINDS)),
        ),
    )


def _lying_in(found: Select[int]) -> Select[int | None]:
    return select(Delivery.application_id).where(
        Delivery.id.in_(found), Delivery.application_id.is_not(None)
    )


def _holding(session: Session, wanted: tuple[str, ...], *, veiled: bool = False) -> Select[int]:
    """The deliveries with all these words; nothing in a word has a meaning to the database."""
    query = select(_TABLE.c.rowid)
    if session.get_bind().dialect.name == "sqlite":
        asked = " AND ".join(f'"{word}"*' for word in wanted)
        asked = f"{{words}} : ({asked})" if veiled else asked
        return query.where(literal_column("search").op("MATCH")(asked))
    lexemes = cast(" & ".join(f"'{word}':*" for word in wanted), TSQUERY)
    query = query.where(literal_column("(who || words)").op("@@")(lexemes))
    return query.where(_TABLE.c.words.op("@@")(lexemes)) if veiled else query


def _told(message: Message, veil: Veil) -> tuple[str, str]:
    """What tells who it is, and the rest: each different word once, with spaces between."""
    texts = list(_bounded((message.body, *_texts(message), message.quoted)))
    rest = dict.fromkeys(word for one in texts for word in words(veil.text(one)))
    every = (word for one in (*_headers(message), *texts) for word in words(one))
    return _line(dict.fromkeys(one for one in every if one not in rest)), _line(rest)


def _headers(message: Message) -> Iterator[str]:
    for address in (message.sender, message.forwarded_from, message.told_candidate):
        if address is not None:
            yield f"{address.name} {address.email}"
    yield message.subject
    yield from (one.filename for one in message.documents)


def _texts(message: Message) -> Iterator[str]:
    return (one.text for one in message.documents if not one.in_body)


def _bounded(texts: Iterable[str]) -> Iterator[str]:
    left = MUCH
    for one in texts:
        yield one[:left]
        left -= len(one[:left])


def _line(found: Iterable[str]) -> str:
    kept, left = [], MUCH
    for word in found:
        left -= len(word.encode("utf-8", "replace")) + 1
        if left < 0:
            break
        kept.append(word[:LONGEST])
    return " ".join(kept)
