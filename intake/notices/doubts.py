"""What a notice leaves open about its deadline, as questions in plain words."""

import re
from collections.abc import Collection
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from intake.notices import clock, words, zones
from intake.notices.dates import Written
from intake.notices.draft import Closing

NO_DATE = "The notice gives no closing date. By which date and time must applications arrive?"

_EXCLUSIVE = words.pattern("closing", "exclusive")
_ODD_ZONE = re.compile(r"\bCentral European (?!Time\b|Summer\b|Standard\b)(\w+)", re.IGNORECASE)
_BOTH = re.compile(r"CET ?/ ?CEST|CEST ?/ ?CET|CE\(S\)T")
# Where a label is said in summer or winter, and what the clock there says then.
_SEASONS = (
    ("Central Europe", "Europe/Brussels", "CET", "CEST"),
    ("Eastern Europe", "Europe/Athens", "EET", "EEST"),
    ("New York", "America/New_York", "EST", "EDT"),
    ("California", "America/Los_Angeles", "PST", "PDT"),
)


def no_year(sentence: str) -> str:
    """The question for a deadline without its year."""
    return f"The deadline has no year: “{sentence}”. Which year is meant?"


def about_sentence(sentence: str, *, sure: bool) -> list[str]:
    """Whether the sentence speaks of the deadline at all."""
    if sure:
        return []
    return [f"Is this the deadline: “{sentence}”? No other sentence looks like one."]


def about_date(
    closing: Closing, written: Written, sentence: str, others: Collection[date]
) -> list[str]:
    """Figures with two readings, a day that may not count itself, other dates beside it."""
    asked = []
    told = _told(written.date)
    if written.swappable:
        asked.append(f"The date is written in figures; it is taken as {told}, day first. Is it?")
    if closing.time is None and _EXCLUSIVE.search(sentence):
        asked.append(
            f"“Before” {told}: does that day itself still count? The draft says that it does."
        )
    if others:
        listed = ", ".join(map(_told, sorted(others)))
        asked.append(f"Other dates stand beside words of closing ({listed}). Which one holds?")
    return asked


def about_time(closing: Closing, sentence: str) -> list[str]:
    """No time of day, or words in its place, or the start of a day."""
    vague = clock.vague(sentence)
    if closing.time is None and vague:
        return [
            f"“{vague}” is no time of day. At what hour does it close? "
            "The draft takes the end of the day."
        ]
    if closing.time is None:
        return ["No time of day is given. The draft takes the end of that date. Is that so?"]
    if closing.time == "00:00":
        return ["00:00 is the start of that date. Is its end meant (midnight)?"]
    return []


def about_zone(closing: Closing, sentence: str) -> list[str]:
    """No zone, one that is oddly written, or one that is not kept on that date."""
    asked = []
    if odd := _ODD_ZONE.search(sentence):
        asked.append(
            f"“Central European {odd.group(1)}” is taken for Central European Time (CET). "
            "Should the notice be corrected?"
        )
    if both := _BOTH.search(sentence):
        asked.append(f"“{both.group(0)}” is taken for the civil time of Brussels. Is that so?")
    if zones.says_local_time(sentence):
        asked.append("“Local time” of which place? The draft takes the organisation's.")
    elif closing.zone is None:
        unknown = zones.unknown(sentence)
        why = f"Which time zone is “{unknown}”?" if unknown else "No time zone is given."
        asked.append(
            f"{why} The draft takes the organisation's, and holds for a person "
            "what comes while it is still that date somewhere (hold_until). Is that wanted?"
        )
    return asked + _about_season(closing)


def _about_season(closing: Closing) -> list[str]:
    """A winter label on a date of summer time has two readings, and the other way round."""
    if closing.date is None:
        return []
    noon = datetime.combine(closing.date, time(12))
    for where, place, winter, summer in _SEASONS:
        in_summer = bool(noon.replace(tzinfo=ZoneInfo(place)).dst())
        season, kept = ("summer", summer) if in_summer else ("winter", winter)
        if closing.zone in (winter, summer) and closing.zone != kept:
            return [
                f"On that date {where} keeps {season} time ({kept}), but the notice says "
                f"{closing.zone}: its clock and its words are an hour apart. Where the "
                "organisation's own clock disagrees, Intake takes the later reading and flags "
                "mail of the time between. Which is meant?"
            ]
    return []


def _told(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
