"""The day's figures as a mail: subject, text and HTML that say the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

import css_inline
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from intake.outbox.words import Language, Words, harmless
from intake.triage.digest import Bar, DigestDay, VacancyDay
from intake.triage.message import Address

LINES_SHOWN = (12, 6, 3)
"""How many lines a list shows; fewer where the mail would grow too long."""

GMAIL_CUTS_AT = 102_000
"""Octets of HTML after which Gmail hides the rest of a mail."""

SOON = timedelta(days=2)


@dataclass(frozen=True)
class Composed:
    """A mail's words, before it has an addressee."""

    subject: str
    text: str
    html: str


def compose(
    day: DigestDay, language: Language = "en", *, names: bool = True, desk: str = ""
) -> Composed:
    """Tell the day in English or French.

    Args:
        day: the figures.
        language: of the recipients.
        names: show candidates' names; without them, references alone.
        desk: the address of the review desk, to which references then link; may be empty.
    """
    words = Words(language, day.period.zone)
    values: dict[str, Any] = {
        "day": day,
        "w": words,
        "loud": [vacancy for vacancy in day.vacancies if not vacancy.quiet],
        "quiet": [vacancy for vacancy in day.vacancies if vacancy.quiet],
        "summary": _summary(day, words),
        "who": _who if names else _nobody,
        "missing": lambda checks: ", ".join(words(f"check_{check}") for check in checks),
        "tally": lambda vacancy: _tally(vacancy, words),
        "status": _status,
        "scaled": scaled,
        "plain": harmless,
        "desk": desk,
    }
    for limit in LINES_SHOWN:
        composed = _rendered(_subject(day, words), values | {"limit": limit})
        if len(composed.html.encode()) < GMAIL_CUTS_AT:
            break
    return composed


def _rendered(subject: str, values: dict[str, Any]) -> Composed:
    return Composed(
        subject=subject,
        text=tidy(_templates().get_template("digest.txt").render(values)),
        html=_inlined(_templates().get_template("digest.html").render(values)),
    )


def scaled(bars: Sequence[Bar], count: int, length: int, least: int = 3) -> int:
    """The length of a bar of `count`, where the tallest has `length`: 0 for none, else visible."""
    most = max((bar.total for bar in bars), default=0)
    return max(round(count * length / most), least) if count else 0


def _subject(day: DigestDay, words: Words) -> str:
    date = words.day(day.period.day)
    summary = _summary(day, words)
    if not day.unread:
        return words("subject", summary=summary, date=date)
    boxes = words("mailboxes", len(day.unread))
    return words("subject_unread", boxes=boxes, summary=summary, date=date)


def _summary(day: DigestDay, words: Words) -> str:
    if not day.new:
        return words("no_news")
    touched = sum(1 for vacancy in day.vacancies if vacancy.new.total)
    new = words("new_mails", day.new)
    return words("new_for", new=new, vacancies=words("vacancies", touched))


def _who(candidate: Address) -> str:
    return harmless(candidate.name) or harmless(candidate.email)


def _nobody(_: Address) -> str:
    return ""


def _tally(vacancy: VacancyDay, words: Words) -> str:
    """The period's mails by outcome, adding up."""
    new = vacancy.new
    return words(
        "tally",
        total=words("new_mails", new.total),
        filed=words("tally_filed", new.filed),
        refused=words("tally_refused", new.refused),
        held=words("tally_held", new.held),
        enquiry=words("tally_enquiry", new.enquiry),
        ignored=words("tally_ignored", new.ignored),
    )


def _status(vacancy: VacancyDay) -> str:
    """The look of the deadline: open, soon (two days left) or closed."""
    if vacancy.closed:
        return "closed"
    return "soon" if vacancy.left <= SOON else "open"


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("intake.outbox"),
        autoescape=select_autoescape(["html"], default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _inlined(html: str) -> str:
    """Styles on the elements themselves, for the mail programs that drop style sheets."""
    inliner = css_inline.CSSInliner(
        load_remote_stylesheets=False, keep_at_rules=True, minify_css=True
    )
    return inliner.inline(html)


def tidy(text: str) -> str:
    """At most one empty line in a row, no spaces at the ends of lines."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    return "\n".join(kept) + "\n"
