"""Words on which the kind of a mail hangs, set right where a letter of them slipped."""

import re

from rapidfuzz import process
from rapidfuzz.distance import OSA

from intake.triage.words import WORD, fold

_WEIGHTY = (
    "application applications applicant applicants candidacy candidate candidates candidature "
    "candidatures withdraw withdraws withdrawing withdrawal withdrawn withdrew recruitment "
    "selection "
    "procedure recrutement interested uninterested renounce désistement désiste désister renonce "
    "renoncer"
).split()
_FOLDED = {fold(word): word for word in _WEIGHTY}
_LONG = 7  # letters: shorter words are one letter from too many others
_SLIPS = {True: 2, False: 1}  # letters left out, doubled, swapped or mistaken; by length
_VERY_LONG = 12


def set_right(text: str) -> str:
    """The text with its weighty words as they are spelt; every other word as it was typed."""
    return WORD.sub(_spelt, text)


def _spelt(typed: re.Match[str]) -> str:
    word = fold(typed.group())
    if len(word) < _LONG or word in _FOLDED:
        return typed.group()
    most = _SLIPS[len(word) >= _VERY_LONG]
    alike = [one for one in _FOLDED if one[0] == word[0]]
    near = process.extractOne(word, alike, scorer=OSA.distance, score_cutoff=most)
    return _FOLDED[near[0]] if near else typed.group()
