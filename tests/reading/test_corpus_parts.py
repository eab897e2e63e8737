"""The corpus of real odd mail: what its sources say is in each, against what we find."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from intake.reading import tnef
from intake.reading.limits import Budget
from intake.triage.message import Document
from tests.reading.parts import files, take_apart

DECORATION = "small pictures that the text shows are no documents"
OPENED = "an attached mail is opened: what it holds is listed, and not the mail"
TEXT = "it is a piece of the mail's own text"
BINHEX = "BinHex is listed as it came; the source lists what is in it"
UUENCODED = "the source counts the octets of the encoded lines, we those of the file"
ELSEWHERE = "the mail only says where the file lies (message/external-body)"
NAME = "the source shows a raw octet in the name, we the letter"

# Where we list other files than the source of a sample says, and why that is right.
DIFFERENCES = {
    "mime00073": DECORATION,
    "mime00074": BINHEX,
    "mime00075": UUENCODED,
    "mime00076": DECORATION,
    "mime00079": DECORATION,
    "mime00081": NAME,
    "mime00082": DECORATION,
    "mime00083": DECORATION,
    "mime00084": NAME,
    "mime00086": DECORATION,
    "mime00093": DECORATION,
    "mime00097": DECORATION,
    "mime00106": UUENCODED,
    "mime00108": DECORATION,
    "mime00109": DECORATION,
    "mime00112": TEXT,
    "mime00113": ELSEWHERE,
    "mime00114": OPENED,
    "mime00115": TEXT,
    "mime00116": OPENED,
    "mime00119": OPENED,
    "mime00120": OPENED,
    "mime00121": OPENED,
}


def _samples(corpus: Path, category: str) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    for entry in json.loads((corpus / "manifest.json").read_text()):
        if entry["category"] == category:
            yield entry["path"], (corpus / entry["path"]).read_bytes(), entry["expected"]


def _missing(wanted: dict[str, Any], found: list[Document]) -> bool:
    """Whether a wanted file is not among the found ones; if it is, it is taken out."""
    for document in found:
        same = document.sha256 == wanted["sha256"] if wanted.get("sha256") else True
        if same and document.filename == (wanted.get("filename") or ""):
            found.remove(document)
            return False
    return True


def _wanted(expected: dict[str, Any]) -> list[dict[str, Any]]:
    leaves = [
        {"filename": None, **leaf, "by_content": True}
        for leaf in expected.get("leaves", [])
        if leaf["leaf"] == "binary-body"
    ]
    return [*expected.get("attachments", []), *leaves]


def _number(path: str) -> str:
    return path.partition("/")[2].partition("__")[0]


def _lost(raw: bytes, expected: dict[str, Any]) -> list[str | None]:
    """The wanted files that are not found: leaves by content, attachments by name too."""
    found = files(raw)
    contents = {document.sha256 for document in found}
    return [
        one.get("filename")
        for one in _wanted(expected)
        if (one["sha256"] not in contents if one.get("by_content") else _missing(one, found))
    ]


def test_every_file_of_the_corpus_is_found(corpus: Path) -> None:
    lost = {path: _lost(raw, expected) for path, raw, expected in _samples(corpus, "mime")}
    unexplained = {
        path: names for path, names in lost.items() if names and _number(path) not in DIFFERENCES
    }
    assert not unexplained, "\n".join(f"{path}: {names}" for path, names in unexplained.items())


def test_no_explanation_is_out_of_date(corpus: Path) -> None:
    differing = {
        _number(path) for path, raw, expected in _samples(corpus, "mime") if _lost(raw, expected)
    }
    assert differing == set(DIFFERENCES)


def test_the_files_in_every_winmail_are_found(corpus: Path) -> None:
    unexplained = {}
    for path, raw, expected in _samples(corpus, "tnef"):
        wanted = [one["filename"] for one in expected["attachments"]]
        found = [part.filename for part in tnef.open(raw, "winmail.dat", Budget())]
        if found != wanted:
            unexplained[path] = (wanted, found)
    assert not unexplained, "\n".join(f"{path}: {one}" for path, one in unexplained.items())


@pytest.mark.parametrize("category", ["mime", "bounce", "reply"])
def test_nothing_in_the_corpus_breaks_the_reader(corpus: Path, category: str) -> None:
    for path, raw, _ in _samples(corpus, category):
        message = take_apart(raw)
        assert message.content_hash, path
        assert message.unreadable is None, path
