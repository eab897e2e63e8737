"""Time zones in the words of notices: labels, offsets, and the names of places."""

import re
import unicodedata
from functools import cache

from intake.notices import words
from intake.triage.cutoff import LABELS, civil_zones

_REGIONS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
_NAMES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (zone, words.whole_words(f"(?:{'|'.join(names)})"))
    for zone, names in sorted(
        words.PLACES["names"].items(), key=lambda one: ("/" not in one[0], len(one[0]) < 4)
    )
)
# A label stands behind a figure or a word for the time, or in brackets: "EST" is French for "is".
_LABEL = re.compile(
    rf"(?:(?:\d|[ap]\.?m\.?|(?i:hours|hrs?|heures?|h|noon|midnight|midi|minuit|time))[\s,]*\(?"
    rf"|\((?:[^()]*\s)?)(?P<label>{'|'.join(LABELS)}|AoE|TU)\b(?!\s?[+\-\u2212]\s?\d)"
)
# The short names of civil times in North America, behind a.m. or p.m.
_AMERICAN = re.compile(r"[ap]\.?m\.?,?\s\(?(?P<short>[ecmp]t)\b", re.IGNORECASE)
_OFFSET = re.compile(
    r"\b(?:GMT|UTC|TU)\s*(?P<sign>[+\-\u2212])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?\b"
)
_PLACE = r"[A-ZÀ-Ý][\w.'’-]*(?:[ -][A-ZÀ-Ý][\w.'’-]*){0,2}"
_BEFORE_TIME = re.compile(
    rf"(?P<place>{_PLACE})(?:,\s?[A-ZÀ-Ý]\w+)?,?\s+(?:local |standard |civil )?[Tt]ime\b"
)
_UNKNOWN = re.compile(
    rf"(?:\d|(?i:[ap]\.?m\.?|hours|hrs?|noon|midnight))[\s,]*\(?"
    rf"(?P<said>{_PLACE},? [Tt]ime|[A-Z]{{2,4}}T)\b"
    r"|\b(?P<dite>heure (?:de |d['’]|du )" + _PLACE + r")"
)
_AFTER_TIME = re.compile(
    r"\b(?:time\s(?:zone\s?:?|in|of|at)|local\stime(?:,|\s(?:in|of|at))?)\s(?:the\s)?(?P<place>\S+(?:\s\S+){0,2})"
    r"|\bheure\s(?:locale\s|légale\s)?(?:de\s|d['’]|du\s|à\s)?(?:la\s)?(?P<lieu>\S+(?:\s\S+){0,2})",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\((?P<place>[^()]{3,30})\)")
_LOCAL = words.pattern("closing", "local_time")


def in_sentence(sentence: str) -> str | None:
    """A zone as a vacancy file writes it: label, offset or IANA name; None where none is named."""
    for zone, pattern in _NAMES:
        if pattern.search(sentence):
            return zone
    label = _LABEL.search(sentence)
    if label:
        return label["label"].upper().replace("TU", "UTC")  # temps universel
    american = _AMERICAN.search(sentence)
    if american:
        return str(words.PLACES["american"][american["short"].upper()])
    return _place(sentence) or _offset(sentence)


def says_local_time(sentence: str) -> bool:
    """Names "local time" without saying of which place."""
    return bool(_LOCAL.search(sentence)) and in_sentence(sentence) is None


def unknown(sentence: str) -> str:
    """The time of a place that is not known, as it is named; empty where none is."""
    named = None if in_sentence(sentence) else _UNKNOWN.search(sentence)
    return str(named["said"] or named["dite"]).rstrip(".") if named else ""


def _offset(sentence: str) -> str | None:
    offset = _OFFSET.search(sentence)
    if offset is None or int(offset["hours"]) > 14:
        return None
    sign = "+" if offset["sign"] == "+" else "-"
    return f"{sign}{int(offset['hours']):02d}:{offset['minutes'] or '00'}"


def _place(sentence: str) -> str | None:
    for match in _BEFORE_TIME.finditer(sentence):
        spoken = match["place"].split(" ")
        for start in range(len(spoken)):
            if zone := _towns().get(_fold(" ".join(spoken[start:]))):
                return zone
    for match in _AFTER_TIME.finditer(sentence):
        spoken = (match["place"] or match["lieu"]).split(" ")
        for end in range(len(spoken), 0, -1):
            if zone := _towns().get(_fold(" ".join(spoken[:end]))):
                return zone
    bracketed = (_towns().get(_fold(one["place"])) for one in _IN_BRACKETS.finditer(sentence))
    return next((zone for zone in bracketed if zone), None)


@cache
def _towns() -> dict[str, str]:
    """Towns and adjectives of countries, folded, each with its IANA name."""
    towns = {
        _fold(name.rpartition("/")[2].replace("_", " ")): name
        for name in sorted(civil_zones())
        if name.startswith(_REGIONS) and name.count("/") == 1
    }
    full = {_fold(name): name for name in civil_zones() if name.startswith(_REGIONS)}
    named = {_fold(name): zone for zone, names in words.PLACES["towns"].items() for name in names}
    return towns | full | named


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"['’]", "", plain.casefold()).strip(' .,;:()"')
