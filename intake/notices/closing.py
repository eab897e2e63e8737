"""The deadline in a notice: which sentence, which date, which time and zone; what it leaves open."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from intake.notices import dates, words
from intake.notices.draft import Closing, Found
from intake.notices.plain import Notice

_EXCLUSIVE = re.compile(r"\bbefore\b|\bavant le\b", re.I)
_ODD_ZONE = re.compile(r"\bCentral European (?!Time\b|Summer\b|Standard\b)(\w+)", re.I)


def find(notice: Notice) -> tuple[Found[Closing] | None, list[str]]:
    """The closing date with its sentence, and what a person should be asked about it."""
    ranked = sorted(_candidates(notice), key=lambda one: -one[0])
    if not ranked:
        return None, [_missing(notice)]
    _, sentence = ranked[0]
    day, swappable = next(dates.dates_in(sentence))
    zone = dates.zone_in(sentence)
    closing = Closing(day, dates.time_in(sentence), zone, None if zone else _end_anywhere(day))
    found = Found(closing, sentence)
    others = {when for _, other in ranked for when, _ in dates.dates_in(other)} - {day}
    return found, _questions(found, swappable, others)


def _candidates(notice: Notice) -> list[tuple[int, str]]:
    """Sentences with a date and a word of closing, each with the weight of its words.

    A label and its date often stand on two lines: the heading above is read with the line.
    """
    found = []
    above = ""
    for sentence in notice.sentences:
        whole = f"{above} {sentence}" if above and len(above) < 60 else sentence
        if any(dates.dates_in(sentence)):
            own = _weight(sentence)
            found.append((own, sentence) if own > 1 else (_weight(whole), whole))
        above = sentence
    return [one for one in found if one[0] > 1]


def _weight(text: str) -> int:
    cues = sum(weight for cue, weight in words.CLOSING if cue.search(text))
    return cues - (4 if words.ELSEWHERE.search(text) and cues < 5 else 0)


def _end_anywhere(day: date) -> datetime:
    """The end of that date at UTC-12, the last place where it still is that date."""
    return datetime.combine(day, time(), UTC) + timedelta(hours=36)


def _missing(notice: Notice) -> str:
    for sentence in notice.sentences:
        if dates.has_date_without_year(sentence) and any(
            cue.search(sentence) for cue, _ in words.CLOSING
        ):
            return f"The deadline has no year: “{sentence}”. Which year is meant?"
    return "The notice gives no closing date. By which date and time must applications arrive?"


def _questions(found: Found[Closing], swappable: bool, others: set[date]) -> list[str]:
    closing, sentence = found.value, found.sentence
    asked = [*_about_date(closing, sentence, swappable, others), *_about_time(closing, sentence)]
    return [*asked, *_about_zone(closing, sentence)]


def _about_date(closing: Closing, sentence: str, swappable: bool, others: set[date]) -> list[str]:
    asked = []
    if swappable and closing.date.day != closing.date.month:
        asked.append(
            f"The date is written in figures; it is taken as {closing.date:%d %B %Y}, day first. "
            "Is that so?"
        )
    if _EXCLUSIVE.search(sentence):
        asked.append(
            f"“Before” {closing.date:%d %B %Y}: does that day itself still count? "
            "The draft says that it does."
        )
    if others:
        listed = ", ".join(sorted(str(other) for other in others))
        asked.append(f"Other dates stand beside words of closing ({listed}). Which one holds?")
    return asked


def _about_time(closing: Closing, sentence: str) -> list[str]:
    vague = dates.is_vague(sentence)
    if closing.time is None and vague:
        return [
            f"“{vague}” is no time of day. At what hour does it close? The draft takes the end of the day."
        ]
    if closing.time is None:
        return ["No time of day is given. The draft takes the end of that date. Is that so?"]
    return []


def _about_zone(closing: Closing, sentence: str) -> list[str]:
    odd = _ODD_ZONE.search(sentence)
    asked = []
    if odd:
        asked.append(
            f"“Central European {odd.group(1)}” is taken for Central European Time (CET). "
            "Should the notice be corrected?"
        )
    if dates.says_local_time(sentence):
        asked.append("“Local time” of which place? The draft takes the organisation's.")
    elif closing.zone is None:
        asked.append(
            "No time zone is given. The draft takes the organisation's, and holds for a person what "
            "comes while it is still that date somewhere (hold_until). Is that wanted?"
        )
    return asked + _about_summer(closing)


def _about_summer(closing: Closing) -> list[str]:
    """A winter label on a date of summer time has two readings (and the other way round)."""
    summer = _is_european_summer(closing)
    if closing.zone == "CET" and summer:
        return [
            "On that date Central Europe keeps summer time (CEST), but the notice says CET: its clock "
            "and its words are an hour apart. Intake takes the later reading and flags mail of that hour. "
            "Which is meant?"
        ]
    if closing.zone == "CEST" and not summer:
        return [
            "On that date Central Europe keeps winter time (CET), but the notice says CEST. Which is meant?"
        ]
    return []


def _is_european_summer(closing: Closing) -> bool:
    return bool(datetime.combine(closing.date, time(12), ZoneInfo("Europe/Brussels")).dst())
