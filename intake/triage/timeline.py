"""The clocks that saw a mail, and the deadline, on one line: where each stands, to be drawn."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from intake.triage.evidence import Evidence
from intake.triage.vacancy import Deadline

CLAIMED = "claimed"
"""What the sender says: shown, and never weighed."""

_HOUR = 3600.0


@dataclass(frozen=True)
class Mark:
    """One moment on the line.

    Attributes:
        name: `internal`, `border`, `seen`, `absent`, `fence` or `claimed`; of the deadline
            `ambiguous_from`, `cutoff`, `grace` or `hold_until`.
        place: from 0.0 to 1.0, the earliest first; near the cut-off hours count as far away
            days do.
        decided: the verdict rests on this clock.
    """

    name: str
    at: datetime
    place: float
    decided: bool = False


@dataclass(frozen=True)
class Timeline:
    """What is drawn.

    Attributes:
        clocks: those that said something, in order of time.
        limits: the deadline's moments, in order of time.
        silent: the names of the clocks that said nothing.
    """

    clocks: tuple[Mark, ...]
    limits: tuple[Mark, ...]
    silent: tuple[str, ...]


_DECIDING = {
    "witness": ("seen", "fence"),
    "border": ("border",),
    "internal": ("internal",),
    "clocks_disagree": ("internal", "border"),
    "backdated_or_moved": ("internal", "absent"),
    "hold": ("border", "internal"),
    "outage": ("border", "internal"),
}


def timeline(
    evidence: Evidence, deadline: Deadline, decided_by: str, claimed: datetime | None
) -> Timeline:
    """Put everything on one line.

    Args:
        decided_by: as the timing says.
        claimed: what the mail's Date says; None where it says nothing that can be read.
    """
    told = dict(_clocks(evidence, claimed))
    heard = {name: at.astimezone(UTC) for name, at in told.items() if at is not None}
    limits = {name: at.astimezone(UTC) for name, at in _limits(deadline)}
    scale = _Scale(deadline.cutoff, [*heard.values(), *limits.values()])
    deciding = _DECIDING.get(decided_by, ())
    return Timeline(
        clocks=tuple(
            Mark(name, at, scale.place(at), name in deciding) for name, at in _ordered(heard)
        ),
        limits=tuple(Mark(name, at, scale.place(at)) for name, at in _ordered(limits)),
        silent=tuple(name for name, at in told.items() if at is None),
    )


def _clocks(evidence: Evidence, claimed: datetime | None) -> Iterator[tuple[str, datetime | None]]:
    yield "border", evidence.border
    yield "internal", evidence.internal
    yield "seen", evidence.seen_at
    yield "absent", evidence.absent_at
    yield "fence", evidence.fenced_at
    yield CLAIMED, claimed


def _limits(deadline: Deadline) -> Iterator[tuple[str, datetime]]:
    if deadline.ambiguous_from is not None:
        yield "ambiguous_from", deadline.ambiguous_from
    yield "cutoff", deadline.cutoff
    if deadline.grace:
        yield "grace", deadline.cutoff + deadline.grace
    if deadline.hold_until is not None:
        yield "hold_until", deadline.hold_until


def _ordered(moments: dict[str, datetime]) -> list[tuple[str, datetime]]:
    return sorted(moments.items(), key=lambda one: one[1])


class _Scale:
    """Distances from the cut-off, by their logarithm: a second before it shows, a year fits."""

    def __init__(self, middle: datetime, moments: list[datetime]) -> None:
        self._middle = middle
        far = [self._away(one) for one in moments]
        self._first, self._last = min(far), max(far)

    def place(self, moment: datetime) -> float:
        """From 0.0 to 1.0."""
        span = self._last - self._first
        return (self._away(moment) - self._first) / span if span else 0.5

    def _away(self, moment: datetime) -> float:
        seconds = (moment - self._middle).total_seconds()
        return math.copysign(math.log1p(abs(seconds) / _HOUR), seconds)
