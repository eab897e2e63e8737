"""What a notice asks of applicants: address, documents, languages, the subject line."""

import re

from intake.notices import words
from intake.notices.draft import Found
from intake.notices.plain import Notice

_ADDRESS = re.compile(r"[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_SPELT = re.compile(
    r"([A-Za-z0-9][\w.+-]*)\s?[\[({]\s?(?:at|arobase|@|chez)\s?[\])}]\s?([A-Za-z0-9-]+(?:(?:\.|\s?[\[(]\s?(?:dot|point)\s?[\])]\s?)[A-Za-z0-9-]+)+)",
    re.I,
)
_DOT = re.compile(r"\s?[\[(]\s?(?:dot|point)\s?[\])]\s?", re.I)
_HIDDEN = re.compile(r"\[\s*e-?mail\s*(?:protected|protégé)\s*\]|\be-?mail protected\b", re.I)
_DOCUMENTS = (("cv", words.CV), ("motivation_letter", words.LETTER))
_EITHER = "|".join(words.LANGUAGES.values())
_IN = re.compile(
    r"\b(?:in|en|rédigée?s? en|written in)\s+(?:(?:either|both|soit en)\s+)?"
    rf"(?P<list>(?:(?:{_EITHER}|en|in|or|and|ou|et|soit|either|/|,)[\s,/]*)+)",
    re.IGNORECASE,
)


def address(notice: Notice) -> tuple[Found[str] | None, list[str]]:
    """Where applications are sent; a hidden or missing address is asked for."""
    ranked = sorted(_addresses(notice), key=lambda one: -one[0])
    if ranked:
        weight, found = ranked[0]
        rivals = {other.value for rank, other in ranked if rank == weight} - {found.value}
        asked = [
            f"Several addresses are named ({', '.join(sorted(rivals | {found.value}))}). Which one takes applications?"
        ]
        return found, asked if rivals else []
    hidden = any(_HIDDEN.search(sentence) for sentence in notice.sentences)
    if hidden:
        return None, [
            "The address is hidden in this copy of the notice (“email protected”). To which address do applicants write?"
        ]
    return None, ["The notice gives no e-mail address. To which address do applicants write?"]


def _addresses(notice: Notice) -> list[tuple[int, Found[str]]]:
    found = []
    above = ""
    for sentence in notice.sentences:
        near = f"{above} {sentence}" if len(sentence) < 90 else sentence
        for value in _spelt_out(sentence):
            weight = 2 * bool(words.SENDING.search(near)) - 3 * bool(words.OTHER_USE.search(near))
            whole = near if weight > 0 and not words.SENDING.search(sentence) else sentence
            found.append((weight, Found(value, whole)))
        above = sentence
    return found


def _spelt_out(sentence: str) -> list[str]:
    plain = [match.group(0).rstrip(".") for match in _ADDRESS.finditer(sentence)]
    spelt = [f"{name}@{_DOT.sub('.', host)}" for name, host in _SPELT.findall(sentence)]
    return plain + spelt


def documents(notice: Notice) -> tuple[Found[tuple[str, ...]] | None, list[str]]:
    """The documents asked for with the application, and those that Intake does not check."""
    asking = [
        one for one in notice.sentences if words.CV.search(one) and not words.LATER.search(one)
    ]
    best = max(asking, key=_document_weight, default=None)
    if best is None:
        return None, ["The notice names no documents. Is a CV asked for, and a motivation letter?"]
    required = tuple(name for name, named in _DOCUMENTS if _is_asked(named, best, notice))
    asked = [
        f"The notice also asks for “{match.group(0).strip()}”: Intake shows it and does not check it."
        for match in words.BESIDE.finditer(best)
    ]
    return Found(required, best), asked


def _document_weight(sentence: str) -> int:
    named = sum(bool(pattern.search(sentence)) for _, pattern in _DOCUMENTS)
    return 2 * named + bool(words.SENDING.search(sentence)) + bool(_IN.search(sentence))


def _is_asked(named: words.Pattern, best: str, notice: Notice) -> bool:
    """In the same sentence, or on a line of its own: a list names one document a line."""
    if named.search(best):
        return True
    return any(
        named.search(one) and not words.LATER.search(one)
        for one in notice.sentences
        if len(one) < 120 or words.SENDING.search(one)
    )


def languages(notice: Notice) -> tuple[Found[tuple[str, ...]] | None, list[str]]:
    """The languages in which the documents may be written."""
    for sentence in notice.sentences:
        listed = _IN.search(sentence)
        about = words.SENDING.search(sentence) or any(w.search(sentence) for _, w in _DOCUMENTS)
        if listed and about:
            return Found(_codes(listed["list"]), sentence), []
    return _working_languages(notice)


def _working_languages(notice: Notice) -> tuple[Found[tuple[str, ...]] | None, list[str]]:
    for sentence in notice.sentences:
        if words.FLUENCY.search(sentence) and _codes(sentence):
            return Found(_codes(sentence), sentence), [
                "The notice does not say in which language the documents must be; the draft "
                "takes the languages that the work asks for. Is that so?"
            ]
    return None, ["The notice does not say in which language the documents must be. Any language?"]


def _codes(text: str) -> tuple[str, ...]:
    places = [
        (match.start(), code)
        for code, named in words.LANGUAGES.items()
        if (match := re.search(rf"\b(?:{named})\b", text, re.IGNORECASE))
    ]
    return tuple(code for _, code in sorted(places))


def subject(notice: Notice) -> Found[tuple[str, ...]] | None:
    """What the subject line must name; None where the notice has no rule for it."""
    for sentence in notice.sentences:
        if words.SUBJECT.search(sentence):
            named = tuple(name for name, pattern in words.NAMED if pattern.search(sentence))
            return Found(named or ("vacancy",), sentence)
    return None


def clauses(notice: Notice) -> tuple[tuple[str, str], ...]:
    """Clauses on referees and on relatives among the staff, each with its first sentence."""
    found: dict[str, str] = {}
    for sentence in notice.sentences:
        if words.RELATIVES.search(sentence) and words.STAFF.search(sentence):
            found.setdefault("relatives", sentence)
        elif _asks_for_referees(sentence):
            found.setdefault("referees", sentence)
    return tuple(found.items())


def _asks_for_referees(sentence: str) -> bool:
    asked = words.REFEREES.search(sentence) and words.GIVING.search(sentence)
    return bool(asked) and not words.LATER.search(sentence)
