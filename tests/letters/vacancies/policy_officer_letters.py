"""policy-officer's letters: odd encodings of subjects and names, and declarations of relatives."""

import unicodedata
from typing import Any

from tests.letters.papers import Doc
from tests.letters.people import Person, person, plain
from tests.letters.stories import Scene, Sending, checks

TITLE = "Policy Officer – Strategic Planning and Foresight"
TITRE = "Chargée de politique – Planification stratégique et prospective"


def someone(given: str, family: str, country: str = "France", city: str = "Besançon") -> Person:
    return person(given, family, f"{plain(family)}.{plain(given)}@example.net", country, city)


def pair(s: Scene, who: Person, language: str = "en") -> list[Doc]:
    if language == "fr":
        return [
            s.cv(who, f"CV_{who.family}.pdf", "fr"),
            s.letter(who, f"Lettre_{who.family}.docx", "fr"),
        ]
    return [s.cv(who, f"CV_{who.family}.docx"), s.letter(who, f"Letter_{who.family}.pdf")]


HEADERS: tuple[tuple[Any, ...], ...] = (
    (
        "subject-in-base64",
        "Subject and name as base64 words.",
        someone("Şule", "Kılıç", "Türkiye", "Bursa"),
        {"how": "b"},
    ),
    (
        "subject-in-raw-utf-8",
        "Raw UTF-8 in the header, as no standard of 1982 allows.",
        someone("Åse", "Sørensen", "Norway", "Bergen"),
        {"how": "raw"},
    ),
    (
        "subject-in-raw-latin-1",
        "Raw Windows letters in the header, without a word about their charset.",
        someone("Conceição", "Magalhães", "Brazil", "Recife"),
        {"how": "latin1"},
    ),
    (
        "subject-in-latin-1-words",
        "Quoted words in ISO-8859-1.",
        someone("Götz", "Köster", "Germany", "Köln"),
        {"how": "latin-q"},
    ),
)


ALPHABETS: tuple[tuple[Any, ...], ...] = (
    (
        "name-in-arabic",
        "The sender's name is written in Arabic.",
        "سلمى بنعلي",
        "salma.benali@example.org",
    ),
    (
        "name-in-cyrillic",
        "The sender's name is written in Cyrillic.",
        "Ольга Соколенко",
        "olha.sokolenko@example.com",
    ),
    (
        "name-in-chinese",
        "The sender's name is written in Chinese.",
        "王丽华",
        "wang.lihua@example.net",
    ),
)


def accents(s: Scene) -> None:
    for name, about, who, how in HEADERS:
        subject = (
            f"Candidature : {TITRE}"
            if how["how"] in ("latin1", "latin-q")
            else f"Application: {TITLE}"
        )
        subject = subject.replace("–", "-")
        s.tell(
            name,
            about,
            who,
            pair(s, who),
            sending=Sending(subject, s.say("cover", who), **how),
            checks=checks(),
        )
    who = someone("Gülşen", "Çelik", "Türkiye", "Ankara")
    apart = unicodedata.normalize("NFD", f"CV {who.name}.pdf")
    docs = [s.cv(who, "CV.pdf").named(f"CV {who.name}.pdf"), s.letter(who, "Letter.docx")]
    s.tell(
        "letters-and-accents-apart",
        "A Mac writes letters and accents apart (NFD) in subject and file name.",
        who,
        docs,
        sending=Sending(
            unicodedata.normalize("NFD", f"Candidature: {TITRE}"),
            s.say("cover", who),
            shown_subject=f"Candidature: {TITRE}",
            attached=[docs[0].named(apart).attached(), docs[1].attached()],
        ),
        checks=checks(),
    )
    for name, about, shown, email in ALPHABETS:
        given, _, family = email.partition("@")[0].title().partition(".")
        who = person(given, family, email, "Belgium", "Leuven")
        s.tell(
            name,
            about,
            who,
            pair(s, who),
            checks=checks(),
            sending=Sending(
                f"Application - {TITLE}",
                s.say("cover", who),
                sender=f"{shown} <{email}>",
                how="b",
                shown={"name": shown, "email": email},
            ),
        )


def comma(s: Scene) -> None:
    who = someone("Siobhán", "O'Sullivan", "Ireland", "Cork")
    s.tell(
        "name-with-a-comma",
        "Family name first, with a comma, in quotes.",
        who,
        pair(s, who),
        checks=checks(),
        sending=Sending(
            f"Application - {TITLE}",
            s.say("cover", who),
            sender=f'"O\'Sullivan, Siobhan" <{who.email}>',
            shown={"name": "O'Sullivan, Siobhan", "email": who.email},
        ),
    )


DECLARATIONS: tuple[tuple[Any, ...], ...] = (
    (
        "relative-declared",
        "en",
        "relative",
        0,
        ["declared_relative"],
        "A brother works there: declared, and quoted.",
    ),
    (
        "relative-declared-in-french",
        "fr",
        "relative",
        1,
        ["declared_relative"],
        "A wife works there, declared in French.",
    ),
    (
        "no-relatives",
        "en",
        "no_relative",
        0,
        [],
        "Somebody declares that there is no relative: that is no declaration of one.",
    ),
    ("no-relatives-in-french", "fr", "no_relative", 0, [], "The same in French."),
)


def declarations(s: Scene) -> None:
    names = (
        ("Kinga", "Jabłoński"),
        ("Loïc", "Delvaux"),
        ("Zofia", "Szymański"),
        ("Estelle", "Ngo Bassong"),
    )
    for (name, language, which, number, flags, about), (given, family) in zip(
        DECLARATIONS, names, strict=True
    ):
        who = someone(given, family, "Belgium", "Liège")
        text = s.say("cover", who, language, 0).replace(
            "\n\nKind regards", f"\n\n{s.say(which, who, language, number)}\n\nKind regards"
        )
        text = text.replace(
            "\n\nCordialement", f"\n\n{s.say(which, who, language, number)}\n\nCordialement"
        )
        subject = f"Application - {TITLE}" if language == "en" else f"Candidature - {TITRE}"
        s.tell(
            name,
            about,
            who,
            pair(s, who, language),
            sending=Sending(subject, text),
            checks=checks(),
            flags=flags,
        )
