"""The digest: once per recipient and local date, under one Message-ID, however often we crash."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

from intake import maillog
from intake.errors import IntakeError, SendRefused
from intake.jobs.bench import Bench
from intake.jobs.mailing import Mailing
from intake.jobs.posting import LEASE, post
from intake.outbox.compose import Composed, compose
from intake.outbox.letter import letter, new_message_id
from intake.outbox.words import Language
from intake.store import accounts, audit, claims, figures, lease, troubles
from intake.store.claims import Claim
from intake.store.engine import Session, reading
from intake.store.lease import Lease
from intake.triage.counting import vacancy_day
from intake.triage.digest import DigestDay, MailboxState, Period
from intake.triage.vacancy import Vacancy


@dataclass(frozen=True)
class Sent:
    """What became of one recipient's digest.

    Attributes:
        file: where it was kept, where there is no SMTP server.
        before: it had been sent already, and was left alone.
        problem: why it could not be sent; it stays queued.
    """

    recipient: str
    date: date
    message_id: str
    file: Path | None = None
    before: bool = False
    problem: IntakeError | None = None


@dataclass(frozen=True)
class Delivered:
    """How far the digest of a date has come.

    Attributes:
        due: there was something to tell on that date.
        sent: how many of the recipients have it.
        problem: why the last attempt for another failed.
    """

    due: bool
    sent: int
    problem: str = ""


def report(bench: Bench, mailing: Mailing, day: date | None = None) -> tuple[Sent, ...]:
    """Send the digest of a date to everybody who did not get it yet.

    Without `day` it is the latest one that is due; nothing is due before the first poll. Days
    that were missed (the daemon was down, the server refused) are merged into this digest and
    named in it. A recipient whose digest cannot be sent does not delay the others.

    Raises:
        AlreadyRunning: another process sends at this moment.
    """
    now = bench.clock()
    if day is None and not _is_due(bench, mailing, now):
        return ()
    chosen = day or mailing.last_due(now)
    with lease.hold(bench.engine, LEASE, bench.clock) as held:
        return tuple(
            _report_to(bench, mailing, held, reader, chosen, by_hand=day is not None)
            for reader in mailing.readers
        )


def preview(
    bench: Bench,
    mailing: Mailing,
    day: date | None = None,
    *,
    language: Language | None = None,
    vacancies: Collection[str] | None = None,
    everything: bool = True,
) -> Composed:
    """The digest of a date as it will be sent; nothing is sent or recorded.

    Today's (by default) goes up to this moment, an earlier one up to its hour.

    Args:
        language: other than the one in which it is sent.
        vacancies: the ids of those to be told about; None: all.
        everything: as HR gets it; else as reviewers do.
    """
    now = bench.clock()
    day = day or now.astimezone(mailing.zone).date()
    until = min(now, mailing.due(day)) if day < now.astimezone(mailing.zone).date() else now
    told = [one for one in bench.vacancies if vacancies is None or one.id in vacancies]
    with reading(bench.engine) as session:
        period = _period(session, mailing, next(iter(mailing.readers), ""), day, until)
        figured = _figures(session, bench, mailing, told, period, everything=everything)
    return compose(figured, language or mailing.language, names=mailing.names, desk=mailing.desk)


def delivered(session: Session, mailing: Mailing, day: date) -> Delivered:
    """How far the digest of a date has come, by what is recorded."""
    began = figures.began(session)
    lasts = (claims.last_sent(session, one, day + timedelta(days=1)) for one in mailing.readers)
    sent = sum(1 for last in lasts if last is not None and last.date == day)
    problems = [one.problem for one in claims.open_digests(session, day)]
    due = began is not None and began <= mailing.due(day)
    return Delivered(due, sent, next(filter(None, problems), ""))


def _is_due(bench: Bench, mailing: Mailing, now: datetime) -> bool:
    with reading(bench.engine) as session:
        began = figures.began(session)
    return began is not None and began <= mailing.due(mailing.last_due(now))


def _report_to(
    bench: Bench, mailing: Mailing, held: Lease, reader: str, day: date, by_hand: bool
) -> Sent:
    with held.writing(bench.engine) as session:
        proposed = new_message_id(mailing.sender, day)
        claim = claims.claim(session, reader, day, bench.clock(), proposed)
    if claim.state == claims.SENT:
        return Sent(reader, day, claim.message_id, before=True)
    if claim.state == claims.REFUSED and not by_hand:
        again = SendRefused(claim.problem, "`intake digest --send --date` tries it again.")
        return Sent(reader, day, claim.message_id, problem=again)
    try:
        file = post(bench, mailing, held, claim, _mail(bench, mailing, claim))
    except IntakeError as error:
        maillog.digest_failed(claim.date.isoformat(), error.problem)
        return Sent(reader, day, claim.message_id, problem=error)
    maillog.digest_sent(day.isoformat(), claim.message_id)
    return Sent(reader, day, claim.message_id, file)


def _mail(bench: Bench, mailing: Mailing, claim: Claim) -> EmailMessage:
    told = mailing.readers[claim.recipient]
    with reading(bench.engine) as session:
        period = _period(session, mailing, claim.recipient, claim.date, claim.until)
        vacancies = (one for one in bench.vacancies if one.id in told)
        everything = mailing.sees_everything(claim.recipient)
        day = _figures(session, bench, mailing, vacancies, period, everything=everything)
    composed = compose(day, mailing.language, names=mailing.names, desk=mailing.desk)
    return letter(
        composed, mailing.sender, claim.recipient, claim.message_id, claim.until, mailing.language
    )


def _period(session: Session, mailing: Mailing, reader: str, day: date, until: datetime) -> Period:
    """From where the reader's last digest ended; for the first one, from the first poll."""
    last = claims.last_sent(session, reader, day)
    if last is not None:
        gap = (day - last.date).days
        missed = tuple(last.date + timedelta(days=n) for n in range(1, gap))
        return Period(day, last.until, until, mailing.zone, missed)
    began = figures.began(session) or until
    return Period(day, min(began, until), until, mailing.zone)


def _figures(
    session: Session,
    bench: Bench,
    mailing: Mailing,
    vacancies: Iterable[Vacancy],
    period: Period,
    *,
    everything: bool,
) -> DigestDay:
    told = tuple(
        vacancy_day(
            vacancy,
            figures.arrivals(session, vacancy.id),
            figures.standings(session, vacancy.id, period.day),
            state_of(session, mailing, vacancy, bench.clock()),
            period,
            everything=everything,
        )
        for vacancy in vacancies
    )
    folders = [
        (watched.inbox.mailbox, folder)
        for watched in mailing.watched.values()
        for folder in watched.inbox.folders
    ]
    totals = accounts.totals(session, folders)
    return DigestDay(
        mailing.organisation,
        period,
        told,
        totals,
        audit.head(session),
        troubles.standing(session),
        mailing.due(period.day + timedelta(days=1)) + timedelta(hours=1),
    )


def states(session: Session, bench: Bench, mailing: Mailing) -> dict[str, MailboxState]:
    """The state of each vacancy's mailbox, by the vacancy's id."""
    now = bench.clock()
    return {one.id: state_of(session, mailing, one, now) for one in bench.vacancies}


def state_of(session: Session, mailing: Mailing, vacancy: Vacancy, now: datetime) -> MailboxState:
    """Whether the mailbox of a vacancy is being read."""
    watched = mailing.watched.get(vacancy.id)
    if watched is None:
        return MailboxState(vacancy.mailbox, None, watched=False)
    inbox = watched.inbox
    return figures.mailbox_state(session, inbox.mailbox, inbox.folders, now, watched.allowed)
