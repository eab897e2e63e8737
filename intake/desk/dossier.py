"""Everything that one application's page shows, gathered from the store in one go."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import parsedate_to_datetime

from starlette.exceptions import HTTPException

from intake.desk.auth import Visitor
from intake.desk.auth.colleagues import colleagues
from intake.desk.foreign import MUCH, legible
from intake.desk.room import Room
from intake.desk.sight import hidden, hides, unnamed
from intake.store import applications, belonging, corrections, judgements, remarks, rows, waiting
from intake.store.corrections import CorrectionRow
from intake.store.engine import Session, reading
from intake.store.evidence import of_mail
from intake.store.remarks import RemarkRow, Standing
from intake.store.rows import ApplicationRow, AuditRow, DecisionRow, MessageRow
from intake.store.staff import AccountRow, named
from intake.triage.blind import HIDDEN, Veil
from intake.triage.message import Document, Message
from intake.triage.quotes import marked
from intake.triage.review import MOVES, Stage
from intake.triage.timeline import Timeline, timeline
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Check, Finding, Flag, Outcome

MOST_PAGES = 30
"""Pages of a document that are offered as pictures."""

_DRAWN = ("application/pdf", "image/")


@dataclass(frozen=True)
class Paper:
    """One document of one mail.

    Attributes:
        document: as people say it is.   found: as it was found.
        current: it stands.   beside: its mail does not count; else a later version replaced it.
        pieces: its text, with what the findings quote.   cut: the text goes on.
        pages: how many of its pages can be shown as pictures.
    """

    mail: int
    document: Document
    found: Document
    current: bool
    beside: bool
    pieces: tuple[tuple[str, bool], ...]
    cut: bool
    pages: int


@dataclass(frozen=True)
class Post:
    """One mail of the dossier.

    Attributes:
        body: its text, with what the findings quote.   cut: the text goes on.
    """

    row: MessageRow
    message: Message
    line: Timeline | None
    body: tuple[tuple[str, bool], ...]
    cut: bool
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Former:
    """An application whose mail a person took into this one: what people did with it there."""

    row: ApplicationRow
    remarks: tuple[RemarkRow, ...]
    assignee: str
    readable: bool


@dataclass(frozen=True)
class Dossier:
    """One application, as this visitor may see it.

    Attributes:
        blind: who it is stays hidden.
        colleagues: who may work on it.
        assignee: the name of who does; empty where nobody does.
        back: it was put aside, and is to be looked at again.
        closed: nothing in it counts any more; it can be read, and not changed.
        elsewhere: the applications in which mail of it lies now.
        former: those whose mail came into it.
    """

    row: ApplicationRow
    vacancy: Vacancy
    blind: bool
    name: str
    email: str
    flags: tuple[Flag, ...]
    checks: tuple[Check, ...]
    papers: tuple[Paper, ...]
    posts: tuple[Post, ...]
    remarks: tuple[RemarkRow, ...]
    standing: Standing
    corrections: tuple[CorrectionRow, ...]
    history: tuple[AuditRow, ...]
    colleagues: tuple[AccountRow, ...]
    assignee: str
    back: bool
    closed: bool
    elsewhere: tuple[int, ...]
    former: tuple[Former, ...]

    @property
    def moves(self) -> tuple[Stage, ...]:
        """The stages that it can be moved to."""
        return MOVES[Stage(self.row.stage)]


def require_sight(room: Room, who: Visitor, mail: int) -> None:
    """Refuse the bytes of a mail, which show who wrote it, while that is hidden.

    Raises:
        HTTPException: 404.
    """
    with reading(room.bench.engine) as session:
        found = belonging.of_message(session, mail)
    if found is None or hides(room, who, found.vacancy, found.stage, found.kind):
        raise HTTPException(404)


def dossier(room: Room, who: Visitor, number: int) -> Dossier:
    """Gather it.

    Raises:
        UnknownId: there is no such application.
        WrongUse: its vacancy is not configured any more.
    """
    with reading(room.bench.engine) as session:
        row = rows.application(session, number)
        veil = None
        if hidden(room, who, row.vacancy, row.stage):
            files = belonging.files(session, [row.id]).get(row.id, [])
            veil = Veil(files, row.application.candidate)
        return _Gathering(session, room, who, row, veil).run()


@dataclass(frozen=True)
class _Gathering:
    session: Session
    room: Room
    who: Visitor
    row: ApplicationRow
    veil: Veil | None  # over who it is, where that is hidden

    def run(self) -> Dossier:
        value, session = self.row.application, self.session
        vacancy = self.room.bench.vacancy(self.row.vacancy)
        closed = not applications.get(session, self.row.id).counts
        mails = [] if closed else [rows.message(session, one) for one in value.messages]
        today = self.room.today
        standing = remarks.standings(session, [self.row.id])[self.row.id]
        posts = tuple(self._post(mail, vacancy) for mail in mails)
        subjects = [f"a{self.row.id}", *(f"m{mail.id}" for mail in mails)]
        history = [one for subject in subjects for one in rows.audit_of(session, subject)]
        return Dossier(
            row=replace(self.row, decisions=tuple(map(self._decision, self.row.decisions))),
            vacancy=vacancy,
            blind=self.veil is not None,
            name=HIDDEN if self.veil else value.candidate.name,
            email="" if self.veil else value.candidate.email,
            flags=tuple(one for one in value.flags if self.who.may_see(one)),
            checks=tuple(self._check(one) for one in value.checks),
            papers=tuple(paper for post in posts for paper in self._papers(post)),
            posts=posts,
            remarks=self._remarks(self.row.id),
            standing=replace(standing, waiting_for=self._line(standing.waiting_for)),
            corrections=tuple(
                replace(one, why=self._line(one.why))
                for one in corrections.of_deliveries(session, value.messages)
            ),
            history=tuple(sorted(history, key=lambda one: one.id)),
            colleagues=colleagues(session, vacancy.id),
            assignee=named(session, standing.assignee),
            back=self.row.id in waiting.numbers(session, vacancy.id, today),
            closed=closed,
            elsewhere=applications.now_in(session, self.row.id)
            or tuple(sorted(remarks.went_to(session, self.row.id))),
            former=tuple(self._former(one) for one in remarks.came_from(session, self.row.id)),
        )

    def _line(self, text: str) -> str:
        """Words about it, without who it is where that is hidden."""
        return self.veil.line(text) if self.veil else text

    def _text(self, text: str) -> str:
        return self.veil.text(text) if self.veil else text

    def _remarks(self, number: int) -> tuple[RemarkRow, ...]:
        return tuple(self._remark(one) for one in remarks.of(self.session, number))

    def _former(self, number: int) -> Former:
        row = rows.application(self.session, number)
        readable = row.vacancy in self.who.vacancies and self.who.sees(row.stage)
        row = replace(row, decisions=tuple(self._decision(one) for one in row.decisions))
        assignee = remarks.standings(self.session, [number])[number].assignee
        return Former(row, self._remarks(number), named(self.session, assignee), readable)

    def _check(self, check: Check) -> Check:
        return replace(check, evidence=self._line(check.evidence))

    def _decision(self, one: DecisionRow) -> DecisionRow:
        return replace(one, why=self._line(one.why))

    def _remark(self, one: RemarkRow) -> RemarkRow:
        return replace(one, to=named(self.session, one.to), text=self._line(one.text))

    def _post(self, row: MessageRow, vacancy: Vacancy) -> Post:
        delivery = judgements.load(self.session, row.id)
        found = row.message or Message()
        message = corrections.laid_over(self.session, delivery, found)
        known = of_mail(self.session, row, self.room.bench.trusted_relays, vacancy.deadline)
        verdict, line = row.verdict, None
        findings: tuple[Finding, ...] = ()
        if verdict is not None:
            decided = verdict.timing.decided_by
            line = timeline(known, vacancy.deadline, decided, _claimed(message.claimed_date))
            findings = tuple(self._finding(one) for one in verdict.findings)
        told = [verdict.kind_evidence, *(one.evidence for one in findings)] if verdict else []
        body = self._text(message.body)
        return Post(
            row=row,
            message=message,
            line=line,
            body=marked(legible(body, MUCH), told),
            cut=len(body) > MUCH,
            findings=tuple(one for one in findings if one.evidence),
        )

    def _finding(self, one: Finding) -> Finding:
        return replace(one, evidence=self._line(one.evidence) if self.who.may_see(one.flag) else "")

    def _papers(self, post: Post) -> Iterable[Paper]:
        found = {one.sha256: one for one in (post.row.message or Message()).documents}
        told = [one.evidence for one in self.row.application.checks]
        told += [one.evidence for one in post.findings]
        for one in post.message.documents:
            shown = unnamed(one, self.veil) if self.veil else one
            yield Paper(
                mail=post.row.id,
                document=shown,
                found=found[one.sha256],
                current=one.sha256 in {now.sha256 for now in self.row.application.documents}
                and post.row.outcome is Outcome.FILED,
                beside=post.row.outcome is not Outcome.FILED,
                pieces=marked(legible(shown.text, MUCH), [*told, one.why]),
                cut=len(shown.text) > MUCH,
                pages=0 if self.veil else _pages(one),
            )


def _pages(document: Document) -> int:
    if document.in_body or not document.media_type.startswith(_DRAWN):
        return 0
    return min(document.pages or 1, MOST_PAGES)


def _claimed(date: str) -> datetime | None:
    """What the Date field says; many say nonsense."""
    try:
        told = parsedate_to_datetime(date)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return told if told.utcoffset() is not None and 1900 < told.year < 2200 else None
