"""What the digest counts, as the values of triage."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select

from intake.store import accounts, judgements, rows, waiting
from intake.store.engine import Session
from intake.store.rows import ApplicationRow, MessageRow
from intake.store.tables import Poll
from intake.triage.digest import Arrival, MailboxState, Standing


def arrivals(session: Session, vacancy: str) -> list[Arrival]:
    """Every judged delivery of a vacancy, in order of their numbers."""
    reopened = judgements.reopened(session, vacancy)
    found = (_arrival(row, reopened.get(row.id)) for row in rows.messages(session, vacancy))
    return [arrival for arrival in found if arrival is not None]


def standings(session: Session, vacancy: str, today: date) -> list[Standing]:
    """Every application of a vacancy, by receipt, as it stands on a day."""
    back = waiting.numbers(session, vacancy, today)
    return [_standing(row, row.id in back) for row in rows.applications(session, vacancy)]


def mailbox_state(
    session: Session,
    mailbox: str,
    folders: Sequence[str],
    now: datetime,
    allowed: timedelta | None = None,
) -> MailboxState:
    """When all watched folders of a mailbox were last read, and what is wrong now.

    Args:
        allowed: how long it may go unread before it is overdue; None: as long as it likes.
    """
    read = [accounts.last_complete(session, mailbox, folder) for folder in folders]
    ends = [poll.ended_at for poll in read if poll is not None]
    last_good = min(ends) if len(ends) == len(folders) else None
    problems = [_problem(session, mailbox, folder) for folder in folders]
    return MailboxState(
        mailbox,
        last_good,
        next((problem for problem in problems if problem), ""),
        overdue=allowed is not None and last_good is not None and now - last_good > allowed,
        totals=accounts.recorded(session, mailbox, folders),
    )


def began(session: Session) -> datetime | None:
    """When the first poll of all began; None while there was none."""
    return session.scalar(select(Poll.started_at).order_by(Poll.id).limit(1))


def last_poll(session: Session) -> datetime | None:
    """When the last poll of all ended; None while there was none."""
    return session.scalar(select(Poll.ended_at).order_by(Poll.id.desc()).limit(1))


def _problem(session: Session, mailbox: str, folder: str) -> str:
    last = (
        select(Poll.problem)
        .where(Poll.mailbox == mailbox, Poll.folder == folder)
        .order_by(Poll.id.desc())
        .limit(1)
    )
    return session.scalar(last) or ""


def _arrival(row: MessageRow, reopened_at: datetime | None) -> Arrival | None:
    if row.verdict is None or row.message is None or row.judged_at is None:
        return None
    return Arrival(
        id=row.id,
        application=row.application,
        candidate=row.message.candidate,
        received_at=row.verdict.timing.received_at,
        judged_at=row.judged_at,
        kind=row.verdict.kind,
        outcome=row.outcome or row.verdict.outcome,
        timing=row.verdict.timing.verdict,
        decided_by=row.verdict.timing.decided_by,
        flags=row.verdict.flags,
        reopened_at=reopened_at,
    )


def _standing(row: ApplicationRow, back: bool) -> Standing:
    value = row.application
    return Standing(
        row.id, value.candidate, value.received_at, value.complete, value.missing, row.stage, back
    )
