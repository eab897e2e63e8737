"""A digest day made of invented people."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from intake.triage.counting import vacancy_day
from intake.triage.digest import (
    Arrival,
    DigestDay,
    MailboxState,
    Period,
    Standing,
    Totals,
    VacancyDay,
)
from intake.triage.message import Address
from intake.triage.vacancy import Deadline, Vacancy
from intake.triage.verdict import Flag, Kind, Outcome, TimingVerdict

ZONE = ZoneInfo("Europe/Brussels")
UNTIL = datetime(2026, 2, 9, 6, 30, tzinfo=UTC)
CUTOFF = datetime(2026, 2, 8, 23, tzinfo=UTC)
HOSTILE = (
    "<script>alert(1)</script>\r\nBcc: x@example.net \u202egpj.exe http://evil.example/ \x1b[31m"
)
PERIOD = Period(date(2026, 2, 9), UNTIL - timedelta(days=1), UNTIL, ZONE)


def vacancy(
    names: tuple[str, ...] = ("Mary O'Neill",),
    *,
    last_good: datetime | None = UNTIL,
    cutoff: datetime = CUTOFF,
    period: Period = PERIOD,
) -> VacancyDay:
    """Everybody applied an hour before the deadline; then one was late and one is held."""
    early, late = cutoff - timedelta(hours=1), cutoff + timedelta(minutes=7)
    people = [Address(name, f"c{n}@example.org") for n, name in enumerate(names)]
    filed = [
        Arrival(n, n, one, early, early, Kind.APPLICATION, Outcome.FILED, flags=(Flag.FORWARDED,))
        for n, one in enumerate(people)
    ]
    others = [
        Arrival(900, None, people[0], late, late, Kind.APPLICATION, Outcome.REFUSED,
                TimingVerdict.LATE, "border"),
        Arrival(901, None, people[0], late, late, Kind.APPLICATION, Outcome.HELD,
                TimingVerdict.UNCLEAR, "hold"),
        Arrival(902, 0, people[0], early, early, Kind.WITHDRAWAL, Outcome.FILED),
    ]  # fmt: skip
    standings = [
        Standing(n, one, early, complete=bool(n), missing=() if n else ("cv",))
        for n, one in enumerate(people)
    ]
    tosci = Vacancy("tosci", "Officer <b>", "tosci@example.org", Deadline(cutoff))
    box = MailboxState("tosci@example.org", last_good, "" if last_good == UNTIL else "no answer")
    return vacancy_day(tosci, [*filed, *others], standings, box, period)


def digest_day(*vacancies: VacancyDay, period: Period = PERIOD, server: int = 412) -> DigestDay:
    return DigestDay("Example & Sons", period, vacancies, Totals(server, 412, UNTIL), "9f2c" * 16)
