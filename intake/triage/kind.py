"""What kind of message is this, and why?"""

from collections.abc import Sequence

from intake.triage.dossier import Judged
from intake.triage.message import Message
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Kind


def classify(message: Message, vacancy: Vacancy, earlier: Sequence[Judged]) -> tuple[Kind, str]:
    """The kind of a message, and one sentence that quotes what decided.

    Args:
        earlier: what the same candidate or thread sent before, judged.
    """
    if message.unreadable:
        return Kind.UNREADABLE, message.unreadable
    if message.report_type == "delivery-status":
        return Kind.AUTOMATIC, "The mail is a delivery report."
    if not message.documents and "?" in message.body:
        return Kind.ENQUIRY, "The mail asks a question and brings no documents."
    return Kind.APPLICATION, "The mail applies."
