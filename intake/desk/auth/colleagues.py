"""Who else works on a vacancy."""

from intake.desk.auth.rights import EVERY_VACANCY, RIGHTS, Right
from intake.jobs.staff import Role
from intake.store import staff
from intake.store.engine import Session
from intake.store.staff import AccountRow


def colleagues(session: Session, vacancy: str) -> tuple[AccountRow, ...]:
    """The open accounts that may read a vacancy, by name."""
    found = (one for one in staff.everybody(session) if not one.disabled and _reads(one, vacancy))
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.email)))


def _reads(account: AccountRow, vacancy: str) -> bool:
    role = Role(account.role)
    known = role in EVERY_VACANCY or vacancy in account.vacancies
    return known and Right.READ_VACANCY in RIGHTS[role]
