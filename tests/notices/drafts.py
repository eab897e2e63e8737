"""A notice with what is expected of its draft, and the draft as settings load it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intake.notices.compose import draft
from intake.notices.draft import Draft
from intake.notices.vacancy_file import as_toml
from intake.settings import VacancySettings, load

_INTAKE = """
[organisation]
name = "Example Organisation"
timezone = "Europe/Brussels"
[imap]
host = "imap.example.org"
"""


@dataclass(frozen=True)
class Case:
    """A notice's text and what it says, as a person reads it."""

    name: str
    text: str
    expected: Mapping[str, Any]

    @property
    def draft(self) -> Draft:
        return draft(self.text, self.name)


def cases_in(folder: Path) -> list[Case]:
    """Every notice of a folder with the .toml beside it."""
    return [
        Case(file.stem, file.read_text("utf-8"), _toml(file.with_suffix(".toml")))
        for file in sorted(folder.iterdir())
        if file.suffix in (".txt", ".md")
    ]


def _toml(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8"))


CASES = cases_in(Path(__file__).parent / "notices")
CASES_BY_NAME = {case.name: case for case in CASES}


def loaded(found: Draft, folder: Path) -> VacancySettings:
    """The vacancy that the draft's file configures; raises ConfigurationError."""
    (folder / "vacancies").mkdir(parents=True)
    (folder / "intake.toml").write_text(_INTAKE, "utf-8")
    (folder / "vacancies" / f"{found.id}.toml").write_text(as_toml(found), "utf-8")
    (vacancy,) = load(folder, {}).vacancies
    return vacancy


def differences(found: Draft, expected: Mapping[str, Any]) -> list[str]:
    """Each value of the draft that is not as a person reads the notice."""
    return [
        f"{name}: {wanted!r} was expected, not {got!r}"
        for name, wanted, got in (*_values(found, expected), *_closing(found, expected))
        if wanted != got
    ] + _questions(found.questions, expected["questions"])


def _values(found: Draft, expected: Mapping[str, Any]) -> list[tuple[str, object, object]]:
    return [
        ("title", expected.get("title", ""), found.title.value if found.title else ""),
        ("address", expected.get("address", ""), found.address.value if found.address else ""),
        ("languages", expected.get("languages", []), _listed(found.languages)),
        ("required", expected["required"], _listed(found.required)),
        ("must_name", set(expected["must_name"]), set(_listed(found.must_name))),
        ("project", expected.get("project", []), list(found.project)),
        ("also_known_as", expected.get("also_known_as", []), list(found.also_known_as)),
        (
            "asked elsewhere",
            set(expected.get("elsewhere", [])),
            {name for name, _ in found.asked_elsewhere},
        ),
    ]


def _listed(found: Any) -> list[str]:
    return list(found.value) if found else []


def _closing(found: Draft, expected: Mapping[str, Any]) -> list[tuple[str, object, object]]:
    wanted = expected.get("deadline")
    if wanted is None or found.closing is None:
        return [("deadline", wanted, found.closing)]
    closing = found.closing.value
    return [
        ("date", wanted.get("date"), closing.date),
        ("time", wanted.get("time"), closing.time),
        ("zone", wanted.get("zone"), closing.zone),
        ("hold_until", wanted.get("hold", False), closing.hold_until is not None),
        ("its sentence", True, wanted["sentence"] in found.closing.sentence),
    ]


def _questions(asked: tuple[str, ...], phrases: list[str]) -> list[str]:
    """Each phrase must be in one question, and each question must hold one of them."""
    missing = [f"not asked: {one}" for one in phrases if not any(one in q for q in asked)]
    more = [f"asked as well: {q}" for q in asked if not any(one in q for one in phrases)]
    return missing + more
