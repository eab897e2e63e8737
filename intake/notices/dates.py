"""Dates, times of day and zones in the words of notices, English and French."""

import re
from collections.abc import Iterator
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv",
            "february feb février fevrier févr fevr",
            "march mar mars",
            "april apr avril avr",
            "may mai",
            "june jun juin",
            "july jul juillet juil",
            "august aug août aout",
            "september sept sep septembre",
            "october oct octobre",
            "november nov novembre",
            "december dec décembre decembre déc",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?P<day>\d{1,2})\s*(?:st|nd|rd|th|er|e)?"
_WORDED = (
    re.compile(
        rf"\b{_DAY}(?:\s+(?:of|de))?[\s-]+(?P<month>{_MONTH})\.?,?[\s-]+(?P<year>\d{{4}})", re.I
    ),
    re.compile(rf"\b(?P<month>{_MONTH})\.?\s+(?:the\s+)?{_DAY}\s*,?\s+(?P<year>\d{{4}})", re.I),
)
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
_NUMBERS = re.compile(r"\b(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})\b")
_YEARLESS = re.compile(
    rf"\b(?:{_DAY}(?:\s+of)?\s+(?:{_MONTH})|(?:{_MONTH})\s+{_DAY.replace('day', 'day2')})\b", re.I
)

_MIDNIGHT = re.compile(r"\b(?:midnight|minuit|24[:h]00)\b", re.I)
_NOON = re.compile(r"\b(?:noon|midday|midi)\b", re.I)
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:h.]\s?(?P<minute>\d{2}))?\s*(?P<half>[ap])\.?\s?m\b"
    r"|\b(?P<hour24>\d{1,2})\s?[:h]\s?(?P<minute24>\d{2})\b"
    r"|\b(?P<bare>\d{1,2})\s?(?:h\b|heures\b|hrs?\b|hours\b)",
    re.I,
)
_VAGUE = re.compile(
    r"\b(?:close of business|end of business|c\.?o\.?b\.?|end of (?:the )?(?:working )?day"
    r"|fin de (?:la )?journée|fermeture des bureaux)\b",
    re.I,
)

_LABELS = (
    (
        re.compile(
            r"\bCentral European Summer Time\b|\bCEST\b|heure d'été d'Europe centrale", re.I
        ),
        "CEST",
    ),
    (
        re.compile(
            r"\bCentral European (?:Standard )?T\w+\b|\bCET\b|\bHEC\b|heure d['’]Europe centrale",
            re.I,
        ),
        "CET",
    ),
    (re.compile(r"\bEastern European Time\b|\bEET\b", re.I), "EET"),
    (re.compile(r"\bEastern Standard Time\b|\bEST\b"), "EST"),
    (re.compile(r"\bEastern Daylight Time\b|\bEDT\b"), "EDT"),
    (re.compile(r"\bWestern European Time\b|\bWET\b"), "WET"),
)
_OFFSET = re.compile(
    r"\b(?:GMT|UTC)\s*(?P<sign>[+\-\u2212])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?", re.I
)
_UTC = re.compile(r"\b(?:UTC|GMT|TU|temps universel|Greenwich Mean Time)\b")
CITIES = {
    "brussels|bruxelles": "Europe/Brussels",
    "geneva|genève|geneve|bern|berne": "Europe/Zurich",
    "paris|strasbourg|lyon": "Europe/Paris",
    "vienna|vienne": "Europe/Vienna",
    "rome": "Europe/Rome",
    "the hague|la haye|amsterdam": "Europe/Amsterdam",
    "luxembourg": "Europe/Luxembourg",
    "london|londres": "Europe/London",
    "lisbon|lisbonne": "Europe/Lisbon",
    "madrid": "Europe/Madrid",
    "berlin|bonn": "Europe/Berlin",
    "copenhagen|copenhague": "Europe/Copenhagen",
    "warsaw|varsovie": "Europe/Warsaw",
    "athens|athènes": "Europe/Athens",
    "helsinki": "Europe/Helsinki",
    "stockholm": "Europe/Stockholm",
    "valletta|malta|malte": "Europe/Malta",
    "new york": "America/New_York",
    "washington": "America/New_York",
    "montreal|montréal|ottawa": "America/Toronto",
    "nairobi": "Africa/Nairobi",
    "dakar": "Africa/Dakar",
    "abidjan": "Africa/Abidjan",
    "addis ababa|addis-abeba": "Africa/Addis_Ababa",
    "tunis": "Africa/Tunis",
    "rabat": "Africa/Casablanca",
    "bangkok": "Asia/Bangkok",
    "tokyo": "Asia/Tokyo",
}
_CITY = tuple(
    (
        re.compile(
            rf"\b(?:{names})\b(?:,? [A-Za-zÀ-ÿ]+)? (?:local )?time\b|\bheure (?:locale )?(?:de |d['’])(?:{names})\b"
            rf"|\btime (?:in|of) (?:{names})\b",
            re.I,
        ),
        zone,
    )
    for names, zone in CITIES.items()
)
_LOCAL = re.compile(r"\blocal time\b|\bheure locale\b", re.I)


def dates_in(sentence: str) -> Iterator[tuple[date, bool]]:
    """Each date in a sentence, and whether its figures could also be read month first."""
    for pattern in (*_WORDED, _ISO, _NUMBERS):
        for match in pattern.finditer(sentence):
            found = _date(match)
            if found:
                yield found, pattern is _NUMBERS and found.month <= 12 and found.day <= 12


def has_date_without_year(sentence: str) -> bool:
    """A day and a month stand in it, and no year."""
    return bool(_YEARLESS.search(sentence)) and not any(dates_in(sentence))


def time_in(sentence: str) -> str | None:
    """`midnight`, hours and minutes as `17:00`, or None."""
    if _MIDNIGHT.search(sentence):
        return "midnight"
    match = _CLOCK.search(sentence)
    if match:
        return _clock(match)
    return "12:00" if _NOON.search(sentence) else None


def is_vague(sentence: str) -> str | None:
    """Words that stand for a time without giving one ("close of business")."""
    match = _VAGUE.search(sentence)
    return match.group(0) if match else None


def zone_in(sentence: str) -> str | None:
    """A zone as a vacancy file writes it: label, offset or IANA name; None where none is named."""
    for pattern, zone in (*_LABELS, *_CITY):
        if pattern.search(sentence):
            return zone
    offset = _OFFSET.search(sentence)
    if offset:
        sign = "+" if offset["sign"] == "+" else "-"
        return f"{sign}{int(offset['hours']):02d}:{offset['minutes'] or '00'}"
    return "UTC" if _UTC.search(sentence) else None


def says_local_time(sentence: str) -> bool:
    """Names "local time" without saying of which place."""
    return bool(_LOCAL.search(sentence)) and zone_in(sentence) is None


def _date(match: re.Match[str]) -> date | None:
    month = MONTHS.get(match["month"].casefold()) or int(match["month"])
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None  # the 31st of a short month, a 13th month: no date, and asked about


def _clock(match: re.Match[str]) -> str | None:
    if match["half"]:
        hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
        minute = int(match["minute"] or 0)
    else:
        hour = int(match["hour24"] or match["bare"])
        minute = int(match["minute24"] or 0)
    if hour == 24 and minute == 0:
        return "midnight"
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None
