"""What each role may do: a table, and nothing else. What does not stand here is refused."""

from collections.abc import Mapping
from enum import StrEnum

from intake.jobs.staff import Role


class Right(StrEnum):
    """Something that a person may or may not do."""

    OWN_ACCOUNT = "own_account"  # change one's own password and language, sign out
    OVERVIEW = "overview"  # the vacancies in figures
    READ_VACANCY = "read_vacancy"  # the queue of a vacancy, and search
    READ_DOSSIER = "read_dossier"  # an application and its mail
    ANNOTATE = "annotate"  # notes, assignee, waiting for the candidate
    RECUSE = "recuse"  # say that one has a conflict of interest
    DECIDE = "decide"  # move an application to another stage
    READ_REGISTERS = "read_registers"  # refused, held, enquiries, ignored, and the digest
    ADMIT = "admit"  # let refused or held mail in
    CORRECT = "correct"  # say what the machine got wrong
    EXPORT = "export"  # queues, documents and complaint packs to take away
    SEE_RELATIVES = "see_relatives"  # that a relative was declared
    READ_AUDIT = "read_audit"  # the chain, and who read what
    MANAGE_ACCOUNTS = "manage_accounts"  # make, change and close accounts


_PANEL = frozenset(
    {
        Right.OWN_ACCOUNT,
        Right.OVERVIEW,
        Right.READ_VACANCY,
        Right.READ_DOSSIER,
        Right.ANNOTATE,
        Right.RECUSE,
    }
)
_RECRUITER = _PANEL | {
    Right.DECIDE,
    Right.READ_REGISTERS,
    Right.ADMIT,
    Right.CORRECT,
    Right.EXPORT,
}
_HR = _RECRUITER | {Right.SEE_RELATIVES, Right.READ_AUDIT}

RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.ADMIN: _HR | {Right.MANAGE_ACCOUNTS},
    Role.HR: _HR,
    Role.RECRUITER: _RECRUITER,
    Role.PANEL: _PANEL,
    Role.AUDITOR: frozenset({Right.OWN_ACCOUNT, Right.READ_AUDIT}),
}

EVERY_VACANCY = (Role.ADMIN, Role.HR)
"""Roles that see all vacancies; the others see those that stand in their account."""

SHORTLISTED_ONLY = (Role.PANEL,)
"""Roles that see shortlisted applications alone."""
