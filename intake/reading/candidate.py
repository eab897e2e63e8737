"""Who a CV is about: its name, addresses and referees, as its own words give them."""

import re

_EMAIL = re.compile(r"[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")


def candidate_name(text: str) -> str:
    """The name in the first lines of a CV, as written; empty where none is found."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")[:80]


def candidate_emails(text: str) -> tuple[str, ...]:
    """The e-mail addresses in a text, in order, once each."""
    return tuple(dict.fromkeys(_EMAIL.findall(text)))


def has_referees(text: str) -> bool:
    """Whether contact details of referees are in the text."""
    return "referee" in text.casefold() and len(candidate_emails(text)) > 1
