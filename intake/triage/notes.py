"""Facts shown to people beside the checks, and judged by nobody."""

from collections.abc import Iterator

from intake.triage.checks.person import differ
from intake.triage.dossier import APPLYING
from intake.triage.message import Document, DocumentKind, Message
from intake.triage.verdict import Kind
from intake.triage.words import quote


def notes(message: Message, kind: Kind) -> tuple[str, ...]:
    """What a person may want to know: referees, another name or address in the CV."""
    cvs = [one for one in message.documents if one.is_a(DocumentKind.CV)]
    if kind not in APPLYING or not cvs:
        return ()
    return (*_referees(message), *(note for cv in cvs for note in _differences(message, cv)))


def _referees(message: Message) -> Iterator[str]:
    giving = next((one for one in message.documents if one.has_referees), None)
    if giving is None:
        yield "No contact details of referees were found."
    else:
        yield f"{quote(giving.filename)} gives contact details of referees."


def _differences(message: Message, cv: Document) -> Iterator[str]:
    candidate = message.candidate
    addresses = [address.strip().casefold() for address in cv.candidate_emails]
    if differ(candidate.name, cv.candidate_name):
        yield f"The CV is of {quote(cv.candidate_name)}, the mail is from {quote(candidate.name)}."
    if addresses and candidate.key not in addresses:
        yield f"The CV gives the address {addresses[0]}, the mail came from {candidate.key}."
