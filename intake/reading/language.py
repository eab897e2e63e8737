"""Which language a text is in.  [only importer of py3langid]

The library, the cleaning and the thresholds were chosen by measurement:
docs/decisions/0006-language-by-py3langid.md.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from py3langid.langid import MODEL_FILE, LanguageIdentifier

SURE = 0.8
"""From this confidence on no text of the measurements was given to a wrong language."""

_MIN_LETTERS = 20
"""Fewer letters than these say nothing; ideographs count three times."""

_ENOUGH = 20
"""Words below which confidence falls in proportion: a line of job titles looks like English."""

_PASSAGE = 40
"""Words of a passage of substance: a second language needs so many together."""

_SHORT_PASSAGE = 12
"""The same where the whole is not surely in one language: a short letter may be half and half."""

_SAMPLE = 30_000
"""Characters that are looked at; the rest of a long file says no more."""

_DEAD_OR_CLOSE = frozenset({"la", "sa", "vo", "eo", "ext", "zxx", "oc", "wa", "br", "an", "ast"})
"""Languages in which nobody applies, and for which lists of names are mistaken."""

_IDENTIFIER = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
# ISO 639-1 alone: dialects with codes of three letters take lists of names from their parents.
_IDENTIFIER.set_languages(
    [name for name in _IDENTIFIER.nb_classes if len(name) == 2 and name not in _DEAD_OR_CLOSE]
)
_NO_WORDS = re.compile(r"[\d_/\\+=().,:;•*|▪●◦<>\[\]–—-]+")
_ADDRESS = re.compile(r"@|://|^www\.|\.(?:com|org|net|eu|int|fr|be)\b")
_LONGEST = 40  # letters of a word; what is longer is a code or an address
_LEFT = 10  # words that must be left when names are dropped
_LITTLE_WORDS = {
    "en": "the of and to in for with from since at by until an my as on is are was",
    "fr": "le la les de des du et en dans depuis pour avec au aux une un sur par est à l d",
    "es": "el la los las de del y en desde para con al una un por es hasta",
    "pt": "o os a as de do da dos das e em no na desde para com ao à uma um por é há",
    "it": "il lo la gli le di del della dei e in nel dal dalla per con al alla una un è presso",
    "de": "der die das den dem des und in im seit für mit von zu zur bei ein eine als bis am",
    "nl": "de het een van en in op sinds voor met bij als tot aan te",
}
_LITTLE = {name: frozenset(words.split()) for name, words in _LITTLE_WORDS.items()}
_CORROBORATED = 3  # little words of one language, and fewer of any other
_BULLET = re.compile(r"^[\W\d_]+")
_PARTS = re.compile(r"[,;:()|•\t–—]|\s-\s|\s{2,}")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True)
class Language:
    """The language of a text.

    Attributes:
        main: ISO 639-1, None when there is too little text to say.
        confidence: 0.0 to 1.0; below SURE a person must say.
        all: the languages of passages of substance, the main one first.
    """

    main: str | None
    confidence: float = 0.0
    all: tuple[str, ...] = ()


def detect(text: str) -> Language:
    """The language of a text, by its words; addresses, numbers and capitals do not count."""
    sample = text[:_SAMPLE]
    words = _words(sample)
    if _weight(words) < _MIN_LETTERS:
        return Language(None)
    whole, confidence = _by_words(words, sample)
    shares = _shares(sample, _PASSAGE)
    if not shares and confidence < SURE:
        shares = _shares(sample, _SHORT_PASSAGE)
    total = shares.total()
    if not total:
        return Language(whole, confidence, (whole,) if confidence >= SURE else ())
    main, most = shares.most_common(1)[0]
    if main != whole:  # the whole is torn between its passages: so are we
        confidence = min(confidence, most / total)
    return Language(main, confidence, tuple(name for name, _ in shares.most_common()))


def _by_words(words: str, text: str) -> tuple[str, float]:
    """The language of the telling words; where they are few, all words may bear them out."""
    language, confidence = _classify(words)
    told = _ENOUGH if _has_little_words(language, words) else _count(words)
    confidence *= min(1.0, told / _ENOUGH)
    if confidence >= SURE:
        return language, confidence
    everything = " ".join(word for line in text.split("\n") for word in _line_words(line)).lower()
    name, borne_out = _classify(everything)
    borne_out *= min(1.0, _count(everything) / _ENOUGH)
    return language, max(confidence, borne_out) if name == language else confidence


def _has_little_words(language: str, words: str) -> bool:
    """Whether the words that hold sentences together are this language's, and no other's."""
    found = words.replace("'", " ").replace("’", " ").split()
    counts = {name: sum(word in little for word in found) for name, little in _LITTLE.items()}
    own = counts.pop(language, 0)
    return own >= _CORROBORATED and own > max(counts.values())


def _shares(text: str, least: int) -> Counter[str]:
    """How many words of substance each language has, by passages that are surely in it."""
    shares: Counter[str] = Counter()
    for passage in _passages(text, least):
        name, confidence = _classify(passage)
        if confidence >= 0.95:
            shares[name] += _count(passage)
    return shares


def _passages(text: str, least: int) -> Iterator[str]:
    """Neighbouring lines, together until they have so many words."""
    held: list[str] = []
    size = 0
    for block in _blocks(text):
        words = _words(block)
        held.append(words)
        size += _count(words)
        if size >= least:
            yield " ".join(held)
            held, size = [], 0


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs; long ones in stretches of lines, as text from PDF has few blank lines."""
    for paragraph in re.split(r"\n\s*\n", text):
        lines = paragraph.split("\n")
        for at in range(0, len(lines), 6):
            yield "\n".join(lines[at : at + 6])


def _words(text: str) -> str:
    """A text's words in lower case, without addresses and numbers, and without names.

    Names of employers, schools and towns tell where somebody was, not in which language the
    file is written: so do all words with a capital inside a line, and the parts of a list that
    begin with one. Where too few words are left, they count after all.
    """
    lines = [_BULLET.sub("", line) for line in text.split("\n")]
    told = [word for line in lines for word in _telling(line)]
    if len(told) < _LEFT:
        told = [word for line in lines for word in _nameless(_line_words(line))]
    if len(told) < _LEFT:
        told = [word for line in lines for word in _line_words(line)]
    return " ".join(told).lower()


def _telling(line: str) -> list[str]:
    parts = [part for part in _PARTS.split(line) if any(char.isalpha() for char in part)]
    if len(parts) > 1:
        parts = [part for part in parts if not part.lstrip()[0].isupper()]
    return [word for part in parts for word in _nameless(_line_words(part))]


def _line_words(line: str) -> list[str]:
    kept = (word for word in line.split() if len(word) <= _LONGEST or _IDEOGRAPH.search(word))
    return _NO_WORDS.sub(" ", " ".join(word for word in kept if not _ADDRESS.search(word))).split()


def _nameless(words: list[str]) -> list[str]:
    if all(word.isupper() for word in words):  # a heading in capitals
        return words
    return [word for at, word in enumerate(words) if at == 0 or not word[0].isupper()]


def _weight(words: str) -> int:
    return sum(char.isalpha() for char in words) + 2 * len(_IDEOGRAPH.findall(words))


def _count(words: str) -> int:
    return len(words.split()) + len(_IDEOGRAPH.findall(words)) // 2


def _classify(words: str) -> tuple[str, float]:
    name, confidence = _IDENTIFIER.classify(words)
    return str(name), min(float(confidence), 1.0)
