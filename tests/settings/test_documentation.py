"""The manual of the configuration names every key, and its examples are right."""

import re
import tomllib
from pathlib import Path

import pytest

from intake.settings.schema import INTAKE, VACANCY, ImapTable, MailboxTable, Table, keys_of

MANUAL = Path(__file__).parents[2] / "docs" / "configuration.md"
HEADS = {
    **{name: f"### [{name}]" for name in [*INTAKE, *VACANCY] if name},
    "": "### At the top",
}
TABLES = {**INTAKE, **VACANCY}


def section(name: str) -> str:
    _, _, below = MANUAL.read_text(encoding="utf-8").partition(f"{HEADS[name]}\n")
    return re.split(r"\n##+ |\n---", below)[0]


def own_keys(table: type[Table]) -> set[str]:
    inherited = set(keys_of(ImapTable)) if table is MailboxTable else set()
    return set(keys_of(table)) - inherited


@pytest.mark.parametrize("name", TABLES)
def test_every_key_stands_in_its_section_and_no_other(name: str) -> None:
    rows = re.findall(r"^\| (`[^|]+`) \|", section(name), re.MULTILINE)
    documented = {key for row in rows for key in re.findall(r"`(\w+)`", row)}
    assert documented == own_keys(TABLES[name])


@pytest.mark.parametrize("name", TABLES)
def test_every_example_is_a_value_that_the_key_takes(name: str) -> None:
    rows = re.findall(r"^\| `(\w+)`[^|]*\|.*\| `([^|]+)` \|$", section(name), re.MULTILINE)
    assert rows
    for key, example in rows:
        value = tomllib.loads(f"x = {example}")["x"]
        required = {
            field: (info.examples or [""])[0]
            for field, info in TABLES[name].model_fields.items()
            if info.is_required()
        }
        TABLES[name].model_validate({**required, key: value})


@pytest.mark.parametrize("name", TABLES)
def test_every_example_that_a_mistake_is_answered_with_is_right_itself(name: str) -> None:
    for field, info in TABLES[name].model_fields.items():
        assert info.examples, field
    examples = {
        info.alias or field: (info.examples or [""])[0]
        for field, info in TABLES[name].model_fields.items()
    }
    TABLES[name].model_validate(examples)
