"""The five published notices that Intake was made for (the deadline specification's own table)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake.notices.compose import draft
from intake.notices.draft import Draft
from tests.notices.drafts import loaded

BOTH = ("cv", "motivation_letter")


@dataclass(frozen=True)
class Expected:
    """What a person reads in one of the notices."""

    name: str
    title: str
    address: str
    cutoff: datetime
    languages: tuple[str, ...]
    must_name: tuple[str, ...]
    questions: tuple[str, ...]
    project: tuple[str, ...] = ()
    ambiguous: bool = False
    held: bool = False


EXPECTED = (
    Expected(
        "acip",
        "Programme Expert, Anti-Corruption and Integrity Promotion (A-CIP) Programme",
        "",
        datetime(2026, 1, 10, 23, tzinfo=UTC),
        ("en",),
        ("vacancy", "candidate"),
        ("no title", "hidden", "No time of day", "No time zone"),
        held=True,
    ),
    Expected(
        "environment",
        "Technical Officer, Enforcement Policy Unit (Environment)",
        "EPUenvironment.vacancy@wcoomd.org",
        datetime(2026, 2, 8, 23, tzinfo=UTC),
        ("en", "fr"),
        ("vacancy",),
        ("Central European Team",),
    ),
    Expected(
        "policy-officer",
        "Policy Officer – Strategic Planning and Foresight",
        "policyofficerspf.vacancy@wcoomd.org",
        datetime(2026, 4, 4, 23, tzinfo=UTC),
        ("en", "fr"),
        ("vacancy",),
        ("keeps summer time (CEST)",),
        ambiguous=True,
    ),
    Expected(
        "stce",
        "Strategic Trade Control Enforcement (STCE) Project Expert",
        "STCEexpert.vacancy@wcoomd.org",
        datetime(2026, 3, 16, 23, tzinfo=UTC),
        ("en",),
        ("vacancy", "project"),
        ("No time of day", "No time zone"),
        project=("Strategic Trade Control Enforcement (STCE) Project", "STCE Project"),
        held=True,
    ),
    Expected(
        "tosci",
        "Technical Officer, Supply Chain Integrity Unit",
        "TOSCI.vacancy@wcoomd.org",
        datetime(2026, 2, 8, 23, tzinfo=UTC),
        ("en", "fr"),
        ("vacancy",),
        ("Central European Team",),
    ),
)

each = pytest.mark.parametrize("expected", EXPECTED, ids=lambda one: one.name)


def _draft(folder: Path, expected: Expected) -> Draft:
    return draft((folder / f"{expected.name}.txt").read_text("utf-8"), expected.name)


@each
def test_a_real_notice_makes_a_file_that_settings_load(
    expected: Expected, real_notices: Path, tmp_path: Path
) -> None:
    opening = loaded(_draft(real_notices, expected), tmp_path)
    vacancy = opening.vacancy
    assert vacancy.title == expected.title
    assert vacancy.deadline.cutoff == expected.cutoff
    assert (vacancy.deadline.ambiguous_from is not None) == expected.ambiguous
    assert (vacancy.deadline.hold_until is not None) == expected.held
    assert vacancy.languages == expected.languages
    assert vacancy.required == BOTH
    assert vacancy.subject.must_name == expected.must_name
    assert vacancy.subject.project == expected.project
    if expected.address:
        assert vacancy.mailbox == expected.address
    else:
        assert opening.placeholder


@each
def test_a_real_notice_leaves_these_questions(expected: Expected, real_notices: Path) -> None:
    asked = _draft(real_notices, expected).questions
    assert len(asked) == len(expected.questions)
    for phrase, question in zip(expected.questions, asked, strict=True):
        assert phrase in question


@each
def test_a_real_notice_names_referees_and_relatives(expected: Expected, real_notices: Path) -> None:
    named = dict(_draft(real_notices, expected).asked_elsewhere)
    assert set(named) == {"referees", "relatives"}
    assert "related to current" in named["relatives"]
