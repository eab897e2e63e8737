"""Accounts of the desk: made, changed and closed, each with a row in the chain."""

import re
from enum import StrEnum

from argon2 import PasswordHasher

from intake.errors import WrongAccount
from intake.jobs.bench import Bench
from intake.store import audit, staff, visits
from intake.store.engine import Session, transaction
from intake.store.staff import AccountRow
from intake.store.staff_tables import Account

HASHER = PasswordHasher()
"""argon2id with the library's parameters (RFC 9106, low memory)."""

SHORTEST, LONGEST = 12, 256
"""Characters of a password; nothing is asked of which ones (NIST SP 800-63B)."""

GUESSES = 1e8
"""What a password must withstand: guessing is slow here, and slower still with its hash."""

TOO_NEAR = (
    "intake",
    "review",
    "desk",
    "vacancy",
    "recruiter",
    "panel",
    "auditor",
    "bureau",
    "poste",
)
"""Words of the place: they make a password no better (docs/security.md names them)."""

LANGUAGES = ("en", "fr")


class Role(StrEnum):
    """What an account is for."""

    ADMIN = "admin"
    HR = "hr"
    RECRUITER = "recruiter"
    PANEL = "panel"
    AUDITOR = "auditor"


ROLES = tuple(role.value for role in Role)
OF_VACANCIES = (Role.RECRUITER, Role.PANEL)
"""Roles that see the vacancies that are named in their account, and no others."""


def add(bench: Bench, account: AccountRow, password: str, *, who: str) -> int:
    """Make an account; its number.

    Args:
        account: as it is to be; its `id` and times are given here.
        password: empty for people who sign in through the organisation's own service.

    Raises:
        WrongAccount: the address is taken or none, the role or a vacancy is unknown, or the
            password is too short.
    """
    _check(bench, account)
    hashed = hash_of(password, account.email) if password else ""
    now = bench.clock()
    with transaction(bench.engine) as session:
        if staff.by_email(session, account.email) is not None:
            raise WrongAccount(
                f"There is an account {account.email} already.",
                "Change it with `intake user change`, or take another address.",
            )
        made = Account(
            email=staff.key(account.email),
            name=account.name.strip(),
            role=account.role,
            vacancies=account.vacancies,
            language=account.language,
            password=hashed,
            created_at=now,
        )
        session.add(made)
        session.flush()
        _audit(session, bench, who, "account added", made)
        return made.id


def set_password(bench: Bench, email: str, password: str, *, who: str) -> None:
    """Give an account another password, and sign it out everywhere.

    Raises:
        UnknownId: there is no such account.
        WrongAccount: the password is too short.
    """
    hashed = hash_of(password, email)
    with transaction(bench.engine) as session:
        account = staff.get(session, email)
        account.password = hashed
        visits.end_all(session, account.id)
        visits.forget(session, bench.clock(), account.email)
        _audit(session, bench, who, "password set", account)


def disable(bench: Bench, email: str, *, who: str) -> None:
    """Close an account and sign it out everywhere; what it decided stays.

    Raises:
        UnknownId: there is no such account.
    """
    _switch(bench, email, True, "account disabled", who)


def enable(bench: Bench, email: str, *, who: str) -> None:
    """Open a closed account again.

    Raises:
        UnknownId: there is no such account.
    """
    _switch(bench, email, False, "account enabled", who)


def change(bench: Bench, account: AccountRow, *, who: str) -> None:
    """Give an account another name, role or vacancies: they hold from the next page on.

    Raises:
        UnknownId: there is no such account.
        WrongAccount: the role or a vacancy is unknown.
    """
    _check(bench, account)
    with transaction(bench.engine) as session:
        row = staff.get(session, account.email)
        row.name, row.role, row.vacancies = account.name.strip(), account.role, account.vacancies
        _audit(session, bench, who, "account changed", row)


def set_language(bench: Bench, email: str, language: str) -> None:
    """Remember the language in which a person reads the desk.

    Raises:
        UnknownId: there is no such account.
        WrongAccount: the desk does not speak it.
    """
    _known_language(language)
    with transaction(bench.engine) as session:
        staff.get(session, email).language = language


def set_keys(bench: Bench, email: str, on: bool) -> None:
    """Remember whether single keys are commands for a person (WCAG 2.1.4).

    Raises:
        UnknownId: there is no such account.
    """
    with transaction(bench.engine) as session:
        staff.get(session, email).keys = on


def hash_of(password: str, email: str) -> str:
    """A password as it is kept.

    Raises:
        WrongAccount: it is too short or too long, or easy to guess: a password that many have
            (zxcvbn's lists are made of those that were stolen), or made of the address.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise WrongAccount(
            f"A password has {SHORTEST} to {LONGEST} characters; this one has {len(password)}.",
            "Take a longer one: four words that do not belong together are easy to remember.",
        )
    if _is_guessed(password, email):
        raise WrongAccount(
            "This password is easy to guess.", "Take four words that do not belong together."
        )
    return HASHER.hash(password)


def _is_guessed(password: str, email: str) -> bool:
    local = email.partition("@")[0].casefold()
    if len(local) > 3 and local in password.casefold():
        return True
    near = [*re.split(r"[\W_]+", email.casefold()), *TOO_NEAR]
    from zxcvbn import zxcvbn  # here: its lists take memory that the daemon rarely needs

    told = zxcvbn(password, user_inputs=[one for one in near if one], max_length=LONGEST)
    return float(told["guesses"]) < GUESSES


def _switch(bench: Bench, email: str, disabled: bool, what: str, who: str) -> None:
    with transaction(bench.engine) as session:
        account = staff.get(session, email)
        account.disabled = disabled
        visits.end_all(session, account.id)
        _audit(session, bench, who, what, account)


def _check(bench: Bench, account: AccountRow) -> None:
    local, _, domain = account.email.strip().rpartition("@")
    if not (local and domain) or any(char.isspace() for char in account.email.strip()):
        raise WrongAccount(f"{account.email!r} is no e-mail address.", "Write NAME@HOST.")
    if not account.name.strip():
        raise WrongAccount("An account needs the person's name.", "Say it with --name.")
    if account.role not in ROLES:
        raise WrongAccount(f"There is no role {account.role!r}.", f"Say one of {', '.join(ROLES)}.")
    for vacancy in account.vacancies:
        bench.vacancy(vacancy)
    if account.role in OF_VACANCIES and not account.vacancies:
        raise WrongAccount(
            f"A {account.role} sees the vacancies that are named, and none is.",
            "Name them with --vacancy.",
        )
    _known_language(account.language)


def _known_language(language: str) -> None:
    if language not in LANGUAGES:
        raise WrongAccount(
            f"The desk does not speak {language!r}.", f"Say one of {', '.join(LANGUAGES)}."
        )


def _audit(session: Session, bench: Bench, who: str, what: str, account: Account) -> None:
    """The chain is kept for ever: it knows an account by its number."""
    named = " ".join(account.vacancies)
    audit.append(
        session, bench.clock(), who, what, f"u{account.id}", role=account.role, vacancies=named
    )
