"""What a file's name says it is."""

import re

from intake.reading.role.shape import fold
from intake.reading.role.tables import phrases
from intake.triage.message import DocumentKind

_NAMES = sorted(
    ((phrase, kind) for kind in DocumentKind for phrase in phrases("names", kind.value)),
    key=lambda entry: (-len(entry[0]), entry[0]),
)


def named(filename: str) -> tuple[DocumentKind, ...]:
    """The kinds that a file name speaks of; "recommendation letter" is no motivation letter."""
    rest = _spoken(filename)
    found = []
    for phrase, kind in _NAMES:  # the longest first, so that it keeps its words to itself
        if f" {phrase} " in rest:
            rest = rest.replace(f" {phrase} ", " ")
            found.append(kind)
    return tuple(kind for kind in DocumentKind if kind in found)


def _spoken(filename: str) -> str:
    """A name as words: "CV_JeanDupont2024.pdf" -> " cv jean dupont pdf "."""
    apart = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", filename)
    words = re.sub(r"[\W\d_]+", " ", fold(apart).replace("'", " ' "))
    return f" {words} ".replace("  ", " ")
