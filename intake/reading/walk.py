"""Taking a mail apart: which leaves are its text, which are possible documents, which neither.

The mail library leaves parts out (a PDF with neither name nor disposition), so every leaf is
looked at here. Anything that is not the body is a possible document, whatever it says it is.
"""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message as Mail

from intake.reading import decoration, smime, uu
from intake.reading.extract import Part
from intake.reading.leaf import ENRICHED, Leaf, as_sent, parse, parts_in

MAX_NESTED_MAILS = 5
"""Mails within mails that are opened; a deeper one is a document that nobody opened."""

_NO_DOCUMENTS = frozenset(
    {
        "text/calendar",
        "application/ics",
        "text/vcard",
        "text/x-vcard",
        "text/directory",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-signature",
        "application/pgp-encrypted",
        "application/pgp-keys",
        "message/delivery-status",
        "message/disposition-notification",
        "message/global-delivery-status",
        "message/feedback-report",
        "message/external-body",
        "text/rfc822-headers",
        "text/x-amp-html",
    }
)
_NO_DOCUMENT_NAMES = (".ics", ".vcf", ".p7s", ".vcs")
_NO_DOCUMENT_STARTS = (
    b"-----BEGIN PGP SIGNATURE",
    b"-----BEGIN PGP PUBLIC KEY",
    b"BEGIN:VCARD",
    b"BEGIN:VCALENDAR",
)
_BOUNDARY = re.compile(rb"^--([^\s-][^\r\n]{0,199}?)[ \t]*\r?\nContent-[A-Za-z-]+:", re.I | re.M)


@dataclass(frozen=True)
class Piece:
    """A piece of the mail's text: "plain" or "html"; of one `choice` only one kind is shown."""

    kind: str
    text: str
    choice: int = 0


@dataclass
class Walked:
    """What a mail holds.

    Attributes:
        mail: the mail, or the attached mail, itself.
        pieces: its text, in order.
        parts: its possible documents, in order.
        inner: the mails it carries, each taken apart.
        types: the declared media types of all its parts.
        defects: what was broken, in plain words.
    """

    mail: Mail
    pieces: list[Piece] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    inner: list["Walked"] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    defects: list[str] = field(default_factory=list)

    def all_parts(self) -> list[Part]:
        """The possible documents of this mail and of those it carries."""
        return self.parts + [part for inner in self.inner for part in inner.all_parts()]

    def all_defects(self) -> list[str]:
        """What was broken in this mail and in those it carries."""
        return self.defects + [flaw for inner in self.inner for flaw in inner.all_defects()]

    def all_types(self) -> list[str]:
        """The declared media types of this mail and of those it carries."""
        return self.types + [kind for inner in self.inner for kind in inner.all_types()]


@dataclass(frozen=True)
class _Place:
    """Where a leaf stands: the multiparts around it, and the last choice of alternatives."""

    within: tuple[str, ...] = ()
    choice: int = 0


def walk(mail: Mail, container: str = "", depth: int = 0) -> Walked:
    """Take a mail apart; `container` is the file it came in, `depth` counts the mails around it."""
    walked = Walked(mail)
    found = [(leaf, place) for leaf, place in _leaves(mail, _Place(), walked)]
    html = "".join(leaf.text for leaf, _ in found if leaf.media_type == "text/html")
    shown = decoration.shown_ids(html)
    for leaf, place in found:
        _sort(leaf, place, walked, _Around(container, depth, shown))
    return walked


@dataclass(frozen=True)
class _Around:
    container: str
    depth: int
    shown: frozenset[str]


