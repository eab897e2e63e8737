"""Notices that somebody has set the clock, or that the machine slept."""

import time
from dataclasses import dataclass, field

CLOCK_STEP = 2.0
"""Seconds: what is more than an NTP daemon slews between two looks."""


def _offset() -> float:
    return time.time() - time.monotonic()


@dataclass
class Steps:
    """Compares the clock on the wall with the one that only counts on."""

    offset: float = field(default_factory=_offset)

    def taken(self) -> float:
        """By how many seconds the clock was set since the last call; 0 where it was not."""
        step = _offset() - self.offset
        if abs(step) <= CLOCK_STEP:
            return 0.0
        self.offset += step
        return step

    def pending(self) -> bool:
        """Whether it was set and nobody has taken that up yet."""
        return abs(_offset() - self.offset) > CLOCK_STEP
