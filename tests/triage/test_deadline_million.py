"""A million random cases around the thresholds: the long tier of the deadline's properties."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from time import perf_counter

import pytest

from intake.triage.deadline import Evidence, Fence, Outage, adjudicate
from intake.triage.vacancy import Deadline
from intake.triage.verdict import TimingVerdict
from tests.triage.by_the_letter import check_everything

CASES = 100_000
CUTOFF = datetime(2026, 2, 8, 23, tzinfo=UTC)
MINUTES = (0, 2, 15, 60, 240, 1440)


def distance(random: Random) -> timedelta:
    """At a threshold, just beside it, or anywhere within forty days."""
    if random.random() < 0.7:
        sign, second = random.choice((-1, 1)), random.randint(-2, 2)
        return timedelta(minutes=sign * random.choice(MINUTES), seconds=second)
    return timedelta(seconds=random.randint(-40 * 86400, 40 * 86400))


def deadline(random: Random) -> Deadline:
    def length() -> timedelta:
        return timedelta(minutes=random.choice((0, 0, 15, 60)))

    hold = random.choice((None, CUTOFF + timedelta(hours=2), CUTOFF + timedelta(days=1)))
    return Deadline(CUTOFF, random.choice((None, CUTOFF - length())), length(), hold)


def evidence(random: Random) -> Evidence:
    def moment() -> datetime:
        return CUTOFF + distance(random)

    def perhaps() -> datetime | None:
        return moment() if random.random() < 0.6 else None

    start = moment()
    fence = Fence(random.randint(1, 2), random.randint(1, 4), moment())
    return Evidence(
        seen_at=moment() if random.random() < 0.5 else CUTOFF + timedelta(days=50),
        internal=perhaps(),
        border=perhaps(),
        uid=random.choice((None, 1, 2, 3)),
        uidvalidity=random.choice((None, 1, 2)),
        absent_at=perhaps(),
        held_elsewhere_at=perhaps(),
        fence=random.choice((None, fence)),
        outages=random.choice(((), (Outage(start, start + abs(distance(random))),))),
    )


def check_monotone(known: Evidence, rule: Deadline, random: Random) -> None:
    """What is in time stays so, or goes to a person, when it came earlier or the date moved."""
    if adjudicate(known, rule).verdict is not TimingVerdict.IN_TIME:
        return
    by = abs(distance(random))
    earlier = replace(
        known,
        internal=known.internal and known.internal - by,
        border=known.border and known.border - abs(distance(random)),
    )
    assert adjudicate(earlier, rule).verdict is not TimingVerdict.LATE
    extended = replace(rule, cutoff=rule.cutoff + by)
    assert adjudicate(known, extended).verdict is not TimingVerdict.LATE


@pytest.mark.faults
@pytest.mark.parametrize("seed", range(10))
def test_a_million_cases(seed: int) -> None:
    random, started = Random(seed), perf_counter()
    for _ in range(CASES):
        known, rule = evidence(random), deadline(random)
        check_everything(known, rule)
        check_monotone(known, rule, random)
    print(f"deadline: seed {seed}, {CASES:,} cases in {perf_counter() - started:.0f} s, 0 wrong")
