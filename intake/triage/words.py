"""Words as people type them: folded for comparison, quoted as they were written.

Phrases are kept in tables that can be read aloud. In a phrase,
  `…`        stands for up to five words, none of which is a first person (a new clause);
  `(a|b c)`  for one of several wordings, and `(a|b)?` for one of them or nothing;
  `word*`    for every word that begins so,
  `^`, `$`   for the beginning and the end of the sentence.
Case, accents, apostrophes and punctuation do not matter.
"""

import re
import unicodedata
from functools import cached_property

_TITLE = (
    r"(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\b[A-Z]\.)"  # of a person, or an initial
)
_SENTENCE_END = re.compile(rf"(?<=[.!?;。？！]){_TITLE}\s+|\n\s*\n|\n(?=\s*[-•*–]\s)")
WORD = re.compile(r"[^\W_]+")
"""A word of a text, as written."""

_RUN_TOGETHER = re.compile(
    r"(?<= )(do|does|did|is|are|was|were|have|has|had|would|could|should|wo)nt(?= )"
)

_TOKEN = re.compile(r"\(|\)\??|\||…|[^\s()|…]+")
_GAP = r"(?:(?!(?:i|we|je|j|nous) )\w+ ){0,5}?"
_SIGNS = {"…": _GAP, "(": "(?:", ")": ")", ")?": ")?", "|": "|", "^": "(?<=^ )", "$": "$"}
# Letters of their own, which Unicode does not take apart.
_PLAIN = str.maketrans(dict(zip("œæøłđðþħı", "oe ae o l d d th h i".split(), strict=True)))
_BEYOND_LATIN = re.compile("[\u0300-\U0010ffff]+")  # no letter before these is combining
_QUOTED = 200


def fold(text: str) -> str:
    """Lower case, without accents and ligatures: what remains when people type in a hurry."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = _BEYOND_LATIN.sub(_bare, apart)
    return bare if bare.isascii() else bare.translate(_PLAIN)


def _bare(letters: re.Match[str]) -> str:
    return "".join(one for one in letters.group() if not unicodedata.combining(one))


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order."""
    return tuple(WORD.findall(fold(text)))


def spaced(text: str) -> str:
    """The folded words of a text with one space before, between and after them.

    A “dont” typed without its apostrophe is taken apart as “don't” is.
    """
    return _RUN_TOGETHER.sub(r"\1n t", f" {' '.join(words(text))} ")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each on one line; a wrapped line ends none."""
    whole = (" ".join(part.split()) for part in _SENTENCE_END.split(text))
    return tuple(part for part in whole if part)


def quote(text: str) -> str:
    """A text as it may stand in evidence: on one line, in quotation marks, not too long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= _QUOTED else line[: _QUOTED - 1] + '…'}”"


class Phrases:
    """A table of phrases, to be found in the sentences of a text."""

    def __init__(self, *phrases: str) -> None:
        self.phrases = phrases

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(f"(?<= )(?:{'|'.join(map(_compile, self.phrases))})")

    def match(self, text: str) -> re.Match[str] | None:
        """Where the first of the phrases stands in the folded words of a text."""
        return self._pattern.search(spaced(text))

    def replaced(self, text: str, by: str) -> str:
        """The folded words of a text, with one word instead of each of the phrases."""
        return self._pattern.sub(f"{by} ", spaced(text))

    def places(self, text: str) -> list[int]:
        """Where each of the phrases begins in the folded words of a text."""
        return [found.start() for found in self._pattern.finditer(spaced(text))]

    def begins(self, text: str) -> bool:
        """Whether a text begins with one of the phrases."""
        found = self.match(text)
        return found is not None and found.start() == 1

    def find(self, text: str) -> str | None:
        """The first sentence, as written, in which one of the phrases stands."""
        return next((one for one in sentences(text) if self.match(one)), None)


def _compile(phrase: str) -> str:
    return "".join(_compile_token(token) for token in _TOKEN.findall(phrase))


def _compile_token(token: str) -> str:
    if token in _SIGNS:
        return _SIGNS[token]
    parts = [f"{re.escape(word)} " for word in words(token)]
    if token.endswith("*"):
        parts[-1] = parts[-1].rstrip() + r"\w* "
    return "".join(parts)
