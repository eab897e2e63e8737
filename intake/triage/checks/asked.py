"""What a check is asked of: a vacancy, and the messages of one candidate that count together."""

from dataclasses import dataclass

from intake.triage.checks.current import current_documents
from intake.triage.message import Document, Message
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Check, Result

_BEST_FIRST = (Result.PASS, Result.UNSURE, Result.FAIL)


@dataclass(frozen=True)
class Asked:
    """The messages of one candidate that count together, and what is known of them already.

    Attributes:
        messages: in order of arrival; the last is the one in hand.
        unanswered: those whose subject line no earlier verdict has judged.
        answered: the checks of earlier verdicts.
        others: the other open vacancies.
    """

    vacancy: Vacancy
    messages: tuple[Message, ...] = ()
    unanswered: tuple[Message, ...] = ()
    answered: tuple[Check, ...] = ()
    others: tuple[Vacancy, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """The current version of each document; a letter in the body only where it may be."""
        current = current_documents(self.messages)
        if self.vacancy.letter_may_be_in_body:
            return current
        return tuple(document for document in current if not document.in_body)

    def came_earlier(self, document: Document) -> bool:
        """Whether a document came with an earlier message than the one in hand."""
        return document not in self.messages[-1].documents

    def answers(self, name: str) -> tuple[Check, ...]:
        """What earlier verdicts answered to one question."""
        return tuple(check for check in self.answered if check.name == name)


def best(checks: tuple[Check, ...]) -> Check | None:
    """The most favourable answer, the latest of equals; None where there is none."""
    latest_first = checks[::-1]
    return min(latest_first, key=lambda one: _BEST_FIRST.index(one.result), default=None)
