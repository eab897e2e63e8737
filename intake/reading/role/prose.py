"""Who speaks in a text's sentences, of whom, and to whom: letters need no set phrases for that."""

import re
from dataclasses import dataclass

from intake.reading.role.shape import MAX_LOOKED_AT, Shape, any_stands_in, count_words, fold, tokens
from intake.reading.role.tables import by_language, phrases

_SELF = phrases("letter", "first_person")
_READER = phrases("letter", "reader")
_WE = phrases("other", "reference", "we")
_PRONOUNS = tuple(
    zip(
        by_language("letter", "first_person"),
        by_language("other", "reference", "third_person"),
        strict=True,
    )
)
_COMMON = by_language("letter", "common")
_COURTESY = phrases("letter", "courtesy")
_ASIDE = (
    phrases("letter", "attached")
    | _COURTESY
    | phrases("letter", "closings")
    | {title for title in phrases("letter", "titles") if " " in title}
    | phrases("letter", "process")
)
_I = re.compile(r"\bI\b(?![.)])")
# Careless writers say "i"; alone it is a numeral, or an Italian article.
_SMALL_I = re.compile(rf"\bi (?:{'|'.join(sorted(phrases('letter', 'i_verbs')))})\b")
# No pronouns: the initials of "M. Dupont", and the letters of "EU" or "MA" in mixed writing.
_INITIAL = re.compile(r"\b[jmJM]\.|\b[A-Z]{2,3}\b")
_REACHED = re.compile(r"\S@\S|\d[\d ./-]{5,}\d")
_SHORTEST = 5  # words of a sentence that says something
_LONGEST = 80  # words; what is longer is a table without full stops


@dataclass(frozen=True)
class Prose:
    """What the sentences of a text are about.

    Attributes:
        own: sentences in which the writer speaks of himself or herself, leaving out courtesy
            and what is said about the sending ("please find attached").
        own_words: their words.
        words: the words of all sentences.
        first_person, third_person, reader, we: how often each is named.
        to_reader: sentences that speak to the reader, leaving out how to reach the writer.
        asks: a sentence that asks something, or empty.
        example: the first sentence of `own`, as found.
    """

    own: int
    own_words: int
    words: int
    first_person: int
    third_person: int
    reader: int
    we: int
    to_reader: int
    asks: str
    example: str

    @property
    def share(self) -> float:
        """The part of the text that the writer's sentences make up."""
        return self.own_words / max(1, self.words)

    @property
    def is_about_another(self) -> bool:
        """Somebody speaks of another person nearly as often as of himself or herself."""
        return self.third_person >= 3 and self.third_person >= 0.6 * self.first_person


def _first_person(shape: Shape, words: tuple[str, ...], selves: frozenset[str]) -> int:
    """How often the writer speaks of himself or herself."""
    own = _count(words, selves) + _count_i(shape.text, shape.flat)
    # Scripts that write without spaces hide their pronouns in longer words.
    return own + sum(shape.flat.count(word) for word in _SELF if not word.isascii())


def _selves(words: tuple[str, ...]) -> frozenset[str]:
    """The words for oneself of the languages that a text is in: "Moi University" is no French."""
    said = [_count(words, common) for common in _COMMON]
    least = 0.5 * max(said)
    own = (own for own, _ in _PRONOUNS)
    # A language without a list has a script of its own.
    spoken = zip(own, _COMMON, said, strict=True)
    return frozenset().union(*(own for own, common, n in spoken if n >= least or not common))


def _third_person(words: tuple[str, ...]) -> int:
    """How often others are spoken of, in the language of the text: "he leído" is no English."""
    counted = (_count(words, common) for common in _COMMON)
    spoken = zip(counted, _PRONOUNS, strict=True)
    _, (_, third) = max(spoken, key=lambda one: one[0])
    return _count(words, third)


def _count(words: tuple[str, ...], wanted: frozenset[str]) -> int:
    return sum(map(wanted.__contains__, words))


def says_i(written: str, folded: str, selves: frozenset[str] = _SELF) -> bool:
    """Whether somebody speaks of himself or herself in these words."""
    return _count_i(written, folded) > 0 or _count(_spoken(written), selves) > 0


def _count_i(written: str, folded: str) -> int:
    return max(len(_I.findall(written)), len(_SMALL_I.findall(folded)))


def _spoken(written: str) -> tuple[str, ...]:
    """The words of a text, without initials and short names in capitals."""
    return tokens(fold(written if written.isupper() else _INITIAL.sub(" ", written)))


def prose(shape: Shape) -> Prose:
    """Read the sentences of a text."""
    told = [one for one in shape.written_sentences if count_words(one[1]) >= _SHORTEST]
    words = _spoken(shape.text[:MAX_LOOKED_AT])
    selves = _selves(words)
    own = [one for one in told if _is_own(*one, selves)]
    return Prose(
        own=len(own),
        own_words=sum(count_words(folded) for _, folded in own),
        words=sum(count_words(folded) for _, folded in told),
        first_person=_first_person(shape, words, selves),
        third_person=_third_person(words),
        reader=_count(tokens(shape.flat), _READER),
        we=_count(tokens(shape.flat), _WE),
        to_reader=sum(_is_to_reader(folded) for _, folded in told),
        asks=next((folded for written, folded in told if _is_question(written, folded)), ""),
        example=own[0][0] if own else "",
    )


def _is_to_reader(folded: str) -> bool:
    """It speaks to somebody, and says more than a number to call."""
    return _count(tokens(folded), _READER) > 0 and not _REACHED.search(folded)


def _is_question(written: str, folded: str) -> bool:
    """It asks for more than an interview or an answer."""
    if not written.endswith(("?", "？")):
        return False
    return not any_stands_in(_COURTESY, folded)


def _is_own(written: str, folded: str, selves: frozenset[str]) -> bool:
    if count_words(folded) > _LONGEST or not says_i(written, folded, selves):
        return False
    return not any_stands_in(_ASIDE, folded)
