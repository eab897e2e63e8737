"""From the text of a notice to a draft, and from the draft to a vacancy file."""

import re
import textwrap
import unicodedata

import tomlkit
from tomlkit import TOMLDocument
from tomlkit.items import Table

from intake.notices import asks, closing, plain, title
from intake.notices.draft import Closing, Draft, Found

PLACEHOLDER = "placeholder.invalid"
"""A domain that can never receive mail (RFC 2606): `intake check` reports it."""


def draft(text: str, name: str = "") -> Draft:
    """Find in a notice what a vacancy file holds.

    Args:
        text: the whole notice, plain, Markdown or as extracted from PDF or DOCX.
        name: the notice's file name, for the id where its address and title give none.
    """
    notice = plain.read(text)
    called, about_title = title.title(notice)
    address, about_address = asks.address(notice)
    closes, about_closing = closing.find(notice)
    required, about_documents = asks.documents(notice)
    languages, about_languages = asks.languages(notice)
    rule = asks.subject(notice)
    title_text = called.value if called else ""
    project = title.projects(notice, title_text) if rule and "project" in rule.value else ()
    return Draft(
        id=_id(address.value if address else "", title_text, name),
        title=called,
        address=address,
        closing=closes,
        also_known_as=title.other_names(notice, title_text, address.value if address else ""),
        languages=languages,
        required=required,
        must_name=rule,
        project=project,
        asked_elsewhere=asks.clauses(notice),
        questions=(
            *about_title,
            *about_address,
            *about_closing,
            *about_documents,
            *about_languages,
            *_about_project(rule, project),
        ),
    )


def _about_project(rule: Found[tuple[str, ...]] | None, project: tuple[str, ...]) -> list[str]:
    if rule and "project" in rule.value and not project:
        return [
            "The subject line must name the project, but its title was not found. What is it called?"
        ]
    return []


def _id(address: str, title_text: str, name: str) -> str:
    local = re.split(r"[._-]?vacanc", address.partition("@")[0], flags=re.I)[0]
    short = title.abbreviation(title_text)
    for source in (local, short, title_text, name, "vacancy"):
        plain_letters = unicodedata.normalize("NFKD", source).encode("ascii", "ignore").decode()
        slug = re.sub(r"[^a-z0-9]+", "-", plain_letters.casefold()).strip("-")
        if len(slug) > 2:
            return slug[:48].rstrip("-")
    return "vacancy"


def as_toml(found: Draft) -> str:
    """A vacancy file: valid TOML, each value under its sentence, each doubt a question on top."""
    document = tomlkit.document()
    _head(document, found)
    _put(document, "title", found.title or Found(f"TO BE NAMED ({found.id})", ""))
    if found.also_known_as:
        document.add("also_known_as", list(found.also_known_as))
    if found.languages:
        _put(document, "languages", Found(list(found.languages.value), found.languages.sentence))
    for name, table in _tables(found):
        document.add(tomlkit.nl())
        document.add(name, table)
    return tomlkit.dumps(document)


def _head(document: TOMLDocument, found: Draft) -> None:
    document.add(
        tomlkit.comment("A draft made from a published notice. Read it against the notice.")
    )
    for number, question in enumerate(found.questions, start=1):
        document.add(tomlkit.comment(""))
        _comment(document, f"QUESTION {number}: {question}")
    document.add(tomlkit.nl())


def _tables(found: Draft) -> list[tuple[str, Table]]:
    mailbox = tomlkit.table()
    _put(mailbox, "address", found.address or Found(f"{found.id}@{PLACEHOLDER}", ""))
    mailbox.add("password_env", re.sub(r"\W", "_", found.id).upper() + "_PASSWORD")
    documents = tomlkit.table()
    if found.required:
        _put(documents, "required", Found(list(found.required.value), found.required.sentence))
    documents.add("letter_may_be_in_body", True)
    for name, sentence in found.asked_elsewhere:
        _comment(documents, f"{name}: “{sentence}”")
    return [
        ("mailbox", mailbox),
        ("deadline", _deadline(found.closing)),
        ("subject", _subject(found)),
        ("documents", documents),
    ]


def _deadline(found: Found[Closing] | None) -> Table:
    table = tomlkit.table()
    if found is None:
        _comment(table, "date = YYYY-MM-DD is missing: see the questions above")
        return table
    closes = found.value
    _put(table, "date", Found(closes.date, found.sentence))
    for key, value in (
        ("time", closes.time),
        ("zone", closes.zone),
        ("hold_until", closes.hold_until),
    ):
        if value is not None:
            table.add(key, value)
    table.add("sentence", found.sentence)
    return table


def _subject(found: Draft) -> Table:
    table = tomlkit.table()
    if found.must_name is None:
        _comment(table, "The notice has no rule for the subject line.")
        table.add("must_name", [])
        return table
    _put(table, "must_name", Found(list(found.must_name.value), found.must_name.sentence))
    if found.project:
        table.add("project", list(found.project))
    return table


def _put(where: TOMLDocument | Table, key: str, found: Found[object]) -> None:
    if found.sentence:
        _comment(where, f"“{found.sentence}”")
    where.add(key, found.value)  # type: ignore[arg-type]


def _comment(where: TOMLDocument | Table, text: str) -> None:
    """A comment of any length; control characters, which TOML forbids there, are left out."""
    clean = "".join(" " if unicodedata.category(letter)[0] == "C" else letter for letter in text)
    for line in textwrap.wrap(clean, 96):
        where.add(tomlkit.comment(line))
