"""Twisted mail has its row in the ledger, whatever it is; none stops those behind it."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake import maillog
from intake.reading.sandbox import Sandbox
from tests.faults.fuzzing import Fuzzed, deliver, on_every_core, parts, total
from tests.support.figures import Figure

pytestmark = pytest.mark.timeout(900)  # hundreds of mails each, on a busy machine
SAMPLES = Path(__file__).resolve().parents[2] / "fixtures" / "emails"
LONGEST = 30.0
EIGHTH = 625


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """A line of log for each of a hundred thousand mails tells nobody anything."""
    yield
    logging.disable(logging.NOTSET)
    maillog.configure("INFO")


@pytest.fixture(scope="module")
def samples() -> list[bytes]:
    return [path.read_bytes() for path in sorted(SAMPLES.rglob("*.eml"))]


def tell(found: Fuzzed, figure: Figure, name: str, many: int) -> None:
    rows = found.outcomes.total() - found.outcomes["none"]
    told = f"{rows} rows, {found.uncaught.total()} uncaught, longest {found.longest:.1f} s"
    ok = rows == many and not found.uncaught and found.longest <= LONGEST
    assert found.wrong == []
    print(dict(found.outcomes), dict(found.uncaught))
    figure(name, told, f"{many} rows, 0 uncaught, longest at most {LONGEST:.0f} s", ok)


@pytest.mark.parametrize("eighth", range(8))
def test_twisted_samples_each_have_their_row(
    eighth: int, samples: list[bytes], figure: Figure
) -> None:
    seeds = parts(eighth * EIGHTH, (eighth + 1) * EIGHTH)
    found = total(deliver(some, samples) for some in seeds)
    tell(found, figure, f"fuzzed sample mails, part {eighth + 1} of 8", EIGHTH)


@pytest.mark.faults
@pytest.mark.timeout(5400)
@pytest.mark.parametrize("tenth", range(10))
def test_a_hundred_thousand_twisted_samples_each_have_their_row(
    tenth: int, samples: list[bytes], figure: Figure
) -> None:
    first = 1_000_000 + tenth * 10_000
    found = on_every_core(first, first + 10_000, samples)
    tell(found, figure, f"fuzzed sample mails, part {tenth + 1} of 10", 10_000)


@pytest.mark.faults
@pytest.mark.timeout(5400)
def test_twisted_samples_come_through_the_sandbox(samples: list[bytes], figure: Figure) -> None:
    with Sandbox() as sandbox:
        found = total(deliver(some, samples, sandbox) for some in parts(2_000_000, 2_002_000))
    tell(found, figure, "fuzzed sample mails through the sandbox", 2000)


def test_twisted_mail_of_the_corpus_has_its_row(corpus: Path, figure: Figure) -> None:
    mails = [path.read_bytes() for path in sorted((corpus / "mime").iterdir())]
    found = deliver(range(3_000_000, 3_000_250), [raw for raw in mails if raw])
    tell(found, figure, "fuzzed mails of the corpus", 250)
