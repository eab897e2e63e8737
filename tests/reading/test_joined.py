"""A CV and a letter in one file: both are seen, whichever comes first."""

import tomllib
from pathlib import Path

import pytest

from intake.reading.role import role_of
from intake.triage.message import DocumentKind

FOLDER = Path(__file__).with_name("odd")
CV, LETTER = DocumentKind.CV, DocumentKind.MOTIVATION_LETTER
TEXTS = [
    one
    for path in sorted(FOLDER.glob("*.toml"))
    for one in tomllib.loads(path.read_text("utf-8"))["document"]
    if not (one.get("left_open") or one.get("body"))
]
PAGE = "\n\n\n"


def texts(sort: str, language: str) -> list[str]:
    return [one["text"] for one in TEXTS if (one["sort"], one["language"]) == (sort, language)]


def told(sort: str, language: str, kind: DocumentKind) -> list[str]:
    """Those that are told by their words alone."""
    return [text for text in texts(sort, language) if role_of(text, "").kinds == (kind,)]


def pairs(language: str) -> list[tuple[str, str]]:
    """Each letter with two of the CVs."""
    letters, cvs = told("letter", language, LETTER), told("cv", language, CV)
    return [
        (letter, cvs[(2 * at + step) % len(cvs)])
        for at, letter in enumerate(letters)
        for step in (0, 1)
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_both_papers_of_a_file_are_seen(language: str) -> None:
    made = pairs(language)
    assert len(made) > 20
    seen = [
        {*role_of(f"{one}{PAGE}{other}", "").kinds} == {CV, LETTER}
        for letter, cv in made
        for one, other in ((letter, cv), (cv, letter))
    ]
    assert sum(seen) >= 0.98 * len(seen), (sum(seen), len(seen))


@pytest.mark.parametrize("sort", ["cv", "letter", "other"])
def test_one_paper_of_two_pages_stays_one(sort: str) -> None:
    for text in (*texts(sort, "en"), *texts(sort, "fr")):
        lines = text.split("\n")
        middle = len(lines) // 2
        paged = "\n".join([*lines[:middle], PAGE, *lines[middle:]])
        assert not {CV, LETTER} <= {*role_of(paged, "").kinds}, text[:60]


def test_the_evidence_quotes_both_parts() -> None:
    letter = "Dear Sir or Madam,\n\nI am applying for the post of auditor. I have audited three\n"
    letter += "ministries and I write clear reports.\n\nYours faithfully,\nAda Okafor"
    cv = "CURRICULUM VITAE\nAda Okafor\nWork experience\n2016 - present Auditor, Court of Accounts"
    role = role_of(f"{letter}{PAGE}{cv}", "scan.pdf")
    assert role.kinds == (LETTER, CV)
    assert "Dear Sir or Madam" in role.why
    assert "CURRICULUM VITAE" in role.why
