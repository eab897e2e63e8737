"""Clauses that Intake shows and does not check: referees, and relatives among the staff."""

from intake.notices import words
from intake.notices.plain import Notice

_REFEREES = words.pattern("clauses", "referees")
_GIVING = words.pattern("clauses", "giving")
_RELATIVES = words.pattern("clauses", "relatives")
_STAFF = words.pattern("clauses", "staff")
_LATER = words.pattern("documents", "later")


def find(notice: Notice) -> tuple[tuple[str, str], ...]:
    """The first sentence of each clause, by the clause's name."""
    found: dict[str, str] = {}
    for passage in notice.passages:
        if _RELATIVES.search(passage.text) and _STAFF.search(passage.text):
            found.setdefault("relatives", passage.text)
        elif asks_for_referees(passage.whole if passage.in_list else passage.text):
            found.setdefault("referees", passage.text)
    return tuple(found.items())


def asks_for_referees(sentence: str) -> bool:
    """Whether referees are to be named in the application."""
    asked = _REFEREES.search(sentence) and _GIVING.search(sentence)
    return bool(asked) and not _LATER.search(sentence)
