"""Does a text name a person? In any order, with or without accents and middle names."""

import re
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from intake.triage.message import Message
from intake.triage.verdict import Result
from intake.triage.words import words

_WRITTEN_OUT = re.compile(r"(a)[ae]|(o)[eo]|(u)e|(d)j")
_TITLES = frozenset(words("mr mrs ms miss dr prof m mme mlle madame monsieur sir eng ing me"))


def known_names(message: Message) -> tuple[str, ...]:
    """What the candidate is called: by From, by the CV, else by the address."""
    given = [message.candidate.name, *(one.candidate_name for one in message.documents)]
    named = [name for name in given if name_words(name) and "@" not in name]
    local = message.candidate.email.split("@")[0]
    return tuple(dict.fromkeys(named or ([local] if len(name_words(local)) > 1 else [])))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, without titles and figures."""
    return tuple(word for word in words(name) if word not in _TITLES and not word.isdigit())


def names_person(text: str, names: Iterable[str]) -> tuple[Result, str]:
    """Whether a text names a person who goes by one of these names, and by which.

    Two words of the name are enough, or an initial and one whole word; a single word of a longer
    name is in doubt, because families and colleagues share it.
    """
    found = words(text)
    answers = [(_met(name_words(name), found), name) for name in names]
    order = (Result.PASS, Result.UNSURE, Result.FAIL)
    return min(answers, key=lambda one: order.index(one[0]), default=(Result.UNSURE, ""))


def _met(name: Sequence[str], found: Sequence[str]) -> Result:
    whole = [word for word in name if len(word) > 1 and any(_same(word, one) for one in found)]
    rest = [word for word in name if word not in whole]
    initials = [word for word in rest if word[0] in found]
    if len(whole) > 1 or (whole and (initials or not rest)) or "".join(name) in found:
        return Result.PASS
    return Result.UNSURE if whole else Result.FAIL


def _same(word: str, other: str) -> bool:
    """The same name, but for one slip in a long one."""
    if _plain(word) == _plain(other):
        return True
    return len(word) > 5 and OSA.distance(word, other, score_cutoff=1) <= 1


def _plain(word: str) -> str:
    """A folded name with one letter for ä, å, ö, ø, ü, æ and đ, also where written as two."""
    return _WRITTEN_OUT.sub(lambda two: next(filter(None, two.groups())), word)


def differ(one: str, other: str) -> bool:
    """Whether two names have no word in common; a name that is not given differs from none."""
    first, second = name_words(one), name_words(other)
    return bool(first and second) and not any(_same(a, b) for a in first for b in second)
