"""The words and phrases of notices, from `tables/`: one table a language, and one of places.

Another language is another table: each of its phrases is looked for beside the others.
"""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

_LANGUAGES = ("en", "fr")


def _table(name: str) -> dict[str, Any]:
    file = resources.files("intake.notices") / "tables" / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8"))


_TABLES = tuple(_table(name) for name in _LANGUAGES)
PLACES = _table("places")


def phrases(table: str, name: str) -> tuple[str, ...]:
    """All languages' phrases under one name."""
    return tuple(phrase for words in _TABLES for phrase in words[table].get(name, ()))


def either(table: str, name: str) -> str:
    """The same as alternatives, to stand within a larger pattern."""
    return f"(?:{'|'.join(phrases(table, name))})"


@cache
def pattern(table: str, name: str) -> re.Pattern[str]:
    """Finds any of the phrases as whole words, in any case."""
    return whole_words(either(table, name))


def whole_words(phrase: str) -> re.Pattern[str]:
    """Finds a phrase (a pattern) where no word goes on before or after it, in any case."""
    return re.compile(rf"(?<!\w){phrase}(?!\w)", re.IGNORECASE)


def months() -> dict[str, int]:
    """Each name of a month, folded, with its number."""
    return {
        name: number
        for words in _TABLES
        for number, names in enumerate(words["moment"]["months"], start=1)
        for name in names.split()
    }


def language_names() -> dict[str, str]:
    """For each language's code (ISO 639-1) its names as alternatives of a pattern."""
    codes = _TABLES[0]["languages"]["names"]
    return {
        code: "|".join(name for words in _TABLES for name in words["languages"]["names"][code])
        for code in codes
    }
