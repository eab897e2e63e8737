"""To which address a notice has applications sent; addresses for other things are left aside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intake.notices import documents, words
from intake.notices.draft import Found
from intake.notices.plain import Notice, Passage

_HOST = r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_PLAIN = re.compile(rf"[A-Za-z0-9][\w.+-]*@{_HOST}", re.ASCII)
_AT = r"\s?[\[({]\s?(?:at|arobase|@|chez)\s?[\])}]\s?"
_DOT = re.compile(r"\s?[\[({]\s?(?:dot|point)\s?[\])}]\s?", re.IGNORECASE)
_SPELT = re.compile(
    rf"(?P<name>[A-Za-z0-9][\w.+-]*){_AT}"
    rf"(?P<host>[A-Za-z0-9-]+(?:(?:\.|{_DOT.pattern})[A-Za-z0-9-]+)+)",
    re.IGNORECASE | re.ASCII,
)
_HIDDEN = re.compile(
    r"\[\s*e-?mail\s*(?:\u00a0)?(?:protected|protégé)\s*\]|\be-?mail protected\b", re.IGNORECASE
)
_MOST = 20  # addresses of one sentence
_JOINED = 8  # characters between two addresses that are named as one
_SENDING = words.pattern("address", "sending")
_OTHER_USE = words.pattern("address", "other_use")
_NAMED_FOR = re.compile(words.either("address", "mailbox_for"), re.IGNORECASE)
_NAMED_AGAINST = re.compile(words.either("address", "mailbox_against"), re.IGNORECASE)


@dataclass(frozen=True)
class _Candidate:
    """An address, how much speaks for it, and its sentence; without a value it is hidden."""

    weight: int
    value: str
    sentence: str


def find(notice: Notice) -> tuple[Found[str] | None, list[str]]:
    """Where applications are sent; a hidden, missing or doubtful address is asked for."""
    candidates = [one for passage in notice.passages for one in _candidates(passage)]
    if not candidates:
        return None, ["The notice gives no e-mail address. To which address do applicants write?"]
    best = max(candidates, key=lambda one: one.weight)
    if not best.value:
        return None, [
            "The address is hidden in this copy of the notice (“email protected”). "
            "To which address do applicants write?"
        ]
    if best.weight < 0:
        return None, [
            f"{best.value} seems to be for other things than applications. "
            "To which address do applicants write?"
        ]
    rivals = {one.value for one in candidates if one.weight == best.weight} - {best.value, ""}
    return Found(best.value, best.sentence), _about_rivals(best.value, rivals)


def _about_rivals(value: str, rivals: set[str]) -> list[str]:
    if not rivals:
        return []
    listed = ", ".join([value, *sorted(rivals)])
    return [f"Several addresses are named ({listed}). Which one takes applications?"]


def _candidates(passage: Passage) -> list[_Candidate]:
    """The addresses of a passage; what introduces it says what a bare address is for."""
    introduced = bool(passage.lead) and not _speaks_of_sending(passage.text)
    sentence = passage.whole if introduced else passage.text
    places = sorted(_places(sentence))[:_MOST]
    found: list[_Candidate] = []
    ended = 0
    for number, (start, end, value) in enumerate(places):
        said = sentence[ended:] if number == len(places) - 1 else sentence[ended:end]
        if number and start - ended < _JOINED:
            said = sentence  # "to one@ and other@"
        found.append(_Candidate(_weight(value, said), value, sentence))
        ended = end
    return found


def _places(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each address stands, and its value; a hidden one has none."""
    for match in _PLAIN.finditer(text):
        yield *match.span(), match.group(0).rstrip(".-")
    for match in _SPELT.finditer(text):
        yield *match.span(), f"{match['name']}@{_DOT.sub('.', match['host'])}"
    for match in _HIDDEN.finditer(text):
        yield *match.span(), ""


def _weight(value: str, sentence: str) -> int:
    local = value.partition("@")[0]
    named = bool(_NAMED_FOR.search(local)) - bool(_NAMED_AGAINST.search(local))
    used = 2 * _speaks_of_sending(sentence) - 3 * bool(_OTHER_USE.search(sentence))
    return 2 * used + named


def _speaks_of_sending(sentence: str) -> bool:
    return bool(_SENDING.search(sentence)) or documents.mentions_any(sentence)
