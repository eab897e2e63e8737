"""Mail that no person wrote: reports, automatic replies, receipts, complaints, lists, calendars.

The signs are those of RFC 3464 (reports), RFC 3834 (automatic replies), RFC 8098 (receipts),
RFC 5965 (complaints) and RFC 2919 / 2369 (lists), and what older programs write instead.
"""

import re
from collections.abc import Callable

from intake.triage.kind.mail import Mail
from intake.triage.kind.phrases import (
    AUTO_REPLY_SUBJECTS,
    AWAY,
    CALENDAR_SUBJECTS,
    COMPLAINT_SUBJECTS,
    READ_RECEIPTS,
    RECEIPT_SUBJECTS,
)
from intake.triage.words import quote, words

_REPLY_HEADERS = (
    "x-autoreply",
    "x-autorespond",
    "x-autoresponder",
    "x-auto-reply",
    "x-autoreply-from",
    "x-mail-autoreply",
    "x-out-of-office",
    "x-vacation",
)
_LIST_HEADERS = ("list-id", "list-unsubscribe", "list-post", "list-help", "x-mailing-list")
_BULK = {"bulk", "list", "junk"}
_ANSWERED_BY_PROGRAM = {"auto_reply", "auto-reply", "autoreply"}
_ANGLE = re.compile(r"\s*[<>]\s*")


def automatic(mail: Mail) -> str | None:
    """The first sign that no person wrote the mail to apply or to ask, or None."""
    answers = (sign(mail) for sign in SIGNS)
    return next((answer for answer in answers if answer is not None), None)


def _replied(mail: Mail) -> str | None:
    """A program answered, and says so in the header (RFC 3834 or older customs)."""
    field = mail.message.header("auto-submitted")
    keyword = field.split(";")[0].strip().casefold()
    written = keyword in ("auto-generated", "auto-notified") and mail.has_cv
    if keyword not in ("", "no") and not written:
        return f"The mail says “Auto-Submitted: {field}”."
    precedence = mail.message.header("precedence").strip().casefold()
    if precedence in _ANSWERED_BY_PROGRAM and not mail.has_cv:
        return f"The mail says “Precedence: {mail.message.header('precedence')}”."
    said = {name: mail.message.header(name).strip().casefold() for name in _REPLY_HEADERS}
    named = next((name for name, value in said.items() if value not in ("", "no")), None)
    if mail.has_cv:
        return None
    return f"The mail carries the header {named} of an automatic reply." if named else None


def _is_away(mail: Mail) -> str | None:
    """An absence in words: by the subject, or by a reply that says little else.

    Who answers an automatic reply keeps its subject behind a RE: of his own.
    """
    if mail.papers:
        return None
    if AUTO_REPLY_SUBJECTS.begins(mail.subject) and not mail.says_reply:
        return f"Its subject is that of an automatic reply: {quote(mail.message.subject)}."
    away = AWAY.find(mail.message.body)
    supported = mail.is_reply or bool(mail.message.header("x-auto-response-suppress"))
    if away and supported and "?" not in mail.message.body:
        return f"It is a reply that tells of an absence: {quote(away)}."
    return None


def _receipt(mail: Mail) -> str | None:
    """A receipt: the mail was delivered, read or deleted."""
    if mail.message.report_type == "disposition-notification":
        return "The mail is a receipt (disposition-notification)."
    if "message/disposition-notification" in mail.message.part_types:
        return "A part of the mail is a receipt (message/disposition-notification)."
    if mail.papers or not RECEIPT_SUBJECTS.begins(mail.message.subject):
        return None
    if READ_RECEIPTS.match(mail.message.body) or not words(mail.message.body):
        return f"Its subject is that of a receipt: {quote(mail.message.subject)}."
    return None


def _complaint(mail: Mail) -> str | None:
    """A complaint by a mail provider about mail that we sent."""
    reported = "feedback-report"
    if mail.message.report_type == reported or f"message/{reported}" in mail.message.part_types:
        return "The mail is a complaint report (feedback-report)."
    if COMPLAINT_SUBJECTS.begins(mail.subject) and not mail.papers:
        return f"Its subject is that of a complaint report: {quote(mail.message.subject)}."
    return None


def _list_mail(mail: Mail) -> str | None:
    """Mail to many: never where it brings a CV or applies, and never for our own group's list."""
    if mail.papers or mail.applying:
        return None
    for name in _LIST_HEADERS:
        value = mail.message.header(name)
        if value and not _names_us(value, mail.vacancy.mailbox):
            return f"The mail came by a list: “{name}: {_ANGLE.sub(' ', value).strip()}”."
    precedence = mail.message.header("precedence").strip()
    listed = any(mail.message.header(name) for name in _LIST_HEADERS)
    if precedence.casefold() in _BULK and not listed:
        return f"The mail says “Precedence: {precedence}”."
    return None


def _names_us(value: str, mailbox: str) -> bool:
    """Whether a list is the vacancy's own mailbox, kept as a group."""
    address, folded = mailbox.casefold(), value.casefold()
    return bool(address) and (address in folded or address.replace("@", ".") in folded)


def _calendar(mail: Mail) -> str | None:
    """An invitation, or the answer to one; not a mail that merely brings an .ics file."""
    if mail.papers or "calendar" not in mail.message.media_type + "".join(mail.message.part_types):
        return None
    by_type = mail.message.media_type == "text/calendar"
    by_class = "calendarmessage" in mail.message.header("content-class").casefold()
    if by_type or by_class or CALENDAR_SUBJECTS.begins(mail.message.subject) or mail.is_silent:
        return f"The mail is an invitation or an answer to one: {quote(mail.message.subject)}."
    return None


SIGNS: tuple[Callable[[Mail], str | None], ...] = (
    _complaint,
    _receipt,
    _replied,
    _is_away,
    _calendar,
    _list_mail,
)