def _leaves(mail: Mail, place: _Place, walked: Walked) -> Iterator[tuple[Leaf, _Place]]:
    """Every leaf, depth first, in order; signed contents are read through."""
    leaf = Leaf(mail)
    kind = leaf.media_type
    walked.types.append(kind)
    children = _children(mail, walked) if kind.startswith("multipart/") else None
    if children is not None:
        choice = len(walked.types) if kind == "multipart/alternative" else place.choice
        for child in children:
            yield from _leaves(child, _Place((*place.within, kind), choice), walked)
    elif (signed := _signed_content(leaf)) is not None:
        yield from _leaves(signed, place, walked)
    else:
        yield leaf, place


def _signed_content(leaf: Leaf) -> Mail | None:
    """What an opaque S/MIME signature wraps."""
    if leaf.media_type not in smime.TYPES:
        return None
    content = smime.signed_content(leaf.data)
    return email.message_from_bytes(content) if content else None


def _children(mail: Mail, walked: Walked) -> list[Mail] | None:
    """The parts of a multipart; None where it has none, and no line looks as if it had."""
    return parts_in(mail) if mail.is_multipart() else _recovered(mail, walked)


def _recovered(mail: Mail, walked: Walked) -> list[Mail] | None:
    """The parts of a multipart whose boundary is missing or wrong, by the lines that look so."""
    octets = as_sent(mail)
    found = _BOUNDARY.search(octets)
    if found is None:
        return None
    walked.defects.append("the boundary between the parts is missing; it was guessed")
    header = b'Content-Type: multipart/mixed; boundary="%s"\r\n\r\n' % found.group(1)
    again = email.message_from_bytes(header + octets)
    return parts_in(again) if again.is_multipart() else None


def _sort(leaf: Leaf, place: _Place, walked: Walked, around: _Around) -> None:
    """Put one leaf where it belongs."""
    if leaf.is_text_of_the_mail or _is_unread_multipart(leaf):
        _take_text(leaf, place, walked, around)
    elif around.depth < MAX_NESTED_MAILS and (inner := _inner_mail(leaf, place)) is not None:
        name = leaf.filename or "attached message"
        walked.inner.append(walk(inner, name, around.depth + 1))
    elif not _is_no_document(leaf, place, around):
        part = Part(leaf.filename, leaf.media_type, leaf.data, around.container)
        walked.parts.append(part)


def _is_unread_multipart(leaf: Leaf) -> bool:
    return leaf.media_type.startswith("multipart/")


def _inner_mail(leaf: Leaf, place: _Place) -> Mail | None:
    inner = leaf.inner_mail()
    unnamed = not leaf.filename and leaf.media_type == "application/octet-stream"
    return parse(leaf.data) if inner is None and unnamed else inner


def _take_text(leaf: Leaf, place: _Place, walked: Walked, around: _Around) -> None:
    """A piece of text, and the files that were uuencoded into it."""
    words, files = uu.split(leaf.text)
    # Enriched text (RFC 1896) is read like HTML: its marks are cut.
    kind = "html" if leaf.media_type in ENRICHED else "plain"
    walked.pieces.append(Piece(kind, words, place.choice))
    for filename, data in files:
        walked.parts.append(Part(filename, "application/octet-stream", data, around.container))


def _is_no_document(leaf: Leaf, place: _Place, around: _Around) -> bool:
    """Signatures, calendars, cards, reports, and pictures that only decorate."""
    if leaf.media_type in _NO_DOCUMENTS or leaf.filename.lower().endswith(_NO_DOCUMENT_NAMES):
        return True
    if leaf.data.lstrip()[:40].startswith(_NO_DOCUMENT_STARTS):
        return True
    if not leaf.data and not leaf.filename:
        return True
    attached = leaf.disposition == "attachment"
    shown = leaf.content_id in around.shown if leaf.content_id else False
    # A picture with a content id that says "inline" was laid into the text, shown or not.
    laid = bool(leaf.content_id) and leaf.disposition == "inline"
    beside = laid or ("multipart/related" in place.within and not attached)
    chosen = attached or bool(leaf.filename and not leaf.content_id)
    return decoration.is_decoration(leaf.data, shown=shown or beside, chosen=chosen)
