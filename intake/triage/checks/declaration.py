"""Does the candidate declare a relative among the staff? A flag with the sentence, no check.

A denial is no declaration, nor is a question, a condition, what lies in the past, or what a
notice says of every candidate.
"""

import re
from collections.abc import Iterator

from intake.triage.checks.kinship import (
    DENIES,
    EXCEPTS,
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
    declarations,
    yes_to,
)
from intake.triage.message import Document, DocumentKind, Message
from intake.triage.vacancy import Vacancy
from intake.triage.words import Phrases, quote, sentences, spaced

_SEARCHED = 200_000  # characters of each text: a declaration stands near its beginning
_DENIED_WITHIN = 6  # words before a declaration in which it may be denied
_SUPPOSED_WITHIN = 3
_ANSWER = re.compile(r"\s*(?:[:=?]|\s[-–—])\s+")
_ASIDE = "aside"  # stands for words that tell of no post: it keeps their neighbours apart
_YES = Phrases("(yes|oui)")


def declared(message: Message, vacancy: Vacancy) -> str | None:
    """The evidence that a relative on the staff is declared, quoting the sentence; or None.

    Looked for in the mail's own text, in letters and in CVs; not in other documents, such as a
    notice that asks for the declaration.
    """
    for place, text in _places(message):
        said = _declaration(text[:_SEARCHED], vacancy)
        if said is not None:
            return f"{place} says: {quote(said)}."
    return None


def _places(message: Message) -> Iterator[tuple[str, str]]:
    yield "The mail", message.body
    for document in message.documents:
        if _is_the_candidates(document) and not document.in_body:
            yield quote(document.filename), document.text


def _is_the_candidates(document: Document) -> bool:
    asked = {DocumentKind.CV, DocumentKind.MOTIVATION_LETTER}
    return document.readable and bool(asked & set(document.kinds))


def _declaration(text: str, vacancy: Vacancy) -> str | None:
    told, asked = declarations(vacancy.staff_terms), yes_to(vacancy.staff_terms)
    every = sentences(text)
    for one, after in zip(every, (*every[1:], ""), strict=False):
        if one.endswith("?") and _YES.begins(after) and asked.match(one):
            return f"{one} {after}"
        if (_answers(one, _YES) and asked.match(one)) or _declares(one, told):
            return one
    return None


def _declares(sentence: str, told: Phrases) -> bool:
    """Whether one clause tells of a relative and of the staff; in two they are two matters."""
    if sentence.endswith("?"):
        return False
    before: list[str] = []
    for clause in _clauses(sentence):
        found = told.match(clause)
        if found is not None and _holds(sentence, before, found):
            return True
        before += clause.split()
    return False


def _clauses(sentence: str) -> Iterator[str]:
    """Its clauses, without what tells of no post; each keeps the word that leads to the next."""
    rest = spaced(sentence)
    while idle := NO_POST.match(rest):
        rest = f"{rest[: idle.start()]}{_ASIDE} {rest[idle.end() :]}"
    while turn := NEXT_CLAUSE.match(rest):
        leads, _, behind = rest[turn.start() :].partition(" ")
        yield f"{rest[: turn.start()]}{leads}"
        rest = f" {behind}"
    yield rest


def _holds(sentence: str, earlier: list[str], found: re.Match[str]) -> bool:
    """Whether what was found is told of the candidate, of now, and not denied."""
    if _is_of_somebody_else(sentence, found) or _is_not_now(sentence, found):
        return False
    before = _since_the_turn([*earlier, *found.string[: found.start()].split()])
    said = f"{' '.join(before[-_DENIED_WITHIN:])} {found.group()}"
    return not (DENIES.match(said) or _answers(sentence, DENIES)) or bool(EXCEPTS.match(sentence))


def _is_of_somebody_else(sentence: str, found: re.Match[str]) -> bool:
    """Whether it speaks of every candidate, of no relative, or of no member of the staff."""
    if OF_OTHERS.match(sentence) and not _answers(sentence, _YES):
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
    return OF_MEMBERS.begins(after) and not after.startswith("member of ")


def _since_the_turn(before: list[str]) -> list[str]:
    turns = [place for place, word in enumerate(before) if word in TURNS]
    return before[turns[-1] + 1 :] if turns else before


def _answers(sentence: str, answers: Phrases) -> bool:
    """Whether it is a line of a form that is so answered: “Relatives on the staff: none”."""
    return any(answers.begins(answer) for answer in _ANSWER.split(sentence)[1:])
