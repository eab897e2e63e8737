"""What to say about a file that is not TOML: where, and what to write instead."""

import re
from pathlib import Path

from intake.settings.problem import Problem

_ASSIGNMENT = re.compile(r"\s*([A-Za-z0-9_.-]+)\s*([=:])\s*(.*?)\s*")
_HEADER = re.compile(r"\s*\[\[?\s*([A-Za-z0-9_.-]+)\s*\]\]?\s*(#.*)?")
_CURLY = "“”„«»‘’"
_SECRET = re.compile(r"password|secret|token|database", re.IGNORECASE)


def not_toml(file: Path, text: str, message: str) -> Problem:
    """The one mistake that the parser stopped at, from its own message."""
    lines = text.split("\n")
    said = re.sub(r" \(at .*\)", "", message)
    number = _place(lines, message)
    line = lines[number - 1]
    expected, write = _advice(line, said)
    key = ".".join(part for part in (_table(lines[:number]), _key(line)) if part)
    return Problem(file, number, key, f"This is not TOML: {said}.", expected, write)


def _place(lines: list[str], message: str) -> int:
    """The line of the mistake, counted from 1: where it began, not where it came to light."""
    found = re.search(r"at line (\d+)", message)
    number = min(int(found[1]) if found else len(lines), len(lines))
    if message.startswith("Unclosed array"):
        opened = [n for n in range(1, number + 1) if _left_open(lines[n - 1])]
        number = opened[-1] if opened else number
    while number > 1 and not lines[number - 1].strip():
        number -= 1
    return number


def _left_open(line: str) -> bool:
    return line.count("[") > line.count("]")


def _key(line: str) -> str:
    assignment = _ASSIGNMENT.fullmatch(line)
    return assignment[1] if assignment else ""


def _table(lines: list[str]) -> str:
    headers = [header[1] for line in lines if (header := _HEADER.fullmatch(line))]
    return headers[-1] if headers else ""


def _advice(line: str, said: str) -> tuple[str, str]:
    """What is expected in a line, and what to write; the value of a secret is not repeated."""
    assignment = _ASSIGNMENT.fullmatch(line)
    if assignment is None:
        return "a line such as key = value", 'key = "text", or # before a remark'
    key, sign, value = assignment.groups()
    text = "..." if _SECRET.search(key) else re.sub(rf'["{_CURLY}]', "", value.partition("#")[0])
    if sign == ":":
        return "an equals sign after the key", f"{key} = {value if text != '...' else text}"
    if "overwrite" in said:
        return f"{key} once in a table", "one of the two lines"
    if _left_open(value):
        return "a closing bracket", f"{key} = {value.partition('#')[0].strip()}]"
    if "date" in said:
        return "a date that the calendar has", f"{key} = 2026-02-08"
    return "text between straight quotation marks, or a number, date or list", (
        f'{key} = "{text.strip()}"'
    )
