"""A line that holds what was searched for, as it was written."""

import pytest

from intake.triage.excerpts import excerpt, marked


def plain(pieces: tuple[tuple[str, bool], ...]) -> str:
    return "".join(f"[{text}]" if hit else text for text, hit in pieces)


@pytest.mark.parametrize(
    ("text", "terms", "shown"),
    [
        ("Ingénieure\nà Bruxelles", ("bruxel",), "à [Bruxelles]"),
        ("Cœur, l'Élodie", ("elodie", "coeur"), "[Cœur], l'[Élodie]"),
        ("one of two\none and two, three", ("one", "three"), "[one] and two, [three]"),
        ("mon_cv.pdf", ("cv",), "mon_[cv].pdf"),
        ("nothing here", ("else",), ""),
        ("", ("else",), ""),
    ],
)
def test_the_line_with_most_of_the_words(text: str, terms: tuple[str, ...], shown: str) -> None:
    assert plain(excerpt(text, terms)) == shown


def test_a_long_line_is_cut_around_its_first_hit() -> None:
    shown = plain(marked("word " * 1_000 + "douane " + "rest " * 1_000 + "douane", ("douane",)))
    assert shown.count("[douane]") == 1
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) < 250
