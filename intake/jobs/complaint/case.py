"""What a complaint is about, gathered in one look at the store."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from intake.errors import WrongUse
from intake.jobs.bench import Bench
from intake.store import audit, polls, rows
from intake.store.engine import Session, transaction
from intake.store.evidence import of_mail
from intake.store.polls import PollRow
from intake.store.rows import ApplicationRow, AuditRow, MessageRow
from intake.triage.evidence import Evidence
from intake.triage.vacancy import Vacancy


@dataclass(frozen=True)
class Piece:
    """One mail, and what is known about when it came.

    Attributes:
        bytes: `whole`, `damaged` or `missing` on our disk; `never had` where none came.
    """

    row: MessageRow
    evidence: Evidence
    bytes: str


@dataclass(frozen=True)
class Case:
    """Everything about one mail or application.

    Attributes:
        subject: `m12` or `a7`.
        made_at, made_by: when and for whom the pack was made.
        everything: nothing is left out that is for HR alone.
        trail: the audit rows of the mails, the application and the vacancy.
        head: the hash of the chain's last row, which is number `length`.
    """

    subject: str
    vacancy: Vacancy
    made_at: datetime
    made_by: str
    everything: bool
    mails: tuple[Piece, ...]
    application: ApplicationRow | None
    polls: tuple[PollRow, ...]
    trail: tuple[AuditRow, ...]
    head: str
    length: int


def gather(bench: Bench, subject: str, who: str, *, everything: bool) -> Case:
    """All about `m12` or `a7`; that it was asked for, and by whom, goes into the audit trail.

    Args:
        everything: for HR; else no declared relative is told. The mails hold what was written.

    Raises:
        WrongUse: this is no reference of a mail or an application.
        UnknownId: there is none of that number.
    """
    letter, number = _reference(subject)
    now = bench.clock()
    with transaction(bench.engine) as session:
        application = rows.application(session, number) if letter == "a" else None
        mails = _mails(session, application, number)
        vacancy = bench.vacancy(mails[0].vacancy)
        audit.append(session, now, who, "complaint pack", subject, mails=len(mails))
        session.flush()
        pieces = tuple(_piece(session, bench, vacancy, _told(row, everything)) for row in mails)
        return Case(
            subject,
            vacancy,
            now,
            who,
            everything,
            pieces,
            application,
            polls.around(session, mails[0].mailbox, _moments(vacancy, pieces)),
            _trail(session, vacancy, pieces, subject),
            audit.head(session),
            audit.count(session),
        )


def _reference(subject: str) -> tuple[str, int]:
    found = re.fullmatch(r"([am])(\d{1,9})", subject)
    if found is None:
        raise WrongUse(
            f"{subject!r} is no reference.", "Write m12 for a mail, a7 for an application."
        )
    return found[1], int(found[2])


def _mails(session: Session, application: ApplicationRow | None, number: int) -> list[MessageRow]:
    """The mails of the file; of a mail that repeats another, that one too."""
    if application is not None:
        return rows.some(session, rows.filed_in(session, application.id))
    row = rows.message(session, number)
    first = row.verdict.duplicate_of if row.verdict else None
    return [row] if first is None else [*rows.some(session, [first]), row]


def _told(row: MessageRow, everything: bool) -> MessageRow:
    """A mail with those of its flags that the pack is to tell."""
    if row.verdict is None:
        return row
    findings = tuple(one for one in row.verdict.findings if one.flag.is_for(everything))
    return replace(row, verdict=replace(row.verdict, findings=findings))


def _piece(session: Session, bench: Bench, vacancy: Vacancy, row: MessageRow) -> Piece:
    known = of_mail(session, row, bench.trusted_relays, vacancy.deadline)
    return Piece(row, known, _on_disk(bench, row.sha256))


def _on_disk(bench: Bench, sha256: str | None) -> str:
    if sha256 is None:
        return "never had"
    if bench.files.is_whole(sha256):
        return "whole"
    return "damaged" if bench.files.path(sha256).is_file() else "missing"


def _moments(vacancy: Vacancy, pieces: tuple[Piece, ...]) -> Iterator[datetime]:
    """Those that a decision about time can rest on."""
    yield vacancy.deadline.cutoff
    for piece in pieces:
        yield piece.evidence.seen_at
        if piece.evidence.fence is not None:
            yield piece.evidence.fence.recorded_at


def _trail(
    session: Session, vacancy: Vacancy, pieces: tuple[Piece, ...], subject: str
) -> tuple[AuditRow, ...]:
    subjects = dict.fromkeys([vacancy.id, *(f"m{piece.row.id}" for piece in pieces), subject])
    found = (row for one in subjects for row in rows.audit_of(session, one))
    return tuple(sorted(found, key=lambda row: row.id))
