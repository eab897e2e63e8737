"""What is remembered, table by table. The ledger's rows (poll, sighting, audit) are evidence."""

from datetime import date, datetime, timedelta

from sqlalchemy import BigInteger, ForeignKey, Index, Interval, MetaData, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from intake.store.columns import Key, Moment, Value, Words
from intake.triage.dossier import Application as ApplicationValue
from intake.triage.message import Message
from intake.triage.verdict import Verdict

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Every table; strings are made storable, datetimes are aware and in UTC."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: Moment, str: Words, timedelta: Interval}  # noqa: RUF012


class Poll(Base):
    """One listing of one folder: evidence of what was there, and of when we could not look.

    `ended_at` is when the complete listing was in our hands; a poll that failed says why in
    `problem`, and knows no UIDs.
    """

    __tablename__ = "poll"
    __table_args__ = (Index(None, "mailbox", "folder", "uidvalidity", "ended_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mailbox: Mapped[str]
    folder: Mapped[str]
    uidvalidity: Mapped[int | None] = mapped_column(BigInteger)
    uidnext: Mapped[int | None] = mapped_column(BigInteger)
    count: Mapped[int | None]
    junk: Mapped[bool] = mapped_column(default=False)
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime]
    complete: Mapped[bool]
    problem: Mapped[str] = mapped_column(default="")
    accounted: Mapped[int | None]  # of `count`, how many had an outcome when the cycle ended


class Delivery(Base):
    """Raw bytes, and what became of them. `id` is the receipt number: without gaps.

    `sha256` is None while the bytes could not be had (expunged, or refused by the server).
    """

    __tablename__ = "delivery"
    __table_args__ = (Index(None, "vacancy", "state"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    vacancy: Mapped[str]
    mailbox: Mapped[str]
    sha256: Mapped[str | None] = mapped_column(String(64), index=True)
    size: Mapped[int | None] = mapped_column(BigInteger)
    stored_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(String(16))  # stored, or judged
    attempts: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str] = mapped_column(default="")
    application_id: Mapped[int | None] = mapped_column(ForeignKey("application.id"), index=True)

    sightings: Mapped[list["Sighting"]] = relationship(
        order_by="Sighting.id", back_populates="delivery"
    )
    reading: Mapped["Reading | None"] = relationship(back_populates="delivery")
    judgement: Mapped["Judgement | None"] = relationship(back_populates="delivery")
    decisions: Mapped[list["Decision"]] = relationship(order_by="Decision.id", viewonly=True)


class Sighting(Base):
    """A UID that a complete listing showed; committed before anything is fetched.

    A delivery's first sighting is its evidence; later ones are the same bytes under another
    UID, after a change of UIDVALIDITY or a move between watched folders.
    """

    __tablename__ = "sighting"
    __table_args__ = (UniqueConstraint("mailbox", "folder", "uidvalidity", "uid"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mailbox: Mapped[str]
    folder: Mapped[str]
    uidvalidity: Mapped[int] = mapped_column(BigInteger)
    uid: Mapped[int] = mapped_column(BigInteger)
    seen_at: Mapped[datetime]
    absent_at: Mapped[datetime | None]  # end of the last complete poll before, without this UID
    junk: Mapped[bool]
    size: Mapped[int | None] = mapped_column(BigInteger)  # as announced; None: not described yet
    internal: Mapped[datetime | None]
    internal_raw: Mapped[str] = mapped_column(default="")
    unlisted_since: Mapped[datetime | None]  # first complete poll that no longer listed it
    fetch_attempts: Mapped[int] = mapped_column(default=0)
    delivery_id: Mapped[int | None] = mapped_column(ForeignKey("delivery.id"), index=True)

    delivery: Mapped[Delivery | None] = relationship(back_populates="sightings")


class Reading(Base):
    """The message that a delivery was read into."""

    __tablename__ = "reading"

    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"), primary_key=True)
    read_at: Mapped[datetime]
    message: Mapped[Message] = mapped_column(Value(Message))

    delivery: Mapped[Delivery] = relationship(back_populates="reading")


class Judgement(Base):
    """The verdict on a delivery; the columns beside it are for finding it."""

    __tablename__ = "judgement"
    __table_args__ = (
        Index(None, "vacancy", "candidate"),
        Index(None, "vacancy", "message_id"),
        Index(None, "vacancy", "content_hash"),
    )

    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"), primary_key=True)
    vacancy: Mapped[str]
    candidate: Mapped[str] = mapped_column(Key)
    message_id: Mapped[str] = mapped_column(Key)
    content_hash: Mapped[str] = mapped_column(Key)
    received_at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(16))
    outcome: Mapped[str] = mapped_column(String(16), index=True)
    timing: Mapped[str] = mapped_column(String(16))
    judged_at: Mapped[datetime]
    verdict: Mapped[Verdict] = mapped_column(Value(Verdict))

    delivery: Mapped[Delivery] = relationship(back_populates="judgement")


class Former(Base):
    """A verdict that was replaced by a later one; kept for ever beside it."""

    __tablename__ = "former"

    id: Mapped[int] = mapped_column(primary_key=True)
    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"), index=True)
    replaced_at: Mapped[datetime]
    outcome: Mapped[str] = mapped_column(String(16))
    verdict: Mapped[Verdict] = mapped_column(Value(Verdict))


class Answer(Base):
    """A Message-ID that a delivery answers, so that a thread is found from both its ends."""

    __tablename__ = "answer"

    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id"), primary_key=True)
    message_id: Mapped[str] = mapped_column(Key, primary_key=True, index=True)


class Application(Base):
    """One per candidate and vacancy; `stage` is set by people alone.

    `counts` is False once nothing in it counts any more (judged again); the row stays. Lists read
    the columns alone: `value` holds the documents' texts.
    """

    __tablename__ = "application"
    __table_args__ = (
        UniqueConstraint("vacancy", "candidate"),
        Index(None, "vacancy", "received_at", "id"),
        Index(None, "vacancy", "sorting", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    vacancy: Mapped[str]
    candidate: Mapped[str] = mapped_column(Key)
    received_at: Mapped[datetime]
    complete: Mapped[bool]
    counts: Mapped[bool] = mapped_column(default=True)
    stage: Mapped[str] = mapped_column(String(16), default="new")
    version: Mapped[int] = mapped_column(default=1)
    name: Mapped[str]
    email: Mapped[str]
    sorting: Mapped[str] = mapped_column(Key)  # the name, folded
    opened_at: Mapped[datetime]
    changed_at: Mapped[datetime]  # when mail or a correction last changed it
    value: Mapped[ApplicationValue] = mapped_column(Value(ApplicationValue))

    deliveries: Mapped[list[Delivery]] = relationship(order_by="Delivery.id", viewonly=True)


class Decision(Base):
    """What a person decided about an application or a delivery, and why."""

    __tablename__ = "decision"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    who: Mapped[str]
    what: Mapped[str] = mapped_column(String(16))  # stage, propose, object or admit
    to: Mapped[str] = mapped_column(String(16))  # the new stage, or the reason code
    why: Mapped[str]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))  # None: by a command
    delivery_id: Mapped[int | None] = mapped_column(ForeignKey("delivery.id"), index=True)
    application_id: Mapped[int | None] = mapped_column(ForeignKey("application.id"), index=True)


class Audit(Base):
    """One row per change, each sealed with the hash of the one before."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    who: Mapped[str]
    what: Mapped[str] = mapped_column(String(32))
    subject: Mapped[str] = mapped_column(index=True)  # m12, a7, or a vacancy
    details: Mapped[str]  # canonical JSON: ids, words and hashes, nothing about the person
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class Published(Base):
    """One version of a vacancy's deadline. The cut-off only ever moves later."""

    __tablename__ = "deadline"

    vacancy: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    recorded_at: Mapped[datetime]
    cutoff: Mapped[datetime]
    ambiguous_from: Mapped[datetime | None]
    grace: Mapped[timedelta]
    hold_until: Mapped[datetime | None]
    sentence: Mapped[str]


class Outgoing(Base):
    """One mail to one recipient: claimed before it is sent.

    A digest is one for its recipient and local date, and is composed when it is sent: `until` is
    where the period that it covers ends; the next digest's begins there. Any other letter has its
    words here; `scope` says what it is about.
    """

    __tablename__ = "outgoing"
    __table_args__ = (UniqueConstraint("recipient", "date", "kind", "scope"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    recipient: Mapped[str]
    date: Mapped[date]
    until: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(16))  # queued, sending, sent, refused
    message_id: Mapped[str]
    attempts: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str] = mapped_column(default="")
    changed_at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(16), default="digest", server_default="digest")
    scope: Mapped[str] = mapped_column(default="", server_default="")
    subject: Mapped[str] = mapped_column(default="", server_default="")
    text: Mapped[str] = mapped_column(default="", server_default="")


class Trouble(Base):
    """One trouble from its beginning to its end; open while `ended_at` is None."""

    __tablename__ = "trouble"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    subject: Mapped[str]
    since: Mapped[datetime]
    problem: Mapped[str]
    ended_at: Mapped[datetime | None]


class Lease(Base):
    """Who works on what now. The token is the fence: a commit with an old one fails."""

    __tablename__ = "lease"

    name: Mapped[str] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(64))
    host: Mapped[str]
    pid: Mapped[int]
    born: Mapped[str]  # when that process started, as its system says; pids are used again
    taken_at: Mapped[datetime]
    renewed_at: Mapped[datetime]
