"""Are the asked documents there? A document that cannot be read never counts as missing."""

from intake.triage.checks.asked import Asked
from intake.triage.message import Document, DocumentKind
from intake.triage.verdict import Check, Result


def check_cv(asked: Asked) -> Check:
    """Is there a CV?"""
    return _check(DocumentKind.CV, asked)


def check_letter(asked: Asked) -> Check:
    """Is there a motivation letter, as a file or (where the vacancy allows it) in the mail?"""
    return _check(DocumentKind.MOTIVATION_LETTER, asked)


def _check(kind: DocumentKind, asked: Asked) -> Check:
    for document in asked.documents:
        if document.readable and document.is_a(kind):
            return Check(kind.value, Result.PASS, f"“{document.filename}”: {document.why}")
    doubtful = [document for document in asked.documents if might_be(document)]
    if doubtful:
        return Check(kind.value, Result.UNSURE, f"“{doubtful[0].filename}” could not be read.")
    return Check(kind.value, Result.FAIL, "No document is one.")


def might_be(document: Document) -> bool:
    """Whether an unreadable document may be an asked one."""
    return not document.readable and not document.media_type.startswith("image/")
