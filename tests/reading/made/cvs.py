"""CVs of invented people, in many shapes, put together at random from a seed."""

from collections.abc import Callable
from random import Random
from types import ModuleType

from tests.reading.made import english, french
from tests.reading.made.person import Person

WORDS: dict[str, ModuleType] = {"en": english, "fr": french}


def made_cv(dice: Random, language: str, who: Person) -> str:
    words = WORDS[language]
    shape = dice.choice(["plain", "upper", "labelled", "europass", "functional", "late_name"])
    parts = [_top(dice, words, who, shape)]
    sections = [
        "experience",
        "education",
        *dice.sample(
            ["skills", "languages", "interests", "certificates", "profile"], dice.randint(2, 4)
        ),
    ]
    if dice.random() < 0.4:
        dice.shuffle(sections)
    if "profile" in sections:
        sections.remove("profile")
        sections.insert(0, "profile")
    if dice.random() < 0.3:
        sections.append("references")
    parts += [_section(dice, words, name) for name in sections]
    return ("\n\n" if dice.random() < 0.7 else "\n").join(parts)


def _top(dice: Random, words: ModuleType, who: Person, shape: str) -> str:
    name = f"{who.first} {who.last.upper()}" if dice.random() < 0.4 else who.name
    title = dice.choice(words.TITLES).format(name=name)
    details = [
        _personal(dice, words, who, line)
        for line in dice.sample(words.PERSONAL, dice.randint(1, 5))
    ]
    if shape == "labelled":
        label = {"en": "Name: ", "fr": "Nom : "}["en" if words is english else "fr"]
        return "\n".join(line for line in (title, label + name, *details) if line)
    if shape == "europass":
        head = (
            "Europass Curriculum Vitae\nPersonal information\nFirst name(s) / Surname(s)  "
            if words is english
            else "Curriculum Vitae Europass\nInformations personnelles\nPrénom(s) / Nom(s)  "
        )
        return head + name + "\n" + "\n".join(details)
    if shape == "late_name":
        return "\n".join(line for line in (title, *details[:1], name, *details[1:]) if line)
    return "\n".join(
        line
        for line in ((title, name) if "{" not in title and name not in title else (title,))
        + tuple(details)
        if line
    )


def _personal(dice: Random, words: ModuleType, who: Person, line: str) -> str:
    return line.format(
        nation=dice.choice(words.NATIONS),
        day=dice.randint(1, 28),
        month=dice.choice(words.MONTHS),
        birth=dice.randint(1960, 2001),
        street=dice.choice(words.STREETS),
        phone="+32 4" + " ".join(str(dice.randint(10, 99)) for _ in range(4)),
        email=who.email,
        handle=who.email.split("@", maxsplit=1)[0],
    )


def _section(dice: Random, words: ModuleType, name: str) -> str:
    heading = dice.choice(words.HEADINGS[name])
    if dice.random() < 0.2:
        heading = f"{heading.rstrip()} :" if words is french else f"{heading}:"
    makers: dict[str, Callable[[Random, ModuleType], str]] = {
        "experience": _experience,
        "education": _education,
        "skills": _skills,
        "references": _references,
        "profile": lambda d, w: str(d.choice(w.PROFILES)),
        "languages": lambda d, w: d.choice(w.LANGUAGE_LINES),
        "interests": lambda d, w: d.choice(w.INTERESTS),
        "certificates": lambda d, w: (
            f"{d.randint(2010, 2024)}: {d.choice(['PRINCE2', 'ITIL', 'TOEFL', 'DELF B2', 'PMP'])}"
        ),
    }
    return f"{heading}\n{makers[name](dice, words)}"


def _span(dice: Random, words: ModuleType, start: int, end: int) -> str:
    stop = dice.choice(words.PRESENT) if end >= 2025 else str(end)
    style = dice.choice(["year", "month", "short", "slash", "from"])
    if style == "year":
        return f"{start}{dice.choice([' - ', '-', ' – ', ' — ', '–'])}{stop}"
    if style == "month":
        return f"{dice.choice(words.MONTHS)} {start} – {_month(dice, words.MONTHS, end)}{stop}"
    if style == "short":
        short = words.SHORT_MONTHS
        return f"{dice.choice(short)} {start} - {_month(dice, short, end)}{stop}"
    if style == "slash":
        last = f"{dice.randint(1, 12):02}/" if end < 2025 else ""
        return f"{dice.randint(1, 12):02}/{start} - {last}{stop}"
    joiner = (
        ("Since {0}" if end >= 2025 else "From {0} to {1}")
        if words is english
        else ("Depuis {0}" if end >= 2025 else "De {0} à {1}")
    )
    return joiner.format(start, stop)


def _month(dice: Random, names: list[str], end: int) -> str:
    return f"{dice.choice(names)} " if end < 2025 else ""


def _experience(dice: Random, words: ModuleType) -> str:
    lines, end = [], 2025
    mark = dice.choice(["- ", "• ", "", "* ", "\u25aa "])
    for _ in range(dice.randint(1, 4)):
        start = end - dice.randint(1, 6)
        head = [
            _span(dice, words, start, end),
            dice.choice(words.JOBS),
            dice.choice(words.EMPLOYERS),
        ]
        if dice.random() < 0.5:
            head = [*head[1:], head[0]]
        lines.append(dice.choice([", ", "\n", "  "]).join(head))
        lines += [mark + duty for duty in dice.sample(words.DUTIES, dice.randint(1, 4))]
        end = start
    return "\n".join(lines)


def _education(dice: Random, words: ModuleType) -> str:
    year = dice.randint(1990, 2018)
    rows = []
    for _ in range(dice.randint(1, 3)):
        when = str(year) if dice.random() < 0.4 else f"{year - 3} - {year}"
        rows.append(
            dice.choice(["{0}  {1}, {2}", "{1}\n{2}, {0}", "{1} ({0}), {2}"]).format(
                when, dice.choice(words.DEGREES), dice.choice(words.SCHOOLS)
            )
        )
        year -= 4
    return "\n".join(rows)


def _skills(dice: Random, words: ModuleType) -> str:
    return dice.choice([", ", "\n", " | ", "\n- "]).join(
        dice.sample(words.SKILLS, dice.randint(3, 8))
    )


def _references(dice: Random, words: ModuleType) -> str:
    if dice.random() < 0.5:
        return "Available on request" if words is english else "Disponibles sur demande"
    first = f"Helen Marsh, {dice.choice(words.EMPLOYERS)}, helen.marsh@example.net"
    return f"{first}, +44 20 7946 0{dice.randint(100, 999)}\nPaul Petit, paul.petit@example.com"
