"""environment's files: formats, files beside the documents, and files nobody can read."""

from dataclasses import replace
from typing import Any

from tests.letters import files, pdfs
from tests.letters.mails import Attached
from tests.letters.papers import Doc, blind_scan
from tests.letters.people import Person, person, plain
from tests.letters.stories import Scene, Sending, checks
from tests.letters.writing import cv

TITLE = "Technical Officer, Enforcement Policy Unit (Environment)"
TITRE = "Administrateur technique, Unité Politique de lutte contre la fraude (Environnement)"
SUBJECT = f"Application - {TITLE}"


def someone(given: str, family: str, country: str = "Germany", city: str = "Köln") -> Person:
    return person(given, family, f"{plain(given)}.{plain(family)}@example.org", country, city)


def pair(s: Scene, who: Person, language: str = "en") -> list[Doc]:
    return [
        s.cv(who, f"CV {who.family}.pdf", language),
        s.letter(who, f"Motivation {who.family}.pdf", language),
    ]


FORMATS: tuple[tuple[Any, ...], ...] = (
    (
        "old-but-open-formats",
        "An ODT and an RTF.",
        someone("Gráinne", "McGrath", "Ireland", "Limerick"),
        "CV.odt",
        "Letter.rtf",
        "en",
    ),
    (
        "text-files",
        "Plain text files, with accents.",
        someone("Gaëtan", "Le Goff", "France", "Rennes"),
        "cv.txt",
        "lettre_de_motivation.txt",
        "fr",
    ),
    (
        "web-page-as-cv",
        "A CV saved as a web page.",
        someone("Thaís", "Falcão", "Brazil", "Curitiba"),
        "cv.html",
        "letter.pdf",
        "en",
    ),
)


def formats(s: Scene) -> None:
    for name, about, who, first, second, language in FORMATS:
        subject = SUBJECT if language == "en" else f"Candidature - {TITRE}"
        s.tell(
            name,
            about,
            who,
            [s.cv(who, first, language), s.letter(who, second, language)],
            sending=Sending(subject, s.say("cover", who, language, 1)),
            checks=checks(),
        )
    who = someone("Begoña", "Castañeda", "Mexico", "Puebla")
    s.tell(
        "cv-in-spanish",
        "The letter is English, the CV Spanish: Spanish was not asked for.",
        who,
        [s.cv(who, "CV Begona.pdf", "es", "plain"), s.letter(who, "Letter.pdf")],
        sending=Sending(SUBJECT, s.say("cover", who)),
        checks=checks(language="fail"),
    )


def beside_the_documents(s: Scene) -> None:
    who = someone("Josefa", "Naulumatua", "Fiji", "Lautoka")
    photo = Doc("me.jpg", files.photograph(s.random("me")), reason="no_text")
    s.tell(
        "with-diploma-and-photograph",
        "Besides CV and letter: a diploma, which is neither, and a portrait without words.",
        who,
        [*pair(s, who), s.other("diploma", who, "MSc diploma.pdf"), photo],
        sending=Sending(SUBJECT, s.say("cover", who)),
        checks=checks(),
    )
    who = someone("Wouter", "Lambrecht", "Belgium", "Gent")
    docs = pair(s, who)
    cards = [
        Attached(
            "Wouter.vcf",
            b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Wouter Lambrecht\r\nEND:VCARD\r\n",
            "text/vcard",
        ),
        Attached("smime.p7s", b"0\x82\x01\x00" + b"\x00" * 256, "application/pkcs7-signature"),
        Attached(
            "invite.ics", b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "text/calendar"
        ),
    ]
    s.tell(
        "visiting-card-is-no-document",
        "A visiting card, a signature and a calendar file are no documents.",
        who,
        docs,
        sending=Sending(
            SUBJECT, s.say("cover", who), attached=[*(d.attached() for d in docs), *cards]
        ),
        checks=checks(),
    )


def path(s: Scene) -> None:
    who = someone("Håkon", "Nygård", "Norway", "Bergen")
    docs = pair(s, who)
    s.tell(
        "path-in-the-file-name",
        "A file name that tries to climb out of its folder is shown without its path.",
        who,
        [docs[0].named("CV.pdf"), docs[1]],
        sending=Sending(
            SUBJECT,
            s.say("cover", who),
            attached=[docs[0].named("../../../etc/cron.d/CV.pdf").attached(), docs[1].attached()],
        ),
        checks=checks(),
    )


