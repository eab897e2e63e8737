"""The web server, in a thread of the daemon."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

from intake.errors import Permanent

LOCAL = ("localhost", "127.0.0.1", "[::1]")
"""Names that always mean this machine."""

PROXIES = "127.0.0.1,::1"
"""A proxy on this machine may say who asks; from elsewhere nobody may."""

STOPS_WITHIN = 2
"""Seconds that a request in hand is given at the end."""


class CannotListen(Permanent):
    """The desk's address is taken, or not this machine's."""


def hosts(host: str) -> tuple[str, ...]:
    """The Host headers that are answered when listening on `host`.

    Listening on every address says nothing about names: then the machine's own name counts too.
    """
    own = socket.gethostname() if host in ("0.0.0.0", "::") else host  # noqa: S104 - compared
    return tuple(dict.fromkeys((*LOCAL, own)))


@contextmanager
def serving(app: Starlette, host: str, port: int) -> Iterator[int]:
    """Serve an application until the end of the block; yields the port (0 asks for a free one).

    Raises:
        CannotListen: another program listens there, or the address is not ours.
    """
    listener = _listen(host, port)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=PROXIES,
        timeout_graceful_shutdown=STOPS_WITHIN,
        limit_concurrency=64,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([listener],), name="desk", daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(STOPS_WITHIN + 1)
        listener.close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise CannotListen(
            f"The desk cannot listen on {host}:{port}: {error.strerror or error}.",
            "Choose another [desk] listen, or end the program that uses it.",
        ) from error
