"""The texts of mails, put together sentence by sentence: covering notes, questions, withdrawals."""

from random import Random
from typing import Any

from tests.letters.people import Person, words

MAILS = {language: words(f"mails_{language}") for language in ("en", "fr")}
BODIES = words("bodies")


class Voice:
    """One person writing in one language about one vacancy."""

    def __init__(self, person: Person, title: str, language: str, rng: Random) -> None:
        self.person, self.language, self.rng = person, language, rng
        self.pool: dict[str, Any] = MAILS[language]
        day = rng.choice(
            ("2 February", "Monday", "12/01/2026")
            if language == "en"
            else ("2 février", "lundi", "12/01/2026")
        )
        self.facts = {
            "title": title,
            "name": person.name,
            "phone": person.phone,
            "city": person.city,
            "country": person.country,
            "day": day,
            "kin": rng.choice(self.pool["kin"]),
            "child": rng.choice(self.pool["child"]),
            "url": f"https://files.example.com/s/{rng.randrange(16**8):08x}",
        }

    def one(self, what: str, **facts: str) -> str:
        """One sentence of a kind, its blanks filled."""
        return str(self.rng.choice(self.pool[what])).format(**self.facts | facts)

    def some(self, what: str, least: int, most: int) -> str:
        """Several sentences of a kind."""
        chosen = self.rng.sample(self.pool[what], self.rng.randint(least, most))
        return " ".join(x.format(**self.facts) for x in chosen if x)

    def wrapped(self, *paragraphs: str) -> str:
        """A mail: greeting, paragraphs, farewell, name; sometimes a signature or a disclaimer."""
        rng, name = self.rng, self.person.name
        bye = self.one("bye")
        rows = [
            self.one("greeting"),
            *paragraphs,
            f"{bye}\n{name}" if rng.random() < 0.85 else name,
        ]
        if rng.random() < 0.15:
            signature = rng.choice(BODIES[self.language]["signature"])
            rows.append("-- \n" + signature.format(**self.facts))
        if rng.random() < 0.15:
            rows.append(self.one("device"))
        if rng.random() < 0.12:
            rows.append(rng.choice(BODIES[self.language]["disclaimer"]))
        return "\n\n".join(row for row in rows if row) + "\n"

    def covering(self, *more: str) -> str:
        """A covering note, from nothing at all to half a dozen sentences."""
        if not more and self.rng.random() < 0.06:
            return ""
        return self.wrapped(f"{self.one('cover')} {self.some('cover_more', 0, 3)}".strip(), *more)

    def enquiry(self) -> str:
        """A question or two."""
        return self.wrapped(self.one("enquiry_lead"), self.some("enquiry", 1, 2))

    def withdrawal(self) -> str:
        """Somebody steps back."""
        return self.wrapped(f"{self.one('withdrawal')} {self.one('withdrawal_why')}".strip())

    def quoted(self, text: str) -> str:
        """An earlier mail below the answer, in one of the programs' manners."""
        head = self.rng.choice(
            (
                "On Mon, 2 Feb 2026 at 10:12, HR <hr@example.org> wrote:",
                "Le lun. 2 févr. 2026 à 10:12, RH <hr@example.org> a écrit :",
                (
                    "-----Original Message-----\nFrom: HR <hr@example.org>\nSent: Monday, "
                    "2 February 2026 10:12\nTo: you\nSubject: Vacancy"
                ),
                (
                    "________________________________\nDe : HR <hr@example.org>\nEnvoyé "
                    ": lundi 2 février 2026 10:12\nObjet : Vacance"
                ),
            )
        )
        plain = head.startswith(("-", "_"))
        return (
            f"\n{head}\n\n"
            + "\n".join(row if plain else f"> {row}" for row in text.split("\n"))
            + "\n"
        )
