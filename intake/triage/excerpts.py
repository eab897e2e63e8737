"""Where the words of a search stand in a text: a line of it, as written, with the hits marked."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from intake.triage.words import WORD, words

Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it is a hit."""

BEFORE, AFTER = 60, 140
"""Characters of a long line that are shown before and after its first hit."""


def excerpt(text: str, terms: Sequence[str]) -> Pieces:
    """The line of a text that holds most of the terms, the first of several; empty without any.

    Args:
        terms: folded beginnings of words.
    """
    best, most = "", 0
    for line in text.splitlines():
        count = _count(line, terms)
        if count > most:
            best, most = line, count
        if most == len(terms):
            break
    return marked(best, terms) if most else ()


def marked(line: str, terms: Sequence[str]) -> Pieces:
    """A line in pieces, cut to what is around its first hit where it is long."""
    hit = next(_hits(line, terms), None)
    if hit is None:
        return ((line[:AFTER], False),)
    start, end = max(0, hit[0] - BEFORE), hit[0] + AFTER
    pieces: list[tuple[str, bool]] = [("…" if start else "", False)]
    at = start
    for first, last in takewhile(lambda one: one[1] <= end, _hits(line, terms)):
        pieces += [(line[at:first], False), (line[first:last], True)]
        at = last
    pieces += [(line[at:end], False), ("…" if len(line) > end else "", False)]
    return tuple(piece for piece in pieces if piece[0])


def _count(line: str, terms: Sequence[str]) -> int:
    found = words(line)
    return sum(any(word.startswith(term) for word in found) for term in terms)


def _hits(line: str, terms: Sequence[str]) -> Iterator[tuple[int, int]]:
    for match in WORD.finditer(line):
        if any(word.startswith(term) for word in words(match.group()) for term in terms):
            yield match.span()
