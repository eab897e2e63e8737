"""One's own account: the language now; see also the sign-in page."""

from starlette.requests import Request
from starlette.responses import Response

from intake.desk.auth import Right, opened, visitor
from intake.desk.auth.door import field
from intake.desk.pages import back_to
from intake.desk.room import room_of
from intake.desk.views.sign_in import local
from intake.jobs import staff


def _language(request: Request) -> Response:
    staff.set_language(room_of(request).bench, visitor(request).email, field(request, "language"))
    return back_to(local(field(request, "next")))


ROUTES = [opened("/language", _language, Right.OWN_ACCOUNT, methods=["POST"])]
