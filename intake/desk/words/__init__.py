"""The desk's own words: one file a screen, each word in English and French side by side.

A file's name is the first part of its keys: `"title"` in words/queue.py is `queue.title`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from intake.jobs.moves import TAKEN_BACK
from intake.outbox import words as outbox
from intake.outbox.words import Language

LANGUAGES: tuple[Language, ...] = ("en", "fr")

_JOINED = re.compile(r" (?=[:;?!»])|(?<=«) ")


@dataclass(frozen=True)
class Plural:
    """Words for one and for several; `{n}` is the number. In French none is told as one."""

    one: str
    other: str


Table = Mapping[str, tuple[str | Plural, str | Plural]]
"""Key -> (English, French); values are put in for {names}."""


class Words(outbox.Words):
    """What templates say things with: `_("queue.title")`, `_("queue.found", n=3)`.

    The digest's words, dates and spans of time are known too.
    """

    def __init__(self, language: Language, zone: tzinfo) -> None:
        super().__init__(language, zone)
        self._words = _words(language)

    def reason(self, why: str) -> str:
        """Why somebody decided; what is kept where they said nothing is told as words of ours."""
        kept = {"": "moves.no_reason", TAKEN_BACK: "moves.taken_back"}
        return self(kept[why]) if why in kept else why

    def tongue(self, code: str) -> str:
        """The name of a language by its ISO 639-1 code."""
        return str(self._locale.languages.get(code, code))


@cache
def _words(language: Language) -> dict[str, str | dict[str, str]]:
    at = LANGUAGES.index(language)
    own = {
        f"{name}.{key}": _form(both[at]) for name in screens() for key, both in table(name).items()
    }
    found = {**outbox.load_words()[language], **own}
    return {key: _joined(form) for key, form in found.items()} if language == "fr" else found


def screens() -> list[str]:
    """The names of all files of words."""
    return sorted(module.name for module in iter_modules(__path__))


def table(screen: str) -> Table:
    """The words of one screen."""
    found: Table = import_module(f"{__name__}.{screen}").WORDS
    return found


def _joined(form: str | dict[str, str]) -> str | dict[str, str]:
    """French as it is set: no line begins with `:`, `;`, `?`, `!` or `»`, none ends with `«`."""
    if isinstance(form, dict):
        return {count: _JOINED.sub("\u00a0", words) for count, words in form.items()}
    return _JOINED.sub("\u00a0", form)


def _form(words: str | Plural) -> str | dict[str, str]:
    return words if isinstance(words, str) else {"one": words.one, "other": words.other}
