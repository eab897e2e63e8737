"""A text as the questions about its role see it: lines, one folded stretch, sentences, words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property

MAX_LOOKED_AT = 60_000
"""Characters that are looked at: twenty pages."""

_CJK = "\u3040-\u30ff\u3400-\u9fff"
_IDEOGRAPH = re.compile(f"[{_CJK}]")
_SENTENCE_END = re.compile(r"(?<=[.!?;:。！？؟؛])\s+|(?<=[。！？])|\n\s*\n")
# A short line before a capital, and any line before a bullet, ends what it says: headings and
# lists have no stops.
_LINE_END = re.compile(r"(?<=\n)(.{1,48})\n(?=\s*[^\sa-zà-ÿ])|\n(?=\s*[-–•▪●◦*+>]\s)")
_SPACED = re.compile(r"\b(?:\w ){3,}\w\b")
_YEAR = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d|['’]\d\d)(?!\d)"
)  # a cell of a table may hold nothing but years
_EDGES = re.compile(r"^[\W\d_]+|[\W_]+$")


def fold(text: str) -> str:
    """Without case and accents, with plain apostrophes and single spaces."""
    plain = text.replace("\u2019", "'").replace("\u2018", "'").replace("`", "'").casefold()
    if plain.isascii():  # most lines: nothing to take apart
        return " ".join(plain.split())
    return " ".join(" ".join(map(_without_accents, plain.split())).split())


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    marks = unicodedata.normalize("NFKD", word)
    return "".join(char for char in marks if not unicodedata.combining(char))


def tokens(text: str) -> tuple[str, ...]:
    """The words of a folded line; apostrophes and dashes part them."""
    return tuple(re.findall(r"\w+", text))


def count_words(text: str) -> int:
    """Words, an ideograph counting for half of one."""
    if text.isascii():
        return len(text.split())
    ideographs = len(_IDEOGRAPH.findall(text))
    return len(_IDEOGRAPH.sub(" ", text).split()) + ideographs // 2


@dataclass(frozen=True)
class Line:
    """One line with words in it: as written, and folded without its bullets and colons."""

    written: str
    folded: str

    @cached_property
    def size(self) -> int:
        """How many words it has."""
        return count_words(self.folded)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its folded words."""
        return tokens(self.folded)


@dataclass(frozen=True)
class Shape:
    """A text, ready to be asked what it is."""

    text: str

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its lines, cells of a table apart, letters set wide ("C V") together."""
        cells = re.split(r"\n|\t|\s{3,}", self.text[:MAX_LOOKED_AT])
        made = (Line(cell.strip(), _line(cell)) for cell in cells)
        return tuple(line for line in made if line.folded)

    @cached_property
    def flat(self) -> str:
        """All of it in one folded line."""
        return fold(self.text[:MAX_LOOKED_AT])

    @cached_property
    def written_sentences(self) -> tuple[tuple[str, str], ...]:
        """Sentences, lines of a list apart: each as written, and folded."""
        return tuple(_pairs(self.text[:MAX_LOOKED_AT]))

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Folded sentences, over the line breaks of a page."""
        found = _SENTENCE_END.split(self.text[:MAX_LOOKED_AT])
        return tuple(folded for sentence in found if (folded := fold(sentence)))

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return count_words(self.flat)

    def find(self, phrases: frozenset[str]) -> tuple[str, ...]:
        """Which of the folded phrases stand in it, as whole words."""
        flat = self.flat
        return tuple(sorted(one for one in phrases if one in flat and stands_in(one, flat)))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for sentence in _SENTENCE_END.split(_LINE_END.sub(_parted, f"\n{text}")):
        written = " ".join(sentence.split())
        if folded := fold(written):
            yield written, folded


def _parted(found: re.Match[str]) -> str:
    return f"{found.group(1) or ''}\n\n"


def stands_in(phrase: str, text: str) -> bool:
    """Whether a folded phrase stands in a folded text without being part of a longer word."""
    at = text.find(phrase)
    while at >= 0:
        if _is_apart(text, at, at + len(phrase)):
            return True
        at = text.find(phrase, at + 1)
    return False


def any_stands_in(phrases: Iterable[str], text: str) -> bool:
    """Whether one of the folded phrases stands in a folded text."""
    return any(phrase in text and stands_in(phrase, text) for phrase in phrases)


def any_begins(phrases: tuple[str, ...], text: str) -> bool:
    """Whether a folded text begins with one of the folded phrases, as whole words."""
    return text.startswith(phrases) and any(
        text.startswith(phrase) and stands_in(phrase, text) for phrase in phrases
    )


def begins_with(words: tuple[str, ...], titles: Set[tuple[str, ...]]) -> bool:
    """Whether the first words are one of the titles."""
    return any(words[:size] in titles for size in range(1, len(words) + 1))


def ends_with(words: tuple[str, ...], titles: Set[tuple[str, ...]]) -> bool:
    """Whether the last words are one of the titles."""
    return any(words[at:] in titles for at in range(len(words)))


def _is_apart(text: str, start: int, end: int) -> bool:
    return not (_joined(text, start - 1, start) or _joined(text, end - 1, end))


def _joined(text: str, left: int, right: int) -> bool:
    """Two neighbouring word characters, of a script that parts its words by spaces."""
    if left < 0 or right >= len(text):
        return False
    pair = text[left] + text[right]
    return text[left].isalnum() and text[right].isalnum() and not _IDEOGRAPH.search(pair)


def _line(written: str) -> str:
    together = _SPACED.sub(lambda found: found.group().replace(" ", ""), written)
    words = _EDGES.sub("", fold(together)) or _EDGES.sub("", fold(written))
    return words or (fold(written) if _YEAR.search(written) else "")
