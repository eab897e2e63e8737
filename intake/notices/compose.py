"""From the text of a notice to a draft: each part asked, and what it leaves open."""

import re
import unicodedata

from intake.notices import (
    address,
    clauses,
    closing,
    documents,
    languages,
    names,
    plain,
    subject,
    title,
)
from intake.notices.draft import Draft, Found
from intake.notices.plain import Notice


def draft(text: str, name: str = "") -> Draft:
    """Find in a notice what a vacancy file holds.

    Args:
        text: the whole notice, plain, Markdown or as extracted from PDF or DOCX.
        name: the notice's file name, for the id where its address and title give none.
    """
    notice = plain.read(text)
    called, about_title = title.find(notice)
    mailbox, about_address = address.find(notice)
    closes, about_closing = closing.find(notice)
    required, about_documents = documents.find(notice)
    written_in, about_languages = languages.find(notice)
    title_text = called.value if called else ""
    also = names.other_names(notice, title_text, mailbox.value if mailbox else "")
    rule = subject.find(notice, (title_text, *also) if title_text else also)
    if rule is not None:
        also = tuple(dict.fromkeys((*also, *_said_so(rule, title_text))))
    project = names.projects(notice, title_text) if _asks(rule, "project") else ()
    return Draft(
        id=_id(names.from_mailbox(title_text, mailbox.value if mailbox else ""), title_text, name),
        title=called,
        address=mailbox,
        closing=closes,
        required=required,
        also_known_as=also,
        languages=written_in,
        must_name=rule,
        project=project,
        asked_elsewhere=clauses.find(notice),
        questions=(
            *about_title,
            *about_address,
            *about_closing,
            *about_documents,
            *about_languages,
            *_about_project(rule, project),
            *_about_code(rule, notice),
        ),
    )


def _asks(rule: Found[tuple[str, ...]] | None, name: str) -> bool:
    return rule is not None and name in rule.value


def _about_project(rule: Found[tuple[str, ...]] | None, project: tuple[str, ...]) -> list[str]:
    if not _asks(rule, "project") or project:
        return []
    return [
        "The subject line must name the project, but its title was not found. What is it "
        "called? Until that is known, the draft does not ask for it."
    ]


def _said_so(rule: Found[tuple[str, ...]], title_text: str) -> tuple[str, ...]:
    """What applicants are told to write, word for word: it names the vacancy, whatever it says."""
    if "vacancy" not in rule.value:
        return ()
    given = subject.prescribed(rule.sentence)
    return tuple(one for one in given if one.casefold() not in title_text.casefold())


def _about_code(rule: Found[tuple[str, ...]] | None, notice: Notice) -> list[str]:
    if rule is None or not subject.must_give_code(rule.sentence):
        return []
    if any(names.codes(notice)) or subject.gives_code(rule.sentence):
        return []
    return [
        "The subject line must give a reference number, and none was found in the notice. "
        "What is it? Add it to also_known_as."
    ]


def _id(mailbox: str, title_text: str, name: str) -> str:
    """A name for the vacancy's file: of letters, digits and dashes."""
    short = re.sub(r"\([a-z/]{1,7}\)|[·•]\w+", "", title_text)  # (m/f/d), (e), ·rice
    for source in (mailbox, names.abbreviation(title_text), short, name):
        letters = unicodedata.normalize("NFKD", source).encode("ascii", "ignore").decode()
        slug = re.sub(r"[^a-z0-9]+", "-", letters.casefold()).strip("-")
        if len(slug) > 2:
            return slug[:48].rstrip("-")
    return "vacancy"