UNREADABLE: tuple[tuple[Any, ...], ...] = (
    (
        "cv-with-a-password",
        "The CV asks for a password: nobody says that it is missing.",
        "Arnel",
        "Lacson",
        "CV.pdf",
        "encrypted",
    ),
    (
        "cv-cut-off",
        "The CV's transfer broke off after a few bytes.",
        "Divina",
        "Santos",
        "CV_Santos.pdf",
        "corrupt",
    ),
    (
        "cv-of-no-bytes",
        "A CV of zero bytes.",
        "Crisanto",
        "Villanueva",
        "curriculum vitae.pdf",
        "empty",
    ),
    (
        "cv-scan-without-text",
        "A blurred scan in which not even OCR finds a word.",
        "Rowena",
        "Macapagal",
        "CV scan.pdf",
        "no_text",
    ),
    (
        "cv-in-an-unknown-format",
        "A file of a format that nobody here can open.",
        "Jericho",
        "Dimaculangan",
        "CV.wps",
        "unsupported",
    ),
)


def unreadable(s: Scene) -> None:
    for name, about, given, family, filename, reason in UNREADABLE:
        who = someone(given, family, "Philippines", "Davao")
        letter = s.letter(who, "Motivation letter.docx")
        s.tell(
            name,
            about,
            who,
            [_broken(s, who, filename, reason), letter],
            sending=Sending(SUBJECT, s.say("cover", who)),
            checks=checks(cv="unsure", language="unsure"),
            application={"complete": False, "missing": ["cv", "language"]},
        )


def locked(s: Scene) -> None:
    who = someone("Marte", "Bråten", "Norway", "Ålesund")
    archive = _locked_zip(s, who)
    s.tell(
        "zip-with-a-password",
        "The archive cannot be opened, so it is listed itself; everything in it is unsure.",
        who,
        [archive],
        sending=Sending(SUBJECT, s.say("cover", who)),
        checks=checks(cv="unsure", letter="unsure", language="unsure"),
        flags=["unsafe_attachment"],
    )


def _broken(s: Scene, who: Person, filename: str, reason: str) -> Doc:
    rng = s.random(filename)
    if reason == "no_text":
        return blind_scan(who, filename, "en", rng)
    data = {
        "encrypted": pdfs.encrypted(cv(who, "en", rng)),
        "empty": b"",
        "corrupt": pdfs.cut_off(pdfs.pdf(cv(who, "en", rng), rng)),
        "unsupported": b"\x01\xfe\x32\x00\x00\x00\x00\xab"
        + bytes(rng.randrange(128, 256) for _ in range(3000)),
    }[reason]
    return Doc(filename, data, reason=reason)


def _locked_zip(s: Scene, who: Person) -> Doc:
    """A ZIP whose one member is marked as encrypted (the bytes are noise)."""
    plain = bytearray(files.zipped({"cv and letter.pdf": s.both(who, "x.pdf").data}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        plain[plain.index(signature) + offset] |= 1
    return Doc("application.zip", bytes(plain), reason="encrypted")


def unsafe(s: Scene) -> None:
    who = someone("Levan", "Gelashvili", "Georgia", "Kutaisi")
    macro = replace(s.cv(who, "CV.docm"), kinds=(), language=None, reason="unsafe")
    s.tell(
        "cv-with-macros",
        "The CV holds a macro (an empty one): kept, named, not opened further.",
        who,
        [macro, s.letter(who, "Letter.pdf")],
        sending=Sending(SUBJECT, s.say("cover", who)),
        checks=checks(cv="unsure", language="unsure"),
        flags=["unsafe_attachment"],
    )
    who = someone("Irakli", "Kapanadze", "Georgia", "Batumi")
    program = Doc(
        "CV.pdf.exe",
        b"MZ" + b"\x00" * 58 + b"\x40\x00\x00\x00" + b"inert, no program. " * 20,
        reason="unsafe",
    )
    s.tell(
        "program-named-cv",
        "A file that begins like a program (and is none) calls itself a CV.",
        who,
        [program, s.letter(who, "Letter.pdf")],
        sending=Sending(SUBJECT, s.say("cover", who)),
        checks=checks(cv="unsure", language="unsure"),
        flags=["unsafe_attachment"],
    )
