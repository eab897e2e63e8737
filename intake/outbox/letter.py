"""A composed digest with an addressee: the mail as it goes out."""

import secrets
from datetime import date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from intake.outbox.compose import Composed
from intake.outbox.words import Language


def letter(
    composed: Composed,
    sender: str,
    recipient: str,
    message_id: str,
    at: datetime,
    language: Language = "en",
) -> EmailMessage:
    """The mail for one recipient, marked as automatic so that no machine answers it.

    Auto-Submitted is of RFC 3834, List-Id of RFC 2919; X-Auto-Response-Suppress is what
    Exchange heeds. `message_id` stays the same however often the mail has to be sent.
    """
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address("Intake", addr_spec=sender)
    mail["To"] = recipient
    mail["Subject"] = composed.subject
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = message_id
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["List-Id"] = f"Intake digest <intake-digest.{_domain(sender)}>"
    mail["Content-Language"] = language
    mail.set_content(composed.text, cte="quoted-printable")
    if composed.html:
        mail.add_alternative(composed.html, subtype="html", cte="quoted-printable")
    return mail


def new_message_id(sender: str, day: date, kind: str = "digest") -> str:
    """A Message-ID for a mail of `day`, like no other, and short enough for one line."""
    return f"<{kind}.{day:%Y%m%d}.{secrets.token_hex(6)}@{_domain(sender)}>"


def _domain(address: str) -> str:
    return address.rpartition("@")[2]
