"""Subject lines as people write them, each with the answer a careful person would give."""

import unicodedata
from dataclasses import dataclass
from random import Random

from intake.triage.vacancy import Vacancy
from tests.letters.people import Person, plain

NOTHING = (
    "Application",
    "My CV",
    "Candidature",
    "CV",
    "Job application",
    "Officer",
    "Application for the position",
    "Hello",
    "Vacancy",
    "",
    "Motivation letter",
    "Lettre de motivation et CV",
    "Curriculum vitae",
    "Documents",
    "URGENT",
    "Job",
    "Applying for the job",
    "application form",
    "Demande d'emploi",
    "Candidature spontanée",
    "Please find attached",
    "Re: your vacancy notice",
    "Application letter and CV attached",
    "Recruitment 2026",
    "Poste vacant",
    "FYI",
    "Application for the Expert position",
    "Interested in working with you",
    "Request for employment",
)
SHARED = {
    "tosci": ("Technical Officer", "Application for Technical Officer"),
    "environment": ("Technical Officer", "Technical Officer - application"),
}
AROUND = {
    "en": (
        "{x}",
        "Application - {x}",
        "Application for {x}",
        "{x} - application",
        "Vacancy: {x}",
        "Job application: {x}",
        "Application for the post of {x}",
        "Position {x}",
        "[{x}] Application",
        "{x} / CV and motivation letter",
        "Applying for {x}",
    ),
    "fr": (
        "{x}",
        "Candidature - {x}",
        "Candidature au poste de {x}",
        "Poste : {x}",
        "{x} - candidature",
        "Candidature pour {x}",
    ),
}
PREFIXES = ("RE: ", "FW: ", "Fwd: ", "TR: ", "AW: ", "Re: Re: ", "RE : ")


@dataclass(frozen=True)
class Subject:
    """A subject line, whether it meets the vacancy's rule, and which other vacancy it names."""

    text: str
    answer: str
    other: str = ""


def draw(
    vacancy: Vacancy, others: list[Vacancy], person: Person, language: str, rng: Random
) -> Subject:
    """A right, a wrong or a misdirected subject, mostly right."""
    chance = rng.random()
    if chance < 0.06:
        other = rng.choice(others)
        return Subject(_dressed(_title(other, language, rng), language, rng), "fail", other.id)
    if chance < 0.24:
        return Subject(_wrong(vacancy, person, rng), "fail")
    return Subject(_right(vacancy, person, language, rng), "pass")


def _wrong(vacancy: Vacancy, person: Person, rng: Random) -> str:
    if "candidate" in vacancy.subject.must_name and rng.random() < 0.5:
        named = _dressed(_title(vacancy, "en", rng), "en", rng)
        return rng.choice((named, f"Application of {person.name}", f"{person.name} - CV"))
    if vacancy.id in SHARED and rng.random() < 0.3:
        return rng.choice(SHARED[vacancy.id])
    return rng.choice(NOTHING) if rng.random() < 0.75 else f"CV {person.name}"


def _right(vacancy: Vacancy, person: Person, language: str, rng: Random) -> str:
    text = _title(vacancy, language, rng)
    if "project" in vacancy.subject.must_name:
        text = (
            vacancy.title
            if rng.random() < 0.5
            else _joined(rng.choice(vacancy.subject.project), text, rng)
        )
    text = _dressed(_worn(text, rng), language, rng)
    if "candidate" in vacancy.subject.must_name or rng.random() < 0.15:
        text = _joined(text, _name(person, rng), rng)
    return text


def _title(vacancy: Vacancy, language: str, rng: Random) -> str:
    """The title, or one of its other names in the language of the mail."""
    names = [vacancy.title, *vacancy.also_known_as]
    french = [
        x
        for x in names
        if any(
            w in x.lower()
            for w in (
                "unité",
                "administrat",
                "chargé",
                "responsable",
                "expert",
                "projet",
                "programme",
            )
        )
    ]
    if language == "fr" and french and rng.random() < 0.7:
        return rng.choice(french)
    return vacancy.title if rng.random() < 0.6 else rng.choice(names)


def _joined(one: str, two: str, rng: Random) -> str:
    pair = [one, two]
    rng.shuffle(pair)
    return rng.choice((" - ", ", ", " / ", ": ", " – ", " (")).join(pair)


def _name(person: Person, rng: Random) -> str:
    """The candidate's name in any order, with or without accents."""
    full = f"{person.given} {person.family}"
    bare = "".join(x for x in unicodedata.normalize("NFKD", full) if not unicodedata.combining(x))
    return rng.choice(
        (
            full,
            f"{person.family.upper()} {person.given}",
            f"{person.family}, {person.given}",
            bare,
            full.upper(),
            bare,
        )
    )


def _worn(text: str, rng: Random) -> str:
    """The title as it comes out of hurried hands."""
    if len(text) < 12 or rng.random() < 0.45:
        return text
    wear = rng.choice((_upper, _lower, _undashed, _unaccented, _typo, _typo, _swapped))
    return wear(text, rng)


def _upper(text: str, rng: Random) -> str:
    return text.upper()


def _lower(text: str, rng: Random) -> str:
    return text.lower()


def _undashed(text: str, rng: Random) -> str:
    return " ".join(text.translate(str.maketrans("–-,()", "     ")).split())


def _unaccented(text: str, rng: Random) -> str:
    return "".join(x for x in unicodedata.normalize("NFKD", text) if not unicodedata.combining(x))


def _typo(text: str, rng: Random) -> str:
    """One letter too few, too many, or in the wrong place, inside a long word."""
    words = text.split(" ")
    long = [i for i, word in enumerate(words) if len(word) > 6 and plain(word)]
    if not long:
        return text
    i = rng.choice(long)
    at = rng.randint(2, len(words[i]) - 3)
    word = words[i]
    words[i] = rng.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
    return " ".join(words)


def _swapped(text: str, rng: Random) -> str:
    for comma in (", ", " – "):
        if comma in text:
            first, _, second = text.partition(comma)
            return f"{second}{comma}{first}"
    return text


def _dressed(text: str, language: str, rng: Random) -> str:
    text = rng.choice(AROUND[language]).format(x=text)
    return rng.choice(PREFIXES) + text if rng.random() < 0.12 else text
