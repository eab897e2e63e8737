"""What kind of message is this, and why? Each rule asks one question; the first answer counts.

A delivery report is recognised first, even where the rest of the mail cannot be read, and before
an automatic reply, because many reports call themselves one. A person's wish to withdraw is
heard before the files that came with it are looked at.
"""

from collections.abc import Callable, Sequence

from intake.triage.dossier import Judged
from intake.triage.kind.automatic import automatic
from intake.triage.kind.bounce import bounced
from intake.triage.kind.mail import Mail
from intake.triage.kind.wish import added, applied, asked, said_nothing, withdrawn
from intake.triage.message import Message
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Kind

Answer = tuple[Kind, str]
"""A kind, and one sentence that quotes what decided."""


def _unreadable(mail: Mail) -> str | None:
    why = mail.message.unreadable
    return None if why is None else f"The mail could not be read: {why}"


RULES: tuple[tuple[Kind, Callable[[Mail], str | None]], ...] = (
    (Kind.AUTOMATIC, bounced),
    (Kind.UNREADABLE, _unreadable),
    (Kind.AUTOMATIC, automatic),
    (Kind.WITHDRAWAL, withdrawn),
    (Kind.SUPPLEMENT, added),
    (Kind.ENQUIRY, asked),
    (Kind.APPLICATION, applied),
    (Kind.ENQUIRY, said_nothing),
)


def classify(message: Message, vacancy: Vacancy, earlier: Sequence[Judged]) -> Answer:
    """The kind of a message, and one sentence that quotes what decided.

    Where a person says of what kind it is, that counts, and the finding stands beside it.

    Args:
        earlier: what the same candidate or thread sent before, judged.
    """
    mail = Mail(message, vacancy, tuple(earlier))
    answers = ((kind, rule(mail)) for kind, rule in RULES)
    found, why = next((kind, why) for kind, why in answers if why is not None)
    told = message.told_kind
    if told is None:
        return found, why
    return told, f"{message.told_by} says that it is of the kind {told}; found: {found}. {why}"
