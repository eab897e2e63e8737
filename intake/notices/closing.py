"""The deadline in a notice: which sentence, which date, which time and zone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from intake.notices import clock, dates, documents, doubts, words, zones
from intake.notices.dates import Written
from intake.notices.draft import Closing, Found
from intake.notices.plain import Notice, Passage

_CUES = tuple(
    (words.pattern("closing", name), weight)
    for name, weight in (
        ("decisive", 5),
        ("extended", 5),
        ("arriving", 2),
        ("applying", 2),
        ("until", 1),
    )
)
_CUES_BY_FORCE = tuple(words.pattern("closing", name) for name in ("extended", "decisive", "until"))
_SAME_DAY = words.pattern("closing", "same_day")
_ELSEWHERE = words.pattern("closing", "elsewhere")
_DECISIVE = 5
_NAMED_DOCUMENTS = 2  # "your CV by 6 February" needs no word of applying


@dataclass(frozen=True)
class _Candidate:
    """A sentence that may give the deadline: its cues' weight, less where others speak against."""

    weight: int
    sentence: str


def find(notice: Notice) -> tuple[Found[Closing] | None, list[str]]:
    """The deadline with its sentence, and what a person should be asked about it."""
    candidates = [one for passage in notice.passages for one in _candidate(passage)]
    dated = [one for one in candidates if dates.in_sentence(one.sentence)]
    if dated:
        return _from_dated(notice, dated)
    yearless = [one for one in candidates if one.weight > 1]
    if yearless:
        return _from_yearless(max(yearless, key=lambda one: one.weight).sentence)
    return None, [doubts.NO_DATE]


def _from_dated(notice: Notice, candidates: list[_Candidate]) -> tuple[Found[Closing], list[str]]:
    best = max(candidates, key=lambda one: one.weight)
    written = _chosen(best.sentence)
    closing, said = _at_its_hour(notice, best.sentence, written)
    rivals = [one.sentence for one in candidates if one.weight >= min(_DECISIVE, best.weight)]
    others = {_chosen(sentence).date for sentence in rivals} - {written.date}
    asked = [
        *doubts.about_sentence(best.sentence, sure=best.weight > 1),
        *doubts.about_date(closing, written, best.sentence, others),
        *doubts.about_time(closing, said),
        *doubts.about_zone(closing, said),
    ]
    return Found(closing, said), asked


def _at_its_hour(notice: Notice, sentence: str, written: Written) -> tuple[Closing, str]:
    """The deadline, and what says so; its hour may stand apart: "by noon on the closing date"."""
    closing = _closing(sentence, written.date, written.start)
    hours = (one.text for one in notice.passages if _SAME_DAY.search(one.text))
    hour = next((one for one in hours if clock.nearest(one, 0)), None)
    if closing.time or hour is None or hour == sentence:
        return closing, sentence
    both = f"{sentence} {hour}"
    return _closing(both, written.date, len(both)), both


def _from_yearless(sentence: str) -> tuple[Found[Closing], list[str]]:
    closing = _closing(sentence, None, 0)
    return Found(closing, sentence), [
        doubts.no_year(sentence),
        *doubts.about_time(closing, sentence),
        *doubts.about_zone(closing, sentence),
    ]


def _closing(sentence: str, day: date | None, position: int) -> Closing:
    zone = zones.in_sentence(sentence)
    hold = None if zone or day is None else _end_anywhere(day)
    return Closing(day, clock.nearest(sentence, position), zone, hold)


def _candidate(passage: Passage) -> list[_Candidate]:
    """The passage, where it has a date and words of closing.

    A label and its date often stand on two lines: what introduces a passage is read with it.
    """
    text = passage.text
    if not (dates.in_sentence(text) or dates.has_one_without_year(text)):
        return []
    sentence = text if _cues(text) > 1 else passage.whole
    cues = _cues(sentence)
    against = 4 if cues < _DECISIVE and _ELSEWHERE.search(sentence) else 0
    return [_Candidate(cues - against, sentence)] if cues > 1 else []


def _cues(text: str) -> int:
    named = _NAMED_DOCUMENTS if documents.mentions_any(text) else 0
    return named + sum(weight for cue, weight in _CUES if cue.search(text))


def _chosen(sentence: str) -> Written:
    """The first date behind the strongest word of closing, else the last one before it."""
    written = dates.in_sentence(sentence)
    for cue in _CUES_BY_FORCE:
        if match := cue.search(sentence):
            after = [one for one in written if one.start >= match.start()]
            before = [one for one in written if one.start < match.start()]
            return after[0] if after else before[-1]
    return written[-1]


def _end_anywhere(day: date) -> datetime:
    """The end of that date at UTC-12, the last place where it still is that date."""
    return datetime.combine(day, time(), UTC) + timedelta(hours=36)
