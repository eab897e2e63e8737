"""What people write: letters of motivation, CVs and other papers, put together from many pieces."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.letters.people import Person, invent, words

LETTERS = {language: words(f"letters_{language}") for language in ("en", "fr", "es")}
CVS = {language: words(f"cvs_{language}") for language in ("en", "fr", "es")}
OTHERS = words("others")
ORGANISATIONS = {
    "en": ("the WCO", "your Organization", "the World Customs Organization"),
    "fr": ("l'OMD", "votre Organisation", "l'Organisation mondiale des douanes"),
    "es": ("la OMA", "su Organización"),
}


@dataclass(frozen=True)
class Line:
    """One line of a paper: name, heading, text, bullet, row, or aside (a CV's side column)."""

    text: str
    style: str = "text"


@dataclass
class Paper:
    """A document before it takes a format."""

    lines: list[Line] = field(default_factory=list)
    language: str = "en"

    def add(self, text: str, style: str = "text") -> None:
        """One more line."""
        self.lines.append(Line(text, style))

    @property
    def text(self) -> str:
        """The words, line by line."""
        return "\n".join(line.text for line in self.lines)


def _fill(piece: str, facts: dict[str, Any]) -> str:
    """A piece with its blanks filled, twice because an employer has blanks of its own."""
    return piece.format(**facts).format(**facts)


def _facts(person: Person, pool: dict[str, Any], rng: Random) -> dict[str, Any]:
    employer = rng.choice(pool["employer"]).format(country=person.country, city=person.city)
    return {
        "name": person.name,
        "country": person.country,
        "city": person.city,
        "employer": employer,
        "years": rng.randint(4, 22),
        "n": rng.randint(2, 40),
        "field": rng.choice(pool.get("field", ("trade",))),
    }


def letter_paragraphs(person: Person, title: str, language: str, rng: Random) -> list[str]:
    """The paragraphs of a letter of substance, without salutation and farewell."""
    pool = LETTERS[language]
    facts = _facts(person, pool, rng) | {"title": title, "org": rng.choice(ORGANISATIONS[language])}
    career = rng.sample(pool["career"], rng.randint(3, 5))
    pieces = [
        [rng.choice(pool["opening"])],
        career[: len(career) // 2 + 1],
        [*career[len(career) // 2 + 1 :], *rng.sample(pool["skills"], rng.randint(1, 3))],
        rng.sample(pool["motivation"], rng.randint(1, 2)),
        rng.sample(pool["closing"], rng.randint(1, 2)),
    ]
    return [" ".join(_fill(piece, facts) for piece in paragraph) for paragraph in pieces]


def letter(person: Person, title: str, language: str, rng: Random) -> Paper:
    """A motivation letter on paper: some with a letterhead and a date, some bare."""
    pool, paper = LETTERS[language], Paper(language=language)
    if rng.random() < 0.7:
        for line in (person.name, person.city + ", " + person.country, person.phone, person.email):
            paper.add(line)
    if rng.random() < 0.6:
        paper.add(f"{person.city}, {date(language, rng)}")
    if heading := rng.choice(pool["heading"]).format(title=title):
        paper.add(heading, "heading")
    paper.add(rng.choice(pool["salutation"]))
    for paragraph in letter_paragraphs(person, title, language, rng):
        paper.add(paragraph)
    paper.add(rng.choice(pool["farewell"]))
    paper.add(person.name)
    return paper


def letter_text(person: Person, title: str, language: str, rng: Random) -> str:
    """The same as the text of a mail."""
    pool = LETTERS[language]
    paragraphs = letter_paragraphs(person, title, language, rng)
    return "\n\n".join(
        (rng.choice(pool["salutation"]), *paragraphs, rng.choice(pool["farewell"]), person.name)
    )


MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
}


STREETS = ("", "Avenue des Tilleuls 14, ", "27 Harbour Road, ", "PO Box 118, ")


def date(language: str, rng: Random) -> str:
    """A date as people write it at the head of a letter."""
    day, month = rng.randint(2, 28), rng.choice(MONTHS[language])
    return f"{day} {month} {rng.choice((2025, 2026))}"


def cv(person: Person, language: str, rng: Random) -> Paper:
    """A CV: its sections in one of several orders, with or without a profile and referees."""
    pool, paper = CVS[language], Paper(language=language)
    facts = _facts(person, pool, rng)
    if top := rng.choice(pool["top"]).format(name=person.name):
        paper.add(top, "heading")
    paper.add(person.name if rng.random() < 0.8 else person.name.upper(), "name")
    _personal(paper, person, pool, rng)
    if rng.random() < 0.6:
        paper.add(rng.choice(pool["profile"]), "heading")
        paper.add(_fill(rng.choice(pool["profile_text"]), facts))
    sections = [_experience, _education]
    rng.shuffle(sections)
    for section in sections:
        section(paper, person, pool, rng)
    _abilities(paper, person, pool, rng)
    return paper


def _personal(paper: Paper, person: Person, pool: dict[str, Any], rng: Random) -> None:
    if rng.random() < 0.6:
        paper.add(rng.choice(pool["personal"]), "heading")
    paper.add(
        f"{rng.choice(STREETS)}{person.city}, {person.country}",
        "aside",
    )
    paper.add(person.phone, "aside")
    paper.add(person.email, "aside")
    if rng.random() < 0.6:
        paper.add(
            (
                f"{rng.choice(pool['birth'])}: "
                f"{date(paper.language, rng)[:-4]}{rng.randint(1962, 1996)}"
            ),
            "aside",
        )
        paper.add(f"{rng.choice(pool['nationality'])}: {person.country}", "aside")


def _experience(paper: Paper, person: Person, pool: dict[str, Any], rng: Random) -> None:
    paper.add(rng.choice(pool["experience"]), "heading")
    until: str | int = rng.choice(pool["present"])
    year = rng.randint(2019, 2023)
    for _ in range(rng.randint(2, 5)):
        facts = _facts(person, pool, rng)
        joint = (
            rng.choice((" - ", " – ", "-", " to "))
            if paper.language == "en"
            else rng.choice((" - ", " – "))
        )
        paper.add(f"{year}{joint}{until}|{rng.choice(pool['role'])}, {facts['employer']}", "row")
        for duty in rng.sample(pool["duty"], rng.randint(2, 4)):
            paper.add(_fill(duty, facts | {"n": rng.randint(3, 48)}), "bullet")
        until, year = year, year - rng.randint(2, 5)


def _education(paper: Paper, person: Person, pool: dict[str, Any], rng: Random) -> None:
    paper.add(rng.choice(pool["education"]), "heading")
    year = rng.randint(1996, 2012)
    for degree in rng.sample(pool["degree"], rng.randint(1, 3)):
        school = rng.choice(pool["school"]).format(city=person.city, country=person.country)
        paper.add(f"{year - 2}-{year}|{degree}, {school}", "row")
        year -= rng.randint(2, 4)


def _abilities(paper: Paper, person: Person, pool: dict[str, Any], rng: Random) -> None:
    paper.add(rng.choice(pool["languages"]), "heading")
    paper.add(rng.choice(pool["language_line"]).format(mother=rng.choice(pool["mother"])), "aside")
    paper.add(rng.choice(pool["skills"]), "heading")
    for skill in rng.sample(pool["skill"], rng.randint(1, 4)):
        paper.add(skill, "bullet")
    if rng.random() < 0.5:
        paper.add(rng.choice(pool["referees"]), "heading")
        paper.add(rng.choice(pool["no_referee"]) if rng.random() < 0.4 else _referee(pool, rng))


def _referee(pool: dict[str, Any], rng: Random) -> str:
    who = invent(rng)
    line: str = rng.choice(pool["referee"])
    return line.format(ref=who.name, refmail=who.email, reftel=who.phone)


def other(kind: str, person: Person, language: str, rng: Random) -> Paper:
    """A diploma, certificate, reference_letter, publications or transcript."""
    text = rng.choice(OTHERS[language][kind]).format(name=person.name, city=person.city)
    paper = Paper(language=language)
    for line in text.split("\n"):
        paper.add(line, "heading" if line.isupper() else "text")
    return paper
