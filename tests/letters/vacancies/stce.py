"""stce: project and vacancy in the subject, English only, and a night without connection."""

from typing import Any

from tests.letters import machines
from tests.letters.mails import trace
from tests.letters.people import Person, person, plain
from tests.letters.stories import Poll, Scene, Sending, checks, utc

TITLE = "Strategic Trade Control Enforcement (STCE) Project Expert"


def scene() -> Scene:
    """The cut-off is 2026-03-16 23:00:00 UTC; two polls around it fail."""
    polls = (
        Poll("opening", utc("2026-03-01T08:00")),
        Poll("main", utc("2026-03-13T08:00")),
        Poll("eve", utc("2026-03-16T22:10")),
        Poll("down", utc("2026-03-16T22:30"), fails=True),
        Poll("still-down", utc("2026-03-16T23:20"), fails=True),
        Poll("back", utc("2026-03-17T00:30")),
        Poll("morning", utc("2026-03-17T09:30")),
    )
    about = (
        "Cut-off 2026-03-16 23:00:00 UTC: no time and no zone in the "
        "notice. Our connection was down around it."
    )
    told = Scene(
        "stce", TITLE, "Expert du Projet STCE", "STCEexpert.vacancy@wcoomd.org", polls, about
    )
    for chapter in (
        _subjects,
        _unreadable_subject,
        _languages,
        _outage,
        _reports,
        _receipts_and_news,
        _people,
    ):
        chapter(told)
    return told


def _someone(given: str, family: str, country: str = "Kenya", city: str = "Nairobi") -> Person:
    return person(given, family, f"{plain(given)}{plain(family)[:3]}@example.com", country, city)


SUBJECTS: tuple[tuple[Any, ...], ...] = (
    (
        "subject-with-the-full-title",
        "The full title names project and vacancy at once.",
        TITLE,
        "pass",
    ),
    ("subject-with-short-forms", "Short forms will do.", "STCE Project - STCE Expert", "pass"),
    (
        "subject-shouted-and-misspelt",
        "Capitals and a missing letter do not hide the title.",
        "APPLICATION STRATEGIC TRADE CONTROL ENFORCMENT PROJECT EXPERT",
        "pass",
    ),
    (
        "subject-without-the-project",
        "The vacancy is hinted at, the project is not named.",
        "Application for the Expert position",
        "fail",
    ),
    ("subject-that-says-cv", "The subject says CV and nothing else.", "My CV", "fail"),
    ("subject-empty", "No subject line at all.", None, "fail"),
)


def _subjects(s: Scene) -> None:
    names = (
        ("Faith", "Wekesa"),
        ("Brian", "Cheruiyot"),
        ("Mercy", "Mutua"),
        ("Dennis", "Kariuki"),
        ("Akinyi", "Odhiambo"),
        ("Njeri", "Mwangi"),
    )
    for (name, about, subject, answer), (given, family) in zip(SUBJECTS, names, strict=True):
        who = _someone(given, family)
        docs = [s.cv(who, f"CV_{family}.pdf"), s.letter(who, f"Motivation letter {family}.docx")]
        s.tell(
            name,
            about,
            who,
            docs,
            sending=Sending(subject, s.say("cover", who, number=3), "gmail"),
            checks=checks(subject=answer),
        )


def _unreadable_subject(s: Scene) -> None:
    who = _someone("Tuấn Anh", "Phạm", "Viet Nam", "Huế")
    docs = [s.cv(who, "CV.docx"), s.letter(who, "Letter.docx")]
    broken = b"=?x-unknown-77?B?CQ7Y+p3Q/0EOGQ==?="
    s.tell(
        "subject-in-an-unknown-charset",
        "The subject cannot be decoded: a person must look before anybody calls it wrong.",
        who,
        docs,
        sending=Sending(broken, s.say("cover", who)),
        checks=checks(subject="unsure"),
        subject=None,
    )


