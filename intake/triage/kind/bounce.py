"""Delivery reports: by their form (RFC 3464), their sender, or their words."""

import re

from intake.triage.kind.mail import Mail
from intake.triage.kind.phrases import BOUNCE_SUBJECTS, BOUNCE_TEXTS, OF_ONES_OWN
from intake.triage.words import quote, words

_MACHINE = re.compile(r"^(mailer[-_. ]?daemon|mail[-_. ]?daemon|mailerdaemon)\b")
# Addresses of people as well, who have these initials: only with a second sign.
_PERHAPS_A_MACHINE = re.compile(r"^(post[-_. ]?master\b|(mda|mta)$)")
# A reply of a mail server with its enhanced status (RFC 3463), whatever the language around it.
_STATUS = re.compile(r"(?<![\d.])[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3}(?![\d.])")
_SYSTEM_NAMES = {
    ("mail", "delivery", "subsystem"),
    ("mail", "delivery", "system"),
    ("mail", "deliver", "system"),
    ("mailer", "daemon"),
    ("mail", "administrator"),
}


def bounced(mail: Mail) -> str | None:
    """The sign that a mail of ours could not be delivered, or None."""
    return _by_form(mail) or _by_sender(mail) or _by_words(mail)


def _by_form(mail: Mail) -> str | None:
    if mail.message.report_type == "delivery-status":
        return "The mail is a delivery report (report-type=delivery-status)."
    if "message/delivery-status" in mail.message.part_types and not mail.has_own_cv:
        return "A part of the mail is a delivery report (message/delivery-status)."
    if mail.message.header("x-failed-recipients"):
        return "The mail names the recipients that it could not reach (X-Failed-Recipients)."
    if mail.message.media_type == "multipart/report" and not mail.message.report_type:
        return "The mail is a report (multipart/report)."
    return None


def _by_sender(mail: Mail) -> str | None:
    sender = mail.message.sender
    local = sender.key.split("@")[0]
    if _MACHINE.match(local) or words(sender.name) in _SYSTEM_NAMES:
        return f"It was sent by a mail system: {quote(f'{sender.name} {sender.email}')}."
    tells = _telling_words(mail) or mail.is_silent or _STATUS.search(_text(mail))
    reports = _has_null_path(mail) or tells
    if _PERHAPS_A_MACHINE.match(local) and reports:
        return f"It was sent by a postmaster: {quote(sender.email)}."
    return None


def _by_words(mail: Mail) -> str | None:
    told = _telling_words(mail)
    if told is None or mail.has_own_cv:
        return None
    returned = "message/rfc822" in mail.message.part_types
    if _has_null_path(mail) or returned or _says_twice(mail):
        return f"Its words are those of a delivery report: {quote(told)}."
    return None


def _says_twice(mail: Mail) -> bool:
    """Subject and text are those of a report, and nobody speaks of a mail of their own."""
    subject, text = BOUNCE_SUBJECTS.match(mail.subject), BOUNCE_TEXTS.match(_text(mail))
    return bool(subject and text) and not OF_ONES_OWN.match(mail.message.body)


def _telling_words(mail: Mail) -> str | None:
    if BOUNCE_SUBJECTS.begins(mail.subject):
        return mail.message.subject
    return BOUNCE_TEXTS.find(_text(mail))


def _text(mail: Mail) -> str:
    """A report's whole text: what it quotes may have been taken for a quotation."""
    return f"{mail.message.body}\n\n{mail.message.quoted}"[:20_000]


def _has_null_path(mail: Mail) -> bool:
    path = mail.message.header("return-path").strip().casefold()
    return path == "<>" or path.startswith("<mailer-daemon")
