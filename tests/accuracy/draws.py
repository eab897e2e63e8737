"""One mail at a time, drawn at random, each with the labels a careful person would give it."""

import hashlib
from binascii import b2a_uu
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from intake.triage.vacancy import Vacancy
from tests.accuracy.documents import Drawer
from tests.accuracy.subjects import NOTHING, Subject
from tests.accuracy.subjects import draw as draw_subject
from tests.letters import files, machines
from tests.letters.mails import Attached, Mail, trace
from tests.letters.papers import Doc
from tests.letters.people import Person, invent
from tests.letters.stories import utc
from tests.letters.texts import Voice
from tests.letters.tnef import winmail
from tests.letters.writing import letter_paragraphs

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


def application(hand: Hand) -> Draw:
    """A covering note with files, in one of many structures."""
    docs = hand.drawer.application()
    if hand.chance(0.05):
        docs = [hand.drawer.unreadable() if doc.kinds == ("cv",) else doc for doc in docs]
    if hand.chance(0.05):
        docs = [_spanish(hand, doc) for doc in docs]
    subject = draw_subject(hand.vacancy, hand.others, hand.person, hand.language, hand.rng)
    flags = {"misdirected"} if subject.other else set()
    body = hand.voice.covering(*_declaration(hand, flags))
    if any(doc.reason == "unsafe" for doc in docs):
        flags.add("unsafe_attachment")
    return _sent(hand, subject, body, docs, flags)


def _spanish(hand: Hand, doc: Doc) -> Doc:
    drawer = Drawer(hand.person, hand.vacancy.title, "es", hand.rng)
    drawer.used = hand.drawer.used
    return {("cv",): drawer.cv, ("motivation_letter",): drawer.letter}.get(doc.kinds, lambda: doc)()


def _declaration(hand: Hand, flags: set[str]) -> list[str]:
    if hand.chance(0.06):
        flags.add("declared_relative")
        return [hand.voice.one("relative")]
    return [hand.voice.one("no_relative")] if hand.chance(0.06) else []


def _sent(hand: Hand, subject: Subject, body: str, docs: list[Doc], flags: set[str]) -> Draw:
    truth: dict[str, Any] = {
        "subject": subject.answer,
        "has_cv": _has("cv", docs),
        "has_letter": _has("motivation_letter", docs),
    }
    packed = hand.rng.random()
    names = [doc.filename for doc in docs]
    what, attached, more = "files", None, {}
    if packed < 0.04 and len(set(names)) == len(names):
        what, attached = (
            "zip",
            [
                Attached(
                    "documents.zip",
                    files.zipped({d.filename: d.data for d in docs}),
                    "application/zip",
                )
            ],
        )
    elif packed < 0.06 and all(
        name.encode("cp1252", "ignore").decode("cp1252") == name for name in names
    ):
        what, attached = (
            "winmail",
            [
                Attached(
                    "winmail.dat",
                    winmail([(d.filename, d.data) for d in docs]),
                    "application/ms-tnef",
                )
            ],
        )
    elif packed < 0.08:
        more = {
            "headers": (
                ("List-Id", "<jobs.example.com>"),
                ("Precedence", "bulk"),
                ("List-Unsubscribe", "<https://example.com/u>"),
            )
        }
        what = "job board"
    raw = hand.mail(subject.text, body, docs, attached=attached, **more)
    return hand.drawn(
        f"application, {what}",
        raw,
        "application",
        docs=tuple(docs),
        flags=frozenset(flags),
        **truth,
    )


def _has(kind: str, docs: Sequence[Doc]) -> str:
    if any(kind in doc.kinds for doc in docs):
        return "pass"
    return "unsure" if any(doc.reason and doc.extension != "jpg" for doc in docs) else "fail"


def letter_in_body(hand: Hand) -> Draw:
    """The mail itself is the letter of motivation."""
    paragraphs = letter_paragraphs(hand.person, hand.title, hand.language, hand.rng)
    docs = [hand.drawer.cv(), *([hand.drawer.other()] if hand.chance(0.2) else [])]
    subject = draw_subject(hand.vacancy, [hand.vacancy], hand.person, hand.language, hand.rng)
    subject = replace(subject, answer="pass" if subject.other else subject.answer, other="")
    if "candidate" in hand.vacancy.subject.must_name or "project" in hand.vacancy.subject.must_name:
        subject = Subject(hand.rng.choice(NOTHING), "fail")
    raw = hand.mail(subject.text, hand.voice.wrapped(*paragraphs), docs)
    return hand.drawn(
        "letter in the body",
        raw,
        "application",
        docs=tuple(docs),
        letter_in_body=hand.language,
        subject=subject.answer,
        has_cv="pass",
        has_letter="pass",
    )


