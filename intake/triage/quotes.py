"""Where the words that a finding quotes stand in a text: what a page marks."""

import re
from collections.abc import Iterable

Span = tuple[int, int]
"""From and to, in characters of the text."""

_QUOTED = re.compile(r"[“«\"]\s*([^“”«»\"]{3,300}?)\s*[”»\"]")
_MOST = 40  # marks in one text; more would mark everything
_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)\s*")


def quoted(evidence: str) -> tuple[str, ...]:
    """The words that a sentence of evidence quotes; of a shortened quotation its parts."""
    found = [part for words in _QUOTED.findall(evidence) for part in _ELLIPSIS.split(words)]
    return tuple(dict.fromkeys(part for part in found if len(part) >= 3))


def spans(text: str, evidence: Iterable[str]) -> tuple[Span, ...]:
    """Where quoted words stand in a text, in order, without overlaps.

    Case and spacing do not matter: findings quote folded lines. Words are found whole.
    """
    wanted = {words for sentence in evidence for words in quoted(sentence)}
    found: list[Span] = []
    for words in sorted(wanted, key=len, reverse=True):
        for match in _pattern(words).finditer(text):
            if all(match.end() <= start or match.start() >= end for start, end in found):
                found.append(match.span())
            if len(found) >= _MOST:
                return tuple(sorted(found))
    return tuple(sorted(found))


def marked(text: str, evidence: Iterable[str]) -> tuple[tuple[str, bool], ...]:
    """A text in pieces, each with whether it is quoted."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in spans(text, evidence):
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    return tuple(piece for piece in (*pieces, (text[at:], False)) if piece[0])


def _pattern(words: str) -> re.Pattern[str]:
    spaced = r"\s+".join(re.escape(part) for part in words.split())
    return re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
