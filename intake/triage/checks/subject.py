"""Does the subject line name what the notice says it must name?"""

from rapidfuzz import fuzz

from intake.triage.checks.asked import Asked, best
from intake.triage.message import Message
from intake.triage.verdict import Check, Result

NAME = "subject"


def check(asked: Asked) -> Check:
    """The best answer over all subjects of the candidate's mail."""
    own = tuple(_judge(message, asked) for message in asked.unanswered)
    return best(asked.answers(NAME) + own) or Check(NAME, Result.FAIL, "There is no subject.")


def _judge(message: Message, asked: Asked) -> Check:
    names = (asked.vacancy.title, *asked.vacancy.also_known_as)
    score = max(fuzz.token_set_ratio(name.casefold(), message.subject.casefold()) for name in names)
    result = Result.PASS if score >= 80 else Result.FAIL
    return Check(NAME, result, f"The subject “{message.subject}” scores {score:.0f} of 100.")
