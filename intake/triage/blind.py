"""What a reviewer may not see before shortlisting: who it is. A page shows the rest."""

import re
from collections.abc import Iterable

from intake.triage.review import Stage

HIDDEN = "█████"
FIRST_LINES = 6
"""Lines of a CV or letter that tell name, address and photograph more often than not."""

_ADDRESS = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+", re.IGNORECASE)
_TELEPHONE = re.compile(r"\+?\d(?:[\s()./-]{0,2}\d){7,14}")


def is_blind(blind: bool, stage: str) -> bool:
    """Whether names are hidden: the vacancy asks for it, and it has not come to a short list."""
    return blind and stage != Stage.SHORTLISTED


def redacted(text: str, names: Iterable[str], *, document: bool = True) -> str:
    """A text without its first lines, addresses, telephone numbers and the candidate's names."""
    if document:
        lines = text.strip().splitlines()
        kept = lines[FIRST_LINES:] if len(lines) > FIRST_LINES else []
        text = "\n".join([HIDDEN, *kept])
    for pattern in (_ADDRESS, _TELEPHONE, *_words(names)):
        text = pattern.sub(HIDDEN, text)
    return text


def _words(names: Iterable[str]) -> list[re.Pattern[str]]:
    parts = {part for name in names for part in re.split(r"[\s,.@_-]+", name) if len(part) >= 3}
    longest = sorted(parts, key=len, reverse=True)
    return [re.compile(rf"(?<!\w){re.escape(part)}(?!\w)", re.IGNORECASE) for part in longest]
