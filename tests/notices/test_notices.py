"""Notices of many houses, in their own wordings: each value, and each question."""

from pathlib import Path

import pytest

from tests.notices.drafts import CASES, Case, differences, loaded

DATED = [one for one in CASES if "cutoff" in one.expected.get("deadline", {})]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_notice_is_drafted_as_a_person_reads_it(case: Case) -> None:
    assert differences(case.draft, case.expected) == []


@pytest.mark.parametrize("case", DATED, ids=lambda case: case.name)
def test_the_drafted_file_means_the_notices_deadline(case: Case, tmp_path: Path) -> None:
    deadline = loaded(case.draft, tmp_path).vacancy.deadline
    expected = case.expected["deadline"]
    assert deadline.cutoff == expected["cutoff"]
    assert (deadline.ambiguous_from is not None) == expected.get("ambiguous", False)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_value_is_quoted_from_the_notice(case: Case) -> None:
    found = case.draft
    sentences = [
        one.sentence
        for one in (found.title, found.address, found.closing, found.languages, found.required)
        if one
    ]
    written = "".join(filter(str.isalnum, case.text))
    for sentence in sentences:
        words = [word for word in sentence.split() if word.isalnum()]
        assert words
        assert all(word in written for word in words)
