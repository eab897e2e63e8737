"""Whether a sentence tells of a relative on the staff, of now, and is not denied."""

import re
from collections.abc import Iterator

from intake.triage.checks.kinship.forms import YES, answers
from intake.triage.checks.kinship.guards import (
    DENIES,
    EXCEPTS,
    GOES_ON,
    HOPES,
    LONG_AGO,
    MEMBER_STATES,
    NEXT_CLAUSE,
    NO_KIN,
    NO_POST,
    OF_MEMBERS,
    OF_OTHERS,
    STILL,
    SUPPOSES,
    TURNS,
)
from intake.triage.words import Phrases

_DENIED_WITHIN = 6  # words before a declaration in which it may be denied
_SUPPOSED_WITHIN = 3
_BARE = ("organisation", "organization", "secretariat")
_ASIDE = "aside"  # stands for words that tell of no post: it keeps their neighbours apart
_TELLS = Phrases("(my|i|mon|ma|mes|je|j|un|une)")
_PERSONAL = Phrases("(my|our|mon|ma|mes|notre|am|m|je suis|suis|être|étant|being|to be)")
_NOT_SO = Phrases("(not|pas|n t)")


def declares(sentence: str, told: Phrases) -> bool:
    """Whether one clause tells of a relative and of the staff; in two they are two matters."""
    if sentence.endswith("?"):
        sentence = _told_before_it_asks(sentence)
    before: list[str] = []
    for clause in _clauses(sentence):
        found = told.match(clause)
        if found is not None and _holds(sentence, before, found):
            return True
        before += clause.split()
    return False


def _told_before_it_asks(question: str) -> str:
    """What a question says in a clause of its own: “My aunt works here, is that allowed?”"""
    said = question.rpartition(",")[0]
    return said if _TELLS.begins(said) else ""


def _clauses(sentence: str) -> Iterator[str]:
    """Its clauses, without what tells of no post; each keeps the word that leads to the next."""
    said = NO_POST.replaced(sentence.replace(":", " namely "), _ASIDE)
    begin = 0
    for turn in NEXT_CLAUSE.places(said):
        behind = said.index(" ", turn)
        yield said[begin:behind]
        begin = behind
    yield said[begin:]


def _holds(sentence: str, earlier: list[str], found: re.Match[str]) -> bool:
    """Whether what was found is told of the candidate, of now, and not denied."""
    if _is_of_somebody_else(sentence, found) or _is_not_now(sentence, found):
        return False
    if _NOT_SO.begins(found.string[found.end() :]):
        return False
    before = _since_the_turn([*earlier, *found.string[: found.start()].split()])
    said = f"{' '.join(before[-_DENIED_WITHIN:])} {found.group()}"
    return not (DENIES.match(said) or answers(sentence, DENIES)) or bool(EXCEPTS.match(sentence))


def _is_of_somebody_else(sentence: str, found: re.Match[str]) -> bool:
    """Whether it speaks of every candidate, of no relative, or of no member of the staff."""
    of_all = OF_OTHERS.match(sentence) and not _PERSONAL.begins(found.group())
    if of_all and not answers(sentence, YES):
        return True
    return bool(NO_KIN.match(found.string[: found.end()])) or _is_of_members(found)


def _is_not_now(sentence: str, found: re.Match[str]) -> bool:
    """Whether it tells of what might be, of what is hoped for, or of what is over."""
    before = found.string[: found.start()].split()
    if SUPPOSES.match(" ".join(before[-_SUPPOSED_WITHIN:])) or HOPES.match(found.group()):
        return True
    return bool(LONG_AGO.match(found.group())) and not STILL.match(sentence)


def _is_of_members(found: re.Match[str]) -> bool:
    """Whether it is told of the organisation's members or works: not of its staff."""
    if MEMBER_STATES.match(found.group()):
        return True
    after = found.string[found.end() :]
    if found.group().rstrip().endswith(_BARE) and GOES_ON.begins(after):
        return True
    return OF_MEMBERS.begins(after) and not after.startswith("member of ")


def _since_the_turn(before: list[str]) -> list[str]:
    turns = [place for place, word in enumerate(before) if word in TURNS]
    return before[turns[-1] + 1 :] if turns else before
