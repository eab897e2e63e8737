"""Moving applications together, and taking a move back: all of them, or none.

Who decides has seen each application as it was; where one has changed since, nothing is moved.
"""

from collections.abc import Mapping, Sequence

from intake.errors import Overtaken, UnknownId, UnlawfulMove
from intake.jobs.bench import Bench
from intake.jobs.decide import stage_of
from intake.store import applications
from intake.store.engine import Session, transaction
from intake.store.tables import Application, Decision
from intake.triage import review
from intake.triage.review import Signer, Stage

TAKEN_BACK = "Taken back."
"""The reason of a move that is taken back with one button; the desk tells it in its languages."""


def move(
    bench: Bench, chosen: Mapping[int, int], stage: str, *, by: Signer, why: str | None
) -> tuple[int, ...]:
    """Move applications to another stage.

    Args:
        chosen: application -> the version that whoever decides has seen.
        why: None where nobody was asked for a reason, and none is kept.

    Returns:
        The numbers of the decisions: what `take_back` asks for.

    Raises:
        UnknownId: there is no such application.
        Overtaken: some have changed since; they are named.
        UnlawfulMove: none is chosen, one is closed, or the stage is none, or cannot be
            reached by one of them, or nobody signs.
    """
    if not chosen:
        raise UnlawfulMove(
            "No application is chosen.", "Tick those that you want to move.", rule="none_chosen"
        )
    to = stage_of(stage)
    with transaction(bench.engine) as session:
        rows = [applications.to_change(session, number) for number in chosen]
        _as_seen(rows, chosen)
        _can_all(rows, to)
        for row in rows:
            review.move(Stage(row.stage), to, by=by.name, reason=why)
        now = bench.clock()
        return tuple(applications.move(session, row, to.value, by, why or "", now) for row in rows)


def take_back(bench: Bench, decisions: Sequence[int], *, by: Signer, why: str) -> tuple[int, ...]:
    """Take back one's own moves: each application returns to the stage in which it was.

    The moves stay in its history, with this one after them. It is no move of its own, so that it
    also leads where no other does (from shortlisted to new).

    Returns:
        The numbers of the applications.

    Raises:
        UnknownId: there is no such move.
        UnlawfulMove: it is another person's, its application is closed, or none is named.
        Overtaken: somebody has moved one of them since; nothing was changed.
    """
    if not decisions:
        raise UnlawfulMove(
            "There is nothing to take back.", "Load the page again.", rule="nothing_to_take_back"
        )
    with transaction(bench.engine) as session:
        made = [_own(session, number, by) for number in dict.fromkeys(decisions)]
        history = {one.id: applications.moves(session, one.application_id or 0) for one in made}
        _none_since(made, history)
        for one in made:
            row = applications.to_change(session, one.application_id or 0)
            applications.move(session, row, _former(history[one.id]), by, why, bench.clock())
        return tuple(one.application_id or 0 for one in made)


def _as_seen(rows: Sequence[Application], chosen: Mapping[int, int]) -> None:
    changed = tuple(row.id for row in rows if row.version != chosen[row.id])
    if changed:
        raise Overtaken(
            f"{_names(changed)} changed since this page was shown; nothing was moved.",
            "Look at it as it is, and decide again.",
            changed,
        )


def _can_all(rows: Sequence[Application], to: Stage) -> None:
    cannot = [row.id for row in rows if to not in review.MOVES[Stage(row.stage)]]
    if cannot and len(rows) > 1:
        raise UnlawfulMove(
            f"{_names(cannot)} cannot become {to.value} from where it is; nothing was moved.",
            "Leave it out, and move the others.",
            rule="some_cannot_become",
            which=_names(cannot),
            to=to,
        )


def _own(session: Session, number: int, by: Signer) -> Decision:
    found = session.get(Decision, number)
    if found is None or found.what != "stage":
        raise UnknownId(f"There is no move {number}.", "Load the page again.")
    if found.account_id is None or found.account_id != by.account:
        raise UnlawfulMove(
            "Another person made this move.",
            "Move the application yourself, and say why.",
            rule="anothers_move",
        )
    return found


def _none_since(made: Sequence[Decision], history: Mapping[int, Sequence[Decision]]) -> None:
    since = tuple(one.application_id or 0 for one in made if history[one.id][-1].id != one.id)
    if since:
        raise Overtaken(
            f"{_names(since)} was moved since; nothing was taken back.",
            "Look at it as it is, and decide again.",
            since,
        )


def _former(history: Sequence[Decision]) -> str:
    """The stage before the last move: where the one before led, or as it began."""
    return history[-2].to if len(history) > 1 else Stage.NEW.value


def _names(numbers: Sequence[int]) -> str:
    return ", ".join(f"a{number}" for number in numbers)
