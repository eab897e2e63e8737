"""The overview: every vacancy at a glance."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from intake.desk.auth import Right, opened, visitor
from intake.desk.chart import Chart, chart, days_of
from intake.desk.pages import language_of, page
from intake.desk.room import Room, room_of
from intake.desk.words import Words
from intake.jobs.report import state_of
from intake.outbox.words import Language
from intake.store import accounts, audit, waiting
from intake.store.engine import Session, reading
from intake.store.overview import Figures, figures
from intake.triage.counting import closing_day
from intake.triage.cutoff import zone_of
from intake.triage.digest import MailboxState, Totals
from intake.triage.vacancy import Vacancy

SOON = timedelta(days=3)


@dataclass(frozen=True)
class Card:
    """One vacancy on the overview.

    Attributes:
        deadline: in the zone of its notice.
        left: to the cut-off; negative once it has passed.
        back: applications that were put aside, and are to be looked at again.
    """

    vacancy: Vacancy
    figures: Figures
    mailbox: MailboxState
    chart: Chart
    deadline: str
    left: timedelta
    back: int

    @property
    def status(self) -> str:
        """How near the deadline is: open, soon or closed."""
        if self.left < timedelta(0):
            return "closed"
        return "soon" if self.left < SOON else "open"

    @property
    def utc(self) -> str:
        """The cut-off in UTC."""
        return f"{self.vacancy.deadline.cutoff.astimezone(UTC):%Y-%m-%d %H:%M}"


def _show(request: Request) -> Response:
    room, who = room_of(request), visitor(request)
    if not who.may(Right.OVERVIEW):
        return RedirectResponse("/audit", 303)
    now, language = room.bench.clock(), language_of(request)
    with reading(room.bench.engine) as session:
        cards = [
            _card(session, room, one, now, language)
            for one in room.bench.vacancies
            if one.id in who.vacancies
        ]
        totals, head = _totals(session, room), audit.head(session)
    return page(request, "overview.html", cards=cards, totals=totals, head=head)


def _card(
    session: Session, room: Room, vacancy: Vacancy, now: datetime, language: Language
) -> Card:
    cutoff = vacancy.deadline.cutoff
    counted = figures(session, vacancy.id, days_of(cutoff, now, room.zone), room.zone)
    return Card(
        vacancy,
        counted,
        state_of(session, room.mailing, vacancy, now),
        chart(counted.bars, cutoff, room.zone),
        _deadline(cutoff, _zone(room, vacancy), language),
        cutoff - now,
        len(waiting.numbers(session, vacancy.id, room.today)),
    )


def _zone(room: Room, vacancy: Vacancy) -> tzinfo:
    label = vacancy.deadline.zone
    return zone_of(label) if label else room.zone


def _deadline(cutoff: datetime, zone: tzinfo, language: Language) -> str:
    return Words(language, zone).cutoff(cutoff, closing_day(cutoff, zone))


def _totals(session: Session, room: Room) -> Totals | None:
    """The server against the ledger, over all watched folders."""
    folders = [
        (watched.inbox.mailbox, folder)
        for watched in room.mailing.watched.values()
        for folder in watched.inbox.folders
    ]
    return accounts.totals(session, folders)


ROUTES = [opened("/", _show, Right.OWN_ACCOUNT)]
