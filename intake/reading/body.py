"""The mail's own text: what is new in it, what it quotes, what it forwards, what it links to.

[only importer of mail-parser-reply]
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mailparser_reply import EmailReplyParser

from intake.reading import forward, language, role, text
from intake.reading.walk import Piece
from intake.triage.message import Address, Document

LONGEST = 100_000
"""Characters of a mail's text that are looked through for quotes."""

_LANGUAGES = ["en", "fr", "de", "es", "it", "nl", "pl"]
_LINK = re.compile(r"\bhttps?://[^\s<>\"'\]）)]{3,2000}", re.IGNORECASE)
# A text signed in the clear (RFC 9580, section 7) is read through.
_CLEAR_SIGNED = re.compile(
    r"^-----BEGIN PGP SIGNED MESSAGE-----\s*\n(?:Hash:.*\n)*\s*\n(.*?)^-----BEGIN PGP SIGNATURE",
    re.MULTILINE | re.DOTALL,
)
_SIGNATURE = re.compile(r"^--[ \t]*$", re.MULTILINE)
_SIGNATURE_LINES = 15
_SENT_FROM = re.compile(
    r"^(?:sent from (?:my|outlook|mail for|yahoo)|get outlook for"
    r"|envoy[ée] (?:de mon|depuis|[àa] partir)|t[ée]l[ée]charger outlook"
    r"|von meinem .{2,20} gesendet|enviado desde mi|inviato da)[^\n]{0,80}$",
    re.IGNORECASE | re.MULTILINE,
)
_OF_A_MAIL = re.compile(
    r"@|subject|objet|betreff|asunto|oggetto|onderwerp|wrote|[ée]crit|schrieb|escribi|scritto"
    r"|schreef|napisa|original message|_{20,}|-{20,}",
    re.IGNORECASE,
)
_STUB = 60  # characters: a plain alternative shorter than this may only say "see the HTML"


@dataclass(frozen=True)
class Body:
    """The text of a mail.

    Attributes:
        text: what is new; of a mail that forwards, its note and the forwarded text.
        quoted: what is quoted from earlier mails.
        forwarded_from: whose mail is forwarded within the text, else None.
        links: http(s) addresses in it.
        language: ISO 639-1, None with too few words.
        letter: the letter of substance that the text is, else None.
    """

    text: str = ""
    quoted: str = ""
    forwarded_from: Address | None = None
    links: tuple[str, ...] = ()
    language: str | None = None
    letter: Document | None = None


def read(pieces: Sequence[Piece], subject: str, own: str = "") -> Body:
    """The text of a mail.

    Args:
        pieces: its text as found, in order.
        subject: decoded; its prefix tells a forwarded mail from an answered one.
        own: the sender's address, folded.
    """
    whole = text.clean("\n\n".join(_as_text(piece) for piece in _shown(pieces)))
    forwarded = forward.find(whole[:LONGEST], subject, own)
    if forwarded is None:
        new, quoted = _split(whole)
        return _judged(Body(new, quoted, None, _links(new, pieces, bool(quoted))), new)
    inner, quoted = _split(forwarded.text)
    both = f"{forwarded.note}\n\n{inner}".strip()
    return _judged(Body(both, quoted, forwarded.sender, _links(both, pieces, False)), inner)


def _judged(body: Body, words: str) -> Body:
    """The body with the language of its words and, where they are one, the letter in it."""
    return replace(body, language=language.detect(words).main, letter=letter_in(words))


def letter_in(words: str) -> Document | None:
    """The letter of substance that a mail's text is, as a document; None for a covering note."""
    told = role.letter_in_body(words)
    if told is None:
        return None
    octets = words.encode("utf-8", "replace")
    spoken = language.detect(words)
    return Document(
        filename="message body",
        media_type="text/plain",
        sha256=hashlib.sha256(octets).hexdigest(),
        size=len(octets),
        kinds=told.kinds,
        why=told.why,
        language=spoken.main,
        language_confidence=spoken.confidence,
        languages=spoken.all,
        text=words,
        in_body=True,
    )


def _shown(pieces: Sequence[Piece]) -> list[Piece]:
    """Of alternatives the plain one, unless it is a stub beside a longer HTML one."""
    plain_choices = {
        choice for choice in {piece.choice for piece in pieces} if choice and _plain(pieces, choice)
    }
    return [
        piece
        for piece in pieces
        if not piece.choice or (piece.kind == "plain") == (piece.choice in plain_choices)
    ]


def _plain(pieces: Sequence[Piece], choice: int) -> bool:
    """Whether the plain pieces of one choice say what its HTML says."""
    plain = "".join(p.text for p in pieces if p.choice == choice and p.kind == "plain").strip()
    html = [p for p in pieces if p.choice == choice and p.kind == "html"]
    if not html or len(plain) > _STUB:
        return bool(plain) or not html
    return len(plain) >= max(len(_as_text(piece)) for piece in html)


def _as_text(piece: Piece) -> str:
    if piece.kind == "html":
        return text.html_to_text(piece.text)
    signed = _CLEAR_SIGNED.search(piece.text)
    return signed.group(1) if signed else piece.text


def _split(words: str) -> tuple[str, str]:
    """What is new and what is quoted."""
    new, quoted = _cut_replies(words[:LONGEST])
    own = [line for line in new.splitlines() if not line.startswith(">")]
    cited = [line for line in new.splitlines() if line.startswith(">")]
    stripped = _without_signature("\n".join(own)).strip()
    return stripped + words[LONGEST:], "\n".join([*cited, quoted]).strip()


def _cut_replies(words: str) -> tuple[str, str]:
    """The newest reply and all that follows it, as the library finds their headers."""
    replies = EmailReplyParser(languages=_LANGUAGES).read(words).replies
    for at, reply in enumerate(replies):
        # "From: 2010 To: 2014" in a pasted CV is no mail's header.
        if reply.headers and _OF_A_MAIL.search(reply.headers):
            new = "\n".join(one.content for one in replies[:at])
            return new, "\n".join(one.content for one in replies[at:])
    return words, ""


def _without_signature(words: str) -> str:
    """The text without a marked signature block (RFC 3676, 4.3) and a phone's advertisement."""
    words = _SENT_FROM.sub("", words)
    marks = list(_SIGNATURE.finditer(words))
    if marks and words.count("\n", marks[-1].end()) <= _SIGNATURE_LINES:
        return words[: marks[-1].start()]
    return words


def _links(words: str, pieces: Sequence[Piece], quotes: bool) -> tuple[str, ...]:
    """The addresses in the new text; of HTML also those behind words, where nothing is quoted."""
    found = [link.rstrip(".,;:!?") for link in _LINK.findall(words)]
    if not quotes:
        for piece in pieces:
            found += text.html_links(piece.text) if piece.kind == "html" else ()
    return tuple(dict.fromkeys(found))[:100]


def as_found(words: str) -> str:
    """A text that could not be looked through, made harmless and bounded."""
    return text.clean(words)[:LONGEST]
