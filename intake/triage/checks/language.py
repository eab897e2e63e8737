"""Are the asked documents written in a language that the notice allows?"""

from collections.abc import Iterable
from dataclasses import replace

from intake.triage.checks.asked import Asked
from intake.triage.checks.documents import in_doubt
from intake.triage.message import Document, DocumentKind
from intake.triage.verdict import Check, Result
from intake.triage.words import quote

NAME = "language"

SURE = 0.8
"""Confidence below which a person should look (measured with the reader of languages)."""

NAMES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
"""Languages in words; another is shown by its ISO 639-1 code."""

_ORDER = (Result.PASS, Result.UNSURE, Result.FAIL)


def check(asked: Asked) -> Check:
    """Only the documents that the vacancy asks for are held to its languages.

    Of several versions in one mail (a CV in Spanish and one in English) the best counts. An
    asked document that may be there, and cannot be read, leaves the question open.
    """
    answers = [_best(asked, kind) for kind in asked.vacancy.required]
    told = [one for one in answers if one is not None]
    if not told:
        return Check(NAME, Result.UNSURE, "There is no asked document whose language can be told.")
    worst = max((one.result for one in told), key=_ORDER.index)
    evidence = (one.evidence for one in told if one.result is worst)
    return Check(NAME, worst, " ".join(dict.fromkeys(evidence)))


def _best(asked: Asked, required: str) -> Check | None:
    """The most favourable answer over the documents of one kind; None where there is none."""
    kind = DocumentKind(required)
    held = (one for one in asked.documents if one.readable and one.is_a(kind))
    answers = [_ask(one, asked.vacancy.languages) for one in held]
    if not answers:
        return _unread(asked, kind)
    return min(answers, key=lambda one: _ORDER.index(one.result))


def _unread(asked: Asked, kind: DocumentKind) -> Check | None:
    doubtful = in_doubt(kind, asked)
    if not doubtful:
        return None
    if doubtful[0].readable:
        return _leniently(doubtful[0], asked.vacancy.languages)
    name = quote(doubtful[0].filename or "a file without a name")
    return Check(NAME, Result.UNSURE, f"{name} could not be read: open it and look.")


def _leniently(document: Document, allowed: tuple[str, ...]) -> Check:
    """The answer for what may be an asked document: it fails nobody."""
    answer = _ask(document, allowed)
    return replace(answer, result=Result.UNSURE) if answer.result is Result.FAIL else answer


def _ask(document: Document, allowed: tuple[str, ...]) -> Check:
    name = "The letter in the mail" if document.in_body else quote(document.filename)
    language, confidence = document.language, document.language_confidence
    if language is None:
        return Check(NAME, Result.UNSURE, f"{name} has too little text to tell its language.")
    certainty = f"{confidence:.0%} sure"
    named = NAMES.get(language, language)
    if len(document.languages) > 1 and set(document.languages) <= set(allowed):
        told = " and ".join(NAMES.get(one, one) for one in document.languages)
        return Check(NAME, Result.PASS, f"{name} is in {told}.")
    if confidence < SURE:
        return Check(NAME, Result.UNSURE, f"{name} may be in {named}, but only {certainty}.")
    if language in allowed:
        return Check(NAME, Result.PASS, f"{name} is in {named} ({certainty}).")
    also = [one for one in document.languages if one in allowed]
    if also:
        told = f"{name} is in {named}, with passages in {_or(also)}: a person should look."
        return Check(NAME, Result.UNSURE, told)
    wanted = _or(allowed)
    return Check(NAME, Result.FAIL, f"{name} is in {named} ({certainty}), not in {wanted}.")


def _or(languages: Iterable[str]) -> str:
    return " or ".join(NAMES.get(one, one) for one in languages)
