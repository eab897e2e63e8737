"""The names of a vacancy: its title taken apart, its short forms, its codes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from intake.triage.checks.vocabulary import FILLING, GENERIC, IN_ENGLISH, NO_CODES
from intake.triage.vacancy import Vacancy
from intake.triage.words import words

_SEGMENT = re.compile(r"\s*[,;:()\[\]–—|/]\s*|\s-\s")
_ACRONYM = re.compile(r"\b[A-Z](?:-?[A-Z]){1,}\b")
_WITH_ACRONYM = re.compile(r"^(.*?)\s*\(([A-Z](?:-?[A-Z])+)\)\s*(.*)$")
_CASE_PARTS = re.compile(r"[A-Z]{2,}(?=[a-z]{3})|[A-Z]?[a-z]+|[A-Z]+|\d+")


@dataclass(frozen=True)
class Part:
    """A part of a title between commas, dashes or brackets, and the title it is part of."""

    text: str
    title: str


@lru_cache(maxsize=4096)
def terms(text: str) -> tuple[str, ...]:
    """The telling words of a text, in English where the vocabulary knows them."""
    return tuple(IN_ENGLISH.get(word, word) for word in words(text) if word not in FILLING)


def runs(every: Sequence[str]) -> frozenset[str]:
    """The words of a text, and up to five neighbours written as one."""
    return frozenset(
        "".join(every[start:end])
        for start in range(len(every))
        for end in range(start + 1, min(start + 6, len(every) + 1))
    )


@lru_cache(maxsize=256)
def full_names(vacancy: Vacancy) -> tuple[str, ...]:
    """Every way to write the title and what else the vacancy is known as, but for numbers."""
    known = [name for name in vacancy.also_known_as if not is_reference(name)]
    names = (vacancy.title, *known, *_spelt_out(vacancy.mailbox))
    return tuple(dict.fromkeys(spelling for name in names for spelling in spellings(name)))


def spellings(title: str) -> tuple[str, ...]:
    """A title as written; with its acronym in brackets, also with only one of the two.

    “Supply Safety (SS) Expert” is also “Supply Safety Expert” and “SS Expert”.
    """
    found = _WITH_ACRONYM.match(title)
    if found is None:
        return (title,)
    before, acronym, after = found.groups()
    start = _spelt_by(acronym, before.split())
    if start is None:
        return (title,)
    head = " ".join(before.split()[:start])
    return (title, f"{before} {after}", f"{head} {acronym} {after}")


def _spelt_by(acronym: str, before: Sequence[str]) -> int | None:
    """Where the words begin whose first letters are the acronym's."""
    letters = _joined(acronym)
    for start in reversed(range(len(before))):
        telling = [word for word in words(" ".join(before[start:])) if word not in FILLING]
        if "".join(word[0] for word in telling) == letters:
            return start
    return None


@lru_cache(maxsize=256)
def codes(vacancy: Vacancy) -> tuple[str, ...]:
    """What names the vacancy by itself: one-word short forms, acronyms, the mailbox's name.

    An acronym that stands for the project names the project, not the vacancy.
    """
    names = (vacancy.title, *vacancy.also_known_as)
    given = [name for name in vacancy.also_known_as if len(terms(name)) == 1 or is_reference(name)]
    found = [code for name in names for code in _ACRONYM.findall(name)]
    found += _own_names(vacancy.mailbox)
    project = _project_words(vacancy)
    own = [code for code in map(_joined, found) if code not in project]
    return tuple(dict.fromkeys(code for code in (*map(_joined, given), *own) if len(code) > 2))


def is_reference(name: str) -> bool:
    """Whether a name is a reference number, of which every figure counts."""
    return any(letter.isdigit() for letter in name)


def _joined(name: str) -> str:
    return "".join(words(name))


def beyond_project(vacancy: Vacancy) -> frozenset[str] | None:
    """Where the subject must name the project too: the terms that name the vacancy alone."""
    if "project" not in vacancy.subject.must_name:
        return None
    every = {term for name in full_names(vacancy) for term in terms(name)}
    return frozenset(every - _project_words(vacancy)) or None


def _project_words(vacancy: Vacancy) -> frozenset[str]:
    """The words of the project's titles, joined ones and acronyms included."""
    titles = [name for title in vacancy.subject.project for name in spellings(title)]
    joined = {_joined(title) for title in titles}
    initials = {"".join(term[0] for term in terms(title)) for title in titles}
    return frozenset(joined | initials | {term for title in titles for term in terms(title)})


@lru_cache(maxsize=256)
def title_parts(vacancy: Vacancy) -> tuple[Part, ...]:
    """The parts of the vacancy's names: as written, without general words, by their initials."""
    found = (
        Part(text, name)
        for name in full_names(vacancy)
        for part in _SEGMENT.split(name)
        for text in _shortened(part)
        if terms(text)
    )
    return tuple(dict.fromkeys(found))


def _shortened(part: str) -> Iterator[str]:
    yield part
    telling = [one for one in part.split() if not GENERIC.intersection(terms(one))]
    short = " ".join(telling)
    if len(terms(short)) > 1:
        yield short
    for text in (part, short):
        if len(terms(text)) > 2:
            yield "".join(term[0] for term in terms(text)).upper()


def _own_names(address: str) -> list[str]:
    """The name that an address gives its vacancy: `ABCexpert.vacancy@...` gives `ABCexpert`."""
    parts = re.split(r"[._+-]", address.split("@")[0])
    return [part for part in parts if part and part.casefold() not in NO_CODES]


def spelt_in(subject: str, vacancy: Vacancy) -> tuple[str, ...]:
    """The mailbox's name with its words apart, where a subject gives it as one word."""
    joined = runs(words(subject))
    spelt = _spelt_out(vacancy.mailbox)
    return tuple(name for name in spelt if _joined(name) in joined)


def _spelt_out(address: str) -> Iterator[str]:
    """The same with its words apart: `ABC expert`."""
    for name in _own_names(address):
        parts = _CASE_PARTS.findall(name)
        if len(parts) > 1:
            yield " ".join(parts)
