"""One mail at a time, drawn at random, each with the labels a careful person would give it."""

from binascii import b2a_uu
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from intake.triage.vacancy import Vacancy
from tests.accuracy.documents import Drawer
from tests.accuracy.hand import Draw, Hand
from tests.accuracy.machine_draws import machine
from tests.accuracy.subjects import NOTHING, Subject
from tests.accuracy.subjects import draw as draw_subject
from tests.letters import files
from tests.letters.mails import Attached
from tests.letters.papers import Doc
from tests.letters.people import invent
from tests.letters.tnef import winmail
from tests.letters.writing import letter_paragraphs


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
    """The same kind of paper in a language that nobody asked for."""
    drawer = Drawer(hand.person, hand.vacancy.title, "es", hand.rng)
    drawer.used = hand.drawer.used
    if doc.kinds == ("cv",):
        return drawer.cv()
    return drawer.letter() if doc.kinds == ("motivation_letter",) else doc


def _declaration(hand: Hand, flags: set[str]) -> list[str]:
    if hand.chance(0.06):
        flags.add("declared_relative")
        return [hand.voice.one("relative")]
    return [hand.voice.one("no_relative")] if hand.chance(0.06) else []


def _sent(hand: Hand, subject: Subject, body: str, docs: list[Doc], flags: set[str]) -> Draw:
    what, more = _packed(docs, hand.rng.random())
    raw = hand.mail(subject.text, body, docs, **more)
    return hand.drawn(
        f"application, {what}",
        raw,
        "application",
        docs=tuple(docs),
        flags=frozenset(flags),
        subject=subject.answer,
        has_cv=_has("cv", docs),
        has_letter=_has("motivation_letter", docs),
    )


def _packed(docs: list[Doc], chance: float) -> tuple[str, dict[str, Any]]:
    """How the files travel: as they are, in a ZIP, in winmail.dat, or by way of a job board."""
    names = [doc.filename for doc in docs]
    held = {doc.filename: doc.data for doc in docs}
    western = all(name.encode("cp1252", "ignore").decode("cp1252") == name for name in names)
    if chance < 0.04 and len(held) == len(docs):
        return "zip", {
            "attached": [Attached("documents.zip", files.zipped(held), "application/zip")]
        }
    if chance < 0.06 and western and len(held) == len(docs):
        data = winmail(list(held.items()))
        return "winmail", {"attached": [Attached("winmail.dat", data, "application/ms-tnef")]}
    if chance < 0.08:
        return "job board", {"headers": JOB_BOARD}
    return "files", {}


JOB_BOARD = (
    ("List-Id", "<jobs.example.com>"),
    ("Precedence", "bulk"),
    ("List-Unsubscribe", "<https://example.com/u>"),
)


def _has(kind: str, docs: Sequence[Doc]) -> str | None:
    """The answer to a check; None where careful people could differ."""
    if any(kind in doc.kinds for doc in docs):
        return "pass"
    unread = any(doc.reason and doc.extension != "jpg" for doc in docs)
    if unread:
        return "unsure" if kind == "cv" else None
    return "fail"


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
        above = f"{note}\n\n{hand.rng.choice(FORWARD_MARKS)}\n{_old_head(hand)}"
        body = f"{above}\n\n{hand.voice.covering()}"
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
            f"Dear applicant,\nthank you for your interest in "
            f"{hand.title}. Please send CV and motivation letter."
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
    asked_about = [hand.drawer.notice()] if hand.chance(0.15) else []
    raw = hand.mail(subject, body, asked_about)
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
