"""Reads a file's tables, each by itself: a mistake in one does not hide those in another."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from intake.settings.fields import shown, toml
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
    "greater_than_equal": "a number in range",
    "less_than_equal": "a number in range",
}


class Tables:
    """The tables of one file, and the mistakes found in them.

    Attributes:
        problems: grows while tables are read.
    """

    def __init__(self, source: Source, shape: Shape) -> None:
        self.source = source
        self.shape = shape
        self.problems: list[Problem] = list(self._unknown_tables())

    def read(self, name: str, model: type[T], *, required: bool = True) -> T | None:
        """One table as its model; None where it is absent or has mistakes."""
        found = self._found(name)
        if found is None and not required:
            return None
        if not isinstance(found, dict | None):
            self.problems.append(self._no_table(name, model))
            return None
        try:
            return model.model_validate(found or {})
        except ValidationError as error:
            errors = error.errors(include_url=False)
            self.problems += [self._problem(name, model, details) for details in errors]
            return None

    def _found(self, name: str) -> object:
        if name:
            return self.source.data.get(name)
        return {key: value for key, value in self.source.data.items() if key not in self.shape}

    def _unknown_tables(self) -> list[Problem]:
        """Where a file has no keys of its own at the top, only known tables may stand there."""
        if "" in self.shape:
            return []
        unknown = [key for key in self.source.data if key not in self.shape]
        return [self._unknown((), key, tuple(self.shape)) for key in unknown]

    def _no_table(self, name: str, model: type[Table]) -> Problem:
        return self.source.problem(
            (name,),
            f"{name} is a table here.",
            f"[{name}] with its keys below it",
            f"[{name}]\n{_required(model)}",
        )

    def _problem(self, name: str, model: type[Table], details: ErrorDetails) -> Problem:
        location = [str(part) for part in details["loc"] if isinstance(part, str)]
        table: Keys = (name,) if name else ()
        key = location[0]
        if details["type"] == "extra_forbidden":
            return self._unknown(table, key, keys_of(model))
        if details["type"] == "missing":
            return self._missing(table, model, key)
        return self._wrong(table, model, key, details)

    def _wrong(self, table: Keys, model: type[Table], key: str, details: ErrorDetails) -> Problem:
        expected, example = _expected(model, key)
        if details["type"] == "mistake":
            told = details["ctx"]
            write = _in_list(details, str(told["write"])) if "write" in told else ""
            problem, expected = str(told["problem"]), str(told["expected"])
        else:
            what = TYPES.get(details["type"], "this")
            problem = f"{shown(details['input'])} is not {what}."
            if details["input"] == "":
                problem = "The text is empty."
            write = _mended(details, example)
        return self.source.problem(
            (*table, key), problem, expected, f"{key} = {write}" if write else ""
        )

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
        write = f"{key} is not known; did you mean {near[0]}?" if near else ""
        return self.source.problem(
            keys,
            f"There is no key {key} here.",
            "one of: " + ", ".join(known),
            near[0] if write else f"nothing: delete {key}",
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


def _in_list(details: ErrorDetails, write: str) -> str:
    inside = any(isinstance(part, int) for part in details["loc"])
    return f"[{write}]" if inside else write


def _variable(stem: str, key: str) -> str:
    return f"{stem}_{key}".upper().replace("-", "_").replace(".", "_")
