"""Mail that machines write: bounces, absence notes, receipts, invitations, newsletters."""

from random import Random

from tests.letters.mails import multipart, text_part
from tests.letters.people import words

TEXTS = words("machines")
Headers = tuple[tuple[str, str], ...]
BOUNCES = ("postfix", "exchange", "gmail", "qmail", "exim")


def bounce(style: str, to: str, lost: str, seed: str) -> bytes:
    """A delivery report in one of the dialects, from the MIME headers on."""
    human = TEXTS["bounce"][style].format(lost=lost, to=to)
    if style in ("qmail", "exim"):
        head, body = text_part(human, "utf-8")
        return b"\r\n".join([b"MIME-Version: 1.0", *head, b"", body])
    fields = (
        f"Reporting-MTA: dns; mail.example.net\n\nFinal-Recipient: rfc822; {lost}\nAction: failed\n"
        "Status: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 user unknown\n"
    )
    report = [b"Content-Type: message/delivery-status"], fields.replace("\n", "\r\n").encode()
    original = (
        f"From: {to}\r\nTo: {lost}\r\nSubject: Your application\r\n"
        "Message-ID: <1@example.org>\r\n\r\n"
    )
    parts = [
        text_part(human, "utf-8"),
        report,
        ([b"Content-Type: text/rfc822-headers"], original.encode()),
    ]
    head, body = multipart("report", parts, seed)
    head[0] += b"; report-type=delivery-status"
    return b"\r\n".join([b"MIME-Version: 1.0", *head, b"", body])


def receipt(to: str, reader: str, seed: str) -> bytes:
    """A read receipt (RFC 8098)."""
    told = (
        f"This is a receipt for the mail you sent to {reader}. "
        "It was displayed on the recipient's computer."
    )
    fields = (
        f"Reporting-UA: mail.example.net\r\nFinal-Recipient: rfc822; {reader}\r\n"
        "Original-Message-ID: <1@example.org>\r\n"
        "Disposition: manual-action/MDN-sent-manually; displayed\r\n"
    )
    note = [b"Content-Type: message/disposition-notification"], fields.encode()
    head, body = multipart("report", [text_part(told, "utf-8"), note], seed)
    head[0] += b"; report-type=disposition-notification"
    return b"\r\n".join([b"MIME-Version: 1.0", *head, b"", body])


def invitation(to: str, seed: str) -> bytes:
    """A meeting request."""
    told = text_part("You are invited to a meeting.\n", "utf-8")
    event = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nMETHOD:REQUEST\r\n"
        "BEGIN:VEVENT\r\nUID:7@example.net\r\n"
        "DTSTAMP:20260120T090000Z\r\nDTSTART:20260122T090000Z\r\n"
        f"ATTENDEE:mailto:{to}\r\nSUMMARY:Weekly meeting\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    calendar = [b'Content-Type: text/calendar; charset="utf-8"; method=REQUEST'], event.encode()
    head, body = multipart("alternative", [told, calendar], seed)
    return b"\r\n".join([b"MIME-Version: 1.0", *head, b"", body])


def absence(language: str, rng: Random) -> tuple[str, str, Headers]:
    """Subject, text and headers of an absence note; old servers give weaker hints."""
    entry = rng.choice([x for x in TEXTS["absence"] if x["language"] == language])
    headers: tuple[Headers, ...] = (
        (("Auto-Submitted", "auto-replied"),),
        (("X-Autoreply", "yes"), ("Precedence", "auto_reply")),
        (("X-Auto-Response-Suppress", "All"), ("Auto-Submitted", "auto-generated")),
        (("X-Autorespond", "yes"), ("Precedence", "bulk")),
    )
    return rng.choice(entry["subject"]), rng.choice(entry["text"]), rng.choice(headers)


def newsletter(rng: Random) -> tuple[str, str, Headers]:
    """Subject, text and headers of list mail."""
    entry = rng.choice(TEXTS["newsletter"])
    headers = (
        ("List-Id", "<news.example.com>"),
        ("List-Unsubscribe", "<https://example.com/unsubscribe?u=7>"),
        ("Precedence", "bulk"),
    )
    return entry["subject"], entry["text"], headers
