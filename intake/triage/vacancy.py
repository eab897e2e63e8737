"""A vacancy: what the published notice asks for. Frozen values, made by settings."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Deadline:
    """The frozen instant after which an application is late.

    Attributes:
        cutoff: C, aware, in UTC; a mail stamped exactly C is in time.
        ambiguous_from: where the words allow two readings, the earlier of them (UTC); a mail
            stamped after it and up to `cutoff` is in time with the flag `ambiguity_window`.
        grace: how long after C a mail is still in time, flagged `grace`.
        hold_until: mail after C and up to here is unclear: a person decides (UTC).
        sentence: the notice's own words, shown to people.
        zone: in which the notice tells it: a label, an offset or a place. For people only: a
            deadline told in another zone is the same.
    """

    cutoff: datetime
    ambiguous_from: datetime | None = None
    grace: timedelta = timedelta(0)
    hold_until: datetime | None = None
    sentence: str = ""
    zone: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        for moment in (self.cutoff, self.ambiguous_from, self.hold_until):
            if moment is not None and moment.utcoffset() is None:
                raise ValueError("a deadline needs aware datetimes")


@dataclass(frozen=True)
class SubjectRule:
    """What the subject line must name: any of `vacancy`, `project`, `candidate`; all listed."""

    must_name: tuple[str, ...] = ()
    project: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vacancy:
    """An opening with a mailbox, a deadline and what it asks for.

    Attributes:
        id: the name of its file in `vacancies/`.
        mailbox: the address that applications are sent to.
        languages: ISO 639-1 codes in which the asked documents may be written.
        required: the asked documents, `cv` and `motivation_letter` (check names).
        letter_may_be_in_body: a letter of substance in the mail's own text counts.
        staff_terms: names of the organisation, for "related to a member of staff".
        second_person: letting mail in is proposed by one person and confirmed by another.
        blind: reviewers do not see who applies until they shortlist.
    """

    id: str
    title: str
    mailbox: str
    deadline: Deadline
    also_known_as: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    subject: SubjectRule = SubjectRule()
    required: tuple[str, ...] = ("cv", "motivation_letter")
    letter_may_be_in_body: bool = True
    staff_terms: tuple[str, ...] = ()
    second_person: bool = False
    blind: bool = False
