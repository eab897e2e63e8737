"""Invented people from many countries. Nobody here exists; domains are those kept for examples."""

import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

WORDS = Path(__file__).parent / "words"
DOMAINS = ("example.org", "example.com", "example.net", "mail.example.com", "post.example.net")


def words(name: str) -> dict[str, Any]:
    """The pieces kept in words/NAME.toml."""
    return tomllib.loads((WORDS / f"{name}.toml").read_text(encoding="utf-8"))


CULTURES = words("people")["culture"]


@dataclass(frozen=True)
class Person:
    """Somebody who writes to the mailbox."""

    given: str
    family: str
    email: str
    country: str = "Belgium"
    city: str = "Namur"
    phone: str = "+32 470 12 34 56"

    @property
    def name(self) -> str:
        """Given name first, as most people write themselves."""
        return f"{self.given} {self.family}"


def plain(text: str) -> str:
    """Lower-case ASCII letters only, as addresses are made of."""
    table = str.maketrans("đøłıßæœ", "dolisao")
    folded = unicodedata.normalize("NFKD", text.lower().translate(table))
    return "".join(letter for letter in folded if letter.isascii() and letter.isalnum())


def invent(rng: Random) -> Person:
    """A new person; two with the same name and address are possible, and rare."""
    culture = rng.choice(CULTURES)
    given = rng.choice(culture[rng.choice(("feminine", "masculine"))])
    family = rng.choice(culture["family"])
    phone = culture["phone"] + "".join(f" {rng.randint(10, 99)}" for _ in range(4))
    return Person(
        given,
        family,
        address(given, family, rng),
        culture["country"],
        rng.choice(culture["cities"]),
        phone,
    )


def address(given: str, family: str, rng: Random) -> str:
    """One of the ways in which people build their address."""
    first, last = plain(given), plain(family)
    number = rng.randint(2, 9999)
    local = rng.choice(
        (
            f"{first}.{last}",
            f"{first}{last}",
            f"{first[0]}.{last}",
            f"{last}.{first}{number}",
            f"{first}_{last}",
        )
    )
    return f"{local}{'' if rng.random() < 0.6 else number}@{rng.choice(DOMAINS)}"


def person(given: str, family: str, email: str, country: str, city: str) -> Person:
    """Somebody of a story, with a telephone number of their own."""
    digits = sum(email.encode()) * 7919
    phone = f"+{10 + digits % 80} {digits % 997:03d} {digits % 89:02d} {digits % 83:02d}"
    return Person(given, family, email, country, city, phone)
