"""What people say in place of what was found: "this is the CV", "these two are one person".

A correction is a value beside the reading, never a change of it: it is laid over the message each
time that this is judged, so that it outlives every replay, and the finding stays to be seen.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from intake.errors import UnlawfulMove
from intake.triage.message import Address, Document, DocumentKind, Message
from intake.triage.verdict import Kind


class Corrected(StrEnum):
    """What can be corrected."""

    DOCUMENT = "document"
    KIND = "kind"
    CANDIDATE = "candidate"
    VACANCY = "vacancy"


@dataclass(frozen=True)
class Correction:
    """What one person said.

    Attributes:
        to: the document's kinds ("cv motivation_letter"), the mail's kind, the candidate's
            address, or the vacancy's id; empty takes an earlier correction back.
        document: the sha256 of the document that it is about.
        name: the candidate's name, where it says whose mail it is.
        who: who says so, as they sign.
    """

    what: Corrected
    to: str
    who: str
    document: str = ""
    name: str = ""

    @property
    def about(self) -> tuple[Corrected, str]:
        """Of two corrections about the same the later one counts."""
        return self.what, self.document


SAID_KINDS = (Kind.APPLICATION, Kind.SUPPLEMENT, Kind.WITHDRAWAL, Kind.ENQUIRY, Kind.AUTOMATIC)
"""What a person may say that a mail is; whether it can be read is not a matter of opinion."""


def corrected(message: Message, corrections: Iterable[Correction]) -> Message:
    """The message as people say it is; the same where nobody says anything.

    Args:
        corrections: those about this mail, in the order in which they were made.
    """
    for one in {one.about: one for one in corrections}.values():
        if one.to:
            message = _LAY_OVER[one.what](message, one)
    return message


def kinds_of(words: str) -> tuple[DocumentKind, ...]:
    """The kinds of a document in a correction; none for an empty text.

    Raises:
        UnlawfulMove: a word is no kind of document.
    """
    try:
        return tuple(dict.fromkeys(DocumentKind(word) for word in words.split()))
    except ValueError:
        known = ", ".join(DocumentKind)
        raise UnlawfulMove(
            f"{words!r} is no kind of document.",
            f"Say one or more of {known}.",
            rule="no_such_choice",
        ) from None


def kind_of(word: str) -> Kind:
    """The kind of a mail in a correction.

    Raises:
        UnlawfulMove: a person cannot say that.
    """
    if word not in SAID_KINDS:
        raise UnlawfulMove(
            f"A mail cannot be called {word!r}.",
            f"Say one of {', '.join(SAID_KINDS)}.",
            rule="no_such_choice",
        )
    return Kind(word)


def _documents(message: Message, said: Correction) -> Message:
    documents = tuple(_document(one, said) for one in message.documents)
    return replace(message, documents=documents)


def _document(document: Document, said: Correction) -> Document:
    if document.sha256 != said.document:
        return document
    found = document.why or "nothing in its words says what it is"
    why = f"{said.who} says so (found by itself: {found.rstrip('.')})."
    return replace(document, kinds=kinds_of(said.to), why=why, told_by=said.who)


def _kind(message: Message, said: Correction) -> Message:
    return replace(message, told_kind=Kind(said.to), told_by=said.who)


def _candidate(message: Message, said: Correction) -> Message:
    return replace(message, told_candidate=Address(said.name, said.to))


def _vacancy(message: Message, said: Correction) -> Message:
    """Where a mail belongs is written in its delivery; nothing of the message changes."""
    return message


_LAY_OVER = {
    Corrected.DOCUMENT: _documents,
    Corrected.KIND: _kind,
    Corrected.CANDIDATE: _candidate,
    Corrected.VACANCY: _vacancy,
}
