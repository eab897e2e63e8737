"""The clocks on one line, the quoted words in a text, and what the blind view leaves."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from intake.triage.evidence import Evidence, Fence
from intake.triage.quotes import marked, quoted, spans
from intake.triage.timeline import timeline
from intake.triage.vacancy import Deadline
from tests.jobs.mailroom import AFTER, BEFORE, CUTOFF

DEADLINE = Deadline(CUTOFF, grace=timedelta(minutes=15))


def test_each_clock_stands_where_its_time_says() -> None:
    known = Evidence(
        seen_at=AFTER,
        internal=CUTOFF + timedelta(seconds=2),
        border=CUTOFF - timedelta(seconds=1),
        absent_at=BEFORE,
        uid=4,
        uidvalidity=1,
        fence=Fence(1, 9, CUTOFF - timedelta(minutes=1)),
    )
    line = timeline(known, DEADLINE, "border", BEFORE - timedelta(days=900))
    assert [one.name for one in line.clocks] == [
        "claimed",
        "absent",
        "fence",
        "border",
        "internal",
        "seen",
    ]
    places = [one.place for one in line.clocks]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0.0, 1.0)
    assert [one.name for one in line.clocks if one.decided] == ["border"]
    assert [one.name for one in line.limits] == ["cutoff", "grace"]
    assert line.limits[0].place > line.clocks[3].place
    assert line.silent == ()


def test_clocks_that_say_nothing_are_named() -> None:
    line = timeline(Evidence(seen_at=AFTER), DEADLINE, "no_trusted_time", None)
    assert line.silent == ("border", "internal", "absent", "fence", "claimed")
    assert [one.name for one in line.clocks] == ["seen"]


def test_quoted_words_are_found_whatever_their_case_and_spacing() -> None:
    text = "I have WORKED as\na customs  officer; a coworker did too."
    assert quoted("It says “worked as a …” and “customs officer”.") == (
        "worked as a",
        "customs officer",
    )
    assert marked(text, ["It says “worked as a …” and “customs officer”; not “worker”."]) == (
        ("I have ", False),
        ("WORKED as\na", True),
        (" ", False),
        ("customs  officer", True),
        ("; a coworker did too.", False),
    )


@given(st.text(max_size=200), st.lists(st.text(max_size=40), max_size=4))
def test_marking_loses_nothing_of_a_text(text: str, words: list[str]) -> None:
    evidence = [f"It says “{one}”." for one in words]
    assert "".join(piece for piece, _ in marked(text, evidence)) == text
    found = spans(text, evidence)
    assert all(first[1] <= second[0] for first, second in pairwise(found))