def _languages(s: Scene) -> None:
    subject = f"Application: {TITLE}"
    who = _someone("Mireille", "Fotso", "Cameroon", "Douala")
    s.tell(
        "all-in-french-for-an-english-post",
        "CV and letter are French, where English alone is asked.",
        who,
        [s.cv(who, "CV Fotso.pdf", "fr"), s.letter(who, "Lettre Fotso.pdf", "fr")],
        sending=Sending(f"Candidature : {TITLE}", s.say("cover", who, "fr")),
        checks=checks(language="fail"),
        application={"complete": False, "missing": ["language"]},
    )
    who = _someone("Solange", "Essomba", "Cameroon", "Yaoundé")
    s.tell(
        "french-mail-with-english-documents",
        "The covering note is French, the documents are English: the documents count.",
        who,
        [s.cv(who, "CV.pdf"), s.letter(who, "Letter.pdf")],
        sending=Sending(subject, s.say("cover", who, "fr", 1)),
        checks=checks(),
    )
    who = _someone("Joaquín", "Peña", "Mexico", "Monterrey")
    s.tell(
        "letter-in-spanish",
        "An English CV and a Spanish letter.",
        who,
        [s.cv(who, "CV.pdf"), s.letter(who, "Carta.pdf", "es")],
        sending=Sending(subject, s.say("cover", who)),
        checks=checks(language="fail"),
    )
    who = _someone("Ana", "Tuivaga", "Fiji", "Suva")
    s.tell(
        "french-diploma-beside-english-documents",
        "Only the asked documents are held to the language: a French diploma is welcome.",
        who,
        [
            s.cv(who, "CV.pdf"),
            s.letter(who, "Letter.docx"),
            s.other("diploma", who, "Diplôme.pdf", "fr"),
        ],
        sending=Sending(subject, s.say("cover", who)),
        checks=checks(),
    )


NIGHT: tuple[tuple[Any, ...], ...] = (
    (
        "in-time-before-our-outage",
        "Accepted half an hour before the cut-off, seen when we were back.",
        {"at": "2026-03-16T22:31", "listed": "back"},
        "in_time",
        "border",
        "filed",
    ),
    (
        "late-during-our-outage",
        "Past the cut-off, but we were down around it: unclear, a person decides.",
        {"at": "2026-03-16T23:05", "listed": "back"},
        "unclear",
        "outage",
        "held",
    ),
    (
        "late-soon-after-our-outage",
        "Within four hours of the end of our outage: unclear as well.",
        {"at": "2026-03-17T02:40", "listed": "morning"},
        "unclear",
        "outage",
        "held",
    ),
    (
        "late-long-after-our-outage",
        "Eight hours after we were back, the outage is no reason any more.",
        {"at": "2026-03-17T08:45", "listed": "morning"},
        "late",
        "border",
        "refused",
    ),
)


def _outage(s: Scene) -> None:
    names = (("Chinedu", "Eze"), ("Adaeze", "Nwosu"), ("Yusuf", "Balogun"), ("Folake", "Adeyemi"))
    for (name, about, when, timing, by, outcome), (given, family) in zip(NIGHT, names, strict=True):
        who = _someone(given, family, "Nigeria", "Abuja")
        docs = [s.cv(who, f"{family}.pdf"), s.letter(who, f"Letter {family}.pdf")]
        sending = Sending(
            f"STCE Project Expert - application of {who.name}",
            s.say("cover", who, number=2),
            **when,
        )
        s.tell(
            name,
            about,
            who,
            docs,
            sending=sending,
            checks=checks(),
            timing=timing,
            decided_by=by,
            outcome=outcome,
        )


