"""Tells systemd how we are (sd_notify(3)); does nothing where systemd did not start us."""

import os
import socket


def notify(state: str) -> None:
    """Send one state, as READY=1, STOPPING=1 or WATCHDOG=1."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if address:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.connect(address.replace("@", "\0", 1) if address[0] == "@" else address)
            line.sendall(state.encode())
