"""What is known about when a mail came: recorded facts, each from a source of our own."""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True)
class Fence:
    """What a scheduled poll found in a folder: every UID below `uidnext` was there by then.

    Attributes:
        recorded_at: when that poll ended; it is evidence only at or before the cut-off.
    """

    uidvalidity: int
    uidnext: int
    recorded_at: datetime

    def __post_init__(self) -> None:
        _require_aware(self.recorded_at)


@dataclass(frozen=True)
class Outage:
    """A recorded time in which our own servers could not take or show mail."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        _require_aware(self.start, self.end)


@dataclass(frozen=True)
class Evidence:
    """What is known about when one mail came. What the sender claims is not among it.

    Attributes:
        seen_at: our clock when a complete poll first listed this UID.
        internal: IMAP INTERNALDATE as first observed; None when missing or unparsable.
        border: the stamp of our border server's Received line; None when there is none.
        absent_at: the end of the last complete poll, before first sight, of the same folder and
            UIDVALIDITY that did not list the UID.
        held_elsewhere_at: when another watched folder was first seen to hold the same bytes.
        fence: the last one recorded for the mail's folder.
        outages: recorded outages of ours.
        internal_raw, border_raw: the same two stamps as written, kept to be shown.

    Raises:
        ValueError: a datetime has no zone, or cannot be told in UTC.
    """

    seen_at: datetime
    internal: datetime | None = None
    border: datetime | None = None
    uid: int | None = None
    uidvalidity: int | None = None
    absent_at: datetime | None = None
    held_elsewhere_at: datetime | None = None
    fence: Fence | None = None
    outages: tuple[Outage, ...] = ()
    internal_raw: str = ""
    border_raw: str = ""

    def __post_init__(self) -> None:
        _require_aware(
            self.seen_at, self.internal, self.border, self.absent_at, self.held_elsewhere_at
        )

    @property
    def stamp(self) -> datetime | None:
        """The trusted stamp: our border's, else the mailbox's."""
        return self.border if self.border is not None else self.internal

    @property
    def stamped_by(self) -> str:
        """Whose stamp the trusted one is, as `decided_by` names it."""
        return "border" if self.border is not None else "internal"

    @property
    def received_at(self) -> datetime:
        """The trusted stamp, else first sight, in UTC."""
        return (self.stamp or self.seen_at).astimezone(UTC)

    @property
    def fenced_at(self) -> datetime | None:
        """When the fence showed that this UID was already there; None if it did not."""
        fence = self.fence
        if fence is None or self.uid is None or fence.uidvalidity != self.uidvalidity:
            return None
        return fence.recorded_at if self.uid < fence.uidnext else None


def _require_aware(*moments: datetime | None) -> None:
    for moment in moments:
        if moment is None:
            continue
        if moment.utcoffset() is None:
            raise ValueError("evidence needs aware datetimes")
        if not 1 < moment.year < 9999:
            raise ValueError("evidence needs datetimes that can be told in UTC")
