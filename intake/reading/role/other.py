"""What speaks for some other paper: a diploma, a reference, a passport, a job notice, ..."""

from dataclasses import dataclass

from intake.reading.role.shape import Line, Shape, begins_with
from intake.reading.role.tables import keys, phrases, quoted, token_phrases

_SORTS = keys("other")
_TITLES = {sort: token_phrases("other", sort, "titles") for sort in _SORTS}
_PHRASES = {sort: phrases("other", sort, "phrases") for sort in _SORTS}
_DECISIVE = {sort: phrases("other", sort, "decisive") for sort in _SORTS}
_CALLED = {
    "reference": "a reference letter",
    "certificate": "a diploma or certificate",
    "identity": "an identity paper",
    "notice": "a job notice",
    "transcript": "a transcript of marks",
    "publications": "a list of publications",
    "paper": "another paper",
}
_FIRST_LINES = 8
"""Lines among which a paper names itself: a letterhead may come first."""


@dataclass(frozen=True)
class OtherSigns:
    """What was found for one sort of paper: the line that names it, and its phrases.

    `decisive` are phrases that hardly anybody writes about himself.
    """

    sort: str
    title: str
    decisive: tuple[str, ...]
    phrases: tuple[str, ...]

    @property
    def score(self) -> float:
        """How much speaks for it; from about three on it is one."""
        said = 2.0 * len(self.decisive) + len(self.phrases)
        return 2.5 * bool(self.title) + min(8.0, said)

    def why(self) -> str:
        """What it is and the words that speak for it, quoted."""
        found = quoted([*([self.title] if self.title else []), *self.decisive, *self.phrases])
        return f"{_CALLED[self.sort]}: {found}"


def other_signs(shape: Shape, is_spoken: bool) -> dict[str, OtherSigns]:
    """Everything in a text that speaks for something else, by sort.

    Args:
        is_spoken: somebody says "I" or "we" in it; where nobody does, the phrases of a reference
            ("she was") are those of any biography.
    """
    return {sort: _signs(shape, sort, is_spoken or sort != "reference") for sort in _SORTS}


def _signs(shape: Shape, sort: str, phrases_count: bool) -> OtherSigns:
    top = shape.lines[:_FIRST_LINES]
    title = next((line.written for line in top if _is_title(line, sort)), "")
    found = shape.find(_PHRASES[sort]) if phrases_count else ()
    return OtherSigns(sort, title, shape.find(_DECISIVE[sort]), found)


def _is_title(line: Line, sort: str) -> bool:
    words, titles = line.words, _TITLES[sort]
    if len(words) > 9:
        return False
    return begins_with(words, titles) or begins_with(words[1:], titles)  # "Re: letter of ..."
