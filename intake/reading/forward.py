"""Mail that somebody forwarded within their own text: whose mail it was.

A reply that quotes and a mail that forwards look alike in some programs; the subject's prefix
tells them apart there.
"""

import re
from dataclasses import dataclass
from email.utils import parseaddr

from intake.reading import names
from intake.triage.message import Address

_MARK = re.compile(
    r"^[ \t>*]*(?:"
    r"-{2,}[ \t]*(?:forwarded message|message transf[ée]r[ée]|message r[ée]exp[ée]di[ée]"
    r"|weitergeleitete nachricht|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht"
    r"|mensagem encaminhada|пересылаемое сообщение)[ \t]*-{2,}"
    r"|begin forwarded message|d[ée]but du message (?:r[ée]exp[ée]di[ée]|transf[ée]r[ée])"
    r"|anfang der weitergeleiteten nachricht|inicio del mensaje reenviado"
    r"|inizio messaggio inoltrato|begin doorgestuurd bericht"
    r")[ \t]*:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ORIGINAL = re.compile(
    r"^[ \t>*]*-{3,}[ \t]*(?:original message|original appointment|message d['’]origine"
    r"|message original|urspr[üu]ngliche nachricht|mensaje original|messaggio originale"
    r"|oorspronkelijk bericht)[ \t]*-{3,}[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_FROM = re.compile(
    r"^[ \t>*]*(?:from|de|von|da|van|от|exp[ée]diteur)[ \t\xa0]*:"
    r"[* \t]*(?P<who>[^\n]*@[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_FIELD = re.compile(
    r"^[ \t>*]*(?:from|sent|date|to|cc|subject|reply-to|de|envoy[ée]|[àa]|objet|r[ée]pondre [àa]"
    r"|von|gesendet|an|betreff|datum|enviado|para|asunto|da|inviato|a|oggetto|van|verzonden|aan"
    r"|onderwerp|от|дата|кому|тема)[ \t\xa0]*:",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"^\s*(?:\[[^\]]*\]\s*)?(?:fwd?|fw|tr|wg|rv|enc|i|doorst|пересл)\s*:", re.IGNORECASE
)
_OWN_APPLICATION = re.compile(
    r"\bmy (?:cv|c\.v\.|resum[eé]|r[eé]sum[eé]|curriculum|application|candidacy|candidature"
    r"|cover(?:ing)? letter|motivation letter|letter of motivation)\b"
    r"|\bi (?:am|would like|wish|hereby|want|'m)\b[^.\n]{0,40}\bappl(?:y|ying|ication)\b"
    r"|\b(?:ma candidature|mon cv|mon curriculum|ma lettre)\b"
    r"|\bje (?:postule|soumets|souhaite postuler"
    r"|vous (?:soumets|adresse|transmets|envoie) (?:ma|mon))\b"
    r"|\b(?:meine bewerbung|meinen? lebenslauf|mi candidatura|mi curr[ií]culum)\b",
    re.IGNORECASE,
)
_OWN_WORDS = 120  # a note that hands on a mail is shorter than an application of one's own


@dataclass(frozen=True)
class Forwarded:
    """A forwarded mail: the note above it, whose it was, and its text."""

    note: str
    sender: Address
    text: str


def is_forward(subject: str) -> bool:
    """Whether the subject says that the mail forwards another (Fwd:, FW:, TR:, WG:, ...)."""
    return _PREFIX.match(subject) is not None


def applies_itself(note: str) -> bool:
    """Whether the words above a forwarded mail are an application of their own."""
    return bool(_OWN_APPLICATION.search(note)) or len(note.split()) > _OWN_WORDS


def find(text: str, subject: str, own: str = "") -> Forwarded | None:
    """The mail forwarded in this text, or None where it forwards none.

    Args:
        own: the sender's address: who forwards their own earlier mail means it as said again.

    None also where the note above is an application of its own: then the sender applies.
    """
    start = _start(text, subject)
    named = _FROM.search(text, start) if start is not None else None
    if start is None or named is None or named.start() - start > 500:
        return None
    note = text[:start].strip()
    sender = _address(named.group("who"))
    if sender is None or (applies_itself(note) and sender.key != own):
        return None
    return Forwarded(note, sender, _inner_text(text[named.start() :]))


def _start(text: str, subject: str) -> int | None:
    """Where the forwarded mail begins."""
    marks = [_MARK] if not is_forward(subject) else [_MARK, _ORIGINAL, _FROM]
    found = [match.start() for mark in marks if (match := mark.search(text))]
    return min(found, default=None)


def _address(who: str) -> Address | None:
    """The address in a From line, in the ways mail programs write it into text."""
    cleaned = re.sub(r"\[mailto:([^\]]+)\]|<mailto:([^>]+)>", r"<\1\2>", who.replace("*", ""))
    name, email = parseaddr(cleaned)
    if "@" not in email:
        loose = re.search(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+", cleaned)
        if loose is None:
            return None
        email, name = loose.group(0), cleaned[: loose.start()]
    return Address(names.one_line(name).strip(" \"'<("), names.one_line(email))


def _inner_text(text: str) -> str:
    """The forwarded mail's text, without its header lines and without quote marks."""
    lines = [re.sub(r"^[ \t]*>[ \t]?", "", line) for line in text.splitlines()]
    while lines and (not lines[0].strip() or _FIELD.match(lines[0])):
        lines.pop(0)
    return "\n".join(lines).strip()
