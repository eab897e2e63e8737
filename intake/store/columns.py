"""Column types: moments in UTC, text that every database takes, frozen values as JSON."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """An aware datetime in, aware UTC out: SQLite drops the zone of what it is given."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive datetime: it would be evidence of nothing."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"a naive datetime cannot be stored: {value}")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Always in UTC, whatever the zone of the database session."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def storable(text: str) -> str:
    """The text without NUL (PostgreSQL refuses it) and without lone surrogates (no UTF-8)."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


class Words(TypeDecorator[str]):
    """Text from a mail or a person, made storable."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """See `storable`."""
        return None if value is None else storable(value)


LONGEST_KEY = 300
"""Characters of a key; PostgreSQL indexes no more than 2,700 bytes."""


class Key(TypeDecorator[str]):
    """Text from a mail by which rows are found: storable, and cut to a length with its hash."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The same for what is stored and for what is looked for."""
        key = storable(value or "")
        if len(key) <= LONGEST_KEY:
            return None if value is None else key
        return key[: LONGEST_KEY - 65] + "#" + hashlib.sha256(key.encode()).hexdigest()


class Value(TypeDecorator[Any]):
    """A frozen dataclass of triage, as JSON text."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[Any]) -> None:
        super().__init__()
        self.kind = kind
        self._adapter = TypeAdapter(kind)

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        """To JSON; NUL inside stays escaped, which every database takes."""
        if value is None:
            return None
        plain = self._adapter.dump_python(value, mode="json")
        return storable(json.dumps(plain, ensure_ascii=False, separators=(",", ":")))

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:
        """Back to the frozen value; unknown fields of a newer version are left out."""
        return None if value is None else self._adapter.validate_json(value)
