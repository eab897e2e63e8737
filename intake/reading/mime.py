"""Raw mail becomes a Message.  [only importer of mailparser]

mail-parser reads addresses, Received lines and defects; the parts are walked beside it (walk.py),
since it leaves some out. Broken headers never break a mail.
"""

import email
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from email.message import Message as Mail

import mailparser
from mailparser.utils import get_addresses

from intake.reading import body, forward, hops, limits, names, trace, walk
from intake.reading.body import Body
from intake.reading.extract import Part
from intake.reading.walk import Piece, Walked
from intake.triage.message import Address, Document, Hop, Message

ReadPart = Callable[[Part], Iterable[Document]]
ReadBody = Callable[[Sequence[Piece], str, str], Body]

_LONGEST_VALUE = 20_000  # characters of one header value that are kept
_MOST_HEADERS = 500
_IDENTIFIER = r"<[^<>\s]{1,500}>"
_DEFECTS = {
    "StartBoundaryNotFoundDefect": "the boundary between the parts is missing",
    "CloseBoundaryNotFoundDefect": "the mail is cut off, or its last boundary is missing",
    "NoBoundaryInMultipartDefect": "the mail names no boundary between its parts",
    "MultipartInvariantViolationDefect": "a part that should hold parts holds none",
    "InvalidMultipartContentTransferEncodingDefect": "a multipart is itself encoded",
    "InvalidBase64PaddingDefect": "a part's base64 is damaged",
    "InvalidBase64CharactersDefect": "a part's base64 is damaged",
    "InvalidBase64LengthDefect": "a part's base64 is damaged",
    "MissingHeaderBodySeparatorDefect": "the header runs into the text",
    "FirstHeaderLineIsContinuationDefect": "the header begins in the middle of a line",
    "AddressHeaderDefect": "an address line is malformed",
    "ReceivedHeaderDefect": "a Received line is malformed",
    "DateHeaderDefect": "a date is malformed",
    "CharsetDecodeDefect": "a part's charset is not what it says",
    "MimeHeaderDefect": "a part's header holds raw octets",
}


@dataclass(frozen=True)
class _Parsed:
    """The library's view of a mail, its parts, and why it is not taken apart, if so."""

    mail: mailparser.MailParser
    tree: Mail
    unreadable: str | None = None


def read_message(raw: bytes, read_part: ReadPart, read_body: ReadBody = body.read) -> Message:
    """Read one mail.

    Args:
        raw: the octets as fetched.
        read_part: yields the documents of one part; containers are opened by it.
        read_body: reads the mail's own text; may run elsewhere.

    A mail that is made to exhaust its reader comes back with `unreadable`, and with what its
    header says.
    """
    parsed = _parsed(raw)
    header = _header_of(parsed, raw)
    if parsed.unreadable is not None:
        return header
    walked = walk.walk(parsed.tree)
    own = header.sender.key
    text = read_body(walked.pieces, header.subject, own)
    inner = _forwarded_mail(walked, text, header)
    if inner is not None:
        text = _joined(text, _sender(inner.mail), read_body(inner.pieces, "", own))
    documents = [document for part in walked.all_parts() for document in read_part(part)]
    return _filled(header, walked, text, documents)


def _filled(header: Message, walked: Walked, text: Body, documents: list[Document]) -> Message:
    """The message with what its parts hold."""
    whose = text.forwarded_from
    return replace(
        header,
        part_types=tuple(walked.all_types()),
        body=text.text,
        quoted=text.quoted,
        documents=(*((text.letter,) if text.letter else ()), *documents),
        # Who forwards their own earlier mail is not somebody else's messenger.
        forwarded_from=whose if whose and whose.key != header.sender.key else None,
        links=text.links,
        defects=(*header.defects, *walked.all_defects()),
        body_language=text.language,
    )


def _parsed(raw: bytes) -> _Parsed:
    """The mail as the library reads it; only its header where the rest would exhaust."""
    too_much = limits.excess(raw)
    if too_much is not None:
        return _Parsed(_header_alone(raw), Mail(), too_much)
    try:
        mail = mailparser.parse_from_bytes(raw)
    # mail-parser raises a dozen kinds of error on broken mail, where the package that it stands
    # on still gives the parts.
    except Exception:  # noqa: BLE001
        return _parts_alone(raw)
    return _Parsed(mail, mail.message)


def _parts_alone(raw: bytes) -> _Parsed:
    try:
        return _Parsed(_header_alone(raw), email.message_from_bytes(raw))
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as failure:
        why = f"its structure could not be parsed ({type(failure).__name__})"
        return _Parsed(_header_alone(raw), Mail(), why)


