"""Does the candidate declare a relative among the staff? A flag with the sentence, no check.

A denial is no declaration, nor is a question, a condition, what lies in the past, or what a
notice says of every candidate.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from intake.triage.checks.kinship import (
    ASKS_WHOM,
    FAMILY,
    IS_HERE,
    KIN,
    MY_KIN,
    TELLS_IT,
    declarations,
    named,
    of_them,
    yes_to,
)
from intake.triage.checks.kinship.forms import YES, answers, apart, lines, ticked
from intake.triage.checks.kinship.guards import DENIES, NO_KIN
from intake.triage.checks.kinship.telling import declares
from intake.triage.message import Document, DocumentKind, Message
from intake.triage.vacancy import Vacancy
from intake.triage.words import Phrases, quote, sentences

_SEARCHED = 200_000  # characters of each text: a declaration stands near its beginning
_LABEL = 5  # words of a label at most
_NEAR = 12  # words before a colon that may ask, and after it that may answer
_BY_THE_WAY = re.compile(
    r"\([^()]*\b(?:[Ww]e|I|[Jj]e|[Nn]ous)\b[^()]*\)|"
    r",\s*(?:avec|with)\s+(?:qui|whom|lequel|laquelle)\b[^,.;]{1,60},"
)


def declared(message: Message, vacancy: Vacancy) -> str | None:
    """The evidence that a relative on the staff is declared, quoting the sentence; or None.

    Looked for in the mail's own text, in letters and in CVs; not in other documents, such as a
    notice that asks for the declaration.
    """
    for place, text in _places(message):
        said = _declaration(text[:_SEARCHED], _asking(vacancy.staff_terms))
        if said is not None:
            return f"{place} says: {quote(said)}."
    return None


def _places(message: Message) -> Iterator[tuple[str, str]]:
    yield "The mail", message.body
    for document in message.documents:
        if _is_the_candidates(document) and not document.in_body:
            yield quote(document.filename), document.text


def _is_the_candidates(document: Document) -> bool:
    asked = {DocumentKind.CV, DocumentKind.MOTIVATION_LETTER}
    return document.readable and bool(asked & set(document.kinds))


@dataclass(frozen=True)
class _Asking:
    """What is listened for, for an organisation of these names."""

    us: Phrases
    told: Phrases
    told_of_them: Phrases
    asked: Phrases

    def hears(self, sentence: str) -> bool:
        """Whether a sentence by itself declares a relative."""
        return declares(sentence, self.told) or any(
            self._answered(label, answer) for label, answer in lines(sentence)
        )

    def hears_after(self, before: str, sentence: str) -> bool:
        """Whether it does after the sentence before: an answer, or what “she” does here."""
        if before.endswith("?") and self._affirms(before, sentence):
            return True
        if MY_KIN.match(before) and declares(sentence, self.told_of_them):
            return True
        pointed = self.asked.match(before) or TELLS_IT.match(sentence)
        named = self.us.match(sentence) or (self.us.match(before) and pointed)
        return bool(named) and declares(sentence, IS_HERE)

    def _affirms(self, question: str, answer: str) -> bool:
        """Whether the answer to a question about relatives is yes, or names one."""
        if self.asked.match(question) and (YES.begins(answer) or answers(answer, YES)):
            return True
        return bool(ASKS_WHOM.match(question)) and _names_kin(answer)

    def _answered(self, label: str, answer: str) -> bool:
        """Whether a line asks for relatives and yes or a relative answers, or names his post."""
        says_yes, names_kin = YES.begins(answer), _names_kin(" ".join(answer.split()[:_NEAR]))
        if self.asked.match(" ".join(label.split()[-_NEAR:])) and (says_yes or names_kin):
            return True
        if FAMILY.match(label) and len(label.split()) <= _LABEL and says_yes:
            return True
        if FAMILY.match(label) and names_kin and self.us.match(answer):
            return True
        who = " ".join(label.split()[-1:])
        return KIN.begins(who) and declares(f"my {who}, mon {who} {answer}", self.told)


@lru_cache(maxsize=64)
def _asking(staff_terms: Sequence[str]) -> _Asking:
    terms = tuple(staff_terms)
    return _Asking(named(terms), declarations(terms), of_them(terms), yes_to(terms))


def _declaration(text: str, asking: _Asking) -> str | None:
    before = plain = ""
    for written in sentences(apart(text)):
        earlier, plain = plain, _BY_THE_WAY.sub(" ", ticked(written))
        if asking.hears(plain):
            return written
        if asking.hears_after(earlier, plain):
            return f"{before} {written}"
        before = written
    return None


def _names_kin(answer: str) -> bool:
    return bool(KIN.match(answer)) and not (DENIES.match(answer) or NO_KIN.match(answer))
