"""The subject check, held to a labelled list: one half to tune by, one half to judge by."""

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest

from intake.triage.checks.subject import judge_subject, named_instead
from intake.triage.message import Address, Message
from tests.triage.openings import OPEN, others

ACCURACY = 0.98


@dataclass(frozen=True)
class Labelled:
    vacancy: str
    expected: str
    misdirected_to: str
    from_name: str
    subject: str

    def is_right(self) -> bool:
        return self.found() == (self.expected, self.misdirected_to)

    def found(self) -> tuple[str, str]:
        vacancy = OPEN[self.vacancy]
        message = Message(Address(self.from_name, "someone@example.org"), self.subject)
        check = judge_subject(message, vacancy, others(vacancy))
        instead = named_instead(self.subject, vacancy, others(vacancy))
        return check.result.value, instead[0].id if instead else ""


def labelled() -> list[Labelled]:
    with (Path(__file__).parent / "subjects.csv").open(encoding="utf-8", newline="") as file:
        return [Labelled(**row) for row in csv.DictReader(file)]


SUBJECTS = labelled()


def test_the_list_is_long_enough_to_measure_by() -> None:
    assert len(SUBJECTS) >= 300


@pytest.mark.parametrize("half", [0, 1], ids=["tuning half", "judging half"])
def test_subjects_are_judged_as_a_person_would(half: int) -> None:
    chosen = SUBJECTS[half::2]
    wrong = [(one, one.found()) for one in chosen if not one.is_right()]
    assert 1 - len(wrong) / len(chosen) >= ACCURACY, wrong