def _header_alone(raw: bytes) -> mailparser.MailParser:
    head = raw[: min(limits.header_end(raw), limits.MIB)]
    kept = b"\n".join(head.splitlines()[:2000])
    try:
        return mailparser.parse_from_bytes(kept + b"\n\n")
    except Exception:  # noqa: BLE001 - see _parsed: then nothing of the header can be had
        return mailparser.parse_from_bytes(b"\n\n")


def _header_of(parsed: _Parsed, raw: bytes) -> Message:
    """All that the header says."""
    mail = parsed.mail.message
    return Message(
        sender=_sender(mail),
        subject=_first(mail, "subject"),
        message_id=_first(mail, "message-id"),
        in_reply_to=_identifiers(mail),
        claimed_date=_first(mail, "date"),
        headers=tuple(_headers(mail)),
        media_type=mail.get_content_type(),
        report_type=names.decode(_parameter(mail, "report-type")).lower(),
        hops=tuple(_hops(parsed.mail)),
        content_hash=trace.content_hash(raw),
        defects=tuple(_defects(parsed.mail)),
        unreadable=parsed.unreadable,
    )


def _raw_values(mail: Mail, name: str) -> list[str]:
    return [str(value) for key, value in mail.raw_items() if key.lower() == name]


def _first(mail: Mail, name: str) -> str:
    values = _raw_values(mail, name)
    return names.decode(values[0])[:_LONGEST_VALUE] if values else ""


def _parameter(mail: Mail, name: str) -> str:
    try:
        return str(mail.get_param(name) or "")
    except (ValueError, TypeError, LookupError):
        return ""


def _sender(mail: Mail) -> Address:
    """The first address of From; of Sender or Reply-To only where From has none."""
    for field in ("from", "sender", "reply-to"):
        for value in _raw_values(mail, field):
            if (address := first_address(value)) is not None:
                return address
    return Address(_first(mail, "from"), "")


def first_address(value: str) -> Address | None:
    """The first address of a header value, its name decoded; None where it has none."""
    readable = names.octets_to_text(value).replace("\0", "")[:_LONGEST_VALUE]
    try:
        found = get_addresses(readable, decode_names=True)
    # The library's recovery of broken address lines can itself trip over them.
    except Exception:  # noqa: BLE001
        return None
    for name, mailbox in found:
        if "@" in mailbox:
            return Address(names.decode(name), names.one_line(mailbox).strip("<> "))
    return None


def _identifiers(mail: Mail) -> tuple[str, ...]:
    """The mails that this one answers: In-Reply-To, then References, the nearest first."""
    named = re.findall(_IDENTIFIER, _first(mail, "in-reply-to"))
    named += reversed(re.findall(_IDENTIFIER, _first(mail, "references")))
    return tuple(dict.fromkeys(named))[:100]


def _headers(mail: Mail) -> Iterable[tuple[str, str]]:
    fields = [(key.lower(), value) for key, value in mail.raw_items()]
    for name, value in fields[:_MOST_HEADERS]:
        if name != "received":
            yield names.one_line(name), names.decode(value)[:_LONGEST_VALUE]


def _hops(parsed: mailparser.MailParser) -> Iterable[Hop]:
    """The Received lines from the top; the library lists them from the bottom."""
    lines = _raw_values(parsed.message, "received")
    clauses = list(reversed(parsed.received or []))
    for at, line in enumerate(lines[:200]):
        yield hops.hop(line, clauses[at] if len(clauses) == len(lines) else {})


def _defects(parsed: mailparser.MailParser) -> Iterable[str]:
    """What was broken, in plain words, once each."""
    categories = sorted(parsed.defects_categories)
    yield from dict.fromkeys(_DEFECTS.get(name, f"malformed ({name})") for name in categories)


def _forwarded_mail(walked: Walked, text: Body, header: Message) -> Walked | None:
    """The attached mail that this one forwards: it holds documents, or the subject says so.

    None for reports (bounces attach what they could not deliver), and where the sender applies:
    by the words of the mail, or by files beside the attached one; unless it is the sender's own
    earlier mail.
    """
    if header.media_type == "multipart/report" or walked.parts or text.forwarded_from:
        return None
    named = forward.is_forward(header.subject)
    found = next((one for one in walked.inner if one.all_parts() or named), None)
    if found is None or _sender(found.mail).key == header.sender.key:
        return found
    return None if forward.applies_itself(text.text) else found


def _joined(text: Body, sender: Address, inner: Body) -> Body:
    """The text of a mail together with that of the attached mail it forwards."""
    return Body(
        text=f"{text.text}\n\n{inner.text}".strip(),
        quoted=f"{text.quoted}\n\n{inner.quoted}".strip(),
        forwarded_from=inner.forwarded_from or (sender if sender.email else None),
        links=tuple(dict.fromkeys((*text.links, *inner.links))),
        language=inner.language or text.language,
        letter=inner.letter or text.letter,
    )
