"""Which hosts are this machine itself: the only ones that are reached without encryption."""

from ipaddress import ip_address


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, so that plain text never leaves it."""
    if host.casefold() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
