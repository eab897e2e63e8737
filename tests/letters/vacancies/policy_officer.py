"""policy-officer: midnight CET in April, several mails of one person, forwards."""

from typing import Any

from tests.letters.mails import Attached, Mail, trace
from tests.letters.people import person
from tests.letters.stories import Poll, Scene, Sending, checks, utc
from tests.letters.vacancies.policy_officer_letters import (
    TITLE,
    TITRE,
    accents,
    comma,
    declarations,
    pair,
    someone,
)


def scene() -> Scene:
    """The cut-off is 2026-04-04 23:00:00 UTC; from 22:00 the words allow another reading."""
    polls = (
        Poll("opening", utc("2026-03-20T08:00")),
        Poll("main", utc("2026-04-02T08:00")),
        Poll("eve", utc("2026-04-04T20:00")),
        Poll("between", utc("2026-04-04T22:20")),
        Poll("after", utc("2026-04-04T23:30")),
        Poll("morning", utc("2026-04-05T08:00")),
    )
    about = (
        "Cut-off 2026-04-04 23:00:00 UTC: midnight CET, an hour later "
        "than midnight on the clocks of Brussels."
    )
    told = Scene(
        "policy-officer", TITLE, TITRE, "policyofficerspf.vacancy@wcoomd.org", polls, about
    )
    for chapter in (
        _window,
        accents,
        comma,
        _versions,
        _in_pieces,
        _withdrawal,
        _forwards,
        declarations,
        _wrong_door,
    ):
        chapter(told)
    return told


WINDOW = ["ambiguity_window"]
MOMENTS: tuple[tuple[Any, ...], ...] = (
    (
        "midnight-in-brussels-to-the-second",
        "22:00:00 UTC is in time on either reading.",
        "2026-04-04T22:00:00",
        "between",
        "in_time",
        "witness",
        [],
    ),
    (
        "between-two-midnights-and-seen",
        "Listed by our own poll between the two midnights.",
        "2026-04-04T22:10:00",
        "between",
        "in_time",
        "witness",
        WINDOW,
    ),
    (
        "between-two-midnights",
        "After midnight in Brussels, before midnight CET: in time, and flagged.",
        "2026-04-04T22:45:00",
        "after",
        "in_time",
        "border",
        WINDOW,
    ),
    (
        "midnight-cet-to-the-second",
        "23:00:00 UTC, the later midnight: still in time.",
        "2026-04-04T23:00:00",
        "after",
        "in_time",
        "border",
        WINDOW,
    ),
    (
        "after-both-midnights",
        "One second after the later midnight.",
        "2026-04-04T23:00:01",
        "after",
        "late",
        "border",
        [],
    ),
)


def _window(s: Scene) -> None:
    names = (
        ("Margaux", "Chevallier"),
        ("Rémi", "Bonnefoy"),
        ("Solène", "Mérignac"),
        ("Thierry", "Lefèvre"),
        ("Benoît", "Garnier"),
    )
    for (name, about, at, listed, timing, by, flags), (given, family) in zip(
        MOMENTS, names, strict=True
    ):
        who = someone(given, family)
        sending = Sending(
            f"Candidature : {TITRE}", s.say("cover", who, "fr"), at=at, listed=listed, delay=1
        )
        s.tell(
            name,
            about,
            who,
            pair(s, who, "fr"),
            sending=sending,
            checks=checks(),
            timing=timing,
            decided_by=by,
            flags=flags,
            outcome="refused" if timing == "late" else "filed",
        )


def _versions(s: Scene) -> None:
    who = someone("Eoin", "Breathnach", "Ireland", "Galway")
    first = [s.cv(who, "CV 2025.pdf"), s.letter(who, "Letter v1.pdf")]
    s.tell(
        "first-version",
        "An application that is sent again, better, two days later.",
        who,
        first,
        checks=checks(),
        sending=Sending(f"Application {TITLE}", s.say("cover", who), at="2026-03-30T10:00"),
    )
    second = [s.cv(who, "CV 2026.pdf"), s.letter(who, "Letter v2.pdf")]
    s.tell(
        "second-version",
        "Both documents anew: they replace the first ones, which are kept.",
        who,
        second,
        checks=checks(),
        sending=Sending(
            f"Application {TITLE} (updated)", s.say("cover", who, number=5), at="2026-04-01T10:00"
        ),
        flags=["resubmission"],
        application={"complete": True, "missing": []},
    )


