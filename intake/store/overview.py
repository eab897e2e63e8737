"""A vacancy in figures, counted by the database: however many mails there are, no mail is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from sqlalchemy import case, func, select

from intake.store.engine import Session
from intake.store.tables import Application, Decision, Delivery, Judgement
from intake.triage.digest import Bar
from intake.triage.verdict import Kind, Outcome, TimingVerdict

FILED, IGNORED = Outcome.FILED.value, Outcome.IGNORED.value
APPLYING = (Kind.APPLICATION.value, Kind.SUPPLEMENT.value)


@dataclass(frozen=True)
class Figures:
    """Where a vacancy stands.

    Attributes:
        applications: how many there are; `complete` of them pass every required check.
        stages: stage -> how many applications.
        outcomes: outcome -> how many mails; what people have let in counts as filed.
        waiting: mails that are stored and have no verdict yet.
        bars: applications and supplements by the local day of their receipt.
    """

    applications: int
    complete: int
    stages: Mapping[str, int]
    outcomes: Mapping[str, int]
    waiting: int
    bars: tuple[Bar, ...]

    @property
    def incomplete(self) -> int:
        """Applications in which something is missing or unsure."""
        return self.applications - self.complete


def figures(session: Session, vacancy: str, days: Sequence[date], zone: tzinfo) -> Figures:
    """The figures of a vacancy.

    Args:
        days: for the bars, in order, one after the other.
        zone: in which a day begins and ends.
    """
    counted = session.execute(
        select(Application.stage, Application.complete, func.count())
        .where(Application.vacancy == vacancy, Application.counts)
        .group_by(Application.stage, Application.complete)
    ).all()
    stages: dict[str, int] = {}
    for stage, _, count in counted:
        stages[stage] = stages.get(stage, 0) + count
    return Figures(
        applications=sum(stages.values()),
        complete=sum(count for _, complete, count in counted if complete),
        stages=stages,
        outcomes=_outcomes(session, vacancy),
        waiting=_waiting(session, vacancy),
        bars=_bars(session, vacancy, days, zone),
    )


def _outcomes(session: Session, vacancy: str) -> Mapping[str, int]:
    by_outcome = (
        select(Judgement.outcome, func.count())
        .where(Judgement.vacancy == vacancy)
        .group_by(Judgement.outcome)
    )
    found = {row[0]: int(row[1]) for row in session.execute(by_outcome)}
    admitted = (
        select(Judgement.outcome, func.count(func.distinct(Judgement.delivery_id)))
        .join(Decision, Decision.delivery_id == Judgement.delivery_id)
        .where(Judgement.vacancy == vacancy, Decision.what == "admit")
        .group_by(Judgement.outcome)
    )
    for outcome, count in session.execute(admitted):
        found[outcome] -= count
        found[FILED] = found.get(FILED, 0) + count
    return found


def _waiting(session: Session, vacancy: str) -> int:
    query = (
        select(func.count())
        .select_from(Delivery)
        .where(Delivery.vacancy == vacancy, Delivery.state == "stored")
    )
    return session.scalar(query) or 0


def _bars(session: Session, vacancy: str, days: Sequence[date], zone: tzinfo) -> tuple[Bar, ...]:
    ends = [datetime.combine(day + timedelta(days=1), time(), zone) for day in days]
    number = case(
        *((Judgement.received_at < end, index) for index, end in enumerate(ends)),
        else_=len(days),
    )
    query = (
        select(number.label("day"), Judgement.timing, func.count())
        .where(
            Judgement.vacancy == vacancy,
            Judgement.kind.in_(APPLYING),
            Judgement.outcome != IGNORED,
            Judgement.received_at >= datetime.combine(days[0], time(), zone),
        )
        .group_by("day", Judgement.timing)
    )
    found = {(row[0], row[1]): int(row[2]) for row in session.execute(query)}

    def of(index: int, timing: TimingVerdict) -> int:
        return found.get((index, timing.value), 0)

    return tuple(
        Bar(
            day,
            of(index, TimingVerdict.IN_TIME),
            of(index, TimingVerdict.LATE),
            of(index, TimingVerdict.UNCLEAR),
        )
        for index, day in enumerate(days)
    )
