"""The subject check, held to a labelled list: one half to tune by, one half to judge by."""

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest

from intake.settings import load
from intake.triage.checks.alike import is_typo
from intake.triage.checks.person import names_person
from intake.triage.checks.subject import judge_subject, named_instead
from intake.triage.message import Address, Message
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Result
from tests.triage.openings import OPEN

ACCURACY = 0.98


@dataclass(frozen=True)
class Labelled:
    vacancy: str
    expected: str
    misdirected_to: str
    from_name: str
    subject: str

    def is_right(self, among: dict[str, Vacancy]) -> bool:
        return self.found(among) == (self.expected, self.misdirected_to)

    def found(self, among: dict[str, Vacancy]) -> tuple[str, str]:
        vacancy = among[self.vacancy]
        others = tuple(one for one in among.values() if one is not vacancy)
        message = Message(Address(self.from_name, "someone@example.org"), self.subject)
        check = judge_subject(message, vacancy, others)
        instead = named_instead(self.subject, vacancy, others)
        return check.result.value, instead[0].id if instead else ""


def labelled() -> list[Labelled]:
    with (Path(__file__).parent / "subjects.csv").open(encoding="utf-8", newline="") as file:
        return [Labelled(**row) for row in csv.DictReader(file)]


def configured() -> dict[str, Vacancy]:
    """The vacancies that are shipped as examples."""
    folder = Path(__file__).parents[2] / "config"
    return {one.vacancy.id: one.vacancy for one in load(folder, {}).vacancies}


SUBJECTS = labelled()


def test_the_list_is_long_enough_to_measure_by() -> None:
    assert len(SUBJECTS) >= 300


@pytest.mark.parametrize("half", [0, 1], ids=["tuning half", "judging half"])
@pytest.mark.parametrize("among", [OPEN, configured()], ids=["made here", "as configured"])
def test_subjects_are_judged_as_a_person_would(among: dict[str, Vacancy], half: int) -> None:
    chosen = SUBJECTS[half::2]
    wrong = [(one, one.found(among)) for one in chosen if not one.is_right(among)]
    assert 1 - len(wrong) / len(chosen) >= ACCURACY, wrong


@pytest.mark.parametrize(
    ("called", "written"),
    [
        ("Bjørn Bråten", "Bjørn Braten"),
        ("Bjørn Bråten", "Bjoern Braaten"),
        ("Jürgen Strauß", "Juergen Strauss"),
        ("Łukasz Woźniak", "Lukasz Wozniak"),
        ("Đorđe Petrović", "Djordje Petrovic"),
        ("Æsa Guðmundsdóttir", "Aesa Gudmundsdottir"),
        ("Åsa Lindström", "A\u030asa Lindstro\u0308m"),
    ],
)
def test_a_name_is_known_however_its_letters_are_typed(called: str, written: str) -> None:
    for name, text in ((called, written), (written, called)):
        assert names_person(f"A-CIP Expert - {text}", [name])[0] is Result.PASS


def test_a_word_of_its_own_is_no_typo() -> None:
    assert is_typo("logitsique", "logistique")
    assert not is_typo("information", "formation")
    assert not is_typo("perspective", "prospective")
