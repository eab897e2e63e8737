"""The queue of a vacancy, line by line, as whoever asks for it may see it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.jobs.bench import Bench
from intake.store import audit, remarks, rows
from intake.store.engine import reading, transaction
from intake.store.rows import ApplicationRow
from intake.triage.blind import is_blind
from intake.triage.verdict import Flag

TOGETHER = 200
"""Applications that are held in memory at once."""


@dataclass(frozen=True)
class Asker:
    """For whom it is made.

    Attributes:
        who: a person's name, kept in the audit trail.
        email: what they sign in with, by which they step aside; empty outside the desk.
        everything: HR, who sees declared relatives, and names where others review blind.
    """

    who: str
    email: str = ""
    everything: bool = False


@dataclass(frozen=True)
class Line:
    """One application.

    Attributes:
        aside: the asker stepped aside from it: its number alone is shown.
        named: who it is may be seen.
        flags: those that the asker may know of.
    """

    row: ApplicationRow
    aside: bool
    named: bool
    flags: tuple[Flag, ...]


def begin(
    bench: Bench, vacancy: str, asker: Asker, form: str, chosen: Sequence[int] | None = None
) -> Sequence[int]:
    """Write down that somebody takes a vacancy's queue away; the applications in it.

    Args:
        form: what it is taken as: `xlsx`, `csv` or `zip`.
        chosen: only these, in this order; None for all, by receipt.

    Raises:
        WrongUse: the configuration has no such vacancy.
    """
    known = bench.vacancy(vacancy).id
    with transaction(bench.engine) as session:
        numbers = rows.numbers(session, known) if chosen is None else chosen
        now, count = bench.clock(), len(numbers)
        audit.append(session, now, asker.who, "exported", known, form=form, applications=count)
    return numbers


def lines(bench: Bench, vacancy: str, asker: Asker, numbers: Sequence[int]) -> Iterator[Line]:
    """These applications, in this order; those that are gone meanwhile are left out."""
    blind = bench.vacancy(vacancy).blind
    for at in range(0, len(numbers), TOGETHER):
        asked = numbers[at : at + TOGETHER]
        with reading(bench.engine) as session:
            found = rows.some_applications(session, asked)
            standings = remarks.standings(session, asked)
        for row in found:
            hidden = is_blind(blind, row.stage) and not asker.everything
            flags = tuple(one for one in row.application.flags if one.is_for(asker.everything))
            yield Line(row, asker.email in standings[row.id].recused, not hidden, flags)
