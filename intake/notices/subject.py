"""What a notice wants named in the subject line."""

import re
from collections.abc import Iterable

from intake.notices import words
from intake.notices.draft import Found
from intake.notices.plain import Notice

_LINE = words.pattern("subject", "line")
_PROJECT = words.pattern("subject", "project")
_VACANCY = words.pattern("subject", "vacancy")
_CANDIDATE = words.pattern("subject", "candidate")
_REFERENCE = words.pattern("subject", "reference")
_BLANK = re.compile(r"[\[\]<>_…]|\.\.\.|\bX{2,}")
_PARTS = re.compile(r"\s[-\u2013\u2014|/]\s|\s*[:,\[\]<>()_…+]\s*")
_CODE = re.compile(r"(?<!\w)(?=\S*\d)[A-Z0-9]+(?:[-/._][A-Z0-9]+)+(?!\w)")
_BARE = re.compile(rf"\W{{0,3}}(?P<code>{_CODE.pattern})")
_LINES_GIVEN = re.compile(r"[\"“«]\s?([^\"“”«»]{4,120}?)\s?[\"”»]")
_QUOTED = re.compile(r"[\"“«‘']\s?([^\"“”«»]{2,120}?)\s?[\"”»’']")


def find(notice: Notice, names: Iterable[str]) -> Found[tuple[str, ...]] | None:
    """What must be named, with the sentences that say so; None where there is no such rule.

    Args:
        names: the vacancy's title and codes: a rule may quote them in place of "the vacancy".
    """
    rules = [one.text for one in notice.passages if is_rule(one.text)]
    if not rules:
        return None
    sentence = " ".join(rules)
    named = [
        name
        for name, said in (
            ("vacancy", _names_vacancy(sentence, names)),
            ("project", bool(_PROJECT.search(sentence))),
            ("candidate", bool(_CANDIDATE.search(sentence))),
        )
        if said
    ]
    return Found(tuple(named or ["vacancy"]), sentence)


def is_rule(text: str) -> bool:
    """Whether a text tells how the subject line is to be written."""
    return bool(_LINE.search(text))


def prescribed(sentence: str) -> tuple[str, ...]:
    """The subject lines that a rule gives word for word; of those to be filled in, the code."""
    rule = _LINE.search(sentence)
    behind = _LINES_GIVEN.findall(sentence[rule.end() :]) if rule else []
    given = behind or (_LINES_GIVEN.findall(sentence) if rule else ())
    word_for_word = (one for one in given if _tells(one) and not _is_pattern(one))
    codes = (code for one in given if _is_pattern(one) for code in _fixed(one))
    bare = _BARE.match(sentence[rule.end() :]) if rule else None
    return (*word_for_word, *codes, *([bare["code"]] if bare else []))


def _fixed(pattern: str) -> list[str]:
    """ "DRO 2026 - [Surname]": what is to be written as it stands, where a number is in it."""
    parts = (part.strip(" -") for part in _PARTS.split(pattern))
    kept = [one for one in parts if _has_digit(one) and not _CANDIDATE.search(one)]
    return [code for one in kept for code in _CODE.findall(one) or [one]]


def _tells(given: str) -> bool:
    """More than a word such as "Application": several of them, or a number."""
    return len(given.split()) > 1 or _has_digit(given)


def _is_pattern(quoted: str) -> bool:
    """ "Name - Post title": words for what is to stand there."""
    to_fill_in = any(one.search(quoted) for one in (_CANDIDATE, _PROJECT, _BLANK))
    return to_fill_in or bool(_VACANCY.search(quoted) and not _has_digit(quoted))


def must_give_code(sentence: str) -> bool:
    """Whether the rule asks for a reference number."""
    return bool(_REFERENCE.search(sentence))


def gives_code(sentence: str) -> bool:
    """Whether the rule itself gives a number to be written."""
    return any(map(_has_digit, prescribed(sentence)))


def _names_vacancy(sentence: str, names: Iterable[str]) -> bool:
    if _VACANCY.search(_PROJECT.sub("", sentence)) or gives_code(sentence):
        return True
    folded, names = sentence.casefold(), tuple(names)
    quoted = [
        part.strip()
        for one in _QUOTED.findall(folded)
        for part in re.split(r"\s[-–—/:]\s|[,:]\s", one)
        if len(part.strip()) > 3
    ]
    rest = _CANDIDATE.sub("", _PROJECT.sub("", folded))
    return _shares_words(rest, names) or any(
        name.casefold() in folded or any(one in name.casefold() for one in quoted) for name in names
    )


def _has_digit(given: str) -> bool:
    """A line to be written with a number in it gives the vacancy's reference."""
    return any(map(str.isdigit, given))


def _shares_words(folded: str, names: Iterable[str]) -> bool:
    """At least two long words of a name stand in the sentence."""
    said = set(re.findall(r"\w{4,}", folded))
    return any(len(said & set(re.findall(r"\w{4,}", name.casefold()))) > 1 for name in names)
