"""What people say in place of a finding: the mail is judged again with it, and keeps both.

Each correction is kept with who, when and why, audited, and laid over the reading whenever the
mail is judged, so that a replay does not undo it. Nothing that was read or sent is changed.
"""

from collections.abc import Iterable
from datetime import datetime

from intake.errors import UnknownId, UnlawfulMove
from intake.jobs.bench import Bench
from intake.jobs.judging import settle, unsettle
from intake.store import applications, corrections, judgements
from intake.store.corrections import CorrectionRow
from intake.store.engine import Session, transaction
from intake.store.tables import Application, Delivery
from intake.triage.corrections import Corrected, Correction, kind_of, kinds_of
from intake.triage.message import Message


def call_document(
    bench: Bench, delivery: int, sha256: str, kinds: str, *, who: str, why: str
) -> None:
    """Say what a document is.

    Args:
        kinds: `cv`, `motivation_letter`, `other`, or several; empty goes back to the finding.

    Raises:
        UnknownId: there is no such message, or no such document in it.
        UnlawfulMove: a word is no kind, or nobody signs.
    """
    kinds_of(kinds)
    with transaction(bench.engine) as session:
        row, message = _read(session, delivery)
        found = [one for one in message.documents if one.sha256 == sha256]
        if not found:
            raise UnknownId(f"m{delivery} holds no such document.", "Load its page again.")
        said = Correction(Corrected.DOCUMENT, kinds, _signed(who, why), document=sha256)
        _add(session, bench, row, said, " ".join(found[0].kinds), why)
        settle(session, bench, row, message, bench.clock())


def call_mail(bench: Bench, delivery: int, kind: str, *, who: str, why: str) -> None:
    """Say of what kind a mail is; empty goes back to the finding.

    Raises:
        UnknownId: there is no such message.
        UnlawfulMove: a mail cannot be called so, it could not be read, or nobody signs.
    """
    if kind:
        kind_of(kind)
    with transaction(bench.engine) as session:
        row, message = _read(session, delivery)
        if message.unreadable is not None:
            raise UnlawfulMove(
                f"m{delivery} could not be read, so nothing in it can be weighed.",
                "Where it is an application, let it in.",
                rule="unreadable_mail",
                mail=f"m{delivery}",
            )
        found = row.judgement.kind if row.judgement else ""
        said = Correction(Corrected.KIND, kind, _signed(who, why))
        _add(session, bench, row, said, found, why)
        settle(session, bench, row, message, bench.clock())


def join(bench: Bench, first: int, second: int, *, who: str, why: str) -> int:
    """Say that two applications are one person's: the mail of the later goes to the earlier.

    Mail that the same sender sends later goes there too. Returns the application that stays.

    Raises:
        UnknownId: there is no such application.
        UnlawfulMove: they are one already, or of two vacancies, or nobody signs.
    """
    _signed(who, why)
    with transaction(bench.engine) as session:
        pair = [applications.get(session, number) for number in (first, second)]
        stays, goes = sorted(pair, key=lambda row: (row.received_at, row.id))
        if stays.id == goes.id or stays.vacancy != goes.vacancy:
            raise UnlawfulMove(
                f"a{first} and a{second} cannot be joined.",
                "Choose two different applications of one vacancy.",
                rule="cannot_join",
                first=f"a{first}",
                second=f"a{second}",
            )
        whose = stays.value.candidate
        if not whose.key:
            raise UnlawfulMove(
                f"a{stays.id} names no sender to join with.",
                "Join it by hand.",
                rule="no_sender",
                which=f"a{stays.id}",
            )
        said = Correction(Corrected.CANDIDATE, whose.email, who, name=whose.name)
        mails = _mails_of(session, goes)
        for owner in sorted({corrections.found_candidate(row.id, read) for row, read in mails}):
            one = CorrectionRow(bench.clock(), said, f"a{goes.id}", why, candidate=owner)
            corrections.add(session, goes.vacancy, one)
        _settle(session, bench, mails)
        return stays.id


