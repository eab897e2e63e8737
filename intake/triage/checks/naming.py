"""Does a subject line name a vacancy, and which? Compared word by word, with room for typos.

A name counts by the share of its words that stand in the subject, whatever their order. Words
that other open vacancies share count a third, words of every job title a quarter: so “Technical
Officer” names nothing where two vacancies are for technical officers. A code (an acronym in the
title, a one-word short form, the mailbox's own name) names a vacancy by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from intake.triage.checks.alike import alike, apart, is_typo, meets, stands
from intake.triage.checks.titles import (
    Part,
    beyond_project,
    codes,
    full_names,
    runs,
    spellings,
    spelt_in,
    terms,
    title_parts,
)
from intake.triage.checks.vocabulary import GENERIC
from intake.triage.vacancy import Vacancy
from intake.triage.words import words

NAMED = 70
"""Score from which a subject names a vacancy (measured: tests/triage/subjects.csv)."""

DOUBTFUL = 40
"""Score from which a person should look."""

GENERIC_WEIGHT = 0.25
SHARED_WEIGHT = 0.3


@dataclass(frozen=True)
class Naming:
    """How well a subject names something: 0 to 100, and the name that fits best."""

    score: float
    name: str


def names_vacancy(subject: str, vacancy: Vacancy, others: Sequence[Vacancy]) -> Naming:
    """How well a subject names a vacancy among the other open ones."""
    theirs = tuple(name for other in others for name in full_names(other))
    shared = frozenset(term for name in theirs for term in terms(name))
    own = beyond_project(vacancy)
    by_words = (
        Naming(_share(name, subject, shared), name)
        for name in full_names(vacancy)
        if own is None or meets(own & set(terms(name)), subject)
    )
    by_part = (part for part in _parts(vacancy, theirs, own) if _names_part(part, subject))
    namings = [
        *_by_code(subject, codes(vacancy)),
        *(Naming(95, part.text) for part in by_part),
        *by_words,
    ]
    return max(namings, key=lambda one: one.score, default=Naming(0, vacancy.title))


def names_project(subject: str, vacancy: Vacancy) -> Naming:
    """How well a subject names one of the project's titles."""
    apart = " ".join((subject, *spelt_in(subject, vacancy)))
    namings = [
        Naming(_share(name, apart, frozenset()), name)
        for title in vacancy.subject.project
        for name in spellings(title)
    ]
    return max(namings, key=lambda one: one.score, default=Naming(0, ""))


def _by_code(subject: str, every_code: Sequence[str]) -> Iterator[Naming]:
    joined = runs(words(subject))
    for code in every_code:
        if code in joined:
            yield Naming(100, code)
        elif code.isalpha() and any(run[0] == code[0] and is_typo(run, code) for run in joined):
            yield Naming(90, code)


def _share(name: str, subject: str, shared: frozenset[str]) -> float:
    """The share of a name's weight whose words stand in the subject, 0 to 100."""
    weights = {term: _weight(term, shared) for term in terms(name)}
    met = _met(name, subject)
    if not any(weights[term] > GENERIC_WEIGHT for term in met):
        return 0.0
    return 100 * sum(weights[term] * met[term] for term in met) / sum(weights.values())


def _met(name: str, subject: str) -> dict[str, float]:
    """The terms of a name that stand in a subject, and how surely."""
    found = tuple(apart(subject, name))
    surely = {term: max((alike(term, word) for word in found), default=0) for term in terms(name)}
    return {term: sure for term, sure in surely.items() if sure}


def terms_met(subject: str, vacancy: Vacancy) -> int:
    """How many terms of one of its names a subject holds."""
    return max(len(_met(name, subject)) for name in full_names(vacancy))


def _weight(term: str, shared: frozenset[str]) -> float:
    if term in GENERIC:
        return GENERIC_WEIGHT
    return SHARED_WEIGHT if term in shared else 1.0


def _names_part(part: Part, subject: str) -> bool:
    """A part of several words names by itself; a single word needs another of its title."""
    if not stands(part.text, subject):
        return False
    rest = set(terms(part.title)) - {*terms(part.text)}
    return len(terms(part.text)) > 1 or meets(rest, subject)


@lru_cache(maxsize=256)  # the same for every subject, and by far the most to compare
def _parts(
    vacancy: Vacancy, theirs: tuple[str, ...], own: frozenset[str] | None
) -> tuple[Part, ...]:
    """Parts of the vacancy's names that no other vacancy's names hold."""
    telling = (part for part in title_parts(vacancy) if own is None or own & set(terms(part.text)))
    return tuple(part for part in telling if not any(stands(part.text, name) for name in theirs))
