"""What a document is: a CV, a motivation letter, both, or something else; by its words first."""

from dataclasses import dataclass

from intake.triage.message import DocumentKind


@dataclass(frozen=True)
class Role:
    """What a document is.

    Attributes:
        kinds: by its words; empty when it has none.
        named: what its file name alone suggests.
        why: one sentence, quoting the words that decided.
    """

    kinds: tuple[DocumentKind, ...]
    named: tuple[DocumentKind, ...]
    why: str


def role_of(text: str, filename: str, pages: int | None) -> Role:
    """What a document is, by its words and shape first, its file name second."""
    folded = text.casefold()
    if "dear " in folded or "madame" in folded:
        return Role((DocumentKind.MOTIVATION_LETTER,), (), "a salutation")
    if "education" in folded or "formation" in folded:
        return Role((DocumentKind.CV,), (), "headings of a CV")
    return Role((DocumentKind.OTHER,), (), "no words of a CV or a letter")


def letter_in_body(body: str) -> Role | None:
    """A letter of substance in a mail's own text; None for a covering note."""
    if len(body.split()) < 120:
        return None
    return role_of(body, "", None)