def separate(bench: Bench, application: int, *, who: str, why: str) -> None:
    """Take back that this application holds the mail of several senders who are one person.

    Raises:
        UnknownId: there is no such application.
        UnlawfulMove: nobody joined anything with it, or nobody signs.
    """
    _signed(who, why)
    with transaction(bench.engine) as session:
        row = applications.get(session, application)
        mails = [(one, read) for one, read in _mails_of(session, row) if _was_joined(session, one)]
        if not mails:
            raise UnlawfulMove(
                f"Nothing was joined with a{application}.",
                "Nothing to take back.",
                rule="nothing_joined",
                which=f"a{application}",
            )
        said = Correction(Corrected.CANDIDATE, "", who)
        for owner in sorted({corrections.found_candidate(one.id, read) for one, read in mails}):
            joined = CorrectionRow(bench.clock(), said, f"a{row.id}", why, candidate=owner)
            corrections.add(session, row.vacancy, joined)
        _settle(session, bench, mails)


def hand_over(bench: Bench, application: int, vacancy: str, *, who: str, why: str) -> None:
    """Say that an application belongs to another vacancy: its mail is judged by that one's rules.

    Where and when it was received stays as it was recorded.

    Raises:
        UnknownId: there is no such application.
        WrongUse: there is no such vacancy.
        UnlawfulMove: it belongs there already, or nobody signs.
    """
    _signed(who, why)
    bench.vacancy(vacancy)
    with transaction(bench.engine) as session:
        row = applications.get(session, application)
        if row.vacancy == vacancy:
            raise UnlawfulMove(
                f"a{application} is in {vacancy} already.",
                "Nothing to be done.",
                rule="there_already",
                which=f"a{application}",
                vacancy=vacancy,
            )
        was, mails = row.vacancy, _mails_of(session, row)
        for one, _ in mails:
            said = Correction(Corrected.VACANCY, vacancy, who)
            _add(session, bench, one, said, was, why)
            one.vacancy = vacancy
        _settle(session, bench, mails)
        for one, _ in mails:
            unsettle(session, bench, one, was, bench.clock())


def _add(
    session: Session, bench: Bench, row: Delivery, said: Correction, found: str, why: str
) -> None:
    corrections.add(session, row.vacancy, CorrectionRow(bench.clock(), said, found, why, row.id))


def _settle(session: Session, bench: Bench, mails: Iterable[tuple[Delivery, Message]]) -> None:
    now: datetime = bench.clock()
    for row, message in mails:
        settle(session, bench, row, message, now)


def _was_joined(session: Session, row: Delivery) -> bool:
    message = row.reading.message if row.reading else Message()
    return corrections.laid_over(session, row, message).told_candidate is not None


def _mails_of(session: Session, row: Application) -> list[tuple[Delivery, Message]]:
    """The read mail of an application, in order of receipt."""
    loaded = [judgements.load(session, one.id) for one in row.deliveries]
    mails = [(one, one.reading.message) for one in loaded if one.reading is not None]
    return sorted(mails, key=lambda mail: _received(mail[0]))


def _received(row: Delivery) -> tuple[bool, datetime | None, int]:
    judged = row.judgement
    return judged is None, judged.received_at if judged else None, row.id


def _read(session: Session, number: int) -> tuple[Delivery, Message]:
    row = session.get(Delivery, number)
    if row is None or row.reading is None:
        raise UnknownId(f"There is no message m{number} that was read.", "Load the page again.")
    return row, row.reading.message


def _signed(who: str, why: str) -> str:
    """Who says it.

    Raises:
        UnlawfulMove: nobody does, or without a reason.
    """
    if not who.strip() or not why.strip():
        raise UnlawfulMove(
            "A correction needs a name and a reason.",
            "Say in a few words why.",
            rule="correction_without_reason",
        )
    return who
