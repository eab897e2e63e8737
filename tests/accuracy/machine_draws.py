"""Mail that no person wrote, drawn at random."""

import hashlib

from tests.accuracy.hand import RECEIVED, Draw, Hand
from tests.letters import machines
from tests.letters.mails import Mail, trace
from tests.letters.people import Person


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
