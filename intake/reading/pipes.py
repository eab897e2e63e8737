"""Pipes by which the daemon hears its reading processes: surely closed, and heard within limits."""

import os
import select
import time
from collections.abc import Iterator
from contextlib import contextmanager

_CHUNK = 1 << 18


@contextmanager
def pipe() -> Iterator[tuple[list[int], list[int]]]:
    """A pipe whose ends are closed at the latest when the block ends."""
    reading, writing = os.pipe()
    ends = [reading], [writing]
    try:
        yield ends
    finally:
        for end in ends:
            close(end)


def close(end: list[int]) -> None:
    """Close an end, once."""
    while end:
        os.close(end.pop())


def hear(descriptor: int, until: float, most: int) -> bytes:
    """All that comes until the other end closes; what is beyond `most` is not listened to."""
    heard = bytearray()
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    while len(heard) <= most and (left := until - time.monotonic()) > 0:
        if poll.poll(left * 1000):
            chunk = os.read(descriptor, _CHUNK)
            if not chunk:
                break
            heard += chunk
    return bytes(heard)
