"""acip: candidate and vacancy in the subject, and mails in which something is missing."""

from typing import Any

from tests.letters.machines import bounce
from tests.letters.mails import trace
from tests.letters.papers import Doc, blind_scan
from tests.letters.people import Person, person, plain
from tests.letters.stories import Poll, Scene, Sending, checks, utc

TITLE = "A-CIP Programme Expert"


def scene() -> Scene:
    """The cut-off is 2026-01-10 23:00:00 UTC."""
    polls = (
        Poll("opening", utc("2025-12-15T08:00")),
        Poll("main", utc("2026-01-08T08:00")),
        Poll("eve", utc("2026-01-10T21:00")),
        Poll("after", utc("2026-01-10T23:20")),
        Poll("morning", utc("2026-01-11T08:00")),
    )
    about = "Cut-off 2026-01-10 23:00:00 UTC: no time and no zone in the notice."
    told = Scene(
        "acip", TITLE, "Expert du Programme A-CIP", "acip.vacancy@example.org", polls, about
    )
    for chapter in (
        _names,
        _unnamed,
        _without_header_lines,
        _without_sender_or_text,
        _one_message_id,
        _documents,
        _papers_that_are_neither,
        _mails,
        _bounce,
    ):
        chapter(told)
    return told


def _someone(given: str, family: str, country: str = "Belgium", city: str = "Namur") -> Person:
    return person(given, family, f"{plain(given)}.{plain(family)}@example.com", country, city)


def _pair(s: Scene, who: Person) -> list[Doc]:
    return [s.cv(who, f"CV {who.family}.pdf"), s.letter(who, f"Letter {who.family}.docx")]


SUBJECTS: tuple[tuple[Any, ...], ...] = (
    (
        "name-and-vacancy-in-the-subject",
        "Candidate and vacancy, as asked.",
        "Zeynep",
        "Yıldırım",
        "Zeynep Yıldırım - A-CIP Programme Expert",
        "pass",
    ),
    (
        "name-reversed-and-without-accents",
        "Family name first, in capitals and without accents.",
        "Łukasz",
        "Wiśniewski",
        "WISNIEWSKI Lukasz / A-CIP Expert",
        "pass",
    ),
    (
        "name-without-the-middle-name",
        "From has a middle name, the subject has not.",
        "Maria Luíza",
        "Araújo",
        "Application Maria Araujo: A-CIP Programme Expert",
        "pass",
    ),
    (
        "name-missing-in-the-subject",
        "The vacancy alone: the candidate is not named.",
        "Babajide",
        "Okafor",
        "Application for A-CIP Programme Expert",
        "fail",
    ),
    (
        "vacancy-missing-in-the-subject",
        "The candidate alone: the vacancy is not named.",
        "Ananya",
        "Iyer",
        "Application of Ananya Iyer",
        "fail",
    ),
    (
        "name-of-somebody-else",
        "The name in the subject is not the sender's.",
        "Rohit",
        "Deshmukh",
        "A-CIP Programme Expert - Karthik Nair",
        "fail",
    ),
    (
        "subject-with-prefixes",
        "RE: and FW: in front change nothing.",
        "Kavita",
        "Chatterjee",
        "RE: FW: Kavita Chatterjee - A-CIP Programme Expert",
        "pass",
    ),
)


def _names(s: Scene) -> None:
    for name, about, given, family, subject, answer in SUBJECTS:
        who = _someone(given, family)
        s.tell(
            name,
            about,
            who,
            _pair(s, who),
            sending=Sending(subject, s.say("cover", who), "outlook"),
            checks=checks(subject=answer),
        )


def _unnamed(s: Scene) -> None:
    who = person("Mamadou", "Faye", "m.f.1984@example.net", "Senegal", "Dakar")
    s.tell(
        "name-that-nobody-can-compare",
        "No name in From, and a CV that cannot be read: little to hold the subject against.",
        who,
        [blind_scan(who, "CV.pdf", "en", s.random("blind")), s.letter(who, "Letter.pdf")],
        sending=Sending(
            "Mamadou Faye - A-CIP Programme Expert",
            s.say("cover", who),
            sender="m.f.1984@example.net",
            shown={"name": "", "email": "m.f.1984@example.net"},
        ),
        checks={"cv": "unsure", "motivation_letter": "pass", "language": "unsure"},
    )


def _without_header_lines(s: Scene) -> None:
    who = _someone("Itzel", "Zúñiga", "Mexico", "Puebla")
    s.tell(
        "without-a-subject",
        "The mail has no Subject line.",
        who,
        _pair(s, who),
        sending=Sending(None, s.say("cover", who)),
        checks=checks(subject="fail"),
    )
    who = _someone("Fergal", "Keane", "Ireland", "Cork")
    s.tell(
        "without-a-date",
        "The mail has no Date line; the sender's date proves nothing anyway.",
        who,
        _pair(s, who),
        sending=Sending(f"{who.name} - {TITLE}", s.say("cover", who), date=None),
        checks=checks(),
    )
    who = _someone("Declan", "McGrath", "Ireland", "Limerick")
    s.tell(
        "without-a-message-id",
        "The mail has no Message-ID.",
        who,
        _pair(s, who),
        sending=Sending(f"{who.name} - {TITLE}", s.say("cover", who), message_id=""),
        checks=checks(),
    )


def _without_sender_or_text(s: Scene) -> None:
    who = _someone("Cillian", "O’Rourke", "Ireland", "Galway")
    s.tell(
        "without-a-sender",
        "The mail has no From line; it is kept and read like any other.",
        who,
        _pair(s, who),
        sending=Sending(
            f"{who.name} - {TITLE}",
            s.say("cover", who),
            sender=b"",
            shown={"name": "", "email": ""},
        ),
        checks={"cv": "pass", "motivation_letter": "pass", "language": "pass"},
        outcome=None,
    )
    who = _someone("Semi", "Qarase", "Fiji", "Nadi")
    s.tell(
        "without-any-text",
        "No word in the mail itself, two good files.",
        who,
        _pair(s, who),
        sending=Sending(f"{who.name} - {TITLE}", ""),
        checks=checks(),
    )


