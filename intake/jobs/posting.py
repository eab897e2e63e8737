"""Hands one claimed mail to the server: recorded before, and after, whatever happens between."""

from email.message import EmailMessage
from pathlib import Path

from intake.errors import IntakeError, SendRefused, SendUncertain
from intake.jobs.bench import Bench
from intake.jobs.mailing import Mailing
from intake.outbox.send import mark_possible_repeat, send, spool
from intake.store import claims
from intake.store.claims import Claim
from intake.store.lease import Lease

LEASE = "the digest"
"""Whoever sends holds it: two processes never send at once."""


def post(
    bench: Bench, mailing: Mailing, held: Lease, claim: Claim, mail: EmailMessage
) -> Path | None:
    """Send a mail that was claimed; the file where it was kept instead, without a server.

    Raises:
        SendFailed, SignInRefused, UntrustedServer: it stays queued. Where the answer is unknown,
            it stays open, and goes out again marked as a possible repeat.
        SendRefused: the server will not take it for this recipient; it is tried no more.
    """
    if claim.perhaps_sent:
        mark_possible_repeat(mail)
    with held.writing(bench.engine) as session:
        claims.sending(session, claim, bench.clock())
    file = None
    try:
        if mailing.server is None:
            file = spool(mail, mailing.spool)
        else:
            send(mail, mailing.server)
    except IntakeError as error:
        _failed(bench, held, claim, error)
        raise
    with held.writing(bench.engine) as session:
        claims.sent(session, claim, bench.clock())
    return file


def _failed(bench: Bench, held: Lease, claim: Claim, error: IntakeError) -> None:
    if isinstance(error, SendUncertain):
        return
    with held.writing(bench.engine) as session:
        if isinstance(error, SendRefused):
            claims.refused(session, claim, error.problem, bench.clock())
        elif not claim.perhaps_sent:
            claims.failed(session, claim, error.problem, bench.clock())
