"""When is a mail late? A pure function of recorded evidence: no clock, no input or output.

It follows the deadline specification row by row; `ROWS` is its verdict table, and the first row
that applies decides. Doubt goes to people: missing or conflicting evidence is never late.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from intake.errors import DeadlineMovedEarlier
from intake.triage.cutoff import deadline_from
from intake.triage.evidence import Evidence, Fence, Outage
from intake.triage.vacancy import Deadline
from intake.triage.verdict import Flag, Timing, TimingVerdict

__all__ = ["Evidence", "Fence", "Outage", "adjudicate", "deadline_from", "moved"]

CLOCK_SKEW = timedelta(minutes=2)
LONGEST_DELAY = timedelta(hours=24)
LAST_HOUR = timedelta(hours=1)
AFTER_AN_OUTAGE = timedelta(hours=4)


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
