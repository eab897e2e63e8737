"""The words by which roles are told: one table a language, folded and merged once."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from typing import Any

from intake.reading.role.shape import fold, tokens

LANGUAGES = ("en", "fr", "es", "de", "pt", "it", "nl", "ar", "ru", "zh")


def _load() -> list[dict[str, Any]]:
    folder = resources.files("intake.reading.role") / "words"
    return [tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in LANGUAGES]


_TABLES = _load()


def _lists(*path: str) -> Iterator[list[str]]:
    yield from (found for table in _TABLES if (found := _get(table, path)))


def _get(table: Mapping[str, Any], path: tuple[str, ...]) -> list[str]:
    found: Any = table
    for key in path:
        found = found.get(key, {}) if isinstance(found, Mapping) else {}
    return found if isinstance(found, list) else []


def phrases(*path: str) -> frozenset[str]:
    """All languages' phrases of one table, folded."""
    return frozenset(fold(phrase) for found in _lists(*path) for phrase in found)


def by_language(*path: str) -> tuple[frozenset[str], ...]:
    """The same of each language by itself, in the order of LANGUAGES, also where it has none."""
    return tuple(frozenset(fold(one) for one in _get(table, path)) for table in _TABLES)


def token_phrases(*path: str) -> frozenset[tuple[str, ...]]:
    """The same, each as its words."""
    return frozenset(tokens(phrase) for phrase in phrases(*path))


def keys(*path: str) -> tuple[str, ...]:
    """The names of the tables under a path, in all languages."""
    found: dict[str, None] = {}
    for table in _TABLES:
        inner: Any = table
        for key in path:
            inner = inner.get(key, {})
        found |= dict.fromkeys(inner)
    return tuple(found)


def quoted(found: Iterable[str], most: int = 3) -> str:
    """The first few of what was found, in quotation marks."""
    return ", ".join(f'"{one[:60]}"' for one in list(found)[:most])
