"""`python -m tests.accuracy [--seed N] [--count N] [--wrong]`: draw mail, judge it, tell.

Tune with any seed but the one that judges (the default): what is learnt from it is no measurement.
"""

import argparse
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from intake.reading.sandbox import Sandbox
from intake.settings import load
from intake.triage.vacancy import Vacancy
from tests.accuracy.draws import draw
from tests.accuracy.measure import Figures, Judge, compare
from tests.support.corpus import CORPUS

CONFIG = Path(__file__).resolve().parents[2] / "config"
TO_REACH = {
    "kind": 0.99,
    "documents found": 1.0,
    "CV and letter recognised": 0.98,
    "never missing": 0.995,
    "language": 0.99,
    "subject": 0.98,
    "name and address": 0.99,
    "flags": 0.97,
    "bounces automatic": 0.99,
    "no bounce an application": 1.0,
    "ordinary mail not called automatic": 0.99,
    "text": 0.97,
    "real bounces automatic": 0.99,
    "no real bounce an application": 1.0,
}


def main() -> int:
    """Print the figures; exit 1 where one is not reached."""
    parser = argparse.ArgumentParser(prog="make accuracy", description=__doc__)
    parser.add_argument("--seed", type=int, default=20260208, help="another seed draws other mail")
    parser.add_argument("--count", type=int, default=1000, help="how many mails")
    parser.add_argument("--wrong", action="store_true", help="tell every wrong answer")
    asked = parser.parse_args()
    began = time.monotonic()
    figures = measure(asked.seed, asked.count)
    show(figures, asked.wrong)
    print(f"\n{asked.count} mails of seed {asked.seed} in {time.monotonic() - began:.0f} s")
    return int(
        any(
            figures.tallies[name].share < least
            for name, least in TO_REACH.items()
            if name in figures.tallies
        )
    )


def vacancies() -> list[Vacancy]:
    """The five of config/."""
    found = [one.vacancy for one in load(CONFIG, {}).vacancies]
    return [
        replace(one, mailbox=one.mailbox.replace("@placeholder.invalid", "@example.org"))
        for one in found
    ]


def measure(seed: int, count: int) -> Figures:
    """Draw, read and judge; and the real bounces, where the corpus lies beside the checkout."""
    figures, open_now = Figures(), vacancies()
    with (
        Sandbox() as sandbox,
        tempfile.TemporaryDirectory() as folder,
        ThreadPoolExecutor(2) as threads,
    ):
        judge = Judge(sandbox, open_now, Path(folder))

        def one(number: int) -> None:
            drawn = draw(open_now, f"{seed}/{number}")
            compare(figures, f"#{number}", drawn, judge.judged(drawn))

        for _ in threads.map(one, range(count)):
            pass
        _real_bounces(figures, judge)
    return figures


def _real_bounces(figures: Figures, judge: Judge) -> None:
    if not CORPUS.is_dir():
        print("The corpus of real bounces is not here: they are left out.", file=sys.stderr)
        return
    for path in sorted((CORPUS / "bounce").glob("*.eml")):
        answer = judge.answer(path.read_bytes(), "tosci")
        kind = str(answer.verdict.kind) if answer else "unreadable"
        figures.count("real bounces automatic", kind == "automatic", f"{path.name}: {kind}")
        figures.count(
            "no real bounce an application", kind != "application", f"{path.name}: {kind}"
        )


def show(figures: Figures, wrong: bool) -> None:
    """The table, and the wrong answers where they were asked for."""
    print(f"{'question':<38}{'asked':>7}{'wrong':>7}{'right':>9}{'to reach':>10}")
    for name, tally in sorted(
        figures.tallies.items(),
        key=lambda entry: list(TO_REACH).index(entry[0]) if entry[0] in TO_REACH else 99,
    ):
        least = TO_REACH.get(name)
        verdict = (
            "" if least is None else f"{least:>9.1%} {'' if tally.share >= least else '  missed'}"
        )
        print(f"{name:<38}{tally.asked:>7}{len(tally.wrong):>7}{tally.share:>9.2%}{verdict}")
    for name, tally in figures.tallies.items() if wrong else ():
        print(f"\n{name}")
        for told in tally.wrong:
            print(f"  {told}")


if __name__ == "__main__":
    sys.exit(main())
