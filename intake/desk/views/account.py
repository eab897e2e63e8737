"""One's own account, and for administrators everybody's."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from intake.desk.auth import Right, opened, visitor
from intake.desk.auth.door import field, form_of
from intake.desk.auth.visitor import let_in
from intake.desk.pages import back_to, flash, page
from intake.desk.room import room_of
from intake.desk.views.sign_in import local
from intake.errors import NotSignedIn, UnlawfulMove, WrongAccount
from intake.jobs import staff, visit
from intake.store import staff as accounts
from intake.store import visits
from intake.store.engine import reading
from intake.store.staff import AccountRow


def _show(request: Request) -> Response:
    return _page(request)


def _page(request: Request, trouble: str = "", status: int = 200) -> Response:
    room, who = room_of(request), visitor(request)
    with reading(room.bench.engine) as session:
        own = accounts.row(accounts.get(session, who.email))
        standing = visits.standing(session, who.id, room.bench.clock())
    return page(
        request,
        "account.html",
        status,
        own=own,
        trouble=trouble,
        shortest=staff.SHORTEST,
        visits=standing,
    )


def _password(request: Request) -> Response:
    room, who, form = room_of(request), visitor(request), form_of(request)
    old, new, again = (str(form.get(name, "")) for name in ("old", "new", "again"))
    if new != again:
        return _page(request, "differ", 422)
    address = request.client.host if request.client else ""
    try:
        token = visit.change_password(room.bench, who.email, old, new, address)
    except NotSignedIn as error:
        return _page(request, "too_many" if error is visit.TOO_MANY else "wrong", 422)
    except WrongAccount:
        return _page(request, "weak", 422)
    answer = back_to("/account")
    let_in(room, answer, token)
    return answer


def _elsewhere(request: Request) -> Response:
    """Sign out in every other browser; who has a password here says it."""
    room, who = room_of(request), visitor(request)
    address = request.client.host if request.client else ""
    password = str(form_of(request).get("password", ""))
    try:
        token = visit.end_elsewhere(room.bench, who.email, password, address)
    except NotSignedIn as error:
        return _page(request, "too_many" if error is visit.TOO_MANY else "wrong", 422)
    answer = back_to("/account")
    let_in(room, answer, token)
    return answer


def _language(request: Request) -> Response:
    staff.set_language(room_of(request).bench, visitor(request).email, field(request, "language"))
    return back_to(local(field(request, "next")))


def _keys(request: Request) -> Response:
    on = field(request, "on") == "yes"
    staff.set_keys(room_of(request).bench, visitor(request).email, on)
    return back_to(local(field(request, "next")))


def _everybody(request: Request) -> Response:
    with reading(room_of(request).bench.engine) as session:
        everybody = accounts.everybody(session)
    return page(request, "accounts.html", everybody=everybody)


def _close(request: Request) -> Response:
    account, who = _named(request), visitor(request)
    if account.id == who.id:
        raise UnlawfulMove(  # nobody locks themselves out by a slip
            "You cannot close your own account.", "Ask another administrator.", rule="own_account"
        )
    change = staff.enable if account.disabled else staff.disable
    change(room_of(request).bench, account.email, who=who.name)
    flash(request, "account.opened" if account.disabled else "account.closed", name=account.name)
    return back_to("/accounts")


def _named(request: Request) -> AccountRow:
    wanted = request.path_params["account"]
    with reading(room_of(request).bench.engine) as session:
        for one in accounts.everybody(session):
            if one.id == wanted:
                return one
    raise HTTPException(404)


ROUTES = [
    opened("/account", _show, Right.OWN_ACCOUNT),
    opened("/account/password", _password, Right.OWN_ACCOUNT, methods=["POST"]),
    opened("/account/elsewhere", _elsewhere, Right.OWN_ACCOUNT, methods=["POST"]),
    opened("/language", _language, Right.OWN_ACCOUNT, methods=["POST"]),
    opened("/account/keys", _keys, Right.OWN_ACCOUNT, methods=["POST"]),
    opened("/accounts", _everybody, Right.MANAGE_ACCOUNTS),
    opened("/accounts/{account:number}/switch", _close, Right.MANAGE_ACCOUNTS, methods=["POST"]),
]
