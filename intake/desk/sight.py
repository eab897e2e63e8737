"""What a visitor may see of a mail in a list or on its page: all of it, or all but who wrote it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from intake.desk.auth import Right, Visitor
from intake.desk.room import Room
from intake.store import belonging, remarks
from intake.store.engine import Session
from intake.store.rows import MessageRow
from intake.store.search import OPEN_KINDS, Seen
from intake.triage.blind import Veil, is_blind
from intake.triage.message import Document, Message
from intake.triage.review import Stage
from intake.triage.verdict import Verdict


def hidden(room: Room, who: Visitor, vacancy: str, stage: str) -> bool:
    """Whether this visitor may not see who applies; HR writes to people, and has to."""
    blind = room.bench.has(vacancy) and room.bench.vacancy(vacancy).blind
    return is_blind(blind, stage) and not who.may(Right.SEE_RELATIVES)


def hides(room: Room, who: Visitor, vacancy: str, stage: str, kind: str) -> bool:
    """Whether this visitor may not see who wrote a mail.

    Args:
        stage: of the application in which it lies; empty where it lies in none.
        kind: empty while it has no verdict.
    """
    if not stage and kind in OPEN_KINDS:
        return False  # a question is answered, and no candidate's
    return hidden(room, who, vacancy, stage or Stage.NEW)


@dataclass(frozen=True)
class Sight:
    """What one visitor may see of these mails.

    Attributes:
        stages: of the applications in which they lie.
        aside: applications from which the visitor stepped aside.
        files: of these applications all mails, where who wrote them is hidden.
    """

    room: Room
    who: Visitor
    stages: Mapping[int, str]
    aside: frozenset[int]
    files: Mapping[int, Sequence[Message]]

    def of(self, row: MessageRow) -> MessageRow:
        """A mail as the visitor may see it."""
        hidden_here = self.veils(row) or self.is_aside(row)
        return veiled(row, self.files.get(row.application or 0, ())) if hidden_here else row

    def veils(self, row: MessageRow) -> bool:
        """Whether who wrote it is hidden."""
        stage = self.stages.get(row.application or 0, "")
        kind = row.verdict.kind.value if row.verdict else ""
        return hides(self.room, self.who, row.vacancy, stage, kind)

    def is_aside(self, row: MessageRow) -> bool:
        """Whether the visitor stepped aside from it: nothing of it is theirs to read."""
        return row.application in self.aside


def sight(session: Session, room: Room, who: Visitor, mails: Iterable[MessageRow]) -> Sight:
    """What a visitor may see of these mails."""
    lying = {one.application: one for one in mails if one.application is not None}
    stages, aside = belonging.stages(session, sorted(lying)), remarks.aside(session, who.email)
    veiled_here = [
        number
        for number, one in lying.items()
        if number in aside or hidden(room, who, one.vacancy, stages[number])
    ]
    return Sight(room, who, stages, aside, belonging.files(session, veiled_here))


def seen(session: Session, room: Room, who: Visitor, vacancies: tuple[str, ...]) -> Seen:
    """What a visitor may find in these vacancies."""
    blind = tuple(one for one in vacancies if hidden(room, who, one, Stage.NEW))
    aside = remarks.aside(session, who.email)
    return Seen(vacancies, who.shortlisted_only, blind, aside)


def veiled(row: MessageRow, beside: Iterable[Message] = ()) -> MessageRow:
    """A mail without who wrote it: no name, address, subject, header or file name.

    Args:
        beside: the other mails of its application, which may tell more names.
    """
    message = row.message or Message()
    hide = _Hiding(Veil([message, *beside]))
    return replace(
        row,
        message=None if row.message is None else hide.message(message),
        verdict=None if row.verdict is None else hide.verdict(row.verdict),
        problem=hide.veil.line(row.problem),
    )


@dataclass(frozen=True)
class _Hiding:
    veil: Veil

    def message(self, message: Message) -> Message:
        return Message(
            media_type=message.media_type,
            body=self.veil.text(message.body),
            quoted=self.veil.text(message.quoted) if message.quoted else "",
            documents=tuple(unnamed(one, self.veil) for one in message.documents),
            unreadable=message.unreadable,
            body_language=message.body_language,
            told_kind=message.told_kind,
            told_by=message.told_by,
        )

    def verdict(self, verdict: Verdict) -> Verdict:
        line = self.veil.line
        return replace(
            verdict,
            kind_evidence=line(verdict.kind_evidence),
            reason=line(verdict.reason),
            checks=tuple(replace(one, evidence=line(one.evidence)) for one in verdict.checks),
            findings=tuple(replace(one, evidence=line(one.evidence)) for one in verdict.findings),
            notes=tuple(line(note) for note in verdict.notes),
        )


def unnamed(one: Document, veil: Veil) -> Document:
    """A document without whose it is."""
    return replace(
        one,
        filename="",
        why=veil.line(one.why),
        notes=tuple(veil.line(note) for note in one.notes),
        text=veil.text(one.text),
        container="",
        candidate_name="",
        candidate_emails=(),
    )
