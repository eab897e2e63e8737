"""How a reader of values says what is wrong, and TOML's spelling of what to write instead."""

import json
from datetime import date, time

from pydantic_core import PydanticCustomError


def mistake(problem: str, expected: str, write: object) -> PydanticCustomError:
    """A mistake; `write` is the value to write instead, told in TOML's spelling."""
    context = {"problem": problem, "expected": expected, "write": toml(write)}
    return PydanticCustomError("mistake", "{problem}", context)


def toml(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(item)}" for key, item in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False)


def shown(value: object) -> str:
    """A value as it stands in a message: short."""
    text = toml(value)
    return text if len(text) <= 60 else text[:57] + "..."
