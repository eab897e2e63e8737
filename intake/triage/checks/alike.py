"""When is a word of a subject line a word of a name? With room for typos and short forms."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from rapidfuzz.distance import OSA

from intake.triage.checks.titles import terms
from intake.triage.checks.vocabulary import FRENCH, KNOWN

_LONG = 8  # letters: two slips are let pass, three letters stand for the word


def alike(term: str, word: str) -> float:
    """How surely a word is a term of a name: 1 the same, less for a short form or a typo."""
    if term == word:
        return 1.0
    shortest = 3 if len(term) >= _LONG else 4
    if len(word) >= shortest and term.startswith(word):
        return 0.9
    return 0.9 if any(is_typo(word, form) for form in (term, *FRENCH.get(term, ()))) else 0.0


def is_typo(word: str, term: str) -> bool:
    """One slip in up to seven letters, two in more; never in words of four or fewer.

    A letter doubled, left out or put in, taken for another, or two in each other's place.
    """
    if min(len(word), len(term)) < 5 or word in KNOWN:
        return False
    slips = 1 if len(term) < _LONG else 2
    return OSA.distance(word, term, score_cutoff=slips) <= slips


def meets(wanted: Iterable[str], subject: str) -> bool:
    """Whether one of several terms stands in a subject."""
    found = terms(subject)
    return any(alike(term, word) for term in wanted for word in found)


def stands(part: str, subject: str) -> bool:
    """Whether the words of a part stand together in a subject, in any order."""
    wanted, found = terms(part), tuple(apart(subject, part))
    size = len(wanted)
    return bool(wanted) and any(
        all(any(alike(term, word) for word in found[start : start + size]) for term in wanted)
        for start in range(len(found) - size + 1)
    )


def apart(subject: str, name: str) -> Iterator[str]:
    """The terms of a subject; two that are run together are taken apart as the name has them."""
    pairs = {first + second: (first, second) for first, second in pairwise(terms(name))}
    for word in terms(subject):
        together = (pair for one, pair in pairs.items() if len(one) >= _LONG and is_typo(word, one))
        yield from pairs.get(word) or next(together, (word,))
