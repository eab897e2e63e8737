"""One grammar of the spans of time that careers are told in, over several languages.

A point in time is a year, a month before or after its year in words or figures, or a day of
one; a span is two of them, or one and "present", "since" or an open dash. It is asked of folded
words. What can be read as a date and as something else ("2007-10") is taken for a span.
"""

import re

from intake.reading.role.tables import phrases


def _any(names: frozenset[str]) -> str:
    longest_first = sorted(names, key=len, reverse=True)
    return "|".join(r"\s".join(map(re.escape, name.split())) for name in longest_first)


_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_MONTH = rf"(?:{_any(phrases('cv', 'times', 'months'))})"
_DAY = r"(?:[0-3]?\d(?:st|nd|rd|th|er)?[\s.]\s?)?"
_EARLY = r"(?:(?:early|mid|late|end of|beginning of|debut|fin|mi|anfang|mitte|ende)[\s-])?"
_IN_WORDS = rf"{_DAY}{_MONTH}\b[\s.,/'-]{{0,3}}(?:of |de |del )?(?:{_YEAR}|\d\d)"
_YEAR_FIRST = rf"{_YEAR}[/.-](?:0?[1-9]|1[0-2])(?!\d)"
_IN_FIGURES = rf"(?:[0-3]?\d[/.-])?[01]?\d\s?[/.-]\s?{_YEAR}"
_POINT = rf"{_EARLY}(?:{_IN_WORDS}|{_IN_FIGURES}|{_YEAR_FIRST}|{_YEAR})(?:年(?:\d\d?月)?)?"
_SHORT = r"(?:0?[1-9]|1[0-2])/\d\d"
_NOW = rf"(?:{_any(phrases('cv', 'times', 'open') | phrases('cv', 'present'))})"
_MARK = r"\s?(?:[-\u2010-\u2015\u2212>→⇒➔/~|至]\s?){1,3}"
_UNTIL = rf"(?:{_MARK}(?:(?:{_any(phrases('cv', 'times', 'until'))})\s)?"
_UNTIL += rf"|,?\s(?:{_any(phrases('cv', 'times', 'until'))})\s(?:the\s|le\s|zum\s|la\s|el\s)?)"
_SINCE = rf"(?:{_any(phrases('cv', 'times', 'since'))})"
_ALWAYS = r"(?:since|depuis(?: le)?|seit|desde|sinds|dal)"
_SPAN = re.compile(
    rf"(?<![\w/.])(?:"
    rf"(?:{_POINT}|{_DAY}{_MONTH}\b\.?){_UNTIL}(?:{_POINT}|{_NOW}\b)"
    rf"|{_SHORT}{_UNTIL}(?:{_SHORT}|{_POINT}|{_NOW}\b)"
    rf"|{_YEAR}\s?[-–/]\s?'?\d\d(?![\d/.-])"
    rf"|'\d\d\s?[-–/]\s?'\d\d"
    rf"|{_ALWAYS}\s{_POINT}"
    rf"|{_POINT}\s?(?:[-–—→>]\s?(?:\.\.\.|…|\?)?(?=\s*(?:$|[,;:.()|]|\s[a-z]))|onwards?\b|\.\.\.)"
    rf")(?!\d)"
)
_BEGINS = re.compile(rf"\W{{0,3}}(?:{_SINCE}\s)?(?:{_POINT}|{_SHORT}{_MARK})(?!\d)")


def spans(folded: str) -> tuple[str, ...]:
    """The spans of time in folded words, as they stand there."""
    return tuple(found.group().strip() for found in _SPAN.finditer(folded))


def begins_dated(folded: str) -> bool:
    """Whether a folded line begins with a point in time, as an entry of a career does."""
    return bool(_BEGINS.match(folded))
