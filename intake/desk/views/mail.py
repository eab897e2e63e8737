"""One mail with all that is known of it, and what people decide about it."""

from dataclasses import dataclass
from io import BytesIO

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from intake.desk.auth import Right, opened, visitor
from intake.desk.auth.door import field, whole
from intake.desk.dossier import require_sight
from intake.desk.foreign import MUCH, download, legible
from intake.desk.pages import back_to, flash, page
from intake.desk.room import room_of
from intake.desk.sight import hidden, sight
from intake.errors import StoreDamaged
from intake.jobs.complaint import complaint
from intake.jobs.decide import admit, object_to
from intake.store import registers, rows
from intake.store.belonging import of_application
from intake.store.engine import Session, reading
from intake.store.evidence import of_mail
from intake.store.registers import Register
from intake.store.rows import MessageRow
from intake.triage.evidence import Evidence
from intake.triage.review import ADMISSIBLE, REASON_CODES
from intake.triage.verdict import TimingVerdict

OTHERS = 100
"""Late mails of the vacancy that are shown beside one; the register has all."""


@dataclass(frozen=True)
class Shown:
    """What the page tells besides the mail's row.

    Attributes:
        clocks: None until the mail has been read.
        late: every other late mail of the vacancy, let in or not.
        admissible: it is out, and a person may let it in.
        veiled: of these mails who wrote them is hidden.
        aside: from these the visitor stepped aside.
    """

    row: MessageRow
    clocks: Evidence | None
    late: tuple[MessageRow, ...]
    late_total: int
    trail: tuple[rows.AuditRow, ...]
    admissible: bool
    veiled: frozenset[int]
    aside: frozenset[int]


def _show(request: Request) -> Response:
    room, who = room_of(request), visitor(request)
    with reading(room.bench.engine) as session:
        found = rows.message(session, request.path_params["message"])
        shown = _gather(session, request, found)
    row, vacancy = shown.row, room.bench.vacancy(found.vacancy)
    findings = row.verdict.findings if row.verdict else ()
    return page(
        request,
        "mail.html",
        shown=shown,
        row=row,
        vacancy=vacancy,
        findings=[one for one in findings if who.may_see(one.flag)],
        body=legible(row.message.body, MUCH) if row.message else "",
        quoted=legible(row.message.quoted, MUCH) if row.message else "",
        texts=[legible(one.text, MUCH) for one in row.message.documents] if row.message else [],
        codes=REASON_CODES,
    )


def _gather(session: Session, request: Request, row: MessageRow) -> Shown:
    room, who = room_of(request), visitor(request)
    late = registers.leaf(session, row.vacancy, Register.REFUSED, let_in=None, count=OTHERS)
    others = [one for one in late.rows if one.id != row.id and _is_late(one)]
    eyes = sight(session, room, who, [row, *others])
    if row.application is not None and eyes.veils(row):
        raise HTTPException(404)  # the application's page shows of it what may be seen
    return Shown(
        eyes.of(row),
        _clocks(session, request, row),
        tuple(eyes.of(one) for one in others),
        late.total,
        tuple(rows.audit_of(session, f"m{row.id}")),
        row.verdict is not None and not row.admitted and row.verdict.outcome in ADMISSIBLE,
        frozenset(one.id for one in (row, *others) if eyes.veils(one)),
        frozenset(one.id for one in others if eyes.is_aside(one)),
    )


def _clocks(session: Session, request: Request, row: MessageRow) -> Evidence | None:
    bench = room_of(request).bench
    if row.message is None:
        return None
    return of_mail(session, row, bench.trusted_relays, bench.vacancy(row.vacancy).deadline)


def _is_late(row: MessageRow) -> bool:
    return row.verdict is not None and row.verdict.timing.verdict is TimingVerdict.LATE


def _admit(request: Request) -> Response:
    """Let it in, or propose to, or confirm what another proposed."""
    number, who = request.path_params["message"], visitor(request)
    done = admit(
        room_of(request).bench,
        number,
        field(request, "code"),
        who=who.name,
        account=who.id,
        why=field(request, "why"),
        seen=whole(field(request, "seen") or "0"),
    )
    flash(request, "mail.let_in" if done else "mail.proposed", ref=f"m{number}")
    return back_to(f"/m/{number}")


def _object(request: Request) -> Response:
    number, who, why = request.path_params["message"], visitor(request), field(request, "why")
    object_to(room_of(request).bench, number, who=who.name, account=who.id, why=why)
    flash(request, "mail.objected", ref=f"m{number}")
    return back_to(f"/m/{number}")


def _raw(request: Request) -> Response:
    """The mail byte for byte, only ever as a download."""
    bench, number = room_of(request).bench, request.path_params["message"]
    require_sight(room_of(request), visitor(request), number)
    with reading(bench.engine) as session:
        row = rows.message(session, number)
    if row.sha256 is None:
        raise StoreDamaged(f"The bytes of m{number} never came.", row.problem)
    return download(bench.files.read(row.sha256), f"m{number}.eml")


def _pack_mail(request: Request) -> Response:
    return _pack(request, f"m{request.path_params['message']}")


def _pack_application(request: Request) -> Response:
    return _pack(request, f"a{request.path_params['application']}")


def _pack(request: Request, subject: str) -> Response:
    """The complaint pack; asking for it is written down, so it is a POST."""
    room, who, pack = room_of(request), visitor(request), BytesIO()
    _require_names(request)
    everything = who.may(Right.SEE_RELATIVES)
    complaint(room.bench, subject, pack, who=who.name, everything=everything, zone=room.zone)
    return download(pack.getvalue(), f"complaint-{subject}.zip", "application/zip")


def _require_names(request: Request) -> None:
    """A pack names everybody: it is for those from whom nobody is hidden.

    Raises:
        HTTPException: 404.
    """
    room, who = room_of(request), visitor(request)
    if "message" in request.path_params:
        require_sight(room, who, request.path_params["message"])
        return
    with reading(room.bench.engine) as session:
        found = of_application(session, request.path_params["application"])
    if found is None or hidden(room, who, found.vacancy, found.stage):
        raise HTTPException(404)


ROUTES = [
    opened("/m/{message:number}", _show, Right.READ_DOSSIER),
    opened("/m/{message:number}/raw", _raw, Right.READ_DOSSIER),
    opened("/m/{message:number}/admit", _admit, Right.ADMIT, methods=["POST"]),
    opened("/m/{message:number}/object", _object, Right.ADMIT, methods=["POST"]),
    opened("/m/{message:number}/complaint", _pack_mail, Right.EXPORT, methods=["POST"]),
    opened("/a/{application:number}/complaint", _pack_application, Right.EXPORT, methods=["POST"]),
]