def _one_message_id(s: Scene) -> None:
    who = _someone("Héctor", "Ibáñez", "Mexico", "Monterrey")
    for number in (1, 2):
        who = _someone(("Maricel", "Analyn")[number - 1], "Bautista", "Philippines", "Cebu")
        s.tell(
            f"one-message-id-two-people-{number}",
            "Two people's mails carry one Message-ID: two applications.",
            who,
            _pair(s, who),
            sending=Sending(
                f"{who.name} - {TITLE}", s.say("cover", who), message_id="the-same@mail.example.net"
            ),
            checks=checks(),
        )


def _documents(s: Scene) -> None:
    who = _someone("Tunde", "Adeyemi", "Nigeria", "Lagos")
    s.tell(
        "cv-missing",
        "A letter and a diploma, and no CV.",
        who,
        [s.letter(who, "Letter.pdf"), s.other("diploma", who, "Diploma.pdf")],
        sending=Sending(f"{who.name} - {TITLE}", s.say("cover", who)),
        checks=checks(cv="fail"),
        application={"complete": False, "missing": ["cv"]},
    )
    who = _someone("Coumba", "Sarr", "Senegal", "Dakar")
    docs = [s.cv(who, "doc1.pdf"), s.letter(who, "doc2.pdf")]
    s.tell(
        "names-that-say-nothing",
        "doc1.pdf and doc2.pdf: the words in them tell which is which.",
        who,
        docs,
        sending=Sending(f"{who.name} - {TITLE}", s.say("cover", who, number=8)),
        checks=checks(),
    )
    who = _someone("Kipchoge", "Mutua", "Kenya", "Nairobi")
    docs = [
        s.cv(who, "x.pdf").named("Motivation letter.pdf"),
        s.letter(who, "y.pdf").named("Curriculum vitae.pdf"),
    ]
    s.tell(
        "names-swapped",
        "The CV is called letter and the letter CV: the words decide, not the names.",
        who,
        docs,
        sending=Sending(f"{who.name} - {TITLE}", s.say("cover", who)),
        checks=checks(),
    )


def _papers_that_are_neither(s: Scene) -> None:
    who = _someone("Matthias", "Weiß", "Germany", "Hamburg")
    docs = [
        s.cv(who, "CV.docx", layout="tables"),
        s.letter(who, "Letter.pdf"),
        s.other("reference_letter", who, "Reference.pdf"),
        s.other("publications", who, "Publications.docx"),
        s.other("transcript", who, "Transcript.pdf"),
    ]
    s.tell(
        "with-references-and-publications",
        "A reference letter praises the candidate and is not the candidate's letter.",
        who,
        docs,
        sending=Sending(f"{who.name} - {TITLE}", s.say("cover", who)),
        checks=checks(),
    )
    who = _someone("Ndèye", "Gueye", "Senegal", "Saint-Louis")
    s.tell(
        "reference-letter-only",
        "A CV and somebody else's praise: the candidate's own letter is missing.",
        who,
        [s.cv(who, "CV.pdf"), s.other("reference_letter", who, "Letter of recommendation.pdf")],
        sending=Sending(f"{who.name} - {TITLE}", s.say("cover", who, number=1)),
        checks=checks(letter="fail"),
    )


def _mails(s: Scene) -> None:
    who = _someone("Ingrid", "Haugen", "Norway", "Bergen")
    s.tell(
        "late-by-half-a-day",
        "A complete application, received on the morning after the deadline.",
        who,
        _pair(s, who),
        sending=Sending(
            f"{who.name} - {TITLE}", s.say("cover", who), at="2026-01-11T07:10", listed="morning"
        ),
        checks=checks(),
        outcome="refused",
        timing="late",
        decided_by="border",
    )
    s.tell(
        "enquiry-with-a-number",
        "A question with a telephone number, as people are asked to give it.",
        who,
        sending=Sending("Information request", s.say("enquiry", who, number=2)),
        kind="enquiry",
        outcome="enquiry",
    )
    s.tell(
        "i-will-not-withdraw",
        '"I will not withdraw" is no withdrawal.',
        who,
        sending=Sending(
            f"{who.name} - {TITLE}",
            "Dear colleagues,\n\nI was asked whether I wish to withdraw. No: I will not withdraw "
            "my application. When will the interviews take place?\n\nIngrid Haugen",
        ),
        kind="enquiry",
        outcome="enquiry",
    )


def _bounce(s: Scene) -> None:
    daemon = person("Mail Delivery", "System", "MAILER-DAEMON@mx.example.com", "Belgium", "Gent")
    moment = utc("2026-01-07T05:00:00")
    rows = [
        b"Return-Path: <>",
        *(f"Received: {line}".encode() for line in trace(s.address, moment, moment)),
        f"From: {daemon.name} <{daemon.email}>".encode(),
        b"To: " + s.address.encode(),
        b"Subject: Mail delivery failed: returning message to sender",
        b"Date: Wed, 07 Jan 2026 05:00:00 +0000",
    ]
    raw = b"\r\n".join([*rows, bounce("exim", s.address, "gone@example.com", "exim")])
    s.tell(
        "bounce-exim",
        "A delivery report in plain words, without a machine-readable part.",
        daemon,
        documents=[],
        sending=Sending("Mail delivery failed: returning message to sender", raw=raw),
        kind="automatic",
        outcome="ignored",
    )
