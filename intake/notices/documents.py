"""The documents that a notice asks for with the application."""

import re
from dataclasses import replace
from itertools import groupby

from intake.notices import clauses, dates, subject, words
from intake.notices.draft import Found
from intake.notices.plain import Notice, Passage

KINDS = (
    ("cv", words.pattern("documents", "cv")),
    ("motivation_letter", words.pattern("documents", "letter")),
)
_SPOKEN = {"cv": "CV", "motivation_letter": "motivation letter"}
_SENDING = words.pattern("address", "sending")
_ASKING = words.pattern("documents", "asking")
_BESIDE = words.pattern("documents", "beside")
_LATER = words.pattern("documents", "later")
_NOT_BEFORE = words.either("documents", "not_before")
_NOT_AFTER = words.pattern("documents", "not_after")
_LONGEST_ITEM = 120  # characters; longer items tell of duties, not of documents
_LABEL = re.compile(r"[^:@]{2,25}:\s")
_CLAUSE = re.compile(r"[,;:.]\s")


def find(notice: Notice) -> tuple[Found[tuple[str, ...]], list[str]]:
    """The asked documents with their sentence, and questions on what is not plain."""
    asking = [one for one in _gathered(notice) if not _LATER.search(one.whole)]
    mentions = [one for one in asking if any(_is_asked(kind, one.text) for _, kind in KINDS)]
    strong = [one for one in mentions if _weight(one) > 0] or mentions
    required = tuple(
        name for name, kind in KINDS if any(_is_asked(kind, one.text) for one in strong)
    )
    beside = _about_others(strong, asking)
    if not required:
        return Found(("cv", "motivation_letter"), ""), [
            "The notice names neither a CV nor a letter. The draft asks for both. Is that so?",
            *beside,
        ]
    best = max(strong, key=_documents_weight)
    sentence = best.whole if best.in_list else best.text
    return Found(required, sentence), [*_about_absent(required, notice), *beside]


def mentions_any(text: str) -> bool:
    """Whether a CV or a letter is named in a text."""
    return any(kind.search(text) for _, kind in KINDS)


def _gathered(notice: Notice) -> list[Passage]:
    """The passages; a list that names a document is one, with all its items, and alone a list."""
    found: list[Passage] = []
    for (lead, in_list), group in groupby(notice.passages, key=lambda one: (one.lead, one.in_list)):
        passages = list(group)
        if in_list and lead and any(_is_short_mention(one.text) for one in passages):
            items = (one.text.rstrip(" ;,.") for one in passages)
            found.append(Passage("; ".join(items), lead, in_list=True))
        else:
            found += [replace(one, in_list=False) for one in passages]
    return found


def _is_short_mention(item: str) -> bool:
    return len(item) < _LONGEST_ITEM and mentions_any(item)


def _is_asked(kind: re.Pattern[str], text: str) -> bool:
    """Named in a clause that does not say it is not needed."""
    return any(kind.search(clause) and not _is_declined(kind, clause) for clause in _clauses(text))


def _clauses(text: str) -> list[str]:
    return _CLAUSE.split(text)


def _is_declined(kind: re.Pattern[str], clause: str) -> bool:
    before = re.search(rf"(?<!\w){_NOT_BEFORE}\s(?:\w+\s)?{kind.pattern}", clause, re.IGNORECASE)
    return before is not None or _NOT_AFTER.search(clause) is not None


def _weight(passage: Passage) -> int:
    whole = passage.whole
    return 2 * bool(_SENDING.search(whole)) + bool(_ASKING.search(whole))


def _documents_weight(passage: Passage) -> int:
    named = sum(_is_asked(kind, passage.text) for _, kind in KINDS)
    return 3 * named + _weight(passage) + bool(dates.in_sentence(passage.text))


def _about_absent(required: tuple[str, ...], notice: Notice) -> list[str]:
    """A CV or letter that is not asked for: plain where it is declined, else to be asked about."""
    return [
        f"The notice names no {_SPOKEN[name]}. Is none asked for?"
        for name, kind in KINDS
        if name not in required and not any(kind.search(one.text) for one in notice.passages)
    ]


def _about_others(strong: list[Passage], asking: list[Passage]) -> list[str]:
    """What else is asked for: other items of the documents' list, and forms, copies, samples."""
    others: dict[str, None] = {}
    for passage in strong:
        if passage.in_list:
            others |= dict.fromkeys(_other_items(passage.lead, passage.text))
    for passage in asking:
        if _weight(passage) and not passage.in_list:
            others |= {match.group(0).strip(): None for match in _BESIDE.finditer(passage.text)}
    return [
        f"The notice also asks for “{other}”: Intake shows it and does not check it. "
        "Is that enough?"
        for other in others
    ]


def _other_items(lead: str, items: str) -> list[str]:
    return [
        one
        for one in items.split("; ")
        if one and not (one.isupper() or mentions_any(one) or _is_told_elsewhere(lead, one))
    ]


def _is_told_elsewhere(lead: str, item: str) -> bool:
    """Referees, an address, a date or the subject line in the same list: no document."""
    where_or_when = "@" in item or dates.in_sentence(item) or subject.is_rule(item)
    labelled = bool(_LABEL.match(item) and where_or_when)
    return labelled or clauses.asks_for_referees(f"{lead} {item}")
