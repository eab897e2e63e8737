"""What was found in a notice: values with their sentences, and questions where it leaves doubt."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

V = TypeVar("V", covariant=True)


@dataclass(frozen=True)
class Found(Generic[V]):
    """A value and the sentence of the notice that gave it; empty where none did."""

    value: V
    sentence: str


@dataclass(frozen=True)
class Closing:
    """The deadline as the notice words it; what it leaves open is None.

    Attributes:
        date: None where it has no year.
        time: `midnight`, or hours and minutes as `17:00`.
        zone: a label (CET), an offset (+02:00) or an IANA name (Europe/Paris).
        hold_until: proposed where no zone is named: the end of that date at UTC-12 (the deadline
            specification, rule 4).
    """

    date: date | None
    time: str | None = None
    zone: str | None = None
    hold_until: datetime | None = None


@dataclass(frozen=True)
class Draft:
    """A draft vacancy file.

    Attributes:
        id: proposed name of the file.
        must_name: what the subject line has to name; None where there is no rule for it.
        asked_elsewhere: clauses that Intake shows and does not check (referees, relatives).
        questions: each gap or ambiguity, in plain words, for the person who publishes.
    """

    id: str
    title: Found[str] | None
    address: Found[str] | None
    closing: Found[Closing] | None
    required: Found[tuple[str, ...]]
    also_known_as: tuple[str, ...] = ()
    languages: Found[tuple[str, ...]] | None = None
    must_name: Found[tuple[str, ...]] | None = None
    project: tuple[str, ...] = ()
    asked_elsewhere: tuple[tuple[str, str], ...] = ()
    questions: tuple[str, ...] = ()