def _reports(s: Scene) -> None:
    daemon = person(
        "Mail Delivery", "Subsystem", "mailer-daemon@mail.example.net", "Kenya", "Nairobi"
    )
    for style in ("postfix", "exchange", "qmail"):
        content = machines.bounce(style, s.address, "nobody@example.com", style)
        s.tell(
            f"bounce-{style}",
            f"A delivery report as {style} writes it.",
            daemon,
            documents=[],
            sending=Sending(
                "Undelivered Mail Returned to Sender",
                raw=_headed(s, daemon, "Undelivered Mail Returned to Sender", content),
            ),
            kind="automatic",
            outcome="ignored",
        )


def _receipts_and_news(s: Scene) -> None:
    who = _someone("Anouar", "Ouazzani", "Morocco", "Rabat")
    content = machines.receipt(s.address, who.email, "receipt")
    s.tell(
        "read-receipt",
        "Somebody's mail program reports that our mail was opened.",
        who,
        documents=[],
        sending=Sending(
            "Read: Your application", raw=_headed(s, who, "Read: Your application", content)
        ),
        kind="automatic",
        outcome="ignored",
    )
    content = machines.invitation(s.address, "invitation")
    s.tell(
        "meeting-invitation",
        "A calendar sends an invitation by itself.",
        who,
        documents=[],
        sending=Sending(
            "Invitation: Weekly meeting", raw=_headed(s, who, "Invitation: Weekly meeting", content)
        ),
        kind="automatic",
        outcome="ignored",
    )
    for language, subject in (
        ("en", "Automatic reply: vacancy"),
        ("fr", "Réponse automatique : avis de vacance"),
    ):
        _, text, headers = machines.absence(language, s.random(language))
        s.tell(
            f"out-of-office-{language}",
            "An absence note answers our mail.",
            who,
            sending=Sending(subject, text, headers=headers),
            kind="automatic",
            outcome="ignored",
        )
    subject, text, headers = machines.newsletter(s.random("newsletter"))
    editor = person("Border", "Weekly", "news@example.com", "Kenya", "Nairobi")
    s.tell(
        "newsletter",
        "A newsletter to which somebody signed the mailbox up.",
        editor,
        sending=Sending(subject, text, headers=headers),
        kind="automatic",
        outcome="ignored",
    )


def _headed(s: Scene, who: Person, subject: str, content: bytes) -> bytes:
    """A machine's mail with its header lines."""
    moment = utc("2026-03-11T06:00:00")
    rows = [
        b"Return-Path: <>",
        *(f"Received: {line}".encode() for line in trace(s.address, moment, moment)),
    ]
    rows += [
        f"From: {who.name} <{who.email}>".encode(),
        b"To: " + s.address.encode(),
        b"Subject: " + subject.encode(),
    ]
    rows += [b"Date: Wed, 11 Mar 2026 06:00:00 +0000", b"Auto-Submitted: auto-replied"]
    return b"\r\n".join([*rows, content])


def _people(s: Scene) -> None:
    who = _someone("Hiroshi", "Watanabe", "Japan", "Nagoya")
    docs = [s.cv(who, "Watanabe CV.pdf"), s.letter(who, "Watanabe letter.pdf")]
    board = "Job Board <relay@jobs.example.com>"
    s.tell(
        "relayed-by-a-job-board",
        (
            "A job board forwards an application with the headers of a "
            "mailing list: an application all the same."
        ),
        who,
        docs,
        sending=Sending(
            f"New application: {TITLE}",
            s.say("cover", who),
            sender=board,
            shown={"name": "Job Board", "email": "relay@jobs.example.com"},
            headers=(
                ("List-Id", "<applications.jobs.example.com>"),
                ("List-Unsubscribe", "<https://jobs.example.com/u>"),
                ("Precedence", "bulk"),
                ("Reply-To", f"{who.name} <{who.email}>"),
            ),
        ),
        checks=checks(),
    )
    who = _someone("Rachid", "El Amrani", "Morocco", "Casablanca")
    s.tell(
        "enquiry-in-french",
        "A question in French.",
        who,
        sending=Sending("Demande de renseignement", s.say("enquiry", who, "fr")),
        kind="enquiry",
        outcome="enquiry",
    )
