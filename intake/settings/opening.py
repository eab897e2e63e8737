"""A vacancy's file: what the notice asks for, and the mailbox to read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from intake.settings.accounts import EVERY, Mailbox, account_of, mailbox_of, problems_of
from intake.settings.general import General
from intake.settings.problem import Problem
from intake.settings.schema import (
    VACANCY,
    DeadlineTable,
    DocumentsTable,
    MailboxTable,
    ReviewTable,
    SubjectTable,
    VacancyTable,
)
from intake.settings.source import Source
from intake.settings.tables import Tables
from intake.settings.values import Organisation, VacancySettings
from intake.triage.cutoff import deadline_from
from intake.triage.vacancy import Deadline, SubjectRule, Vacancy


@dataclass(frozen=True)
class Opening:
    """The tables of a vacancy's file; None where one has mistakes."""

    top: VacancyTable | None
    mailbox: MailboxTable | None
    deadline: DeadlineTable | None
    subject: SubjectTable | None
    documents: DocumentsTable | None
    review: ReviewTable | None


def read_vacancy(
    source: Source, general: General, environ: Mapping[str, str]
) -> tuple[VacancySettings | None, list[Problem]]:
    """A vacancy, and every mistake in its file; None where there are any."""
    tables = Tables(source, VACANCY)
    opening = Opening(
        tables.read("", VacancyTable),
        tables.read("mailbox", MailboxTable),
        tables.read("deadline", DeadlineTable),
        tables.read("subject", SubjectTable),
        tables.read("documents", DocumentsTable),
        tables.read("review", ReviewTable),
    )
    problems = tables.problems + _whole(source, opening, general)
    if problems or general.organisation is None:
        return None, problems
    return _vacancy(source, opening, general, general.organisation, environ), []


def _whole(source: Source, opening: Opening, general: General) -> list[Problem]:
    """What is wrong between keys that are each right by themselves."""
    found = []
    if opening.mailbox is not None:
        found += problems_of(_mailbox(source, opening.mailbox, general))
    if opening.deadline is not None and general.organisation is not None:
        found += _hold(source, opening.deadline, general.organisation.timezone)
    if opening.subject is not None:
        found += _project(source, opening.subject)
    return found


def _mailbox(source: Source, own: MailboxTable, general: General) -> Mailbox:
    return mailbox_of(own, source, general.imap, general.source)


def _project(source: Source, subject: SubjectTable) -> list[Problem]:
    if "project" not in subject.must_name or subject.project:
        return []
    return [
        source.problem(
            ("subject", "project"),
            "The subject must name the project, but nothing says what the project is called.",
            "a list of the project's titles, as applicants may write them",
            'project = ["Supply Chain Project"]',
        )
    ]


def _hold(source: Source, table: DeadlineTable, home: str) -> list[Problem]:
    deadline, _ = _deadline(table, home)
    if deadline.hold_until is None or deadline.hold_until > deadline.cutoff:
        return []
    return [
        source.problem(
            ("deadline", "hold_until"),
            f"hold_until is not after the deadline of {deadline.cutoff:%Y-%m-%d %H:%M} UTC.",
            "a moment after the deadline, or no hold_until at all",
            f"hold_until = {(deadline.cutoff + timedelta(days=1)).date().isoformat()}",
        )
    ]


def _deadline(table: DeadlineTable, home: str) -> tuple[Deadline, tuple[str, ...]]:
    return deadline_from(
        table.date, table.time, table.zone, home, table.grace, table.hold_until, table.sentence
    )


def _vacancy(
    source: Source,
    opening: Opening,
    general: General,
    organisation: Organisation,
    environ: Mapping[str, str],
) -> VacancySettings:
    top, own, table = opening.top, opening.mailbox, opening.deadline
    subject, documents, review = opening.subject, opening.documents, opening.review
    # Where there is no problem, every table was read.
    assert top and own and table and subject and documents and review  # noqa: S101
    mailbox = _mailbox(source, own, general)
    deadline, warnings = _deadline(table, organisation.timezone)
    return VacancySettings(
        vacancy=Vacancy(
            id=source.file.stem,
            title=top.title,
            mailbox=own.address,
            deadline=deadline,
            also_known_as=_once(top.also_known_as),
            languages=_once(top.languages),
            subject=SubjectRule(_once(subject.must_name), _once(subject.project)),
            required=_once(documents.required),
            letter_may_be_in_body=documents.letter_may_be_in_body,
            staff_terms=(organisation.name, *organisation.staff_terms),
            second_person=review.second_person,
            blind=review.blind,
        ),
        account=account_of(mailbox.table, environ),
        every=mailbox.table.every or EVERY,
        recipients=_once(review.recipients),
        warnings=warnings,
        placeholder=_placeholder(own.address),
        file=source.file,
    )


def _placeholder(address: str) -> str | None:
    """Why a mailbox cannot be polled: nobody has an address in .invalid (RFC 2606, section 2)."""
    if not address.casefold().endswith(".invalid"):
        return None
    return f"{address} is a stand-in: write the mailbox's real address once it is known."


def _once(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
