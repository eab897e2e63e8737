"""The digest's own words, numbers, dates and spans of time, in the reader's language."""

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta, tzinfo
from functools import cache
from importlib import resources
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

Language = Literal["en", "fr"]
LOCALES: Mapping[Language, str] = {"en": "en_GB", "fr": "fr"}

_LONGEST = 100
_WEEK = 7
_JOINERS = "\u200c\u200d"  # some scripts cannot be written without them


class Words:
    """What the templates say things with.

    Args:
        language: of the reader.
        zone: in which dates and times are told.
    """

    def __init__(self, language: Language, zone: tzinfo) -> None:
        self.language = language
        self._zone = zone
        self._locale = Locale.parse(LOCALES[language])
        self._words = load_words()[language]

    def __call__(self, key: str, n: int | None = None, **values: object) -> str:
        """The words for `key`; `n` chooses the plural form and is told as a number."""
        words = self._words[key]
        if isinstance(words, str):
            return words.format(n="" if n is None else self.number(n), **values)
        count = 0 if n is None else n
        form = words.get(self._locale.plural_form(count), words["other"])
        return form.format(n=self.number(count), **values)

    def number(self, n: int) -> str:
        """A count, with the language's thousands."""
        return str(format_decimal(n, locale=self._locale))

    def long_day(self, day: date) -> str:
        """Monday, 9 February 2026."""
        return str(format_date(day, "full", locale=self._locale))

    def day(self, day: date) -> str:
        """9 February 2026."""
        return str(format_date(day, "long", locale=self._locale))

    def short_day(self, day: date) -> str:
        """9 Feb."""
        return str(format_date(day, "d MMM", locale=self._locale))

    def month(self, day: date) -> str:
        """Feb."""
        return str(format_date(day, "MMM", locale=self._locale))

    def days(self, days: Iterable[date]) -> str:
        """7, 8 and 9 February: several dates as one phrase."""
        return str(format_list([self.day(day) for day in days], locale=self._locale))

    def moment(self, moment: datetime) -> str:
        """8 Feb, 10:12, in the organisation's zone."""
        local = moment.astimezone(self._zone)
        return f"{self.short_day(local.date())}, {self._time(local)}"

    def cutoff(self, cutoff: datetime, closing_day: date) -> str:
        """A deadline: midnight is told as the end of the day before, as notices mean it."""
        local = cutoff.astimezone(self._zone)
        if local.date() != closing_day:
            return self("end_of", date=self.day(closing_day), zone=self.zone)
        return self("at_time", date=self.day(closing_day), time=self._time(local), zone=self.zone)

    @property
    def tz(self) -> tzinfo:
        """The zone itself."""
        return self._zone

    @property
    def zone(self) -> str:
        """The name of the zone, as Europe/Brussels."""
        return str(self._zone)

    def span(self, span: timedelta) -> str:
        """The largest unit of a time, and the next below a week, without a sign: 5 days 3 hours."""
        seconds = int(abs(span).total_seconds())
        counts = {
            "days": seconds // 86_400,
            "hours": seconds // 3_600 % 24,
            "minutes": seconds // 60 % 60,
            "seconds": seconds % 60,
        }
        units = list(counts)
        first = next((unit for unit in units if counts[unit]), "seconds")
        exact = first != "seconds" and counts["days"] < _WEEK
        told = units[units.index(first) :][: 2 if exact else 1]
        return " ".join(self(unit, counts[unit]) for unit in told if counts[unit] or unit == first)

    def _time(self, local: datetime) -> str:
        return str(format_time(local.time(), "HH:mm", locale=self._locale))


@cache
def load_words() -> dict[str, dict[str, str | dict[str, str]]]:
    """All words by language and key, as written in templates/words.toml."""
    text = resources.files("intake.outbox").joinpath("templates/words.toml").read_text("utf-8")
    return tomllib.loads(text)


def harmless(text: str, longest: int = _LONGEST) -> str:
    """Foreign text on one line, for a mail that people trust.

    Control characters and direction marks are dropped (they could forge lines or turn names
    round), links are disarmed (mail programs would make them clickable), and length is bounded.
    """
    shown = "".join(
        char
        for char in " ".join(text.split())
        if char in _JOINERS or not unicodedata.category(char).startswith("C")
    )
    shown = shown.replace("://", ":⁄⁄").replace("www.", "www·")
    return shown if len(shown) <= longest else shown[: longest - 1].rstrip() + "…"