def link_only(hand: Hand) -> Draw:
    """A link in place of files."""
    subject = draw_subject(hand.vacancy, hand.others, hand.person, hand.language, hand.rng)
    flags = frozenset({"link_only"} | ({"misdirected"} if subject.other else set()))
    lead = "I apply for the post of" if hand.language == "en" else "Je postule au poste de"
    raw = hand.mail(
        subject.text, hand.voice.wrapped(f"{lead} {hand.title}. {hand.voice.one('link')}")
    )
    return hand.drawn("link only", raw, "application", subject=subject.answer, flags=flags)


def forwarded(hand: Hand) -> Draw:
    """A colleague forwards somebody's application, as a file or within the text."""
    inner = application(hand)
    clerk = invent(hand.rng)
    note, sender = hand.voice.one("forward"), f"{clerk.name} <{clerk.email}>"
    truth: dict[str, Any] = {
        "subject": None,
        "flags": (inner.flags - {"misdirected"}) | {"forwarded"},
    }
    if hand.chance(0.4) and inner.what == "application, files":
        body = f"{note}\n\n{hand.rng.choice(FORWARD_MARKS)}\n{_old_head(hand)}\n\n{hand.voice.covering()}"
        raw = hand.mail("Fwd: " + hand.title, body, inner.docs, sender=sender, again="fw")
        return replace(inner, what="forwarded in the text", raw=raw, **truth | _plain_flags(inner))
    attached = [Attached("", inner.raw, "message/rfc822", named="none", encoding="8bit")]
    raw = hand.mail(
        "FW: " + hand.title, note, attached=attached, sender=sender, agent="plain", again="fw"
    )
    return replace(inner, what="forwarded as a file", raw=raw, **truth)


FORWARD_MARKS = (
    "---------- Forwarded message ---------",
    "-----Original Message-----",
    "Begin forwarded message:",
    "-------- Message transféré --------",
    "",
)


def _old_head(hand: Hand) -> str:
    """The header lines that a mail program writes above a forwarded text."""
    who = f"{hand.shown} <{hand.person.email}>" if hand.shown else hand.person.email
    labels = hand.rng.choice((("From", "Date", "Subject", "To"), ("De", "Envoyé", "Objet", "À")))
    values = (who, "Mon, Jan 5, 2026 at 9:12 AM", hand.title, "info@example.org")
    return "\n".join(f"{label}: {value}" for label, value in zip(labels, values, strict=True))


def _plain_flags(inner: Draw) -> dict[str, Any]:
    """The text is written anew, so a declaration in the first one is not in it."""
    return {"flags": frozenset({"forwarded"} | (inner.flags & {"unsafe_attachment"}))}


def uuencoded(hand: Hand) -> Draw:
    """A file in the text of the mail."""
    doc = hand.drawer.both()
    doc = doc.named(hand.person.email.partition("@")[0] + "." + (doc.extension or "pdf")[:4])
    rows = [b2a_uu(doc.data[i : i + 45]).decode() for i in range(0, len(doc.data), 45)]
    body = f"{hand.voice.covering()}\nbegin 644 {doc.filename}\n{''.join(rows)}`\nend\n"
    raw = hand.mail(hand.vacancy.title, body, agent="plain")
    return hand.drawn(
        "uuencoded", raw, "application", docs=(doc,), has_cv="pass", has_letter="pass"
    )


def supplement(hand: Hand) -> Draw:
    """The missing document, sent later by the same person."""
    first, second = hand.drawer.cv(), hand.drawer.letter()
    missing = "doc_letter"
    if hand.chance(0.3):
        first, second, missing = second, first, "doc_cv"
    opening = hand.mail(hand.vacancy.title, hand.voice.covering(), [first])
    before = hand.drawn("first of two", opening, "application", docs=(first,))
    text = hand.voice.one("supplement", doc=hand.voice.one(missing))
    later = hand.mail(
        f"Re: {hand.vacancy.title}", hand.voice.wrapped(text), [second], again="later"
    )
    return hand.drawn(
        "supplement",
        later,
        "supplement",
        docs=(second,),
        has_cv="pass",
        has_letter="pass",
        before=before,
    )


def enquiry(hand: Hand) -> Draw:
    """A question; sometimes above the quoted notice, sometimes after an application."""
    body = hand.voice.enquiry()
    if hand.chance(0.2):
        body += hand.voice.quoted(
            f"Dear applicant,\nthank you for your interest in {hand.title}. Please send CV and motivation letter."
        )
    subject = hand.rng.choice(
        (
            "Question",
            "Enquiry",
            f"Question: {hand.title}",
            "Information",
            hand.title,
            "Demande d'information",
            "Re: vacancy",
            "Renseignement",
        )
    )
    raw = hand.mail(subject, body)
    if hand.chance(0.25):
        first = hand.mail(hand.title, hand.voice.covering(), [hand.drawer.both()], again="first")
        before = hand.drawn("first of two", first, "application")
        return hand.drawn("enquiry of a candidate", raw, "enquiry", before=before)
    return hand.drawn("enquiry", raw, "enquiry")


