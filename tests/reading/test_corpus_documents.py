"""Real documents of the corpus: four words in five of 97 files in a hundred, and no crash."""

import json
from pathlib import Path

from intake.reading import office, pdf
from intake.reading.extract import Extract, Unread
from intake.reading.role import role_of
from tests.reading.made.people import OTHER


def listed(corpus: Path, category: str) -> list[dict[str, object]]:
    manifest = json.loads((corpus / "manifest.json").read_text("utf-8"))
    return [entry for entry in manifest if entry["category"] == category]


def told(expected: object) -> tuple[str, list[str]]:
    assert isinstance(expected, dict)
    words = [word for found in expected.get("ref_words", {}).values() for word in found]
    return expected["outcome"], words


def read(data: bytes) -> Extract | Unread:
    try:
        return office.read(data)
    except Unread as refused:
        return refused


def test_word_processor_files_give_their_words_or_the_expected_reason(corpus: Path) -> None:
    readable = well_read = 0
    for entry in listed(corpus, "doc"):
        found = read((corpus / str(entry["path"])).read_bytes())
        outcome, words = told(entry["expected"])
        if outcome != "text":
            assert isinstance(found, Unread), entry["path"]
            assert found.reason.value == outcome, entry["path"]
            continue
        readable += 1
        assert isinstance(found, Extract), entry["path"]
        well_read += sum(word in found.text for word in words) >= 0.8 * len(words)
    assert readable
    assert well_read >= 0.97 * readable


def test_every_pdf_gives_words_or_a_reason_and_none_is_an_application(corpus: Path) -> None:
    read_well = 0
    files = listed(corpus, "pdf")
    for entry in files:
        try:
            found = pdf.read((corpus / str(entry["path"])).read_bytes())
        except Unread as refused:
            assert refused.note, entry["path"]
            continue
        read_well += 1
        assert "\0" not in found.text
        assert role_of(found.text, "").kinds == (OTHER,), entry["path"]
    assert read_well >= 0.75 * len(files)
