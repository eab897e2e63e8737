"""Messages made by hand, and headers of real mail read with the standard library alone."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message as Mail
from email.utils import parseaddr
from itertools import count

from intake.triage.dossier import Judged
from intake.triage.judge import judge
from intake.triage.message import Address, Document, DocumentKind, Message, Unreadable
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Timing, TimingVerdict, Verdict
from tests.triage.openings import TOSCI, others

CV, LETTER, OTHER = DocumentKind.CV, DocumentKind.MOTIVATION_LETTER, DocumentKind.OTHER
NOON = datetime(2026, 2, 1, 12, tzinfo=UTC)
IN_TIME = Timing(TimingVerdict.IN_TIME, NOON, "witness", "It was listed before the deadline.")
LATE = Timing(TimingVerdict.LATE, NOON, "border", "It came after the deadline.")
UNCLEAR = Timing(TimingVerdict.UNCLEAR, NOON, "no_trusted_time", "No clock of ours saw it.")
_number = count(1)


def document(
    filename: str,
    *kinds: DocumentKind,
    language: str | None = "en",
    confidence: float = 0.99,
    text: str = "",
    named: tuple[DocumentKind, ...] = (),
    in_body: bool = False,
    candidate_name: str = "",
    candidate_emails: tuple[str, ...] = (),
    has_referees: bool = False,
) -> Document:
    """A document that could be read."""
    return Document(
        filename=filename,
        media_type="application/pdf",
        sha256=f"{next(_number):064x}",
        size=10_000,
        kinds=kinds or (OTHER,),
        named=named,
        why="its headings",
        language=language,
        language_confidence=confidence,
        text=text,
        in_body=in_body,
        candidate_name=candidate_name,
        candidate_emails=candidate_emails,
        has_referees=has_referees,
    )


def unreadable(
    filename: str,
    reason: Unreadable = Unreadable.NO_TEXT,
    *,
    named: tuple[DocumentKind, ...] = (),
    media_type: str = "application/pdf",
) -> Document:
    """A document that could not be read."""
    return Document(
        filename=filename,
        media_type=media_type,
        sha256=f"{next(_number):064x}",
        size=10_000,
        named=named,
        readable=False,
        reason=reason,
    )


def mail(
    body: str = "",
    *documents: Document,
    subject: str = "Application for TOSCI",
    sender: str = "jane.doe@example.org",
    name: str = "Jane Doe",
    headers: tuple[tuple[str, str], ...] = (),
    reply_to: tuple[str, ...] = (),
    links: tuple[str, ...] = (),
    part_types: tuple[str, ...] = (),
    quoted: str = "",
) -> Message:
    """A mail by a person; different from every other one."""
    number = next(_number)
    return Message(
        sender=Address(name, sender),
        subject=subject,
        message_id=f"<{number}@example.org>",
        in_reply_to=reply_to,
        headers=headers,
        part_types=part_types,
        body=body,
        quoted=quoted,
        documents=documents,
        content_hash=f"c{number}",
        links=links,
    )


def judged(
    message: Message,
    *earlier: Judged,
    timing: Timing = IN_TIME,
    vacancy: Vacancy = TOSCI,
    admitted: bool = False,
    sha256: str = "",
) -> Judged:
    """A mail with its verdict, after the earlier ones."""
    number = next(_number)
    digest = sha256 or f"d{number}"
    verdict = judge(
        message, vacancy, timing, earlier, sha256=digest, others=others(vacancy), in_junk=False
    )
    return Judged(number, digest, message, verdict, admitted)


def verdict(message: Message, *earlier: Judged, timing: Timing = IN_TIME) -> Verdict:
    """The verdict alone."""
    return judged(message, *earlier, timing=timing).verdict


def read_headers(raw: bytes) -> Message:
    """A message of real bytes: its header, the types of its parts and its first text."""
    mail = message_from_bytes(raw)
    name, address = parseaddr(_decoded(mail.get("From", "")))
    return Message(
        sender=Address(name, address),
        subject=_decoded(mail.get("Subject", "")),
        headers=tuple((key.lower(), _decoded(value)) for key, value in mail.items()),
        media_type=mail.get_content_type(),
        report_type=str(mail.get_param("report-type") or "").lower(),
        part_types=tuple(part.get_content_type() for part in mail.walk())[1:],
        body=_first_text(mail),
    )


def _decoded(value: object) -> str:
    try:
        return " ".join(str(make_header(decode_header(str(value)))).split())
    except (LookupError, UnicodeError, ValueError):
        return " ".join(str(value).split())


def _first_text(mail: Mail) -> str:
    for part in mail.walk():
        if part.get_content_maintype() == "text":
            payload = part.get_payload(decode=True)
            return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return ""
