"""Where a text names somebody whose names are known, in whatever way they are written there.

Case, accents and what joins a name's words do not matter. A name of two letters is found where it
is capitalised or beside another; small words and titles of a name only beside a name. Scripts that
put no spaces between words are looked through letter by letter.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import IntEnum
from itertools import pairwise

from intake.triage.words import fold

MOST = 40
"""Names that are looked for within words: a hostile name must not take endless time."""

_MARKS = "\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670\u200c\u200d"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")
_UNSPACED = "\u0e00-\u0e7f\u3005\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3"
_RUN = re.compile(f"[{_UNSPACED}]+")
_BESIDE = re.compile(r"[ \t.,'’-]{0,3}")
_PREFIX = re.compile("[وفبلك]?(?:ال)?(?=[\u0600-\u06ff]{3})")
"""Arabic writes "and", "in", "to" and the article as one word with a name."""

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})
"""As they are written where there is no key for them."""

_SMALL = frozenset(
    "de da di du do del della dos das la le les el al van von der den ten ter zu zur af av of "
    "bin ibn بن ابن dr mr ms mrs mme prof miss phd msc mba and et und the cv".split()
)
"""Words in names that are words of a language too, and titles."""


class _Is(IntEnum):
    NOTHING = 0
    SMALL = 1
    SHORT = 2
    NAME = 3


Found = tuple[int, int, _Is]


class Naming:
    """The names of one person, to be found in texts."""

    def __init__(self, names: Iterable[str]) -> None:
        told = [unicodedata.normalize("NFC", one) for one in dict.fromkeys(names)]
        told += [one.casefold().translate(_GERMAN) for one in told if not one.isascii()]
        named = [[_bare(word) for word in _WORD.findall(one)] for one in told]
        parts = {part for words in named for part in words if not part.isdigit()}
        joined = {one for words in named for one in _joined(words)}
        long = parts | joined | {part.rstrip("0123456789") for part in parts}
        self._small = {part for part in parts if len(part) == 1} | (parts & _SMALL)
        self._short = {part for part in parts if len(part) == 2} - _SMALL
        self._names = {part for part in long if len(part) > 2} - _SMALL
        self._within = sorted((one for one in joined if len(one) > 5), key=len)[:MOST]
        self._unspaced = _pattern({part for one in told for part in _unspaced(one)})

    def hidden(self, text: str, mark: str) -> str:
        """The text, composed (NFC), with a mark in place of each name."""
        text = unicodedata.normalize("NFC", text)
        if self._unspaced is not None:
            text = self._unspaced.sub(mark, text)
        pieces, at = list[str](), 0
        for start, end in _certain(text, self._found(text)):
            pieces += [text[at:start], mark]
            at = end
        return "".join([*pieces, text[at:]])

    def _found(self, text: str) -> list[Found]:
        found, known = list[Found](), dict[str, _Is]()
        for match in _WORD.finditer(text):
            word, (start, end) = match.group(), match.span()
            if word not in known:
                known[word] = self._is(word)
            is_what = known[word]
            if text[end : end + 1] == "…" and self._begins(word):
                is_what = _Is.NAME  # a quotation was cut within it
            if is_what:
                found.append((start, end, is_what))
        return found

    def _is(self, word: str) -> _Is:
        bare = _bare(word)
        if bare in self._names or any(one in bare for one in self._within):
            return _Is.NAME
        if bare in self._short:
            return _Is.SHORT if word[0].islower() else _Is.NAME
        return _Is.SMALL if bare in self._small else _Is.NOTHING

    def _begins(self, word: str) -> bool:
        bare = _bare(word)
        return len(bare) > 1 and any(one.startswith(bare) for one in self._names)


def _certain(text: str, found: list[Found]) -> Iterator[tuple[int, int]]:
    """Where names stand: what tells by itself, and what stands beside another."""
    for at, (start, end, is_what) in enumerate(found):
        if is_what is _Is.NAME or _is_beside(text, found, at):
            yield start, end


def _is_beside(text: str, found: list[Found], at: int) -> bool:
    start, end, is_what = found[at]
    wanted = _Is.SHORT if is_what is _Is.SHORT else _Is.NAME
    before = at > 0 and found[at - 1][2] >= wanted
    after = at + 1 < len(found) and found[at + 1][2] >= wanted
    return (before and _BESIDE.fullmatch(text, found[at - 1][1], start) is not None) or (
        after and _BESIDE.fullmatch(text, end, found[at + 1][0]) is not None
    )


def _bare(word: str) -> str:
    """A word folded, without what Arabic writes before a name or within it to make it longer."""
    folded = fold(word).replace("\u0640", "").replace("\u200c", "").replace("\u200d", "")
    return folded if folded.isascii() else _PREFIX.sub("", folded, count=1)


def _joined(words: list[str]) -> Iterator[str]:
    """ "LiNa", "duboisamelie": names as they are written in addresses and names of files."""
    if len(words) > 1:
        yield "".join(words)
        yield from (one + other for one, other in pairwise(words))
        yield from (other + one for one, other in pairwise(words))
        yield words[-1] + words[0]


def _unspaced(name: str) -> Iterator[str]:
    """A name in a script without spaces, with its family name, without, and the other way round.

    Of four signs two are the family name in Japan; of three, one in China, Korea and Vietnam.
    """
    runs = _RUN.findall(name)
    yield from ("".join(runs), "".join(reversed(runs)), *runs)
    if len(runs) == 1 and len(runs[0]) == 3:
        yield runs[0][1:]
    if len(runs) == 1 and len(runs[0]) == 4:
        yield from (runs[0][:2], runs[0][2:])


def _pattern(parts: set[str]) -> re.Pattern[str] | None:
    longest = sorted((one for one in parts if len(one) > 1), key=lambda one: (-len(one), one))
    spaced = ("[ \u3000]?".join(map(re.escape, one[:MOST])) for one in longest[:MOST])
    found = "|".join(spaced)
    return re.compile(found) if found else None
