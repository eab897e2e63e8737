"""What people write about an application: a note, who works on it, what it waits for, recusals."""

from datetime import date

from intake.errors import UnlawfulMove
from intake.jobs.bench import Bench
from intake.store import applications, remarks
from intake.store.engine import Session, transaction

LONGEST = 10_000
"""Characters of one remark."""


def note(bench: Bench, application: int, text: str, *, who: str) -> None:
    """Keep a note on an application.

    Raises:
        UnknownId: there is no such application.
        UnlawfulMove: it says nothing, or too much, or nobody signs, or the application is closed.
    """
    if not text.strip():
        raise UnlawfulMove("The note is empty.", "Write it, and send it again.", rule="empty_note")
    _lawful(text, who)
    with transaction(bench.engine) as session:
        applications.to_change(session, application)
        _add(session, bench, application, remarks.NOTE, "", text, who)


def assign(
    bench: Bench, application: int, to: str, *, who: str, version: int | None = None
) -> None:
    """Say who works on an application, by what they sign in with; empty for nobody.

    Args:
        version: as whoever says it has seen the application; None where they do not say.

    Raises:
        UnknownId, UnlawfulMove: as `note`.
        Overtaken: it has changed since.
    """
    _arrange(bench, application, remarks.ASSIGN, to, "", who, version)


def wait(
    bench: Bench,
    application: int,
    until: date | None,
    text: str,
    *,
    who: str,
    today: date,
    version: int | None = None,
) -> None:
    """Put an application aside until a day, for what the candidate was asked; None ends it.

    Args:
        today: in the organisation's zone.
        version: as for `assign`.

    Raises:
        UnknownId, UnlawfulMove: as `note`; also where the day is not to come.
        Overtaken: as `assign`.
    """
    if until is not None and until <= today:
        raise UnlawfulMove(
            f"{until:%Y-%m-%d} is not a day to come.",
            "Choose a day from tomorrow on.",
            rule="past_day",
            day=until,
        )
    day = until.isoformat() if until else ""
    _arrange(bench, application, remarks.WAIT, day, text, who, version)


def recuse(bench: Bench, application: int, person: str, text: str, *, who: str) -> None:
    """Have a reviewer step aside from an application, for a conflict of interest.

    Who has stepped aside already stays aside: a form that was sent twice says the same twice.

    Args:
        person: by what they sign in with.

    Raises:
        UnknownId, UnlawfulMove: as `note`.
    """
    _lawful(text, who)
    with transaction(bench.engine) as session:
        applications.to_change(session, application)
        if person not in remarks.recused(session, application, None):
            _add(session, bench, application, remarks.ASIDE, person, text, who)


def bring_back(bench: Bench, application: int, person: str, text: str, *, who: str) -> None:
    """Let a reviewer who stepped aside read an application again, where there is no conflict.

    Raises:
        UnknownId, UnlawfulMove: as `note`; also where they have not stepped aside.
    """
    _lawful(text, who)
    with transaction(bench.engine) as session:
        applications.to_change(session, application)
        if person not in remarks.recused(session, application, None):
            raise UnlawfulMove(
                "Nobody of that name stepped aside.", "Load the page again.", rule="nobody_aside"
            )
        _add(session, bench, application, remarks.BACK, person, text, who)


def _arrange(
    bench: Bench, application: int, what: str, to: str, text: str, who: str, version: int | None
) -> None:
    """What takes the place of an earlier word: whoever says it has to have seen that one."""
    _lawful(text, who)
    with transaction(bench.engine) as session:
        row = applications.to_change(session, application, version)
        row.version += 1
        _add(session, bench, application, what, to, text, who)


def _add(
    session: Session, bench: Bench, application: int, what: str, to: str, text: str, who: str
) -> None:
    remarks.add(session, bench.clock(), who, what, application, to=to, text=text.strip())


def _lawful(text: str, who: str) -> None:
    if not who.strip():
        raise UnlawfulMove(
            "A remark needs a name.", "Sign in, and write it again.", rule="nameless"
        )
    if len(text) > LONGEST:
        raise UnlawfulMove(
            "The text is too long.",
            f"Write at most {LONGEST:,} characters.",
            rule="long_text",
            most=LONGEST,
        )
