"""Who is asking: the account behind the cookie, as it is at this moment."""

from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from intake.desk.auth.rights import EVERY_VACANCY, RIGHTS, SHORTLISTED_ONLY, Right
from intake.desk.room import Room, room_of
from intake.jobs import visit as visits_job
from intake.jobs.staff import Role
from intake.outbox.words import Language
from intake.store import visits
from intake.store.engine import reading
from intake.store.visits import VisitRow
from intake.triage.review import Stage
from intake.triage.verdict import Flag


@dataclass(frozen=True)
class Visitor:
    """A person who has signed in.

    Attributes:
        id: the number of the account.
        visit: the key of the visit in the store.
        vacancies: the ids of those that they may see.
        since: when they were last here before this visit; None the first time.
        flash: what the page that is shown next has to tell, as JSON.
        keys: single keys are commands on their pages.
    """

    id: int
    visit: str
    name: str
    email: str
    role: Role
    vacancies: tuple[str, ...]
    language: Language
    since: datetime | None = None
    flash: str = ""
    keys: bool = True

    def may(self, right: Right) -> bool:
        """Whether their role has a right (which things it holds for is another question)."""
        return right in RIGHTS[self.role]

    def may_see(self, flag: Flag) -> bool:
        """Whether they may know of it."""
        return flag.is_for(self.may(Right.SEE_RELATIVES))

    def sees(self, stage: str) -> bool:
        """Whether they may see applications of a stage."""
        return stage == Stage.SHORTLISTED or not self.shortlisted_only

    @property
    def shortlisted_only(self) -> bool:
        """Whether they see shortlisted applications alone."""
        return self.role in SHORTLISTED_ONLY


def visitor(request: Request) -> Visitor:
    """The visitor of a request that came through the door."""
    found: Visitor = request.state.visitor
    return found


def recognise(request: Request) -> Visitor | None:
    """The person behind the cookie; None where nobody has signed in, or not lately."""
    room = room_of(request)
    token = request.cookies.get(cookie_name(room), "")
    if not token:
        return None
    with reading(room.bench.engine) as session:
        found = visits.find(session, token, room.bench.clock())
    if found is None:
        return None
    unattended = (
        "unattended" in request.query_params
    )  # a page that refreshes itself: no sign of life
    if found.stale and not unattended:
        visits_job.touch(room.bench, found.id)
    return _visitor(room, found)


def _visitor(room: Room, found: VisitRow) -> Visitor:
    role = Role(found.role)
    own = tuple(
        one.id for one in room.bench.vacancies if role in EVERY_VACANCY or one.id in found.vacancies
    )
    return Visitor(
        id=found.account,
        visit=found.id,
        name=found.name,
        email=found.email,
        role=role,
        vacancies=own,
        language="fr" if found.language == "fr" else "en",
        since=found.since,
        flash=found.flash,
        keys=found.keys,
    )


def cookie_name(room: Room) -> str:
    """`__Host-` binds the cookie to this host and to https; on loopback there is no https."""
    return "__Host-intake" if room.secure else "intake"


def let_in(room: Room, answer: Response, token: str) -> None:
    """Give the browser its cookie; it forgets it when it is closed."""
    answer.set_cookie(
        cookie_name(room), token, path="/", secure=room.secure, httponly=True, samesite="lax"
    )


def let_out(room: Room, answer: Response) -> None:
    """Take the cookie back."""
    answer.delete_cookie(
        cookie_name(room), path="/", secure=room.secure, httponly=True, samesite="lax"
    )
