"""Whatever stands in a key, the answer is a value or a mistake with its remedy: never a crash."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.settings.general import General, read_general
from intake.settings.opening import read_vacancy
from intake.settings.schema import INTAKE, VACANCY, ImapTable, keys_of
from intake.settings.source import Source, key_lines
from intake.settings.values import Organisation

scalars = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["", "en", "midnight", "none", "CET", "5m", "a@example.org", "\x00", "x" * 99]),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.datetimes(timezones=st.just(UTC)),
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)

OPENING: dict[str, Any] = {
    "title": "Officer",
    "mailbox": {"address": "officer@example.org", "password_env": "OFFICER"},
    "deadline": {"date": date(2026, 2, 8)},
}
GENERAL: dict[str, Any] = {"organisation": {"name": "Example", "timezone": "Europe/Brussels"}}
HOME = General(
    source=Source(Path("intake.toml")),
    organisation=Organisation("Example", "Europe/Brussels"),
    imap=ImapTable(host="imap.example.org"),
)


def with_value(data: dict[str, Any], table: str, key: str, value: object) -> dict[str, Any]:
    if not table:
        return {**data, key: value}
    return {**data, table: {**data.get(table, {}), key: value}}


@pytest.mark.parametrize("table", VACANCY)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_in_a_vacancy(table: str, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(keys_of(VACANCY[table])))
    content = with_value(OPENING, table, key, data.draw(values))
    vacancy, problems = read_vacancy(Source(Path("officer.toml"), content), HOME, {})
    assert (vacancy is None) == bool(problems)
    for problem in problems:
        assert problem.key
        assert problem.expected
        assert problem.write


@pytest.mark.parametrize("table", INTAKE)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_in_intake_toml(table: str, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(keys_of(INTAKE[table])))
    content = with_value(GENERAL, table, key, data.draw(values))
    _, problems = read_general(Source(Path("intake.toml"), content), {})
    for problem in problems:
        assert problem.key
        assert problem.expected
        assert problem.write


@settings(max_examples=40, deadline=None)
@given(values)
def test_in_place_of_a_table(value: object) -> None:
    for table in ("mailbox", "deadline", "review"):
        source = Source(Path("officer.toml"), {**OPENING, table: value})
        _, problems = read_vacancy(source, HOME, {})
        assert all(problem.problem for problem in problems)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="abc.=[]{}\"'#\n \\,", max_size=60))
def test_the_lines_of_any_text_at_all(text: str) -> None:
    lines = text.count("\n") + 1
    assert all(1 <= line <= lines for line in key_lines(text).values())


@pytest.mark.parametrize("value", [datetime(2026, 2, 8, 23, 59), time(23, 59), [date(2026, 2, 8)]])
def test_a_value_of_another_sort_is_shown_as_it_was_written(value: object) -> None:
    content = {**OPENING, "title": value}
    _, problems = read_vacancy(Source(Path("officer.toml"), content), HOME, {})
    assert "is not text" in problems[0].problem
    assert "datetime" not in problems[0].problem
