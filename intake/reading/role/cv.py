"""What speaks for a CV: its title, its headings, its dates, its personal details."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intake.reading.role.prose import says_i
from intake.reading.role.shape import (
    MAX_LOOKED_AT,
    Line,
    Shape,
    any_stands_in,
    begins_with,
    ends_with,
    fold,
    stands_in,
    tokens,
)
from intake.reading.role.tables import keys, phrases, quoted, token_phrases
from intake.reading.role.times import begins_dated, spans

_TITLES = token_phrases("cv", "titles")
_MENTIONS = frozenset("my mon mes the le this in attached enclosed".split())
"""In a sentence that speaks of a CV: “See the referees in my CV.” is no title."""
_HEADINGS = {
    words: category
    for category in keys("cv", "headings")
    for words in token_phrases("cv", "headings", category)
}
_MODIFIERS = frozenset(words[0] for words in token_phrases("cv", "modifiers") if words)
_QUALIFIERS = phrases("cv", "qualifiers")
_PRESENT = phrases("cv", "present")
_DETAILS = tuple(phrases("cv", "details"))
_DEGREES = phrases("cv", "degrees")
_LIFE = phrases("cv", "life")
_TONGUES = frozenset(words[0] for words in token_phrases("cv", "tongues"))
_OCCUPATIONS = frozenset(words[0] for words in token_phrases("cv", "occupations"))
_LONGEST = max(len(words) for words in _HEADINGS)

_TOP = 2
"""Lines that a paper begins with: a title may stand there in any form."""

_FULL_LINE = 8
"""Words of a line that is not short: what has no stop goes on below."""

_WEIGHTS = {"experience": 2.5, "education": 2.0, "skills": 1.2, "languages": 1.2, "interests": 1.2}
_YEAR = re.compile(r"(?<!\d)(?:19[5-9]\d|20[0-4]\d)(?!\d)")
_CONTACT = re.compile(r"\S@\S+\.\w{2}|(?<![\d/.])(?:\+|00|\(?0)\d[\d() ./-]{6,16}\d|linkedin\.com")


@dataclass(frozen=True)
class CvSigns:
    """What was found.

    Attributes:
        title: the line that says so, or empty.
        headings: category -> the line.
        spans: lines with a span of time ("2016 - present").
        dated: how many lines begin or end with a year.
        details: labels of personal details.   degrees: words for diplomas.
        is_list: short lines nearly throughout, as nobody writes to somebody.
        years: how many different years are named.
        tongues: a line that names two languages, or empty; tongue_words: all names of languages.
        life_facts: what is told of a life in prose ("was born", "joined").
    """

    title: str
    headings: dict[str, str]
    spans: tuple[str, ...]
    dated: int
    details: tuple[str, ...]
    degrees: int
    is_list: bool
    entries: int = 0
    periods: int = 0
    years: int = 0
    contact: bool = False
    tongues: str = ""
    tongue_words: int = 0
    occupations: int = 0
    life_facts: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """How much speaks for a CV; from about four on it is one."""
        return (
            3.0 * bool(self.title)
            + sum(_WEIGHTS.get(category, 0.7) for category in self.headings)
            + self.life
            + self.facts
            + 1.5 * self.has_career
            + min(1.0, 0.35 * self.degrees)
        )

    @property
    def life(self) -> float:
        """The part of the score that only somebody's own life gives: dates and details."""
        spans = max(len(self.spans), self.periods)
        dates = min(3.0, 0.6 * spans + 0.2 * self.dated)
        if self.is_list and max(spans, self.entries) >= 3:
            dates += 2.0
        return dates + min(1.5, 0.4 * len(self.details))

    @property
    def facts(self) -> float:
        """How to reach somebody, what he or she speaks and has been."""
        speaks = 0.6 * self.contact + 0.8 * bool(self.tongues)
        return speaks + min(1.0, 0.25 * self.occupations)

    @property
    def has_career(self) -> bool:
        """Without a heading: two times and two sorts of facts, or three times and one."""
        return self.has_full_career or (len(self.spans) >= 3 and self._sorts_of_facts >= 1)

    @property
    def has_full_career(self) -> bool:
        """Two times, and two sorts of facts about a person.

        Single dates are those of any events, unless something tells whose they are.
        """
        is_somebodys = self.contact or self.tongues or self.tongue_words >= 2 or self.details
        times = max(len(self.spans), self.periods, self.entries - 1 if is_somebodys else 0)
        return times >= 2 and self._sorts_of_facts >= 2

    @property
    def _sorts_of_facts(self) -> int:
        """Sorts of facts about a person; one must be of work, study or tongues, as no bill has."""
        lived = (
            bool(self.tongues) or self.tongue_words >= 2,
            self.degrees >= 1,
            self.occupations >= 2,
        )
        return sum((*lived, self.contact, len(self.details) >= 2)) if any(lived) else 0

    @property
    def is_whole(self) -> bool:
        """A CV and not a few words of one: its title, several headings, or a whole career."""
        headed = len(self.headings) >= 3 or (bool(self.headings) and len(self.spans) >= 2)
        return bool(self.title) or headed or (self.has_career and len(self.spans) >= 3)

    @property
    def has_experience(self) -> bool:
        """A heading over jobs."""
        return "experience" in self.headings

    @property
    def has_core(self) -> bool:
        """A heading over jobs or studies: without one, headings are any report's."""
        return not self.headings.keys().isdisjoint({"experience", "education", "skills"})

    def why(self) -> str:
        """The words that speak for it, quoted."""
        said = [f"the title {quoted([self.title])}"] if self.title else []
        if self.headings:
            said.append(f"the headings {quoted(self.headings.values())}")
        if self.spans:
            said.append(f"the dates {quoted(self.spans, 2)}")
        if self.tongues and len(said) < 2:
            said.append(f"the languages {quoted([self.tongues])}")
        if self.life_facts and len(said) < 2:
            said.append(f"what it tells of a life {quoted(self.life_facts)}")
        return " and ".join(said) or f"personal details such as {quoted(self.details)}"


