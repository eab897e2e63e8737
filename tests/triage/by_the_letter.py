"""The verdict table read aloud once more, independently of the rows under test."""

from datetime import datetime, timedelta

from intake.triage.deadline import Evidence, adjudicate
from intake.triage.vacancy import Deadline
from intake.triage.verdict import TimingVerdict

IN_TIME, LATE, UNCLEAR = TimingVerdict.IN_TIME, TimingVerdict.LATE, TimingVerdict.UNCLEAR


def by_the_letter(known: Evidence, deadline: Deadline) -> tuple[TimingVerdict, str]:
    """The verdict and what decided it, as the specification's table says."""
    c, internal, border = deadline.cutoff, known.internal, known.border
    stamp, name = (border, "border") if border is not None else (internal, "internal")
    if was_witnessed(known, c):
        return IN_TIME, "witness"
    if stamp is None:
        return UNCLEAR, "no_trusted_time"
    if internal and internal <= c:
        if border and border > c:
            return UNCLEAR, "clocks_disagree"
        missed = not_found_later(known, internal, c)
        return (UNCLEAR, "backdated_or_moved") if missed else (IN_TIME, name)
    if internal and border and border <= c:
        short = internal - border <= timedelta(hours=24)
        return (IN_TIME, "border") if short else (UNCLEAR, "clocks_disagree")
    return after_the_cutoff(known, deadline, stamp, name)


def was_witnessed(known: Evidence, c: datetime) -> bool:
    fence = known.fence
    if known.seen_at <= c:
        return True
    if fence is None or known.uid is None or known.uidvalidity != fence.uidvalidity:
        return False
    return known.uid < fence.uidnext and fence.recorded_at <= c


def not_found_later(known: Evidence, internal: datetime, c: datetime) -> bool:
    absent, elsewhere = known.absent_at, known.held_elsewhere_at
    if absent is None or absent <= c or absent <= internal + timedelta(minutes=2):
        return False
    return elsewhere is None or elsewhere > absent


def after_the_cutoff(
    known: Evidence, deadline: Deadline, stamp: datetime, name: str
) -> tuple[TimingVerdict, str]:
    c = deadline.cutoff
    if stamp <= c + deadline.grace:
        return IN_TIME, name
    if deadline.hold_until and stamp <= deadline.hold_until:
        return UNCLEAR, "hold"
    for outage in known.outages:
        in_the_last_hour = outage.start <= c and outage.end >= c - timedelta(hours=1)
        if in_the_last_hour and stamp <= outage.end + timedelta(hours=4):
            return UNCLEAR, "outage"
    return LATE, name


def check_everything(known: Evidence, deadline: Deadline) -> None:
    """All single-mail properties at once, for the short and the long tier alike."""
    timing = adjudicate(known, deadline)
    assert (timing.verdict, timing.decided_by) == by_the_letter(known, deadline)
    assert timing == adjudicate(known, deadline)
    assert timing.received_at == (known.border or known.internal or known.seen_at)
    assert timing.received_at.utcoffset() == timedelta(0)
    assert timing.explanation.endswith(".")
    if timing.verdict is LATE:
        stamps = [stamp for stamp in (known.internal, known.border) if stamp is not None]
        assert stamps
        assert all(stamp > deadline.cutoff for stamp in [*stamps, known.seen_at])
