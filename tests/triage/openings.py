"""Five open vacancies at once, two of them for technical officers, as notices give them."""

from dataclasses import replace
from datetime import UTC, datetime

from intake.triage.vacancy import Deadline, SubjectRule, Vacancy

_EN_FR, _EN = ("en", "fr"), ("en",)


def _vacancy(
    name: str,
    title: str,
    mailbox: str,
    cutoff: datetime,
    *,
    languages: tuple[str, ...] = _EN_FR,
    must_name: tuple[str, ...] = ("vacancy",),
    project: tuple[str, ...] = (),
    also_known_as: tuple[str, ...] = (),
) -> Vacancy:
    return Vacancy(
        id=name,
        title=title,
        mailbox=mailbox,
        deadline=Deadline(cutoff),
        also_known_as=also_known_as,
        languages=languages,
        subject=SubjectRule(must_name, project),
        staff_terms=("WCO", "OMD"),
    )


TOSCI = _vacancy(
    "tosci",
    "Technical Officer, Supply Chain Integrity Unit",
    "TOSCI.vacancy@wcoomd.org",
    datetime(2026, 2, 8, 23, tzinfo=UTC),
    also_known_as=("TOSCI", "Administrateur technique, Unité Intégrité de la chaîne logistique"),
)
ENVIRONMENT = _vacancy(
    "environment",
    "Technical Officer, Enforcement Policy Unit (Environment)",
    "EPUenvironment.vacancy@wcoomd.org",
    datetime(2026, 2, 8, 23, tzinfo=UTC),
)
STCE = _vacancy(
    "stce",
    "Strategic Trade Control Enforcement (STCE) Project Expert",
    "STCEexpert.vacancy@wcoomd.org",
    datetime(2026, 3, 16, 23, tzinfo=UTC),
    languages=_EN,
    must_name=("project", "vacancy"),
    project=("Strategic Trade Control Enforcement", "STCE Project"),
)
POLICY_OFFICER = _vacancy(
    "policy-officer",
    "Policy Officer – Strategic Planning and Foresight",
    "policyofficerspf.vacancy@wcoomd.org",
    datetime(2026, 4, 4, 23, tzinfo=UTC),
    also_known_as=("Responsable des politiques – Planification stratégique et prospective",),
)
ACIP = _vacancy(
    "acip",
    "Programme Expert, Anti-Corruption and Integrity Promotion (A-CIP) Programme",
    "vacancy@example.org",
    datetime(2026, 1, 10, 23, tzinfo=UTC),
    languages=_EN,
    must_name=("candidate", "vacancy"),
)

TOSCI_BY_EVERY_NAME = replace(
    TOSCI,
    staff_terms=("WCO", "OMD", "World Customs Organization", "Organisation mondiale des douanes"),
)
"""With all names of the organisation, as a notice gives them."""

OPEN = {one.id: one for one in (TOSCI, ENVIRONMENT, STCE, POLICY_OFFICER, ACIP)}


def others(vacancy: Vacancy) -> tuple[Vacancy, ...]:
    """The other open vacancies."""
    return tuple(one for one in OPEN.values() if one.id != vacancy.id)
