"""Names that came by mail can do no harm on any system, and nobody's is lost."""

from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.triage.names import LONGEST, numbered, receipt_name, safe_name


@pytest.mark.parametrize(
    ("given_name", "safe"),
    [
        ("cv.pdf", "cv.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\cv.pdf", "cv.pdf"),
        (".bashrc", "bashrc"),
        ("-rf.pdf", "rf.pdf"),
        ("cv\x00\n\x1b[31m.pdf", "cv[31m.pdf"),
        ("cv\u202efdp.exe", "cvfdp.exe"),
        ("CON.pdf", "_CON.pdf"),
        ("lpt1", "_lpt1"),
        ("beacon.pdf", "beacon.pdf"),
        ('a<b>:"c|d?e*.pdf', "a_b___c_d_e_.pdf"),
        ("  résumé .pdf. ", "résumé.pdf"),
        ("...", "document"),
        ("", "document"),
        ("é" * 200 + ".docx", "é" * 72 + ".docx"),
        ("x" * 300, "x" * 150),
    ],
)
def test_a_name_is_made_harmless(given_name: str, safe: str) -> None:
    assert safe_name(given_name) == safe


@given(st.text(st.characters(), max_size=300))
def test_any_name_is_safe_and_short(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert len(safe.encode()) <= 150
    assert safe.isprintable()
    assert Path(safe).name == safe
    assert safe[0] not in ".-~ "
    assert not set(safe) & set('/\\<>:"|?*')


@pytest.mark.parametrize(
    ("person", "filename", "expected"),
    [
        ("Ada Lovelace", "cv.pdf", "m12 Ada Lovelace - cv.pdf"),
        ("", "cv.pdf", "m12 - cv.pdf"),
        ("A/B\\C", "../../x/cv.pdf", "m12 A B C - cv.pdf"),
        ("../..", "..", "m12 document - document"),
        ("Zoë \u202eevil", "CON.pdf", "m12 Zoë evil - _CON.pdf"),
        ("é" * 99, "ü" * 99 + ".docx", "m12 " + "é" * 30 + " - " + "ü" * 39 + ".docx"),
    ],
)
def test_a_document_is_named_by_receipt_and_person(
    person: str, filename: str, expected: str
) -> None:
    assert receipt_name(12, person, filename) == expected


@given(st.integers(1, 10**9), st.text(st.characters()), st.text(st.characters(), max_size=300))
def test_whoever_and_whatever_it_is_the_name_is_safe(mail: int, who: str, filename: str) -> None:
    name = receipt_name(mail, who, filename)
    assert name.startswith(f"m{mail} ")
    assert len(name.encode()) <= LONGEST
    assert name.isprintable()
    assert Path(name).name == name
    assert not set(name) & set('/\\<>:"|?*')
    assert name.strip(" .") == name


def test_a_name_that_is_taken_gets_a_number_before_its_ending() -> None:
    assert list(islice(numbered("cv.pdf"), 3)) == ["cv.pdf", "cv (2).pdf", "cv (3).pdf"]
