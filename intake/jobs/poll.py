"""One pass over one mailbox, from its listing to the verdict on each mail."""

from dataclasses import dataclass

from intake import maillog
from intake.errors import IntakeError
from intake.jobs.bench import Bench, Inbox, Progress, no_progress
from intake.jobs.collect import Collected, collect
from intake.jobs.process import process
from intake.store import accounts, lease
from intake.store.judgements import Change


@dataclass(frozen=True)
class Polled:
    """What one pass brought.

    Attributes:
        collected: None where the mailbox could not be read.
        changes: every verdict that is new or other than before.
        troubles: what went wrong, each with what to do; empty when nothing did.
    """

    mailbox: str
    vacancy: str
    collected: Collected | None
    changes: tuple[Change, ...]
    troubles: tuple[IntakeError, ...]


def poll(
    bench: Bench,
    inbox: Inbox,
    collecting: Progress = no_progress,
    judging: Progress = no_progress,
) -> Polled:
    """Collect, then judge all that waits; a mailbox that cannot be read does not stop the judging.

    Never raises an IntakeError: troubles are part of the answer, so that the next mailbox has
    its turn.
    """
    collected: Collected | None = None
    changes: list[Change] = []
    troubles: list[IntakeError] = []
    try:
        with lease.hold(bench.engine, inbox.mailbox, bench.clock) as held:
            try:
                collected = collect(bench, inbox, held, collecting)
                troubles += collected.troubles
            except IntakeError as error:
                maillog.poll_failed(inbox.mailbox, error.problem)
                troubles.append(error)
            changes = process(bench, inbox.vacancy, held, judging)
            with held.writing(bench.engine) as session:
                accounts.close_cycle(session, inbox.mailbox, inbox.folders)
    except IntakeError as error:
        maillog.poll_failed(inbox.mailbox, error.problem)
        troubles.append(error)
    return Polled(inbox.mailbox, inbox.vacancy, collected, tuple(changes), tuple(troubles))
