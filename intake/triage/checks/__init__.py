"""The policy as one table: each check is a question asked of every application alike."""

from collections.abc import Callable
from dataclasses import dataclass

from intake.triage.checks import documents, language, subject
from intake.triage.checks.asked import Asked
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Check

__all__ = ["CHECKS", "Asked", "Question", "ask"]


@dataclass(frozen=True)
class Question:
    """A check: its name, when a vacancy wants it asked, and how it is answered."""

    name: str
    wanted: Callable[[Vacancy], bool]
    answer: Callable[[Asked], Check]


CHECKS = (
    Question("subject", lambda vacancy: bool(vacancy.subject.must_name), subject.check),
    Question("cv", lambda vacancy: "cv" in vacancy.required, documents.check_cv),
    Question(
        "motivation_letter",
        lambda vacancy: "motivation_letter" in vacancy.required,
        documents.check_letter,
    ),
    Question("language", lambda vacancy: bool(vacancy.languages), language.check),
)


def ask(asked: Asked) -> tuple[Check, ...]:
    """Every check that the vacancy wants, in the order of the table."""
    return tuple(question.answer(asked) for question in CHECKS if question.wanted(asked.vacancy))
