"""Whoever changes the past is found out."""

import pytest
from sqlalchemy import text

from intake.store import audit
from intake.store.engine import Engine, reading, transaction
from intake.store.tables import Audit
from tests.store.facts import NOON


@pytest.fixture
def chain(engine: Engine) -> Engine:
    """Four rows, honestly written."""
    with transaction(engine) as session:
        for number in range(1, 5):
            audit.append(session, NOON, audit.MACHINE, "judged", f"m{number}", outcome="filed")
    return engine


def broken(engine: Engine) -> list[tuple[int, str]]:
    with reading(engine) as session:
        return list(audit.broken(session))


def meddle(engine: Engine, sql: str) -> None:
    with transaction(engine) as session:
        session.execute(text(sql))


def test_an_honest_chain_holds(chain: Engine) -> None:
    assert broken(chain) == []
    with reading(chain) as session:
        assert audit.count(session) == 4
        assert len(audit.head(session)) == 64


def test_an_empty_chain_holds(engine: Engine) -> None:
    assert broken(engine) == []
    with reading(engine) as session:
        assert audit.head(session) == audit.FIRST


@pytest.mark.parametrize(
    "change",
    [
        "who = 'somebody'",
        "what = 'admitted'",
        "subject = 'm9'",
        "details = '{}'",
        "at = '2020-01-01 00:00:00.000000'",
    ],
)
def test_a_changed_row_is_named(chain: Engine, change: str) -> None:
    meddle(chain, f"UPDATE audit SET {change} WHERE id = 2")
    assert broken(chain) == [(2, "it was changed after it was written")]


def test_a_removed_row_is_named(chain: Engine) -> None:
    meddle(chain, "DELETE FROM audit WHERE id = 3")
    assert broken(chain) == [(4, "rows 3 to 3 are missing")]


def test_a_forged_seal_breaks_the_row_after_it(chain: Engine) -> None:
    with transaction(chain) as session:
        row = session.get_one(Audit, 2)
        row.who = "somebody"
        row.hash = audit._seal(row)
    assert broken(chain) == [(3, "it does not follow from the row before it")]


def test_a_rows_details_say_which_version_wrote_them(chain: Engine) -> None:
    with reading(chain) as session:
        details = session.execute(text("SELECT details FROM audit WHERE id = 1")).scalar_one()
    assert details.startswith('{"intake":"')
