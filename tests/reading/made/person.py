"""Invented people, drawn at random from a seed."""

import unicodedata
from dataclasses import dataclass
from random import Random

FIRST = [
    "Amina",
    "Jean-Luc",
    "Grace",
    "Søren",
    "Élodie",
    "Mohamed",
    "Chen",
    "Olga",
    "Kwame",
    "Beatriz",
    "François",
    "Yuki",
    "Nneka",
    "Tom",
]
LAST = [
    "Okafor",
    "Lefèvre",
    "Wilson",
    "Nguyen Van",
    "De Smet",
    "Benali",
    "Kowalski",
    "Mensah",
    "Ivanova",
    "Tanaka",
    "Müller",
    "O'Brien",
    "Diallo",
    "Garcia Lopez",
]


@dataclass(frozen=True)
class Person:
    first: str
    last: str

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def email(self) -> str:
        plain = unicodedata.normalize("NFKD", f"{self.first}.{self.last}".lower())
        return (
            "".join(c for c in plain if c.isascii() and (c.isalnum() or c in ".-")) + "@example.org"
        )


def person(dice: Random) -> Person:
    return Person(dice.choice(FIRST), dice.choice(LAST))
