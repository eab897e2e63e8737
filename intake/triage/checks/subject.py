"""Does the subject line name what the notice says it must name?"""

from dataclasses import dataclass

from intake.triage.checks.asked import Asked, best
from intake.triage.checks.naming import (
    DOUBTFUL,
    NAMED,
    Naming,
    names_project,
    names_vacancy,
    terms_met,
)
from intake.triage.checks.person import known_names, names_person
from intake.triage.message import Message
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Check, Result
from intake.triage.words import quote, words

NAME = "subject"
_WORST_FIRST = (Result.FAIL, Result.UNSURE, Result.PASS)


@dataclass(frozen=True)
class Answer:
    """Whether one thing is named, and how that is told."""

    result: Result
    told: str


def check(asked: Asked) -> Check:
    """The best answer over all subjects of the candidate's mail."""
    own = tuple(judge_subject(one, asked.vacancy, asked.others) for one in asked.unanswered)
    answer = best(asked.answers(NAME) + own)
    return answer or Check(NAME, Result.FAIL, "No mail with a subject counts.")


def judge_subject(message: Message, vacancy: Vacancy, others: tuple[Vacancy, ...]) -> Check:
    """Whether one subject names all that this vacancy's notice asks for."""
    subject = message.subject
    if not words(subject):
        return Check(NAME, Result.FAIL, "The mail has no subject.")
    answers = [_ask(thing, message, vacancy, others) for thing in vacancy.subject.must_name]
    result = min((one.result for one in answers), key=_WORST_FIRST.index, default=Result.PASS)
    if result is Result.FAIL and _is_garbled(subject):
        result = Result.UNSURE
    told = "; ".join(one.told for one in answers)
    return Check(NAME, result, f"The subject {quote(subject)} {told}.")


def named_instead(
    subject: str, vacancy: Vacancy, others: tuple[Vacancy, ...]
) -> tuple[Vacancy, Naming] | None:
    """The other open vacancy that a subject names, where it does not name this one."""
    if names_vacancy(subject, vacancy, others).score >= NAMED:
        return None
    namings = [
        (other, names_vacancy(subject, other, _all_but(other, (vacancy, *others))))
        for other in others
    ]
    here = terms_met(subject, vacancy)
    named = [
        (other, naming)
        for other, naming in namings
        if naming.score >= NAMED and terms_met(subject, other) >= here
    ]
    return max(named, key=lambda one: one[1].score, default=None)


def _all_but(one: Vacancy, every: tuple[Vacancy, ...]) -> tuple[Vacancy, ...]:
    return tuple(other for other in every if other is not one)


def _ask(thing: str, message: Message, vacancy: Vacancy, others: tuple[Vacancy, ...]) -> Answer:
    if thing == "candidate":
        return _candidate(message)
    if thing == "project":
        naming = names_project(message.subject, vacancy)
        return _by_score("the project", naming)
    instead = named_instead(message.subject, vacancy, others)
    if instead is not None:
        other, naming = instead
        told = f"names another vacancy, {quote(other.title)} ({naming.score:.0f} of 100)"
        return Answer(Result.FAIL, told)
    return _by_score("the vacancy", names_vacancy(message.subject, vacancy, others))


def _by_score(what: str, naming: Naming) -> Answer:
    score = f"{naming.score:.0f} of 100"
    if naming.score >= NAMED:
        return Answer(Result.PASS, f"names {what} ({quote(naming.name)}, {score})")
    if naming.score >= DOUBTFUL:
        return Answer(Result.UNSURE, f"may name {what} ({quote(naming.name)}, {score})")
    return Answer(Result.FAIL, f"does not name {what} ({score})")


def _candidate(message: Message) -> Answer:
    names = known_names(message)
    result, name = names_person(message.subject, names)
    if not names:
        return Answer(
            result, "cannot be compared with a name: neither the mail nor the CV gives one"
        )
    told = {
        Result.PASS: f"names the candidate ({quote(name)})",
        Result.UNSURE: f"names the candidate in part only ({quote(name)})",
        Result.FAIL: f"does not name the candidate ({quote(name)})",
    }
    return Answer(result, told[result])


def _is_garbled(subject: str) -> bool:
    """Whether the subject could not be decoded: a person may still make sense of it."""
    return "\ufffd" in subject
