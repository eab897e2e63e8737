"""What the views work with; wiring builds it once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from starlette.requests import Request

from intake.desk.health import Health
from intake.desk.oidc import Service
from intake.jobs.bench import Bench
from intake.jobs.mailing import Mailing
from intake.outbox.words import Language


@dataclass(frozen=True)
class Room:
    """The desk's own place in the house.

    Attributes:
        hosts: the names under which it may be asked for.
        url: its address as people write it ("https://desk.example.org"); empty on loopback.
        health: how the daemon is.
        service: the organisation's own for signing in; None where there are local accounts alone.
    """

    bench: Bench
    mailing: Mailing
    hosts: tuple[str, ...]
    health: Callable[[], Health]
    url: str = ""
    service: Service | None = None

    @property
    def organisation(self) -> str:
        """Whose vacancies these are."""
        return self.mailing.organisation

    @property
    def zone(self) -> ZoneInfo:
        """In which dates and times are told."""
        return self.mailing.zone

    @property
    def today(self) -> date:
        """The day that it is for the people who work here."""
        return self.bench.clock().astimezone(self.zone).date()

    @property
    def language(self) -> Language:
        """The language of those who have not chosen one."""
        return self.mailing.language

    @property
    def secure(self) -> bool:
        """Whether browsers reach it by https alone."""
        return self.url.startswith("https://")

    @property
    def answers_to(self) -> tuple[str, ...]:
        """The Host headers that are answered."""
        own = urlsplit(self.url).hostname
        return (*self.hosts, own) if own else self.hosts


def room_of(request: Request) -> Room:
    """The room in which a request is answered."""
    room: Room = request.app.state.room
    return room
