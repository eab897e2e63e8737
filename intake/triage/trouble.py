"""What somebody must look at: one value per trouble, told alike by status, mail and digest."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Kind = Literal["unread", "missing", "held", "disk", "secret", "outbox", "daemon"]


@dataclass(frozen=True)
class Trouble:
    """One thing that is not as it must be.

    Attributes:
        subject: what it is about: a mailbox, a folder, an address.
        since: when it began, as far as it is known.
        problem: the cause or the extent, in one sentence.
    """

    kind: Kind
    subject: str
    since: datetime
    problem: str
