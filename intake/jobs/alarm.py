"""Tells people of trouble, and that it is over: one letter each, through the outbox."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from shutil import disk_usage
from zoneinfo import ZoneInfo

from intake import maillog
from intake.errors import IntakeError
from intake.jobs.bench import Bench
from intake.jobs.mailing import Mailing
from intake.jobs.posting import LEASE, post
from intake.jobs.report import states
from intake.outbox.alert import alert
from intake.outbox.compose import Composed
from intake.outbox.letter import letter, new_message_id
from intake.store import claims, lease, troubles
from intake.store.engine import Session, reading
from intake.store.files import Files
from intake.store.lease import Lease
from intake.store.troubles import Turn
from intake.triage.digest import MailboxState
from intake.triage.trouble import Trouble

SECRET_NEAR = timedelta(days=21)
"""So long before a secret expires people are told."""

STUCK_AFTER = timedelta(hours=1)
"""Mail that waits for so long is stuck."""


def alarm(bench: Bench, mailing: Mailing) -> tuple[Trouble, ...]:
    """Look for trouble, write a letter for each that began or ended, and send what waits.

    A trouble is told once, however often it is found, and its end once. Letters that cannot be
    sent stay queued; a recipient that is refused does not delay the others.

    Raises:
        AlreadyRunning: another process sends at this moment.
    """
    with lease.hold(bench.engine, LEASE, bench.clock) as held:
        with held.writing(bench.engine) as session:
            found = current(session, bench, mailing, states(session, bench, mailing))
            for turn in troubles.note(session, found, bench.clock()):
                _queue(session, mailing, turn, bench.clock())
        _send(bench, mailing, held)
    return found


def current(
    session: Session, bench: Bench, mailing: Mailing, known: Mapping[str, MailboxState]
) -> tuple[Trouble, ...]:
    """Everything that somebody must look at now; `known` are the mailboxes' `states`."""
    now = bench.clock()
    return (
        *_mailboxes(session, mailing, known, now),
        *_quarantine(session, now),
        *_disk(session, bench.files, now),
        *_secrets(session, mailing, now),
        *troubles.stuck(session, now, STUCK_AFTER),
    )


def _mailboxes(
    session: Session, mailing: Mailing, known: Mapping[str, MailboxState], now: datetime
) -> list[Trouble]:
    """One failed poll is none yet: it is tried again; what lasts, or never worked, is one."""
    found = []
    for vacancy, state in known.items():
        watched = mailing.watched.get(vacancy)
        if watched is None:
            continue
        inbox = watched.inbox
        if state.overdue or (state.problem and state.last_good is None):
            since = state.last_good or troubles.began(session, "unread", inbox.mailbox, now)
            found.append(Trouble("unread", inbox.mailbox, since, state.problem))
        missing = troubles.unaccounted(session, inbox.mailbox, inbox.folders)
        found += [missing] if missing else []
    return found


def _quarantine(session: Session, now: datetime) -> list[Trouble]:
    count, since = troubles.quarantine(session)
    if not count:
        return []
    held = "1 mail" if count == 1 else f"{count} mails"
    return [Trouble("held", "intake messages", since or now, f"{held} could not be read.")]


def _disk(session: Session, files: Files, now: datetime) -> list[Trouble]:
    if not files.root.exists():
        return []
    free, place = disk_usage(files.root).free, str(files.root)
    if free >= files.reserve:
        return []
    said = f"{free >> 20} MB are left, less than the reserve of {files.reserve >> 20} MB."
    return [Trouble("disk", place, troubles.began(session, "disk", place, now), said)]


def _secrets(session: Session, mailing: Mailing, now: datetime) -> list[Trouble]:
    found = []
    for watched in mailing.watched.values():
        mailbox, expires = watched.inbox.mailbox, watched.secret_expires
        if expires is not None and expires <= (now + SECRET_NEAR).date():
            since = troubles.began(session, "secret", mailbox, now)
            said = f"Its last day is {expires.isoformat()}."
            found.append(Trouble("secret", mailbox, since, said))
    return found


def _queue(session: Session, mailing: Mailing, turn: Turn, now: datetime) -> None:
    """In the transaction that notes the trouble: no crash can part the two."""
    zone: ZoneInfo = mailing.zone
    day = now.astimezone(zone).date()
    composed = alert(turn.trouble, now if turn.ended else None, mailing.language, zone)
    kind = "recovery" if turn.ended else "trouble"
    words = claims.Letter(kind, str(turn.id), composed.subject, composed.text)
    for recipient in mailing.alarmed:
        proposed = new_message_id(mailing.sender, day, kind)
        claims.claim(session, recipient, day, now, proposed, words)


def _send(bench: Bench, mailing: Mailing, held: Lease) -> None:
    with reading(bench.engine) as session:
        waiting = claims.letters(session)
    for one in waiting:
        composed = Composed(one.subject, one.text, "")
        mail = letter(
            composed, mailing.sender, one.recipient, one.message_id, one.until, mailing.language
        )
        try:
            post(bench, mailing, held, one, mail)
        except IntakeError as error:
            maillog.digest_failed(one.date.isoformat(), error.problem)
