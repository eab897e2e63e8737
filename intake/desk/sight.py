"""What a visitor may see of a mail in a list or on its page: all of it, or all but who wrote it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from intake.desk.auth import Right, Visitor
from intake.desk.room import Room
from intake.store import belonging, remarks
from intake.store.engine import Session
from intake.store.rows import MessageRow
from intake.store.search import OPEN_KINDS, Seen
from intake.triage.blind import HIDDEN, is_blind, redacted, whose
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
    """

    room: Room
    who: Visitor
    stages: Mapping[int, str]
    aside: frozenset[int]

    def of(self, row: MessageRow) -> MessageRow:
        """A mail as the visitor may see it."""
        return veiled(row) if self.veils(row) or self.is_aside(row) else row

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
    lying = {one.application for one in mails if one.application is not None}
    stages = belonging.stages(session, sorted(lying))
    return Sight(room, who, stages, remarks.aside(session, who.email))


def seen(session: Session, room: Room, who: Visitor, vacancies: tuple[str, ...]) -> Seen:
    """What a visitor may find in these vacancies."""
    blind = tuple(one for one in vacancies if hidden(room, who, one, Stage.NEW))
    aside = remarks.aside(session, who.email)
    return Seen(vacancies, who.shortlisted_only, blind, aside)


def veiled(row: MessageRow) -> MessageRow:
    """A mail without who wrote it: no name, address, subject, header or file name."""
    message = row.message or Message()
    veil = _Veil(whose(message), tuple(one.filename for one in message.documents if one.filename))
    return replace(
        row,
        message=None if row.message is None else veil.message(message),
        verdict=None if row.verdict is None else veil.verdict(row.verdict),
        problem=veil.line(row.problem),
    )


@dataclass(frozen=True)
class _Veil:
    names: tuple[str, ...]
    files: tuple[str, ...]

    def line(self, text: str) -> str:
        """Evidence, which quotes names of people and files."""
        for name in self.files:
            text = text.replace(name, HIDDEN)
        return redacted(text, self.names, document=False)

    def message(self, message: Message) -> Message:
        return Message(
            media_type=message.media_type,
            body=redacted(message.body, self.names),
            quoted=redacted(message.quoted, self.names) if message.quoted else "",
            documents=tuple(self._document(one) for one in message.documents),
            unreadable=message.unreadable,
            body_language=message.body_language,
            told_kind=message.told_kind,
            told_by=message.told_by,
        )

    def _document(self, one: Document) -> Document:
        return replace(
            one,
            filename="",
            why=self.line(one.why),
            notes=tuple(self.line(note) for note in one.notes),
            text=redacted(one.text, self.names),
            container="",
            candidate_name="",
            candidate_emails=(),
        )

    def verdict(self, verdict: Verdict) -> Verdict:
        return replace(
            verdict,
            kind_evidence=self.line(verdict.kind_evidence),
            reason=self.line(verdict.reason),
            checks=tuple(replace(one, evidence=self.line(one.evidence)) for one in verdict.checks),
            findings=tuple(
                replace(one, evidence=self.line(one.evidence)) for one in verdict.findings
            ),
            notes=tuple(self.line(note) for note in verdict.notes),
        )
