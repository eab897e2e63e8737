"""Two papers in one file: the text is parted where one may end, and each part is read by itself.

Read as one, the shorter of both is easily lost among the words of the other.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from intake.reading.role.cv import is_cv_title, is_heading
from intake.reading.role.decision import Role, role_of_whole
from intake.reading.role.letter import begins_letter, ends_letter
from intake.reading.role.shape import Line, Shape
from intake.triage.message import DocumentKind

MOST_SEAMS = 24
"""Places that are tried; a CV alone has a dozen headings."""

LONGEST = 40_000
"""Characters of a text that is parted: a dozen pages."""

_BELOW_CLOSING = 4
"""Lines below a closing formula within which a letter ends: a name, an address, a number."""

_ASKED = (DocumentKind.CV, DocumentKind.MOTIVATION_LETTER)
_LINE = re.compile(r"[^\n]+")
_PARAGRAPH = re.compile(r"\n\n+")
_NEW_PAGE = "\n\n\n"


def role_of(text: str, filename: str) -> Role:
    """What a document is, by its words and shape first, its file name second."""
    whole = role_of_whole(text, filename)
    if {*whole.kinds} >= {*_ASKED} or len(text) > LONGEST:
        return whole
    edges = tuple(islice(_edges(text), MOST_SEAMS))
    surely = next(_parted(text, edges), None)
    loosely = [] if surely else list(_parted(text, _paragraphs(text, edges)))
    both = surely or next((both for both in loosely if not both.maybe), None)
    if both:
        return replace(both, named=whole.named)
    left = tuple(kind for kind in _ASKED if loosely and kind not in whole.kinds)
    return replace(whole, maybe=tuple(dict.fromkeys((*whole.maybe, *left))))


def _parted(text: str, seams: Iterable[int]) -> Iterator[Role]:
    """The text as both papers, wherever one of these seams parts it so."""
    return filter(None, (_both(text[:at], text[at:]) for at in seams))


def _both(first: str, second: str) -> Role | None:
    """Both kinds, where one part is a CV by its words and the other a letter."""
    before = role_of_whole(first, "")
    if {*_ASKED}.isdisjoint(before.kinds):
        return None
    after = role_of_whole(second, "")
    if {*before.kinds, *after.kinds} != {*_ASKED}:
        return None
    said = f"{before.why} {after.why}"
    return replace(
        before, kinds=before.kinds + after.kinds, why=said, maybe=before.maybe + after.maybe
    )


def _lines(text: str) -> Iterator[tuple[int, Line]]:
    """Each line with words, and where it begins."""
    for found in _LINE.finditer(text):
        yield from ((found.start(), line) for line in Shape(found.group()).lines[:1])


def _edges(text: str) -> Iterator[int]:
    """Where something tells that another paper may begin: the surest first."""
    lines = list(_lines(text))
    yield from _beginnings(text, lines)
    yield from (at for at, line in lines if is_heading(line.written))


def _paragraphs(text: str, tried: tuple[int, ...]) -> Iterator[int]:
    """The first paragraphs, without the places that were tried."""
    begins = (found.end() for found in islice(_PARAGRAPH.finditer(text), MOST_SEAMS))
    return (at for at in begins if at not in tried)


def _beginnings(text: str, lines: list[tuple[int, Line]]) -> Iterator[int]:
    """Where a page, a letter or a CV begins, or a letter ends."""
    below = 0
    for at, line in lines:
        begins = begins_letter(line) or is_cv_title(line) or text.endswith(_NEW_PAGE, 0, at)
        if at and (begins or below > 0):
            yield at
        below = _BELOW_CLOSING if ends_letter(line) else below - 1
