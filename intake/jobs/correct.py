"""What people say in place of a finding: the mail is judged again with it, and keeps both.

Each correction is kept with who, when and why, audited, and laid over the reading whenever the
mail is judged, so that a replay does not undo it. Nothing that was read or sent is changed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from intake.errors import Overtaken, UnknownId, UnlawfulMove
from intake.jobs.bench import Bench
from intake.jobs.judging import settle, unsettle
from intake.store import applications, corrections, judgements, remarks
from intake.store.corrections import CorrectionRow
from intake.store.engine import Session, transaction
from intake.store.tables import Application, Delivery
from intake.triage.corrections import Corrected, Correction, kind_of, kinds_of
from intake.triage.message import Message


@dataclass(frozen=True)
class Seen:
    """An application, and its version when whoever corrects something in it saw its page."""

    application: int
    version: int


def call_document(
    bench: Bench,
    delivery: int,
    sha256: str,
    kinds: str,
    *,
    who: str,
    why: str,
    seen: Seen | None = None,
) -> None:
    """Say what a document is.

    Args:
        kinds: `cv`, `motivation_letter`, `other`, or several; empty goes back to the finding.
        seen: None where they do not say.

    Raises:
        UnknownId: there is no such message, or no such document in it.
        Overtaken: the application has changed since.
        UnlawfulMove: a word is no kind, or nobody signs.
    """
    kinds_of(kinds)
    with transaction(bench.engine) as session:
        row, message = _read(session, delivery)
        _as_seen(session, bench, row, seen, who)
        found = [one for one in message.documents if one.sha256 == sha256]
        if not found:
            raise UnknownId(f"m{delivery} holds no such document.", "Load its page again.")
        said = Correction(Corrected.DOCUMENT, kinds, _signed(who, why), document=sha256)
        _add(session, bench, row, said, " ".join(found[0].kinds), why)
        settle(session, bench, row, message, bench.clock())


def call_mail(
    bench: Bench,
    delivery: int,
    kind: str,
    *,
    who: str,
    why: str,
    seen: Seen | None = None,
    was: str | None = None,
) -> None:
    """Say of what kind a mail is; empty goes back to the finding.

    Args:
        seen: where it is said on an application's page; None elsewhere.
        was: of what kind it was on the page on which it is said; None where they do not say.

    Raises:
        UnknownId: there is no such message.
        Overtaken: the application or the kind has changed since.
        UnlawfulMove: a mail cannot be called so, it could not be read, or nobody signs.
    """
    if kind:
        kind_of(kind)
    with transaction(bench.engine) as session:
        row, message = _read(session, delivery)
        _as_seen(session, bench, row, seen, who)
        if message.unreadable is not None:
            raise UnlawfulMove(
                f"m{delivery} could not be read, so nothing in it can be weighed.",
                "Where it is an application, let it in.",
                rule="unreadable_mail",
                mail=f"m{delivery}",
            )
        found = row.judgement.kind if row.judgement else ""
        if was is not None and was != found:
            raise Overtaken(
                f"m{delivery} is of another kind since this page was shown; nothing was changed.",
                "Look at it as it is, and decide again.",
            )
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
        pair = [applications.to_change(session, number) for number in (first, second)]
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
        _carry(session, bench, goes, mails, who, why)
        return stays.id


def separate(bench: Bench, application: int, *, who: str, why: str) -> None:
    """Take back that this application holds the mail of several senders who are one person.

    Raises:
        UnknownId: there is no such application.
        UnlawfulMove: nobody joined anything with it, or nobody signs.
    """
    _signed(who, why)
    with transaction(bench.engine) as session:
        row = applications.to_change(session, application)
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
        _carry(session, bench, row, mails, who, why, back=True)


def hand_over(
    bench: Bench, application: int, vacancy: str, *, who: str, why: str, version: int | None = None
) -> None:
    """Say that an application belongs to another vacancy: its mail is judged by that one's rules.

    Where and when it was received stays as it was recorded.

    Args:
        version: as whoever says it has seen the application; None where they do not say.

    Raises:
        UnknownId: there is no such application.
        Overtaken: it has changed since.
        WrongUse: there is no such vacancy.
        UnlawfulMove: it belongs there already, or nobody signs.
    """
    _signed(who, why)
    bench.vacancy(vacancy)
    with transaction(bench.engine) as session:
        row = applications.to_change(session, application, version)
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
        _carry(session, bench, row, mails, who, why)


def _carry(
    session: Session,
    bench: Bench,
    source: Application,
    mails: Sequence[tuple[Delivery, Message]],
    who: str,
    why: str,
    *,
    back: bool = False,
) -> None:
    """Recusals follow the mail; what was written of the source is shown where it went."""
    lying = [session.get_one(Delivery, row.id, populate_existing=True) for row, _ in mails]
    targets = {row.application_id for row in lying} - {None, source.id}
    for row in lying:
        if row.application_id is None:
            to, now = f"m{row.id}", bench.clock()
            remarks.add(session, now, who, remarks.WENT, source.id, to=to, text=why)
    for target in sorted(number for number in targets if number is not None):
        now = bench.clock()
        remarks.carry(session, now, who, source.id, target, why=why, back=back)


def _as_seen(session: Session, bench: Bench, row: Delivery, seen: Seen | None, who: str) -> None:
    """It lies in the application as whoever corrects it has seen that one."""
    if seen is None:
        return
    application = applications.to_change(session, seen.application, seen.version)
    if row.application_id != application.id:
        raise UnlawfulMove(
            f"m{row.id} does not lie in a{application.id}.",
            "Load the page again.",
            rule="not_in_it",
            mail=f"m{row.id}",
            which=f"a{application.id}",
        )
    applications.corrected(session, application, who, bench.clock())


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
