"""Reads a file's tables, each by itself: a mistake in one does not hide those in another."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from intake.settings.mistake import shown, toml
from intake.settings.problem import Problem
from intake.settings.schema import Table, keys_of
from intake.settings.source import Keys, Source

T = TypeVar("T", bound=Table)
Shape = Mapping[str, type[Table]]

TYPES = {
    "string_type": "text",
    "list_type": "a list",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "literal_error": "one of the known words",
    "string_too_short": "text",
    "greater_than_equal": "in range",
    "less_than_equal": "in range",
}


class Tables:
    """The tables of one file, and the mistakes found in them.

    Attributes:
        problems: grows while tables are read.
        misspelt: keys that stand there under another spelling, which is told as its own mistake.
    """

    def __init__(self, source: Source, shape: Shape) -> None:
        self.source = source
        self.shape = shape
        self.misspelt: set[Keys] = set()
        self.problems: list[Problem] = self._unknown_tables()

    def read(self, name: str, model: type[T], *, required: bool = True) -> T | None:
        """One table as its model; None where it is absent or has mistakes."""
        found = self._found(name)
        if found is None and (not required or self._is_misspelt((), name)):
            return None
        if not isinstance(found, dict | None):
            self.problems.append(self._no_table(name, model))
            return None
        try:
            return model.model_validate(found or {})
        except ValidationError as error:
            # Unknown keys first: a misspelt one is then not told as missing too.
            errors = error.errors(include_url=False)
            for details in sorted(errors, key=lambda found: found["type"] != "extra_forbidden"):
                self.problems += self._problem(name, model, details)
            return None

    def _found(self, name: str) -> object:
        if name:
            return self.source.data.get(name)
        top = self.source.data.items()
        return {k: v for k, v in top if k not in self.shape and not isinstance(v, dict)}

    def _unknown_tables(self) -> list[Problem]:
        """Tables that nothing reads; where a file has no keys of its own, keys too."""
        known = tuple(name for name in self.shape if name)
        return [
            self._unknown((), key, known)
            for key, value in self.source.data.items()
            if key not in self.shape and (isinstance(value, dict) or "" not in self.shape)
        ]

    def _no_table(self, name: str, model: type[Table]) -> Problem:
        return self.source.problem(
            (name,),
            f"{name} is a table here.",
            f"[{name}] with its keys below it",
            f"[{name}]\n{_required(model)}",
        )

    def _problem(self, name: str, model: type[Table], details: ErrorDetails) -> list[Problem]:
        table: Keys = (name,) if name else ()
        key = str(details["loc"][0])
        if details["type"] == "extra_forbidden":
            return [self._unknown(table, key, keys_of(model))]
        if details["type"] != "missing":
            return [self._wrong(table, model, key, details)]
        # A key that stands there misspelt is not missing as well.
        return [] if self._is_misspelt(table, key) else [self._missing(table, model, key)]

    def _is_misspelt(self, table: Keys, key: str) -> bool:
        return (*table, key) in self.misspelt

    def _wrong(self, table: Keys, model: type[Table], key: str, details: ErrorDetails) -> Problem:
        expected, example = _expected(model, key)
        if details["type"] == "mistake":
            told = details["ctx"]
            problem, expected = str(told["problem"]), str(told["expected"])
            write = f"{key} = {told['write']}"
            if isinstance(details["loc"][-1], int):
                write = f"{told['write']} in the list {key}, in its place"
        else:
            what = TYPES.get(details["type"], "this")
            problem = f"{shown(details['input'])} is not {what}."
            if details["input"] == "":
                problem = "The text is empty."
            write = f"{key} = {_mended(details, example)}"
        return self.source.problem((*table, key), problem, expected, write)

    def _missing(self, table: Keys, model: type[Table], key: str) -> Problem:
        expected, example = _expected(model, key)
        absent = bool(table) and table[0] not in self.source.data
        head = f"[{table[0]}]\n" if absent else ""
        return self.source.problem(
            (*table, key), f"{key} is missing.", expected, f"{head}{key} = {toml(example)}"
        )

    def _unknown(self, table: Keys, key: str, known: tuple[str, ...]) -> Problem:
        """A key that nothing reads; its value is never shown, because it may be a secret."""
        keys = (*table, key)
        if f"{key}_env" in known:
            return self.source.problem(
                keys,
                f"A {key.replace('_', ' ')} must not stand in the file in plain.",
                f"{key}_env or {key}_file, naming where it is kept",
                f'use {key}_env: {key}_env = "{_variable(self.source.file.stem, key)}"',
            )
        home = self._home_of(key)
        if home is not None:
            return self.source.problem(keys, f"{key} does not belong here.", *home)
        near = get_close_matches(key, known, 1, 0.6)
        if near:
            self.misspelt.add((*table, near[0]))
        return self.source.problem(
            keys,
            f"There is no {key} here.",
            "one of: " + ", ".join(known),
            self._renamed(keys, near[0]) if near else f"nothing: delete {key}",
        )

    def _renamed(self, keys: Keys, name: str) -> str:
        return (
            f"[{name}]"
            if isinstance(self.source.data.get(keys[0]), dict) and len(keys) == 1
            else f"{name} = ... in place of {keys[-1]}"
        )

    def _home_of(self, key: str) -> tuple[str, str] | None:
        """The table of this file in which a misplaced key belongs: what to expect and to write."""
        for name, model in self.shape.items():
            if key in keys_of(model):
                where = f"below [{name}]" if name else "at the top, above the first [table]"
                return f"the key {key} {where}", f"{key} = ... {where}"
        return None


def _expected(model: type[Table], key: str) -> tuple[str, object]:
    for name, field in model.model_fields.items():
        if key in (name, field.alias):
            return field.description or "", (field.examples or [""])[0]
    return "", ""


def _required(model: type[Table]) -> str:
    fields = [(name, field) for name, field in model.model_fields.items() if field.is_required()]
    return "\n".join(f"{name} = {toml((field.examples or [''])[0])}" for name, field in fields)


def _mended(details: ErrorDetails, example: object) -> str:
    """The given value in the asked type, where that is plain; else the example."""
    given = details["input"]
    if details["type"] == "list_type" and isinstance(given, str) and given:
        return toml([given])
    if details["type"] == "string_type" and type(given) in (int, float):
        return toml(str(given))
    if details["type"] == "int_type" and isinstance(given, str) and given.isdigit():
        return given
    if details["type"] == "bool_type" and str(given).lower() in ("yes", "no", "true", "false"):
        return "true" if str(given).lower() in ("yes", "true") else "false"
    return toml(example)


def _variable(stem: str, key: str) -> str:
    return f"{stem}_{key}".upper().replace("-", "_").replace(".", "_")
