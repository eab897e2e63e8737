"""Does the candidate declare a relative among the staff? A flag with the sentence, no check.

A denial is no declaration, nor is a question, a condition, what lies in the past, or what a
notice says of every candidate.
"""

import itertools
import re
from collections.abc import Iterator

from intake.triage.checks.kinship import (
    FAMILY,
    IS_HERE,
    KIN,
    MY_KIN,
    declarations,
    named,
    of_them,
    yes_to,
)
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
from intake.triage.message import Document, DocumentKind, Message
from intake.triage.vacancy import Vacancy
from intake.triage.words import Phrases, quote, sentences, spaced

_SEARCHED = 200_000  # characters of each text: a declaration stands near its beginning
_DENIED_WITHIN = 6  # words before a declaration in which it may be denied
_LABEL = 5  # words of a label at most
_SUPPOSED_WITHIN = 3
_ANSWER = re.compile(r"\s*(?:[:=?]|\s[-–—])\s+")
_ASIDE = "aside"  # stands for words that tell of no post: it keeps their neighbours apart
_YES = Phrases("(yes|oui|affirmative|affirmatif|i do|en effet)")
_TELLS = Phrases("(my|i|mon|ma|mes|je|j|un|une)")
_NOT_SO = Phrases("(not|pas|n t)")
_BOX = r"(?:\[\s*\]|\(\s*\)|[☐□])"
_TICKED = r"(?:\[\s*[xX✓✔]\s*\]|\(\s*[xX✓✔]\s*\)|[☒☑✓✔])"
_UNTICKED = re.compile(rf"{_BOX}\s*\w+|{_TICKED}")
_LABELLED = re.compile(r"\n(?=[^\n:]{1,60}:\s)")  # the next line of a form
_WITH_WHOM = re.compile(r",\s*(?:avec|with)\s+(?:qui|whom|lequel|laquelle)\b[^,.;]{1,60},")


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
    us, them = named(vacancy.staff_terms), of_them(vacancy.staff_terms)
    before = ""
    for one in map(_plain, sentences(_LABELLED.sub("\n\n", text))):
        if _says_yes(one, asked, us) or _declares(one, told) or _names_post(one, told):
            return one
        if MY_KIN.match(before) and _declares(one, them):
            return f"{before} {one}"
        if us.match(f"{before} {one}") and _declares(one, IS_HERE):
            return f"{before} {one}"
        if asked.match(before) and _affirms(before, one):
            return f"{before} {one}"
        before = one
    return None


def _plain(sentence: str) -> str:
    """A sentence without the boxes that nobody ticked, and without what is said by the way."""
    return _WITH_WHOM.sub(" ", " ".join(_UNTICKED.sub(" ", sentence).split()))


def _affirms(question: str, answer: str) -> bool:
    said = _YES.begins(answer) or _answers(answer, _YES) or _names_kin(answer)
    return question.endswith("?") and said


def _says_yes(sentence: str, asked: Phrases, us: Phrases) -> bool:
    """Whether a line of a form asks for relatives on the staff, and yes or a relative answers."""
    for question, answer in itertools.pairwise(_ANSWER.split(sentence)):
        if asked.match(question) and (_YES.begins(answer) or _names_kin(answer)):
            return True
        if FAMILY.match(question) and len(question.split()) <= _LABEL and _YES.begins(answer):
            return True
        if FAMILY.match(question) and us.match(answer) and _names_kin(answer):
            return True
    return False


def _names_kin(answer: str) -> bool:
    return bool(KIN.match(answer)) and not DENIES.match(answer)


def _names_post(sentence: str, told: Phrases) -> bool:
    """Whether a line of a form names a relative, and as an answer the post: “Spouse: ...”."""
    parts = _ANSWER.split(sentence)
    asked = ((label.split()[-1:], answer) for label, answer in itertools.pairwise(parts))
    return any(
        label
        and KIN.begins(label[0])
        and _declares(f"my {label[0]}, mon {label[0]} {answer}", told)
        for label, answer in asked
    )


def _declares(sentence: str, told: Phrases) -> bool:
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
    rest = spaced(sentence.replace(":", " namely "))
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
    if _NOT_SO.begins(found.string[found.end() :]):
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
    if found.group().rstrip().endswith(("organisation", "organization")) and GOES_ON.begins(after):
        return True
    return OF_MEMBERS.begins(after) and not after.startswith("member of ")


def _since_the_turn(before: list[str]) -> list[str]:
    turns = [place for place, word in enumerate(before) if word in TURNS]
    return before[turns[-1] + 1 :] if turns else before


def _answers(sentence: str, answers: Phrases) -> bool:
    """Whether it is a line of a form that is so answered: “Relatives on the staff: none”."""
    return any(answers.begins(answer) for answer in _ANSWER.split(sentence)[1:])
