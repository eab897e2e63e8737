"""The review desk: every screen's routes, behind the guards and the door."""

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from intake.desk import health
from intake.desk.guards import Sealed, guards
from intake.desk.room import Room
from intake.desk.troubles import HANDLERS
from intake.desk.views import (
    account,
    application,
    digest,
    export,
    log,
    mail,
    moves,
    overview,
    papers,
    printing,
    queue,
    registers,
    search,
    sign_in,
)

VIEWS = (
    account,
    application,
    digest,
    export,
    log,
    mail,
    moves,
    overview,
    papers,
    printing,
    queue,
    registers,
    search,
    sign_in,
)
"""Each has ROUTES."""


def desk(room: Room) -> Starlette:
    """The web application."""
    routes: list[BaseRoute] = [route for view in VIEWS for route in view.ROUTES]
    app = Starlette(
        routes=[*routes, health.route(room.health), Mount("/static", Static(), name="static")],
        middleware=guards(room.answers_to, secure=room.secure),
        exception_handlers=HANDLERS,
    )
    app.state.room = room
    app.middleware_stack = Sealed(app.build_middleware_stack(), secure=room.secure)
    return app


class Static(StaticFiles):
    """Styles and scripts; their paths carry a mark of their content, so they are kept."""

    def __init__(self) -> None:
        super().__init__(packages=[("intake.desk", "static")])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a file, to be kept where the path carries its mark."""
        kept = b"v=" in scope.get("query_string", b"")
        control = "public, max-age=31536000, immutable" if kept else "no-cache"

        async def keep(message: dict[str, object]) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", []))  # type: ignore[call-overload]
                message["headers"] = [*headers, (b"cache-control", control.encode())]
            await send(message)

        await super().__call__(scope, receive, keep)  # type: ignore[arg-type]
