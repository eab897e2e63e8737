"""Documents written by hand, each in its own way: by their words alone they are what they are.

`odd/first.toml` showed what was missing; the others were written after that was mended, each
measured before anything was changed for it.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from intake.reading.language import SURE, detect
from intake.reading.role import letter_in_body, role_of
from intake.triage.message import DocumentKind

FOLDER = Path(__file__).with_name("odd")
CV, LETTER = DocumentKind.CV, DocumentKind.MOTIVATION_LETTER
ASKED = {"cv": {CV}, "letter": {LETTER}, "both": {CV, LETTER}, "other": set[DocumentKind]()}


def read(name: str) -> list[Any]:
    return [
        pytest.param(one, id=f"{name}-{at}-{one['sort']}-{one['language']}")
        for at, one in enumerate(tomllib.loads((FOLDER / f"{name}.toml").read_text())["document"])
    ]


DOCUMENTS = [
    one
    for name in ("first", "held_out", "second", "third", "fourth", "fifth", "sixth", "seventh")
    for one in read(name)
]


def kinds(document: dict[str, Any]) -> set[DocumentKind]:
    if document.get("body"):
        role = letter_in_body(document["text"])
        return set(role.kinds) if role else set()
    return set(role_of(document["text"], document.get("filename", "")).kinds)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_an_odd_document_is_what_its_label_says(document: dict[str, Any]) -> None:
    asked = set[DocumentKind]() if document.get("left_open") else ASKED[document["sort"]]
    assert kinds(document) - {DocumentKind.OTHER} == asked


TELLING = [
    one
    for one in DOCUMENTS
    if one.values[0]["sort"] != "other" and not one.values[0].get("only_names")
]


@pytest.mark.parametrize("document", TELLING)
def test_the_language_of_an_odd_document_is_told_surely(document: dict[str, Any]) -> None:
    found = detect(document["text"])
    assert (found.main, found.confidence >= SURE) == (document["language"], True), found
