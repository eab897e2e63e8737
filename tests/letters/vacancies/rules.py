"""_rules: a vacancy of its own (its file lies beside its mails) with a grace period and a hold."""

from typing import Any

from tests.letters.people import person, plain
from tests.letters.stories import Poll, Scene, Sending, checks, utc

TITLE = "Archivist"


ROWS: tuple[tuple[Any, ...], ...] = (
    (
        "within-the-grace",
        "Ten minutes past to the second: in time, with a flag.",
        "2026-02-08T23:10:00",
        "after",
        "in_time",
        "border",
        ["grace"],
        "filed",
    ),
    (
        "after-the-grace-is-held",
        "Past the grace, before the end of the hold: a person decides.",
        "2026-02-08T23:10:01",
        "after",
        "unclear",
        "hold",
        [],
        "held",
    ),
    (
        "the-end-of-the-hold",
        "Noon to the second is still held.",
        "2026-02-09T12:00:00",
        "afternoon",
        "unclear",
        "hold",
        [],
        "held",
    ),
    (
        "after-the-hold-is-late",
        "One second past the hold.",
        "2026-02-09T12:00:01",
        "afternoon",
        "late",
        "border",
        [],
        "refused",
    ),
)


def scene() -> Scene:
    """The cut-off is 2026-02-08 23:00:00 UTC; ten minutes of grace, a hold until the next noon."""
    polls = (
        Poll("opening", utc("2026-01-20T08:00")),
        Poll("eve", utc("2026-02-08T20:00")),
        Poll("after", utc("2026-02-08T23:45")),
        Poll("afternoon", utc("2026-02-09T15:00")),
    )
    about = (
        "Cut-off 2026-02-08 23:00:00 UTC, ten minutes of grace, hold until 2026-02-09 12:00:00 UTC."
    )
    told = Scene("_rules", TITLE, "Archiviste", "archivist.vacancy@example.org", polls, about)
    names = (("Mere", "Vakatawa"), ("Otieno", "Kariuki"), ("Emi", "Nakagawa"), ("Raúl", "Zúñiga"))
    for (name, about, at, listed, timing, by, flags, outcome), (given, family) in zip(
        ROWS, names, strict=True
    ):
        who = person(given, family, f"{plain(given)}@example.org", "Fiji", "Suva")
        docs = [told.cv(who, "CV.pdf"), told.letter(who, "Letter.pdf")]
        sending = Sending(
            f"Application {TITLE}", told.say("cover", who), at=at, listed=listed, delay=1
        )
        told.tell(
            name,
            about,
            who,
            docs,
            sending=sending,
            checks=checks(),
            timing=timing,
            decided_by=by,
            flags=flags,
            outcome=outcome,
        )
    return told
