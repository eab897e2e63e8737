"""What a reviewer may not see before shortlisting: who it is. A page shows the rest."""

import re
from collections.abc import Iterable

from intake.triage.message import Message
from intake.triage.review import Stage

HIDDEN = "█████"
FIRST_LINES = 6
"""Lines of a CV or letter that tell name, address and photograph more often than not."""

MOST_NAMES = 40
"""Parts of names that are hidden in a text: a hostile name must not take endless time."""

_ADDRESS = re.compile(  # bounded: an endless word must not take endless time
    r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|(?:https?://|www\.)\S+", re.IGNORECASE
)
_TELEPHONE = re.compile(r"\+?\d(?:[\s()./-]{0,2}\d){7,14}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def is_blind(blind: bool, stage: str) -> bool:
    """Whether names are hidden: the vacancy asks for it, and it has not come to a short list."""
    return blind and stage != Stage.SHORTLISTED


def whose(message: Message) -> tuple[str, ...]:
    """The names that a mail gives its candidate: to be hidden in its texts."""
    told = (message.candidate, message.sender)
    names = (*(one.name for one in told), *(one.candidate_name for one in message.documents))
    local = (one.email.partition("@")[0] for one in told)
    return tuple(dict.fromkeys(one for one in (*names, *local) if one))


def redacted(text: str, names: Iterable[str], *, document: bool = True) -> str:
    """A text without its first lines, addresses, telephone numbers and the candidate's names."""
    if document:
        lines = text.strip().splitlines()
        kept = lines[FIRST_LINES:] if len(lines) > FIRST_LINES else []
        text = "\n".join([HIDDEN, *kept])
    for pattern in (_ADDRESS, *_words(names)):
        text = pattern.sub(HIDDEN, text)
    return _TELEPHONE.sub(_unless_years, text)


def _unless_years(found: re.Match[str]) -> str:
    """What one did from 2010 to 2020 is no telephone number."""
    return found.group() if _YEAR.search(found.group()) else HIDDEN


def _words(names: Iterable[str]) -> list[re.Pattern[str]]:
    parts = {part for name in names for part in re.split(r"[\s,.@_-]+", name) if len(part) >= 3}
    longest = sorted(parts, key=len, reverse=True)[:MOST_NAMES]
    return [
        re.compile(rf"(?<![^\W_]){re.escape(part)}(?![^\W_])", re.IGNORECASE) for part in longest
    ]
