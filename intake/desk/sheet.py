"""The queue as a table to take away: its columns, in the reader's language."""

from collections.abc import Callable, Iterator, Sequence

from intake.desk.words import Words
from intake.jobs.bench import Bench
from intake.jobs.export import Asker, Line, begin, lines
from intake.outbox.sheets import Cell
from intake.store.rows import DecisionRow
from intake.triage.blind import HIDDEN

Column = Callable[[Line, Words], Cell]


def heading(words: Words) -> list[str]:
    """The names of the columns."""
    return [words(f"export.{name}", zone=words.zone) for name in COLUMNS]


def table(
    bench: Bench,
    vacancy: str,
    asker: Asker,
    form: str,
    words: Words,
    chosen: Sequence[int] | None = None,
) -> Iterator[Sequence[Cell]]:
    """The rows below the heading, as `jobs.export.begin` and `lines` give them."""
    numbers = begin(bench, vacancy, asker, form, chosen)
    return (cells(line, words) for line in lines(bench, vacancy, asker, numbers))


def cells(line: Line, words: Words) -> Sequence[Cell]:
    """One application; of one that the reader stepped aside from, its number alone."""
    if line.aside:
        return [f"a{line.row.id}", words("export.stepped_aside"), *[""] * (len(COLUMNS) - 2)]
    return [column(line, words) for column in COLUMNS.values()]


def _name(line: Line, words: Words) -> Cell:
    return line.row.application.candidate.name if line.named else HIDDEN


def _email(line: Line, words: Words) -> Cell:
    return line.row.application.candidate.email if line.named else HIDDEN


def _mails(line: Line, words: Words) -> Cell:
    return " ".join(f"m{number}" for number in line.row.application.messages)


def _received(line: Line, words: Words) -> Cell:
    return line.row.application.received_at.astimezone(words.tz)


def _complete(line: Line, words: Words) -> Cell:
    return words("export.yes" if line.row.application.complete else "export.no")


def _missing(line: Line, words: Words) -> Cell:
    return ", ".join(words(f"check_{name}") for name in line.row.application.missing)


def _flags(line: Line, words: Words) -> Cell:
    return ", ".join(words(f"application.flag_{flag}") for flag in line.flags)


def _documents(line: Line, words: Words) -> Cell:
    """By their names; these often tell whose they are."""
    found = line.row.application.documents
    return ", ".join(one.filename for one in found if one.filename) if line.named else HIDDEN


def _languages(line: Line, words: Words) -> Cell:
    found = line.row.application.documents
    return ", ".join(dict.fromkeys(one.language for one in found if one.language))


def _decided(line: Line) -> DecisionRow | None:
    return line.row.decisions[-1] if line.row.decisions else None


def _decided_at(line: Line, words: Words) -> Cell:
    made = _decided(line)
    return made.at.astimezone(words.tz) if made else ""


def _decided_by(line: Line, words: Words) -> Cell:
    made = _decided(line)
    return made.who if made else ""


def _why(line: Line, words: Words) -> Cell:
    made = _decided(line)
    return words.reason(made.why) if made else ""


COLUMNS: dict[str, Column] = {
    "reference": lambda line, words: f"a{line.row.id}",
    "name": _name,
    "email": _email,
    "received": _received,
    "receipts": _mails,
    "stage": lambda line, words: words(f"frame.stage_{line.row.stage}"),
    "complete": _complete,
    "missing": _missing,
    "flags": _flags,
    "documents": _documents,
    "languages": _languages,
    "decided_at": _decided_at,
    "decided_by": _decided_by,
    "why": _why,
}
"""Key of the heading -> what stands below it."""
