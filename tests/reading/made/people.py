"""Documents of invented people, put together at random from a seed, each with its label."""

from dataclasses import dataclass
from random import Random

from intake.triage.message import DocumentKind
from tests.reading.made.cvs import WORDS, made_cv
from tests.reading.made.others import CVS, LETTERS
from tests.reading.made.papers import PAPERS
from tests.reading.made.person import Person, person

CV, LETTER, OTHER = DocumentKind.CV, DocumentKind.MOTIVATION_LETTER, DocumentKind.OTHER


@dataclass(frozen=True)
class Made:
    """A document whose answer is known."""

    text: str
    kinds: tuple[DocumentKind, ...]
    language: str
    filename: str
    name: str
    sort: str


def made_letter(dice: Random, language: str, who: Person) -> str:
    words = WORDS[language]
    facts = {"post": dice.choice(words.POSTS), "employer": dice.choice(words.EMPLOYERS)}
    top = [who.name, dice.choice(words.STREETS), who.email] if dice.random() < 0.5 else []
    date = (
        [f"Brussels, {dice.randint(1, 28)} {dice.choice(words.MONTHS)} 2026"]
        if dice.random() < 0.6
        else []
    )
    title = dice.choice(words.LETTER_TITLES)
    body = [
        dice.choice(words.OPENINGS),
        *dice.sample(words.REASONS, dice.randint(2, 7)),
        dice.choice(words.CLOSINGS),
    ]
    step = dice.choice([1, 2, 3])
    paragraphs = [" ".join(body[at : at + step]) for at in range(0, len(body), step)]
    salutation = [dice.choice(words.SALUTATIONS)] if dice.random() < 0.95 else []
    end = [dice.choice(words.SIGNOFFS), who.name]
    blocks = ["\n".join(top), *date, title, *salutation, *paragraphs, "\n".join(end)]
    text = "\n\n".join(block for block in blocks if block).format(**facts)
    return _wrapped(text) if dice.random() < 0.5 else text


def _wrapped(text: str) -> str:
    """Lines as a page breaks them."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines.append("")
        for word in line.split(" "):
            if len(lines[-1]) + len(word) > 85:
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def made_paper(dice: Random, who: Person) -> tuple[str, str, str]:
    sort = dice.choice(list(PAPERS))
    language, text = dice.choice(PAPERS[sort])
    return (
        sort,
        language,
        text.format(
            name=who.name,
            first=who.first,
            last=who.last,
            upper=who.last.upper(),
            upper_first=who.first.upper(),
            post=dice.choice(WORDS[language].POSTS),
        ),
    )


def labelled(seed: int, count: int) -> list[Made]:
    """Documents in English and French: of ten, four CVs, three letters, one of both, two others."""
    dice = Random(seed)
    return [_one(dice, at % 10) for at in range(count)]


def _one(dice: Random, turn: int) -> Made:
    who, language = person(dice), dice.choice(["en", "fr"])
    junk = dice.choice(
        ["document.pdf", "scan0001.pdf", "IMG_2291.pdf", f"{who.last}.pdf", "", "application.pdf"]
    )
    if turn < 4:
        named = dice.choice([f"CV {who.name}.pdf", "resume.docx", junk, junk])
        return Made(made_cv(dice, language, who), (CV,), language, named, who.name, "cv")
    if turn < 7:
        named = dice.choice(["motivation letter.pdf", "Lettre de motivation.docx", junk, junk])
        return Made(
            made_letter(dice, language, who), (LETTER,), language, named, who.name, "letter"
        )
    if turn == 7:
        halves = [made_letter(dice, language, who), made_cv(dice, language, who)]
        if dice.random() < 0.3:
            halves.reverse()
        return Made("\n\n\n".join(halves), (CV, LETTER), language, junk, who.name, "both")
    sort, language, text = made_paper(dice, who)
    return Made(text, (OTHER,), language, junk, who.name, sort)


def foreign() -> list[Made]:
    """A CV and a letter in each of eight other languages."""
    cvs = [Made(text, (CV,), language, "", "", "cv") for language, text in CVS.items()]
    return cvs + [
        Made(text, (LETTER,), language, "", "", "letter") for language, text in LETTERS.items()
    ]
