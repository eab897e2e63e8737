"""Are the asked documents there? One that cannot be read, or told, never counts as missing."""

from intake.triage.checks.asked import Asked
from intake.triage.checks.current import ASKED_KINDS
from intake.triage.message import Document, DocumentKind, Unreadable
from intake.triage.verdict import Check, Result
from intake.triage.words import Phrases, quote

NAMES = {
    DocumentKind.CV: "a CV",
    DocumentKind.MOTIVATION_LETTER: "a motivation letter",
    DocumentKind.OTHER: "another document",
}

WHAT_TO_DO = {
    Unreadable.ENCRYPTED: "it is encrypted: ask the candidate for an open copy or its password",
    Unreadable.NO_TEXT: "it is a picture without text: open it and look",
    Unreadable.CORRUPT: "it is damaged: try to open it, else ask the candidate to send it again",
    Unreadable.EMPTY: "it is empty: ask the candidate to send it again",
    Unreadable.TOO_LARGE: "it is too large to be read here: open it and look",
    Unreadable.UNSAFE: "it is unsafe: do not open it, ask the candidate for an ordinary file",
    Unreadable.UNSUPPORTED: "its format cannot be read here: open it and look",
    Unreadable.TIMED_OUT: "it took too long to be read: open it and look",
}

UNTOLD = "its words do not say so: open it and look"
PARTLY_READ = "not all of its pages could be read: open it and look"

_PAGES_UNREAD = Phrases("pages that are pictures", "only the first", "only a part of it")


def check_cv(asked: Asked) -> Check:
    """Is there a CV?"""
    return _check(DocumentKind.CV, asked)


def check_letter(asked: Asked) -> Check:
    """Is there a motivation letter, as a file or (where the vacancy allows it) in the mail?"""
    return _check(DocumentKind.MOTIVATION_LETTER, asked)


def _check(kind: DocumentKind, asked: Asked) -> Check:
    found = [one for one in asked.documents if one.is_a(kind) and (one.readable or one.told_by)]
    if found:
        return Check(kind.value, Result.PASS, _found(kind, found[-1], asked))
    doubtful = in_doubt(kind, asked)
    if doubtful:
        return Check(kind.value, Result.UNSURE, _doubt(kind, doubtful[0]))
    return Check(kind.value, Result.FAIL, _absence(kind, asked))


def in_doubt(kind: DocumentKind, asked: Asked) -> list[Document]:
    """The documents that cannot be read or told, and may be of a kind."""
    doubtful = [one for one in asked.documents if might_be(one, kind) or _is_left_over(one, asked)]
    return doubtful or _only_pictures(asked)


def might_be(document: Document, kind: DocumentKind) -> bool:
    """Whether a document that cannot be read, or whose words do not say what it is, is of a kind.

    It may be when its words leave that open. What has no words may be when it is named so, or
    when its name says nothing and it is not a mere picture; a file that is named as something
    else is spoken for. What is named as both, and is told to be one of them, may still hold the
    other. What a person calls by its kind is that, and no other.
    """
    if document.told_by:
        return kind in document.kinds
    if document.maybe and not is_partly_read(document):
        return kind in document.maybe
    if document.kinds and not is_partly_read(document):
        return kind in document.named and _is_half_told(document, kind)
    if document.named:
        return kind in document.named
    return not is_picture(document)


def _is_left_over(document: Document, asked: Asked) -> bool:
    """Whether its words do not say what it is, and what its name says came as another file."""
    if document.kinds or not document.named or not document.readable or document.told_by:
        return False
    found = {kind for one in asked.documents for kind in one.kinds if kind in ASKED_KINDS}
    return found.issuperset(document.named)


def _is_half_told(document: Document, kind: DocumentKind) -> bool:
    """Whether its words say all that its name says, but for this kind."""
    return kind not in document.kinds and set(document.kinds) < set(document.named)


def is_partly_read(document: Document) -> bool:
    """Whether it has pages that nobody has read: any page may hold a letter."""
    return document.readable and any(_PAGES_UNREAD.match(note) for note in document.notes)


def is_picture(document: Document) -> bool:
    """Whether it is a picture by its content."""
    return document.media_type.startswith("image/")


def _only_pictures(asked: Asked) -> list[Document]:
    """Pictures without text, where nothing else came: somebody may have photographed a page."""
    files = [one for one in asked.documents if not one.in_body]
    unread = [one for one in files if not one.readable and not one.named]
    return unread if all(is_picture(one) for one in files) else []


def _found(kind: DocumentKind, document: Document, asked: Asked) -> str:
    when = ", which came with an earlier message," if asked.came_earlier(document) else ""
    place = "The text of the mail" if document.in_body else quote(document.filename)
    why = document.why.rstrip(".") or "by its words"
    return f"{place}{when} is {NAMES[kind]}: {why}."


def _doubt(kind: DocumentKind, document: Document) -> str:
    name = quote(document.filename or "a file without a name")
    return f"{name} may be {NAMES[kind]}, but {_what_to_do(document)}."


def _what_to_do(document: Document) -> str:
    if document.readable:
        return PARTLY_READ if is_partly_read(document) else UNTOLD
    return WHAT_TO_DO[document.reason or Unreadable.UNSUPPORTED]


def _absence(kind: DocumentKind, asked: Asked) -> str:
    documents = asked.documents
    if documents:
        listed = ", ".join(_described(one) for one in documents[:4])
        return f"No document is {NAMES[kind]}; there is {listed}."
    links = [link for message in asked.messages for link in message.links]
    if links:
        return f"Nothing is attached. The mail gives a link ({links[0]}), which is never followed."
    return "Nothing is attached."


def _described(document: Document) -> str:
    if not document.readable:
        return f"{quote(document.filename)} (not readable)"
    told = ", ".join(NAMES[kind] for kind in document.kinds) or "its words do not say what"
    return f"{quote(document.filename)} ({told})"
