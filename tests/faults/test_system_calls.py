"""A poll killed, or refused by the disk, at each system call that changes something."""

from pathlib import Path
from typing import Any

import pytest

from tests.faults.strike import SHARES
from tests.faults.test_kills import Many, work
from tests.support.figures import Figure

MAILS, ALL = 20, 100_000
KILL, REFUSE = "signal=KILL", "error=ENOSPC,error=EIO"


def strike(
    many: Many, folder: Path, effects: str, most: int, mails: int = MAILS, what: str = "poll"
) -> dict[str, Any]:
    """Strike at each point, or at `most` of them; what came of it."""
    answer = work(what, many(SHARES), folder / "work", mails, effects, most, module="strike")
    assert answer["expected"]
    if what == "poll":
        assert len(answer["expected"]["messages"]) == mails
    return answer


@pytest.mark.parametrize("effects", [KILL, REFUSE])
def test_a_poll_struck_at_some_calls_comes_to_the_same_end(
    many: Many, tmp_path: Path, effects: str
) -> None:
    answer = strike(many, tmp_path, effects, 4, mails=8)
    assert answer["points"] >= 4
    assert answer["wrong"] == answer["faults"] == []
    # PostgreSQL's client makes a call more or less from run to run: the last may not be reached.
    assert set(answer["codes"]) <= ({"-9", "0"} if effects == KILL else {"0", "1"})
    assert effects != KILL or answer["codes"]["-9"] >= 3


def test_a_migration_killed_at_some_calls_comes_to_the_same_end(many: Many, tmp_path: Path) -> None:
    answer = strike(many, tmp_path, KILL, 2, what="upgrade")
    assert answer["points"] >= 2
    assert bad(answer) == []


def test_a_digest_killed_at_some_calls_arrives_once_or_marked(many: Many, tmp_path: Path) -> None:
    answer = strike(many, tmp_path, KILL, 6, mails=4, what="post")
    assert answer["points"] >= 6
    assert answer["expected"] == {"hr@example.org": 1, "chief@example.org": 1}
    assert bad(answer) == []


@pytest.mark.faults
@pytest.mark.timeout(7200)
def test_a_digest_killed_at_every_call_arrives_once_or_marked(
    many: Many, tmp_path: Path, figure: Figure, request: pytest.FixtureRequest
) -> None:
    answer = strike(many, tmp_path, KILL, ALL, mails=4, what="post")
    points, wrong = answer["points"], bad(answer)
    name = f"a digest killed at every system call, {request.node.callspec.params['many']}"
    figure(f"{name}: once, or marked", f"{points - len(wrong)} of {points}", "all", not wrong)


@pytest.mark.faults
@pytest.mark.timeout(7200)
def test_a_migration_killed_at_every_call_comes_to_the_same_end(
    many: Many, tmp_path: Path, figure: Figure, request: pytest.FixtureRequest
) -> None:
    answer = strike(many, tmp_path, KILL, ALL, what="upgrade")
    points, wrong = answer["points"], bad(answer)
    name = f"all migrations killed at every system call, {request.node.callspec.params['many']}"
    figure(f"{name}: the same end", f"{points - len(wrong)} of {points}", "all", not wrong)


@pytest.mark.faults
@pytest.mark.timeout(7200)
def test_a_poll_killed_at_every_call_comes_to_the_same_end(
    many: Many, tmp_path: Path, figure: Figure, request: pytest.FixtureRequest
) -> None:
    database = request.node.callspec.params["many"]
    answer = strike(many, tmp_path, KILL, ALL)
    points, killed, wrong = answer["points"], answer["codes"]["-9"], bad(answer)
    name = f"killed at every state-changing system call of {MAILS} mails, {database}"
    figure(f"{name}: the same end", f"{points - len(wrong)} of {points}", "all", not wrong)
    figure(f"{name}: killed there", f"{killed} of {points}", "99 %", killed >= points * 0.99)


@pytest.mark.faults
@pytest.mark.timeout(7200)
def test_a_disk_that_refuses_any_call_costs_nothing(
    many: Many, tmp_path: Path, figure: Figure, request: pytest.FixtureRequest
) -> None:
    database = request.node.callspec.params["many"]
    answer = strike(many, tmp_path, REFUSE, ALL)
    points, codes, wrong = answer["points"], answer["codes"], bad(answer)
    name = f"ENOSPC and EIO at each of the first {points} writes, fsyncs, renames, {database}"
    figure(f"{name}: the same end", f"{2 * points - len(wrong)} of {2 * points}", "all", not wrong)
    otherwise = sum(codes[code] for code in codes if code not in ("0", "1"))
    figure(f"{name}: ended otherwise than by a plain error", otherwise, 0, not otherwise)


def bad(answer: dict[str, Any]) -> list[str]:
    """What came to another end; shown where there is any."""
    found: list[str] = answer["wrong"] + answer["faults"]
    print("\n".join(found))
    return found
