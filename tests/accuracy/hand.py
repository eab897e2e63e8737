"""The hand that writes: one person, one vacancy, one way of writing mail, all from one seed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from intake.triage.vacancy import Vacancy
from tests.accuracy.documents import Drawer
from tests.letters import files
from tests.letters.mails import Attached, Mail, trace
from tests.letters.papers import Doc
from tests.letters.people import invent
from tests.letters.stories import utc
from tests.letters.texts import Voice

AGENTS = ("plain", "plain", "gmail", "gmail", "gmail", "outlook", "outlook", "iphone", "html")
RECEIVED = utc("2026-01-05T09:00")


@dataclass(frozen=True)
class Draw:
    """A mail and what is true of it; `before` is a mail of the same person that came first."""

    what: str
    raw: bytes
    vacancy: str
    kind: str
    name: str
    email: str
    subject: str | None = None
    docs: tuple[Doc, ...] = ()
    letter_in_body: str | None = None
    has_cv: str | None = None
    has_letter: str | None = None
    flags: frozenset[str] = frozenset()
    bounce: bool = False
    before: "Draw | None" = field(default=None, repr=False)


class Hand:
    """Everything that one draw is made from."""

    def __init__(self, vacancies: Sequence[Vacancy], seed: str) -> None:
        self.rng = Random(seed)
        self.seed = seed
        self.vacancy = self.rng.choice(vacancies)
        self.others = [one for one in vacancies if one.id != self.vacancy.id]
        self.person = invent(self.rng)
        self.language = self._language()
        titles = [self.vacancy.title, *self.vacancy.also_known_as]
        french = [x for x in titles if "é" in x]
        self.title = (
            self.rng.choice(french) if self.language == "fr" and french else self.vacancy.title
        )
        self.voice = Voice(self.person, self.title, self.language, self.rng)
        self.drawer = Drawer(self.person, self.title, self.language, self.rng)

    def _language(self) -> str:
        french = 0.42 if "fr" in self.vacancy.languages else 0.08
        return "fr" if self.rng.random() < french else "en"

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def mail(self, subject: str, body: str, docs: Sequence[Doc] = (), **more: Any) -> bytes:
        """The mail, as one of the usual programs writes it."""
        rng = self.rng
        agent = more.pop("agent", None) or rng.choice(AGENTS)
        attached = more.pop("attached", None)
        parts = [self._part(doc, agent) for doc in docs] if attached is None else attached
        if agent == "outlook" and parts and self.chance(0.5):
            logo = Attached(
                "image001.png", files.logo(rng), "image/png", "inline", content_id="image001@01DA"
            )
            parts = [logo, *parts]
        seed = self.seed + more.pop("again", "")
        token = hashlib.sha256(seed.encode()).hexdigest()[:14]
        mail = Mail(
            sender=more.pop("sender", None) or self.sender(),
            to=self.vacancy.mailbox,
            subject=subject,
            body=body,
            attached=parts,
            agent=agent,
            date="Mon, 05 Jan 2026 09:59:00 +0100",
            how=rng.choice(("q", "q", "b", "raw")),
            message_id=f"{token}@mail.example.net",
            received=trace(self.vacancy.mailbox, RECEIVED, RECEIVED),
            seed=seed,
            **more,
        )
        return mail.raw()

    def _part(self, doc: Doc, agent: str) -> Attached:
        kind: dict[str, str] = (
            {"media_type": "application/octet-stream"} if self.chance(0.12) else {}
        )
        named = (
            self.rng.choice(("2231", "2231", "2047", "raw", "percent"))
            if not doc.filename.isascii()
            else "2231"
        )
        disposition = (
            self.rng.choice(("inline", ""))
            if agent == "iphone" or self.chance(0.04)
            else "attachment"
        )
        if self.chance(0.02):
            named = "none"
        if doc.extension in ("txt", "html") and not disposition:
            disposition = "attachment"  # else nobody could tell it from the mail's own text
        return doc.attached(named=named, disposition=disposition, **kind)

    def sender(self) -> str:
        who = self.person
        return f"{self.shown} <{who.email}>" if self.shown else who.email

    @property
    def shown(self) -> str:
        """The display name: given name first, family name first, quoted with a comma, or none."""
        way = Random(self.seed + "name").random()
        if way < 0.78:
            return self.person.name
        return (
            f"{self.person.family.upper()} {self.person.given}"
            if way < 0.9
            else ("" if way < 0.95 else self.person.given)
        )

    def drawn(self, what: str, raw: bytes, kind: str, **truth: Any) -> Draw:
        return Draw(
            what,
            raw,
            self.vacancy.id,
            kind,
            truth.pop("name", self.shown),
            truth.pop("email", self.person.email),
            **truth,
        )
