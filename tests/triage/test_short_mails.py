"""Short mails as many kinds of people write them: who withdraws, who has a relative here."""

import json
from pathlib import Path

import pytest

from intake.triage.verdict import Flag, Kind, Verdict
from tests.triage.mails import CV, LETTER, document, judged, mail
from tests.triage.openings import TOSCI_BY_EVERY_NAME

MAILS = Path(__file__).parent / "short_mails"
"""One file for each answer; all invented. `letter` says that the words alone make a letter."""
WITH_A_CV = ("relative", "no_relative", "application")
RIGHT = 0.99
RIGHT_WHERE_SOME_HINT = {"withdrawal": 0.98, "relative": 0.95}
"""Some say it by a hint that only a person understands, or in words misspelt throughout."""


def _flags(verdict: Verdict) -> set[Flag]:
    return {finding.flag for finding in verdict.findings}


ANSWERS = {
    "withdrawal": lambda said: said.kind is Kind.WITHDRAWAL,
    "not_withdrawal": lambda said: said.kind is not Kind.WITHDRAWAL,
    "relative": lambda said: Flag.DECLARED_RELATIVE in _flags(said),
    "no_relative": lambda said: Flag.DECLARED_RELATIVE not in _flags(said),
    "enquiry": lambda said: said.kind is Kind.ENQUIRY,
    "application": lambda said: said.kind is Kind.APPLICATION,
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_short_mails_are_understood_as_a_person_would(answer: str) -> None:
    lines = (MAILS / f"{answer}.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    wrong = [one for one in told if not ANSWERS[answer](_judged(one, answer))]
    least = RIGHT_WHERE_SOME_HINT.get(answer, RIGHT)
    assert 1 - len(wrong) / len(told) >= least, wrong


def _judged(told: dict[str, str], answer: str) -> Verdict:
    brought = [document("cv.pdf", CV)] if answer in WITH_A_CV else []
    if told.get("letter"):
        brought.append(document("message body", LETTER, in_body=True, text=told["body"]))
    message = mail(told["body"], *brought, subject=told["subject"])
    return judged(message, vacancy=TOSCI_BY_EVERY_NAME).verdict
