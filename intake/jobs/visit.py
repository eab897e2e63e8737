"""Signing in and out. Guessing is slowed down per account and per address, also over restarts."""

import threading
from collections.abc import Iterable
from datetime import datetime, timedelta

from argon2.exceptions import InvalidHashError, VerificationError

from intake import maillog
from intake.errors import NotSignedIn
from intake.jobs import staff as staff_job
from intake.jobs.bench import Bench
from intake.jobs.staff import HASHER, LONGEST
from intake.store import audit, staff, visits
from intake.store.engine import reading, transaction

WINDOW = timedelta(minutes=15)
PER_ACCOUNT, PER_ADDRESS = 5, 30
"""Failures within the window after which no more is tried. Many colleagues may share an address."""

_NOBODY = (
    f"$argon2id$v=19$m={HASHER.memory_cost},t={HASHER.time_cost},p={HASHER.parallelism}"
    f"${'A' * 22}${'A' * 43}"
)
"""Checked where there is no account, so that the answer takes as long: no password is known that
gives it. It is written and not made: making one takes 64 MB, which the daemon would keep.
"""

PAGE = timedelta(hours=1)
"""How long the parts of a page may come after it without being written down as read anew."""

_TURNS = threading.Semaphore(2)
"""Each check takes 64 MB and some tenths of a second: a crowd waits."""

REFUSED = NotSignedIn(
    "The address and the password do not belong together.",
    "Try again, or ask your administrator for a new password.",
)
TOO_MANY = NotSignedIn(
    "There were too many attempts.", "Wait a quarter of an hour, then try again."
)


def sign_in(bench: Bench, email: str, password: str, address: str) -> str:
    """Begin a visit; the token for the browser.

    Args:
        address: where the request comes from.

    Raises:
        NotSignedIn: they do not belong together, the account is closed, or too many attempts
            failed; which of them it was is told only for the last.
    """
    key = staff.key(email)
    _count(bench, key, address)
    hashed, right = _password(bench, key), False
    with _TURNS:
        right = _matches(hashed or _NOBODY, password) and bool(hashed)
    now = bench.clock()
    with transaction(bench.engine) as session:
        account = staff.by_email(session, key)
        if right and account is not None and not account.disabled:
            visits.forget(session, now - WINDOW)
            visits.forget(session, now, key)
            audit.append(session, now, account.name, "signed in", f"u{account.id}")
            return visits.begin(session, account, now)
        maillog.sign_in_refused(account.id if account else None, address)
    raise REFUSED


def change_password(bench: Bench, email: str, old: str, new: str, address: str) -> str:
    """Take another password; every visit ends, and a new one begins; its token.

    Raises:
        NotSignedIn: the old password is not right, or was guessed at too often.
        WrongAccount: the new one is too short or easy to guess.
    """
    staff_job.hash_of(new, email)
    sign_in(bench, email, old, address)  # a visit that set_password ends with the others
    staff_job.set_password(bench, email, new, who=email)
    return sign_in(bench, email, new, address)


def end_elsewhere(bench: Bench, email: str, password: str, address: str) -> str:
    """Sign an account out in every other browser; the token of a new visit in this one.

    Raises:
        NotSignedIn: the password is not right, or was guessed at too often.
    """
    token = sign_in(bench, email, password, address)
    now = bench.clock()
    with transaction(bench.engine) as session:
        account = staff.get(session, email)
        visits.end_all(session, account.id, but=visits.digest(token))
        audit.append(session, now, account.name, "signed out elsewhere", f"u{account.id}")
    return token


def vouched(bench: Bench, email: str, identity: str) -> str:
    """Begin a visit for somebody whom the organisation's own service has recognised.

    The first time, the account is found by its address, which the service vouches for; from then
    on by the identity alone, whatever the address becomes.

    Raises:
        NotSignedIn: nobody has made an account for them, or it is closed.
    """
    now = bench.clock()
    with transaction(bench.engine) as session:
        account = staff.by_identity(session, identity)
        if account is None and email:
            account = staff.by_email(session, email)
        if account is None or account.disabled or account.identity not in (None, identity):
            raise NotSignedIn(
                "There is no open account for you here.",
                "Ask your administrator to make one with your e-mail address.",
            )
        account.identity = identity
        audit.append(session, now, account.name, "signed in", f"u{account.id}", through="oidc")
        return visits.begin(session, account, now)


def sign_out(bench: Bench, visit: str) -> None:
    """End a visit."""
    with transaction(bench.engine) as session:
        visits.end(session, visit)


def touch(bench: Bench, visit: str) -> None:
    """Write down that a visit goes on."""
    with transaction(bench.engine) as session:
        visits.touch(session, visit, bench.clock())


def tell(bench: Bench, visit: str, flash: str) -> None:
    """Keep what a visit's next page tells."""
    with transaction(bench.engine) as session:
        visits.tell(session, visit, flash)


def read(bench: Bench, account: int, subject: str, what: str) -> None:
    """Write down that somebody reads a dossier, before they do."""
    with transaction(bench.engine) as session:
        staff.read(session, account, subject, what, bench.clock())


def read_part(bench: Bench, account: int, subject: str, what: str) -> None:
    """Write down that somebody reads a part of a dossier, unless they read it within `PAGE`.

    The twenty pictures of a page come at once: the one writer looks again before it writes.
    """
    now = bench.clock()
    with reading(bench.engine) as session:
        if staff.has_read(session, account, subject, now - PAGE):
            return
    with transaction(bench.engine) as session:
        if not staff.has_read(session, account, subject, now - PAGE):
            staff.read(session, account, subject, what, now)


def read_all(bench: Bench, account: int, subjects: Iterable[str], what: str) -> None:
    """Write down that somebody takes several dossiers away."""
    now = bench.clock()
    with transaction(bench.engine) as session:
        for subject in subjects:
            staff.read(session, account, subject, what, now)


def look(bench: Bench, account: int, visit: str, vacancy: str) -> datetime | None:
    """When somebody last looked at a vacancy's queue before this visit; that they do is noted.

    While the visit lasts the answer stays the same, so that what is new stays marked.
    """
    now = bench.clock()
    with reading(bench.engine) as session:
        since = visits.last_look(session, account, visit, vacancy)
        noted = visits.is_noted(session, account, visit, vacancy, now)
    if not noted:
        with transaction(bench.engine) as session:
            visits.look(session, account, visit, vacancy, now)
    return since


def _count(bench: Bench, key: str, address: str) -> None:
    """Write the attempt down as one that failed, before the password is looked at.

    The one writer counts and writes: however many try at once, no more pass than the limit. Who
    had the right password has their attempts forgotten.
    """
    now = bench.clock()
    since = now - WINDOW
    with transaction(bench.engine) as session:
        if (
            visits.failures(session, since, email=key) >= PER_ACCOUNT
            or visits.failures(session, since, address=address) >= PER_ADDRESS
        ):
            maillog.sign_in_refused(None, address)
            raise TOO_MANY
        visits.failed(session, key, address, now)


def _password(bench: Bench, key: str) -> str:
    with reading(bench.engine) as session:
        account = staff.by_email(session, key)
        return account.password if account is not None else ""


def _matches(hashed: str, password: str) -> bool:
    try:
        return len(password) <= LONGEST and HASHER.verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False
