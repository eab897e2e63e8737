"""When is a mail late? A pure function of recorded evidence: no clock, no input or output.

It follows the deadline specification row by row; `ROWS` is its verdict table, and the first row
that applies decides. Doubt goes to people: missing or conflicting evidence is never late.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from intake.errors import DeadlineMovedEarlier
from intake.triage.cutoff import deadline_from
from intake.triage.vacancy import Deadline
from intake.triage.verdict import Flag, Timing, TimingVerdict

__all__ = ["Evidence", "Fence", "Outage", "adjudicate", "deadline_from", "moved"]

CLOCK_SKEW = timedelta(minutes=2)
LONGEST_DELAY = timedelta(hours=24)
LAST_HOUR = timedelta(hours=1)
AFTER_AN_OUTAGE = timedelta(hours=4)


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


def adjudicate(evidence: Evidence, deadline: Deadline) -> Timing:
    """In time, late or unclear: the first row of the verdict table that applies."""
    timing = next(found for row in ROWS if (found := row(evidence, deadline)) is not None)
    return _flag_ambiguity(timing, evidence, deadline)


def moved(old_cutoff: datetime, new_cutoff: datetime) -> Literal["same", "later"]:
    """How a published cut-off moved (rule 6: only later).

    Raises:
        DeadlineMovedEarlier: the new one lies before the old one.
    """
    if new_cutoff < old_cutoff:
        raise DeadlineMovedEarlier(
            f"The deadline was published as {_utc(old_cutoff)} "
            f"and the configuration now says {_utc(new_cutoff)}, which is earlier.",
            "A published deadline may only move later: write the old date and time again.",
        )
    return "same" if new_cutoff == old_cutoff else "later"


def _witnessed(evidence: Evidence, deadline: Deadline) -> Timing | None:
    """Row 1: we saw it in the mailbox, or saw that its place was taken, by the cut-off."""
    if evidence.seen_at <= deadline.cutoff:
        seen = _utc(evidence.seen_at.replace(microsecond=0))
        return _in_time(
            evidence,
            "witness",
            f"Intake itself saw the mail in the mailbox at {seen}, "
            f"by the deadline of {_utc(deadline.cutoff)}.",
        )
    fenced_at = evidence.fenced_at
    if fenced_at is None or fenced_at > deadline.cutoff:
        return None
    return _in_time(
        evidence,
        "witness",
        f"A poll that ended at {_utc(fenced_at.replace(microsecond=0))} recorded that the mail's "
        f"number in the folder was already taken, by the deadline of {_utc(deadline.cutoff)}.",
    )


def _without_a_stamp(evidence: Evidence, deadline: Deadline) -> Timing | None:
    """Row 2: neither the mailbox nor our border says when it came."""
    if evidence.stamp is not None:
        return None
    return _unclear(
        evidence,
        "no_trusted_time",
        "Neither the mailbox nor our border server says when the mail came; "
        f"it was first seen at {_utc(evidence.seen_at.replace(microsecond=0))}, "
        f"after the deadline of {_utc(deadline.cutoff)}.",
    )


def _delivered_before_accepted(evidence: Evidence, deadline: Deadline) -> Timing | None:
    """Row 3: the mailbox had it by the cut-off, the border accepted it only after.

    Mail cannot be delivered before it is accepted. Stamps over two minutes apart with the
    cut-off between them, which the specification also names here, are a case of the same.
    """
    internal, border = evidence.internal, evidence.border
    if internal is None or border is None or not internal <= deadline.cutoff < border:
        return None
    return _unclear(
        evidence,
        "clocks_disagree",
        f"The mailbox says {_utc(internal)} and our border server, which takes mail first, "
        f"says {_utc(border)}: the deadline of {_utc(deadline.cutoff)} lies between them.",
        Flag.CLOCKS_DISAGREE,
    )


def _absent_after_the_cutoff(evidence: Evidence, deadline: Deadline) -> Timing | None:
    """Row 4: stamped by the cut-off, and yet a later poll did not find it there.

    A mail that another watched folder held by then was moved between our folders: its stamp
    stands, and the rows below go by it.
    """
    internal, absent_at = evidence.internal, evidence.absent_at
    if internal is None or absent_at is None or internal > deadline.cutoff:
        return None
    if absent_at <= deadline.cutoff or absent_at - internal <= CLOCK_SKEW:
        return None
    if evidence.held_elsewhere_at is not None and evidence.held_elsewhere_at <= absent_at:
        return None
    return _unclear(
        evidence,
        "backdated_or_moved",
        f"The mailbox says {_utc(internal)}, by the deadline of {_utc(deadline.cutoff)}, but at "
        f"{_utc(absent_at.replace(microsecond=0))} a complete poll did not find the mail there.",
    )


def _delayed_by_us(evidence: Evidence, deadline: Deadline) -> Timing | None:
    """Rows 5 and 6: our border accepted it by the cut-off, the mailbox has it only after."""
    internal, border = evidence.internal, evidence.border
    if internal is None or border is None or not border <= deadline.cutoff < internal:
        return None
    if internal - border <= LONGEST_DELAY:
        return _in_time(
            evidence,
            "border",
            f"Our border server accepted the mail at {_utc(border)}, by the deadline of "
            f"{_utc(deadline.cutoff)}; the delay until {_utc(internal)} was ours.",
        )
    return _unclear(
        evidence,
        "clocks_disagree",
        f"Our border server says {_utc(border)} and the mailbox {_utc(internal)}, over a day "
        f"later, with the deadline of {_utc(deadline.cutoff)} between them: the mailbox may have "
        "been moved or restored.",
        Flag.CLOCKS_DISAGREE,
    )


def _stamped_in_time(evidence: Evidence, deadline: Deadline) -> Timing | None:
    """Row 7: the trusted stamp lies at or before the cut-off, or within the grace after it."""
    stamp = evidence.stamp
    if stamp is None or stamp - deadline.cutoff > deadline.grace:
        return None
    if stamp <= deadline.cutoff:
        words = f"by the deadline of {_utc(deadline.cutoff)}."
        return _in_time(evidence, evidence.stamped_by, f"{_told(evidence)}, {words}")
    return _in_time(
        evidence,
        evidence.stamped_by,
        f"{_told(evidence)}, after the deadline of {_utc(deadline.cutoff)} "
        f"but within the grace until {_utc(deadline.cutoff + deadline.grace)}.",
        Flag.GRACE,
    )


def _put_on_hold(evidence: Evidence, deadline: Deadline) -> Timing | None:
    """Row 8: the vacancy asks that a person decides about mail up to a stated time."""
    stamp, hold_until = evidence.stamp, deadline.hold_until
    if stamp is None or hold_until is None or stamp > hold_until:
        return None
    return _unclear(
        evidence,
        "hold",
        f"{_told(evidence)}, after the deadline of {_utc(deadline.cutoff)} and by "
        f"{_utc(hold_until)}: a person decides about mail in between.",
    )


def _after_an_outage(evidence: Evidence, deadline: Deadline) -> Timing | None:
    """Row 8: our own servers failed in the last hour, and it came soon after they were back."""
    stamp = evidence.stamp
    if stamp is None:
        return None
    for outage in evidence.outages:
        if _may_have_delayed(outage, stamp, deadline.cutoff):
            return _unclear(
                evidence,
                "outage",
                f"{_told(evidence)}, after the deadline of {_utc(deadline.cutoff)}, but our own "
                f"servers were out from {_utc(outage.start)} to {_utc(outage.end)}.",
            )
    return None


def _may_have_delayed(outage: Outage, stamp: datetime, cutoff: datetime) -> bool:
    touches_the_last_hour = outage.start <= cutoff and cutoff - outage.end <= LAST_HOUR
    return touches_the_last_hour and stamp - outage.end <= AFTER_AN_OUTAGE


def _late(evidence: Evidence, deadline: Deadline) -> Timing:
    """Row 9: nothing speaks for it."""
    return _timing(
        evidence,
        TimingVerdict.LATE,
        evidence.stamped_by,
        f"{_told(evidence)}, after the deadline of {_utc(deadline.cutoff)}.",
    )


Row = Callable[[Evidence, Deadline], Timing | None]

ROWS: tuple[Row, ...] = (
    _witnessed,
    _without_a_stamp,
    _delivered_before_accepted,
    _absent_after_the_cutoff,
    _delayed_by_us,
    _stamped_in_time,
    _put_on_hold,
    _after_an_outage,
    _late,
)


def _flag_ambiguity(timing: Timing, evidence: Evidence, deadline: Deadline) -> Timing:
    """Mark mail that is in time by the later of the notice's two readings only (rule 3)."""
    if timing.verdict is not TimingVerdict.IN_TIME or deadline.ambiguous_from is None:
        return timing
    known = (evidence.received_at, evidence.seen_at, evidence.fenced_at)
    here_by = min(moment for moment in known if moment is not None)
    if not deadline.ambiguous_from < here_by <= deadline.cutoff:
        return timing
    words = (
        f"; the notice's words could also mean {_utc(deadline.ambiguous_from)}, "
        "and the later reading counts."
    )
    return replace(
        timing,
        explanation=timing.explanation.removesuffix(".") + words,
        flags=(*timing.flags, Flag.AMBIGUITY_WINDOW),
    )


def _in_time(evidence: Evidence, decided_by: str, explanation: str, *flags: Flag) -> Timing:
    return _timing(evidence, TimingVerdict.IN_TIME, decided_by, explanation, *flags)


def _unclear(evidence: Evidence, decided_by: str, explanation: str, *flags: Flag) -> Timing:
    return _timing(evidence, TimingVerdict.UNCLEAR, decided_by, explanation, *flags)


def _timing(
    evidence: Evidence, verdict: TimingVerdict, decided_by: str, explanation: str, *flags: Flag
) -> Timing:
    return Timing(verdict, evidence.received_at, decided_by, explanation, flags)


def _told(evidence: Evidence) -> str:
    who = "Our border server accepted" if evidence.border is not None else "The mailbox received"
    return f"{who} the mail at {_utc(evidence.received_at)}"


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(sep=" ").removesuffix("+00:00") + " UTC"


def _require_aware(*moments: datetime | None) -> None:
    for moment in moments:
        if moment is None:
            continue
        if moment.utcoffset() is None:
            raise ValueError("evidence needs aware datetimes")
        if not 1 < moment.year < 9999:
            raise ValueError("evidence needs datetimes that can be told in UTC")
