"""Are the asked documents written in a language that the notice allows?"""

from intake.triage.checks.asked import Asked
from intake.triage.checks.current import ASKED_KINDS
from intake.triage.verdict import Check, Result

NAME = "language"


def check(asked: Asked) -> Check:
    """Only the asked documents are held to the vacancy's languages."""
    held = [
        document
        for document in asked.documents
        if document.language and set(document.kinds) & set(ASKED_KINDS)
    ]
    foreign = [one for one in held if one.language not in asked.vacancy.languages]
    if foreign:
        return Check(NAME, Result.FAIL, f"“{foreign[0].filename}” is in {foreign[0].language}.")
    if not held:
        return Check(NAME, Result.UNSURE, "No asked document could be read.")
    return Check(NAME, Result.PASS, f"“{held[0].filename}” is in {held[0].language}.")
