"""A draft as a vacancy file: valid TOML, each value under its sentence, each doubt on top."""

import re
import textwrap
import unicodedata
from typing import Any

import tomlkit
from tomlkit import TOMLDocument
from tomlkit.items import Table

from intake.notices.draft import Closing, Draft, Found

PLACEHOLDER = "placeholder.invalid"
"""A domain that can never receive mail (RFC 2606): `intake check` reports it."""


def as_toml(found: Draft) -> str:
    """The vacancy file of a draft. What is missing is a placeholder or a comment, never a guess."""
    document = tomlkit.document()
    _head(document, found)
    _put(document, "title", found.title or Found(f"TO BE NAMED ({found.id})", ""))
    if found.also_known_as:
        document.add("also_known_as", _list(found.also_known_as))
    if found.languages:
        _put(document, "languages", found.languages)
    for name, table in (
        ("mailbox", _mailbox(found)),
        ("deadline", _deadline(found.closing)),
        ("subject", _subject(found)),
        ("documents", _documents(found)),
    ):
        document.add(tomlkit.nl())
        document.add(name, table)
    return tomlkit.dumps(document)


def _head(document: TOMLDocument, found: Draft) -> None:
    _comment(document, "A draft made from a published notice. Read it against the notice, then")
    _comment(document, f"save it as vacancies/{found.id}.toml and run: intake check")
    for number, question in enumerate(found.questions, start=1):
        document.add(tomlkit.comment(""))
        _comment(document, f"QUESTION {number}: {question}")
    document.add(tomlkit.nl())


def _mailbox(found: Draft) -> Table:
    table = tomlkit.table()
    _put(table, "address", found.address or Found(f"{found.id}@{PLACEHOLDER}", ""))
    name = re.sub(r"\W", "_", found.id).upper()
    table.add("password_env", f"{'' if name[0].isalpha() else 'VACANCY_'}{name}_PASSWORD")
    return table


def _deadline(found: Found[Closing] | None) -> Table:
    table = tomlkit.table()
    if found is None:
        _comment(table, "date = YYYY-MM-DD is missing: see the questions above.")
        return table
    closes = found.value
    if closes.date is None:
        _comment(table, f"“{found.sentence}”")
        _comment(table, "date = YYYY-MM-DD is missing: see the questions above.")
    else:
        _put(table, "date", Found(closes.date, found.sentence))
    for key in ("time", "zone", "hold_until"):
        if (value := getattr(closes, key)) is not None:
            table.add(key, value)
    table.add("sentence", found.sentence)
    return table


def _subject(found: Draft) -> Table:
    table = tomlkit.table()
    rule = found.must_name
    if rule is None:
        _comment(table, "The notice has no rule for the subject line.")
        table.add("must_name", [])
        return table
    named = tuple(name for name in rule.value if name != "project" or found.project)
    _put(table, "must_name", Found(named, rule.sentence))
    if found.project:
        table.add("project", _list(found.project))
    elif "project" in rule.value:
        _comment(table, 'Add "project" above and project = ["its title"] once that is known.')
    return table


def _documents(found: Draft) -> Table:
    table = tomlkit.table()
    _put(table, "required", found.required)
    table.add("letter_may_be_in_body", True)
    for name, sentence in found.asked_elsewhere:
        _comment(table, f"{name}: “{sentence}”")
    return table


def _put(where: TOMLDocument | Table, key: str, found: Found[Any]) -> None:
    if found.sentence:
        _comment(where, f"“{found.sentence}”")
    where.add(key, _list(found.value) if isinstance(found.value, tuple) else found.value)


def _list(values: tuple[str, ...]) -> list[str]:
    return list(values)


def _comment(where: TOMLDocument | Table, text: str) -> None:
    """A comment of any length; control characters, which TOML forbids there, are left out."""
    clean = "".join(" " if unicodedata.category(letter)[0] == "C" else letter for letter in text)
    for line in textwrap.wrap(clean, 96, break_on_hyphens=False):
        where.add(tomlkit.comment(line))
