"""The current version of each document: what came later replaces what it is a version of."""

from collections.abc import Sequence

from intake.triage.checks.person import differ
from intake.triage.message import Document, DocumentKind, Message

ASKED_KINDS = (DocumentKind.CV, DocumentKind.MOTIVATION_LETTER)


def current_documents(messages: Sequence[Message]) -> tuple[Document, ...]:
    """Fold messages, in order of arrival, into the documents that stand.

    A later CV replaces the earlier one, a later letter the earlier letter; a file that held
    both stands until both are replaced. Other documents give way to a later one of their name.
    A letter in a mail's text never replaces one that came as a file, nor does a CV that is
    plainly another person's replace anything.
    """
    current: list[Document] = []
    for message in messages:
        current = [old for old in current if not _replaced(old, message.documents)]
        current += [new for new in message.documents if new not in current]
    return tuple(current)


def versions_replaced(message: Message, earlier: Sequence[Message]) -> tuple[Document, ...]:
    """The asked documents of earlier messages that a message brings a new version of."""
    return tuple(
        old
        for old in current_documents(earlier)
        if _asked_kinds(old) and any(_is_new_version(new, old) for new in message.documents)
    )


def _replaced(old: Document, documents: Sequence[Document]) -> bool:
    asked = _asked_kinds(old)
    if asked:
        newer = [kind for new in documents if _may_replace(new, old) for kind in new.kinds]
        return asked <= set(newer)
    return any(_same_name(new, old) for new in documents)


def _is_new_version(new: Document, old: Document) -> bool:
    return _may_replace(new, old) and bool(_asked_kinds(old) & set(new.kinds))


def _may_replace(new: Document, old: Document) -> bool:
    if _of_somebody_else(new, old):
        return False
    return bool(new.readable or new.told_by) and (old.in_body or not new.in_body)


def _of_somebody_else(new: Document, old: Document) -> bool:
    """Two CVs with no name and no address in common: one address may relay for many people."""
    theirs, ours = set(new.candidate_emails), set(old.candidate_emails)
    apart = bool(theirs and ours) and not theirs & ours
    return apart and differ(new.candidate_name, old.candidate_name)


def _asked_kinds(document: Document) -> set[DocumentKind]:
    """What it is of the asked kinds; what its name suggests, where its words cannot be told."""
    kinds = document.kinds or document.named
    return {kind for kind in kinds if kind in ASKED_KINDS}


def _same_name(new: Document, old: Document) -> bool:
    return bool(old.filename) and new.filename.casefold() == old.filename.casefold()
