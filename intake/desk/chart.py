"""Arrivals per day as a drawing: where each bar stands, and where the cut-off falls."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from intake.triage.counting import closing_day
from intake.triage.digest import Bar

DAYS = 21
STEP, HEIGHT, LEAST = 24, 84, 3
"""Of a day and of the tallest bar, in units of the drawing; no mail is drawn as nothing."""

KINDS = ("in_time", "unclear", "late")


@dataclass(frozen=True)
class Piece:
    """One kind of mail in one day's bar, from the top."""

    kind: str
    y: int
    height: int


@dataclass(frozen=True)
class Column:
    """One day.

    Attributes:
        labelled: its date is written below it.
    """

    bar: Bar
    x: int
    top: int
    pieces: tuple[Piece, ...]
    labelled: bool


@dataclass(frozen=True)
class Chart:
    """The whole drawing; `cutoff_x` is None where the cut-off is not in these days."""

    columns: tuple[Column, ...]
    cutoff_x: int | None

    @property
    def width(self) -> int:
        """In units of the drawing."""
        return STEP * len(self.columns)


def days_of(cutoff: datetime, now: datetime, zone: tzinfo) -> list[date]:
    """Three weeks: up to today, or up to two days after a deadline that has passed."""
    last = min(now.astimezone(zone).date(), closing_day(cutoff, zone) + timedelta(days=2))
    return [last - timedelta(days=back) for back in reversed(range(DAYS))]


def chart(bars: Sequence[Bar], cutoff: datetime, zone: tzinfo) -> Chart:
    """Bars of three kinds on one scale, and the cut-off at its moment."""
    most = max((bar.total for bar in bars), default=0)
    columns = tuple(
        _column(bar, index, most, labelled=(len(bars) - 1 - index) % 5 == 0)
        for index, bar in enumerate(bars)
    )
    begins = datetime.combine(bars[0].day, time(), zone)
    x = round((cutoff - begins) / timedelta(days=1) * STEP)
    return Chart(columns, x if 0 <= x <= STEP * len(bars) else None)


def _column(bar: Bar, index: int, most: int, *, labelled: bool) -> Column:
    pieces, y = [], HEIGHT
    for kind in KINDS:
        count = getattr(bar, kind)
        if count:
            height = max(round(count * HEIGHT / most), LEAST)
            y -= height
            pieces.append(Piece(kind, y, height))
    return Column(bar, index * STEP, y, tuple(pieces), labelled)
