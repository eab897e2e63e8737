"""What a reviewer may not see before shortlisting: who it is. A page shows the rest."""

import re
import unicodedata
from collections.abc import Iterable

from intake.triage.message import Address, Document, Message
from intake.triage.naming import Naming
from intake.triage.review import Stage
from intake.triage.words import quote

HIDDEN = "█████"
FIRST_LINES = 6
"""Lines of a CV or letter that tell name, address and photograph more often than not."""

LEAST_FILE, MOST_FILES = 4, 200
"""Characters of the name of a file that is hidden as a whole ("cv" tells nothing), and how many."""

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


class Veil:
    """Hides in texts who a candidate is, in the same way wherever one is shown or searched."""

    def __init__(self, messages: Iterable[Message], *also: Address) -> None:
        """For texts of these mails; what one of them tells is hidden in the others too.

        Args:
            also: who the candidate is known to be besides.
        """
        mails = tuple(messages)
        known = (part for one in also for part in (one.name, one.email.partition("@")[0]))
        self._naming = Naming([*(name for one in mails for name in whose(one)), *known])
        self._files = _files(paper for one in mails for paper in one.documents)

    def line(self, text: str) -> str:
        """A line, as evidence: no address, telephone number, name of the person or of a file."""
        text = unicodedata.normalize("NFC", text)
        if self._files is not None:
            text = self._files.sub(HIDDEN, text)
        text = self._naming.hidden(_ADDRESS.sub(HIDDEN, text), HIDDEN)
        return _TELEPHONE.sub(_unless_years, text)

    def text(self, text: str) -> str:
        """A text, in which the first lines are hidden too."""
        lines = text.strip().splitlines()
        kept = lines[FIRST_LINES:] if len(lines) > FIRST_LINES else []
        return self.line("\n".join([HIDDEN, *kept]))


def _unless_years(found: re.Match[str]) -> str:
    """What one did from 2010 to 2020 is no telephone number."""
    return found.group() if _YEAR.search(found.group()) else HIDDEN


def _files(documents: Iterable[Document]) -> re.Pattern[str] | None:
    """The names of files as written, and as evidence quotes them: on one line, a long one cut."""
    told = {name for one in documents for name in (one.filename, one.container)}
    told = {unicodedata.normalize("NFC", one) for one in told if len(one) >= LEAST_FILE}
    told |= {quote(one).strip("“”…") for one in told}
    longest = sorted(told, key=lambda one: (-len(one), one))[:MOST_FILES]
    found = "|".join(map(re.escape, longest))
    return re.compile(rf"(?<![^\W_])(?:{found})(?![^\W_])") if found else None
