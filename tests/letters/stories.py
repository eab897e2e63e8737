"""Stories: a mail, when it came, and what a careful person says about it under the contract."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from tests.letters.mails import Attached, Mail, trace
from tests.letters.papers import Doc, both_doc, cv_doc, letter_doc, other_doc
from tests.letters.people import Person, words

BODIES = words("bodies")
CHECKS = ("subject", "cv", "motivation_letter", "language")


def utc(text: str) -> datetime:
    """An instant, written without its zone because it is always UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@dataclass(frozen=True)
class Poll:
    """A moment at which the mailbox is read; `fails`: our connection was down."""

    name: str
    at: datetime
    fails: bool = False


@dataclass(frozen=True)
class Story:
    """One fixture: its name tells it, `about` tells it in a sentence."""

    name: str
    about: str
    raw: bytes
    internal: datetime
    listed: str
    expected: dict[str, Any]
    folder: str = "INBOX"
    imported: bool = False


@dataclass
class Sending:
    """How a mail is written and when it arrives; `border` False: no line of ours in it."""

    subject: str | bytes | None = ""
    body: str = ""
    agent: str = "plain"
    how: str = "q"
    sender: str | bytes | None = None
    shown: dict[str, str] | None = None
    shown_subject: str | None = None
    headers: Sequence[tuple[str, str]] = ()
    charset: str = "utf-8"
    html: str = ""
    attached: Sequence[Attached] | None = None
    message_id: str | None = None
    date: str | None = ""
    at: str = ""
    delay: float = 3
    internal: str = ""
    border: bool = True
    listed: str = "main"
    folder: str = "INBOX"
    imported: bool = False
    raw: bytes = b""


@dataclass
class Scene:
    """One vacancy and its stories."""

    vacancy: str
    title: str
    titre: str
    address: str
    polls: Sequence[Poll]
    about: str
    folders: Sequence[str] = ("INBOX",)
    stories: list[Story] = field(default_factory=list)

    def random(self, name: str) -> Random:
        """Chance that depends on the story alone: adding one story changes no other."""
        return Random(f"{self.vacancy}/{name}")

    def cv(self, person: Person, filename: str, language: str = "en", layout: str = "") -> Doc:
        return cv_doc(person, filename, language, self.random(filename + person.email), layout)

    def letter(self, person: Person, filename: str, language: str = "en") -> Doc:
        rng = self.random(filename + person.email)
        return letter_doc(person, filename, self.named_in(language), language, rng)

    def both(self, person: Person, filename: str, language: str = "en") -> Doc:
        rng = self.random(filename + person.email)
        return both_doc(person, filename, self.named_in(language), language, rng)

    def other(self, kind: str, person: Person, filename: str, language: str = "en") -> Doc:
        return other_doc(kind, person, filename, language, self.random(filename + person.email))

    def named_in(self, language: str) -> str:
        return self.titre if language == "fr" else self.title

    def say(self, what: str, person: Person, language: str = "en", number: int = 0) -> str:
        """One of the texts kept in words/bodies.toml."""
        text: str = BODIES[language][what][number]
        return text.format(
            title=self.named_in(language),
            name=person.name,
            org="WCO",
            phone=person.phone,
            city=person.city,
        )

    def tell(
        self,
        name: str,
        about: str,
        person: Person,
        docs: Sequence[Doc] = (),
        *,
        sending: Sending,
        **expected: Any,
    ) -> Story:
        """Write the mail, and note what is expected of it."""
        border, internal = self._moments(sending)
        raw = sending.raw or self._written(name, person, docs, sending, border, internal)
        truth = {
            "kind": "application",
            "outcome": "filed",
            "timing": "in_time",
            "decided_by": "witness",
            "flags": [],
            "subject": sending.shown_subject
            if sending.shown_subject is not None
            else sending.subject or "",
            "from": sending.shown or {"name": person.name, "email": person.email},
            "documents": [doc.expected for doc in docs],
        } | expected
        truth = {key: value for key, value in truth.items() if value is not None}
        story = Story(
            name, about, raw, internal, sending.listed, truth, sending.folder, sending.imported
        )
        self.stories.append(story)
        return story

    def _moments(self, sending: Sending) -> tuple[datetime | None, datetime]:
        listed = next(poll.at for poll in self.polls if poll.name == sending.listed)
        border = (
            utc(sending.at)
            if sending.at
            else listed - timedelta(hours=3 + len(self.stories) % 11, minutes=7)
        )
        internal = (
            utc(sending.internal) if sending.internal else border + timedelta(seconds=sending.delay)
        )
        return (border if sending.border else None), internal

    def _written(
        self,
        name: str,
        person: Person,
        docs: Sequence[Doc],
        sending: Sending,
        border: datetime | None,
        internal: datetime,
    ) -> bytes:
        token = hashlib.sha256(f"{self.vacancy}/{name}".encode()).hexdigest()[:16]
        written = (border or internal) - timedelta(seconds=40)
        date = (
            written.strftime("%a, %d %b %Y %H:%M:%S +0000") if sending.date == "" else sending.date
        )
        sender = sending.sender if sending.sender is not None else f"{person.name} <{person.email}>"
        attached = (
            sending.attached if sending.attached is not None else [doc.attached() for doc in docs]
        )
        return Mail(
            sender=sender,
            to=self.address,
            subject=sending.subject,
            body=sending.body,
            attached=attached,
            agent=sending.agent,
            date=date,
            charset=sending.charset,
            how=sending.how,
            headers=sending.headers,
            message_id=f"{token}@mail.example.net"
            if sending.message_id is None
            else sending.message_id,
            received=trace(self.address, border, internal),
            html=sending.html,
            seed=name,
        ).raw()


def checks(
    subject: str = "pass", cv: str = "pass", letter: str = "pass", language: str = "pass"
) -> dict[str, str]:
    """The four answers; those not given pass."""
    return dict(zip(CHECKS, (subject, cv, letter, language), strict=True))


IN_BODY = "message body"


def body_letter(language: str) -> dict[str, Any]:
    """The letter that stands in the mail's own text, as the product lists it."""
    return {
        "filename": IN_BODY,
        "kinds": ["motivation_letter"],
        "language": language,
        "readable": True,
    }
