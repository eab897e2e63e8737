"""Every mail of fixtures/emails is answered as a careful person would answer it."""

from pathlib import Path
from typing import Any

import pytest

from tests.journeys.rehearsal import Json, Played, Rehearsal, Sample, samples
from tests.letters.write_fixtures import FOLDER, scenes, story_toml
from tests.support.dovecot import Dovecot


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory, dovecot: Dovecot) -> Played:
    """All the mail, delivered and read once."""
    return Rehearsal(tmp_path_factory.mktemp("rehearsal"), dovecot).play()


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.id)
def test_a_mail_is_answered_as_labelled(sample: Sample, played: Played) -> None:
    row, expected = played.messages[sample.id], sample.told["expected"]
    assert _answers(row, expected) == _labels(expected)
    application = played.applications.get(row["application"] or "", {})
    for key, value in expected.get("application", {}).items():
        assert application[key] == value


def test_every_mail_of_every_mailbox_is_accounted_for(played: Played) -> None:
    assert set(played.messages) == {sample.id for sample in samples()}
    assert len(samples()) >= 110


def test_the_mailboxes_are_left_byte_for_byte_as_they_were(played: Played) -> None:
    assert played.touched == []


def test_the_files_are_those_that_the_stories_write(tmp_path: Path) -> None:
    for scene in scenes():
        for story in scene.stories:
            path = FOLDER / scene.vacancy / f"{story.name}.eml"
            assert path.read_bytes() == story.raw, (
                f"{path}: run python -m tests.letters.write_fixtures"
            )
            assert path.with_suffix(".toml").read_text("utf-8") == story_toml(story)


def _labels(expected: Json) -> Json:
    plain = {
        key: value
        for key, value in expected.items()
        if key not in ("application", "flags", "documents")
    }
    flags = {"flags": sorted(expected["flags"])} if "flags" in expected else {}
    documents = {"documents": _sorted(expected["documents"])} if "documents" in expected else {}
    return plain | flags | documents


def _answers(row: Json, expected: Json) -> Json:
    """The row, cut down to what the label speaks of."""
    answers = {key: row[key] for key in _labels(expected) if key not in ("checks", "documents")}
    if "flags" in answers:
        answers["flags"] = sorted(row["flags"])
    if "checks" in expected:
        found = {check["name"]: check["result"] for check in row["checks"]}
        answers["checks"] = {name: found.get(name) for name in expected["checks"]}
    if "documents" in expected:
        answers["documents"] = _sorted(
            [_as_labelled(one, expected["documents"]) for one in row["documents"]]
        )
    return answers


def _as_labelled(document: Json, labels: list[Json]) -> Json:
    """A document in the terms of its label, which leaves out what it does not have."""
    label = next((one for one in labels if one["filename"] == document["filename"]), {})
    keys = label or ("filename", "kinds", "readable", "reason")
    return {key: document[key] for key in keys}


def _sorted(documents: list[Json]) -> list[Any]:
    entries = [one | {"kinds": sorted(one["kinds"])} for one in documents]
    return sorted(entries, key=lambda one: str(one["filename"]))
