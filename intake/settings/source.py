"""A TOML file: its data, and the line on which each key stands."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from intake.settings.problem import Problem
from intake.settings.syntax import not_toml

Keys = tuple[str, ...]

_QUOTED = r'"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\''
_STRING = rf'"""(?:\\.|[^\\])*?"""(?:"{{1,2}}(?!"))?|\'\'\'.*?\'\'\'(?:\'{{1,2}}(?!\'))?|{_QUOTED}'
_KEY = rf"(?:[A-Za-z0-9_-]+|{_QUOTED})"
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_PIECE = re.compile(_KEY)
_STATEMENT = re.compile(
    rf"[ \t]*(?:\[\[?[ \t]*(?P<table>{_DOTTED})[ \t]*\]\]?|(?P<key>{_DOTTED})[ \t]*=)"
)
_TOKEN = re.compile(
    rf"(?P<skip>{_STRING}|#[^\n]*|[^\"'#\[\]{{}}\n]+)|(?P<open>[\[{{])|(?P<close>[\]}}])|\n|.", re.S
)


@dataclass(frozen=True)
class Source:
    """What one file holds; empty where it could not be read, which is then a problem."""

    file: Path
    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[Keys, int] = field(default_factory=dict)

    def line(self, keys: Keys) -> int:
        """Where a key stands, else its table, else the top of the file."""
        for length in range(len(keys), 0, -1):
            if keys[:length] in self.lines:
                return self.lines[keys[:length]]
        return 1

    def problem(self, keys: Keys, problem: str, expected: str = "", write: str = "") -> Problem:
        """A mistake at a key of this file."""
        return Problem(self.file, self.line(keys), ".".join(keys), problem, expected, write)


def read(file: Path) -> Source | Problem:
    """The file's data, or the one problem that keeps it from being read at all."""
    try:
        text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return _not_utf8(file, error)
    except OSError as error:
        return _unreadable(file, error)
    try:
        return Source(file, tomllib.loads(text), key_lines(text))
    except tomllib.TOMLDecodeError as error:
        return not_toml(file, text, str(error))


def key_lines(text: str) -> dict[Keys, int]:
    """The line of each table and key of a valid TOML text, counted from 1."""
    found: dict[Keys, int] = {}
    table: Keys = ()
    for position, statement in _statements(text):
        if statement["table"]:
            keys = table = _pieces(statement["table"])
        else:
            keys = table + _pieces(statement["key"])
        line = text.count("\n", 0, position) + 1
        for length in range(1, len(keys) + 1):
            found.setdefault(keys[:length], line)
    return found


def _statements(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    position = 0
    while position < len(text):
        statement = _STATEMENT.match(text, position)
        if statement is not None:
            yield position, statement
        position = _end_of_value(text, statement.end() if statement else position)


def _end_of_value(text: str, position: int) -> int:
    """Where the next line begins that is not inside a string, an array or an inline table."""
    depth = 0
    for token in _TOKEN.finditer(text, position):
        depth += (token.lastgroup == "open") - (token.lastgroup == "close")
        if depth <= 0 and token[0] == "\n":
            return token.end()
    return len(text)


def _pieces(dotted: str) -> Keys:
    return tuple(piece.strip("\"'") for piece in _PIECE.findall(dotted))


def _unreadable(file: Path, error: OSError) -> Problem:
    return Problem(
        file,
        None,
        "",
        f"The file cannot be read: {error.strerror}.",
        "a file that the user running Intake may read",
        f"chmod u+r {file}, as the file's owner",
    )


def _not_utf8(file: Path, error: UnicodeDecodeError) -> Problem:
    line = error.object.count(b"\n", 0, error.start) + 1
    return Problem(
        file,
        line,
        "",
        "The file is not UTF-8 text.",
        "a TOML file in UTF-8",
        "the same text again, saved with the encoding UTF-8",
    )