def cv_signs(shape: Shape) -> CvSigns:
    """Everything in a text that speaks for a CV."""
    short = [line for line in shape.lines if line.size <= 14]
    over = tuple(line.written for line in short if _is_span(line))
    return CvSigns(
        title=_title(shape.lines),
        headings=_headings(short),
        spans=over,
        dated=sum(_is_dated(line) for line in short) - len(over),
        details=tuple(sorted({name for line in short for name in _details(line)})),
        degrees=len(shape.find(_DEGREES)),
        is_list=len(short) >= 0.85 * len(shape.lines),
        entries=sum(begins_dated(fold(line.written)) for line in short),
        periods=len(spans(shape.flat)),
        years=len(set(_YEAR.findall(shape.flat))),
        contact=bool(_CONTACT.search(shape.text[:MAX_LOOKED_AT])),
        tongues=next((line.written for line in short if _names_tongues(line)), ""),
        tongue_words=len(_TONGUES.intersection(tokens(shape.flat))),
        life_facts=shape.find(_LIFE),
        occupations=sum(not _OCCUPATIONS.isdisjoint(line.words) for line in shape.lines),
    )


def is_heading(written: str) -> bool:
    """Whether a line is a section's heading."""
    return bool(headings_of(written))


def headings_of(written: str) -> set[str]:
    """The categories that a line is a heading of; empty where it is none."""
    return _all_heading(tokens(fold(written)))


def _title(lines: tuple[Line, ...]) -> str:
    """The line that names the paper a CV: by itself, not the end of a wrapped sentence."""
    before = (None, *lines)
    titles = (
        line.written
        for at, (above, line) in enumerate(zip(before, lines, strict=False))
        if is_cv_title(line) and (at < _TOP or not _is_within(above, line))
    )
    return next(titles, "")


def is_cv_title(line: Line) -> bool:
    """ "Curriculum vitae", alone or beside a name; "Functional résumé of"."""
    words = line.words[1:] if line.words and line.words[0] in _QUALIFIERS else line.words
    if len(words) > 8 or line.size > 14 or line.written.endswith((",", ";")):
        return False
    if line.written.endswith(".") and _MENTIONS & set(words):
        return False
    return begins_with(words, _TITLES) or ends_with(words, _TITLES)


def _is_within(above: Line | None, line: Line) -> bool:
    """Whether a line ends a sentence, or goes on with the line above it."""
    is_all = line.words in _TITLES
    if line.written.endswith((".", "!", "?")) and not (is_all and "." in line.written[:-1]):
        return True
    if is_all or above is None:
        return False
    runs_on = above.size >= _FULL_LINE and not above.written.endswith((".", "!", "?", ":"))
    return line.written[:1].islower() or runs_on


def _headings(lines: list[Line]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        for category in _categories(line):
            found.setdefault(category, line.written)
    return found


def _categories(line: Line) -> set[str]:
    """What a line is a heading of: nothing but heading words, or such words before a colon."""
    whole = _all_heading(line.words)
    label, _, rest = re.split(r"([:：]|$)", line.written, maxsplit=1)
    # "Training: I have given sixty courses" is a point that somebody makes.
    if whole or not rest.strip() or says_i(rest, fold(rest)):
        return whole
    return _all_heading(tokens(fold(label)))


def _all_heading(words: tuple[str, ...]) -> set[str]:
    categories: set[str] = set()
    words = tuple(word for word in words if not word.isdigit())
    at = 0
    while at < len(words) <= 8:
        step = _step(words, at)
        if step is None:
            return set()
        size, category = step
        categories |= {category} - {""}
        at += size
    return categories


def _step(words: tuple[str, ...], at: int) -> tuple[int, str] | None:
    """The longest heading phrase at a place, or one modifier, or nothing."""
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        category = _HEADINGS.get(words[at : at + size])
        if category is not None:
            return size, category
    return (1, "") if words[at] in _MODIFIERS else None


def _is_span(line: Line) -> bool:
    years = _YEAR.findall(line.written)
    if len(years) >= 2 or spans(fold(line.written)):
        return True
    return len(years) == 1 and any_stands_in(_PRESENT, line.folded)


def _names_tongues(line: Line) -> bool:
    return len(_TONGUES.intersection(line.words)) >= 2


def _is_dated(line: Line) -> bool:
    edge = f"{line.written[:12]} {line.written[-12:]}"
    return bool(_YEAR.search(edge)) or begins_dated(fold(line.written))


def _details(line: Line) -> Iterator[str]:
    if not line.folded.startswith(_DETAILS):
        return
    for label in _DETAILS:
        if line.folded.startswith(label) and stands_in(label, line.folded):
            yield label