def _in_pieces(s: Scene) -> None:
    who = someone("Aoife", "Ní Dhomhnaill", "Ireland", "Galway")
    s.tell(
        "cv-first-letter-to-follow",
        "A CV alone, in good time.",
        who,
        [s.cv(who, "CV.pdf")],
        checks=checks(letter="fail"),
        sending=Sending(
            f"Application {TITLE}",
            "Dear colleagues,\n\nmy CV is attached, the letter follows.\n\nAoife",
            at="2026-04-01T12:00",
        ),
    )
    s.tell(
        "letter-too-late",
        "The letter that was to follow comes after the deadline: the application stays incomplete.",
        who,
        [s.letter(who, "Letter.pdf")],
        kind="supplement",
        outcome="refused",
        timing="late",
        decided_by="border",
        flags=["late_supplement"],
        sending=Sending(
            f"Re: Application {TITLE}",
            s.say("supplement", who),
            at="2026-04-05T06:30",
            listed="morning",
        ),
        application={"complete": False, "missing": ["motivation_letter"]},
    )
    quoted = (
        f"\n\nOn 1 April 2026 Aoife wrote:\n> Dear colleagues,\n> my CV is "
        f"attached, the letter follows.\n> I apply for {TITLE}."
    )
    s.tell(
        "question-above-a-quoted-application",
        "A reply is judged on its new text, a question.",
        who,
        sending=Sending(
            f"Re: Application {TITLE}",
            "Hello,\n\ndid you receive my CV? When will I hear from you?\n\nAoife" + quoted,
            at="2026-04-03T09:00",
            listed="eve",
        ),
        kind="enquiry",
        outcome="enquiry",
    )


def _withdrawal(s: Scene) -> None:
    who = someone("Françoise", "Dumortier", "Belgium", "Liège")
    s.tell(
        "withdrawal-in-french",
        "Somebody withdraws, in French.",
        who,
        sending=Sending("Retrait de ma candidature", s.say("withdrawal", who, "fr")),
        kind="withdrawal",
        flags=["withdrawal_requested"],
    )


def _forwards(s: Scene) -> None:
    clerk = person("Greet", "De Smedt", "greet.desmedt@example.org", "Belgium", "Gent")
    who = someone("Ngọc Anh", "Đặng", "Viet Nam", "Hải Phòng")
    docs = pair(s, who)
    moment = utc("2026-03-30T07:00:00")
    inner = Mail(
        f"{who.name} <{who.email}>",
        "info@example.org",
        f"Application - {TITLE}",
        s.say("cover", who),
        [d.attached() for d in docs],
        date="Mon, 30 Mar 2026 09:00:00 +0200",
        message_id="inner@mail.example.net",
        received=trace("info@example.org", None, moment),
    ).raw()
    s.tell(
        "forwarded-by-a-colleague",
        (
            "A colleague forwards an application that went to another "
            "address: the inner sender is the candidate."
        ),
        clerk,
        docs,
        sending=Sending(
            f"FW: Application - {TITLE}",
            "For you, I believe.\n\nGreet",
            attached=[
                Attached("Application.eml", inner, "message/rfc822", named="none", encoding="8bit")
            ],
        ),
        checks=checks(),
        flags=["forwarded"],
    )


def _wrong_door(s: Scene) -> None:
    who = someone("Thiago", "Gonçalves", "Brazil", "Santos")
    letter = "Technical Officer, Supply Chain Integrity Unit"
    s.tell(
        "meant-for-another-vacancy",
        "The subject names the vacancy next door: filed here, and flagged.",
        who,
        pair(s, who),
        sending=Sending(
            f"Application: {letter}",
            "Dear Sir or Madam,\n\nplease find my application attached.\n\nThiago",
        ),
        checks=checks(subject="fail"),
        flags=["misdirected"],
    )
    who = someone("Uğur", "Şahin", "Türkiye", "İzmir")
    s.tell(
        "subject-policy-alone",
        "One word of the title is not the vacancy.",
        who,
        pair(s, who),
        sending=Sending("Officer", s.say("cover", who, number=1)),
        checks=checks(subject="fail"),
    )