def withdrawal(hand: Hand) -> Draw:
    """Somebody steps back; sometimes above the quoted application."""
    body = hand.voice.withdrawal()
    if hand.chance(0.25):
        body += hand.voice.quoted(hand.voice.covering() or "My CV is attached.")
    subject = hand.rng.choice(
        (
            "Withdrawal",
            f"Re: {hand.title}",
            "Withdrawal of application",
            "Retrait de candidature",
            "My application",
            hand.title,
            "Désistement",
        )
    )
    return hand.drawn(
        "withdrawal",
        hand.mail(subject, body),
        "withdrawal",
        flags=frozenset({"withdrawal_requested"}),
    )


def machine(hand: Hand) -> Draw:
    """Mail that no person wrote."""
    maker = hand.rng.choice(
        (_bounce, _bounce, _bounce, _absence, _absence, _newsletter, _receipt, _invitation)
    )
    return maker(hand)


def _bounce(hand: Hand) -> Draw:
    style = hand.rng.choice(machines.BOUNCES)
    daemon = Person(
        "Mail Delivery",
        hand.rng.choice(("Subsystem", "System")),
        hand.rng.choice(("mailer-daemon", "MAILER-DAEMON", "postmaster")) + "@mx.example.net",
    )
    subject = hand.rng.choice(
        (
            "Undelivered Mail Returned to Sender",
            "Undeliverable: Your application",
            "Delivery Status Notification (Failure)",
            "failure notice",
            "Mail delivery failed: returning message to sender",
            "Returned mail: see transcript for details",
        )
    )
    content = machines.bounce(style, hand.vacancy.mailbox, hand.person.email, hand.seed)
    return hand.drawn(
        f"bounce, {style}",
        _enveloped(hand, daemon, subject, content),
        "automatic",
        name=daemon.name,
        email=daemon.email,
        bounce=True,
    )


def _receipt(hand: Hand) -> Draw:
    content = machines.receipt(hand.vacancy.mailbox, hand.person.email, hand.seed)
    return hand.drawn(
        "receipt",
        _enveloped(hand, hand.person, "Read: your mail", content),
        "automatic",
        name=hand.person.name,
    )


def _invitation(hand: Hand) -> Draw:
    content = machines.invitation(hand.vacancy.mailbox, hand.seed)
    return hand.drawn(
        "invitation",
        _enveloped(hand, hand.person, "Invitation: Weekly meeting", content),
        "automatic",
        name=hand.person.name,
    )


def _enveloped(hand: Hand, who: Person, subject: str, content: bytes) -> bytes:
    head = Mail(
        f"{who.name} <{who.email}>",
        hand.vacancy.mailbox,
        subject,
        "",
        date="Mon, 05 Jan 2026 09:59:00 +0100",
        message_id=f"{hashlib.sha256(hand.seed.encode()).hexdigest()[:8]}@mx.example.net",
        received=trace(hand.vacancy.mailbox, RECEIVED, RECEIVED),
    ).raw()
    head = head.partition(b"MIME-Version")[0]
    return (
        head.replace(b"Return-Path: <%s>" % who.email.encode(), b"Return-Path: <>")
        if hand.chance(0.8)
        else head
    ) + content


def _absence(hand: Hand) -> Draw:
    language = hand.rng.choice(("en", "en", "fr", "fr", "de", "es", "nl"))
    subject, text, headers = machines.absence(language, hand.rng)
    return hand.drawn("absence", hand.mail(subject, text, headers=headers), "automatic")


def _newsletter(hand: Hand) -> Draw:
    subject, text, headers = machines.newsletter(hand.rng)
    return hand.drawn("newsletter", hand.mail(subject, text, headers=headers), "automatic")


TABLE = (
    (0.56, application),
    (0.08, letter_in_body),
    (0.02, link_only),
    (0.03, forwarded),
    (0.01, uuencoded),
    (0.05, supplement),
    (0.08, enquiry),
    (0.06, withdrawal),
    (0.11, machine),
)


def draw(vacancies: Sequence[Vacancy], seed: str) -> Draw:
    """One mail; the same seed draws the same mail."""
    hand = Hand(vacancies, seed)
    chance, total = hand.rng.random(), 0.0
    for share, drawing in TABLE:
        total += share
        if chance < total:
            return drawing(hand)
    return application(hand)
