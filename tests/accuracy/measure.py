"""Reads and judges each drawn mail as the product does, and counts what is right."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from intake.reading.sandbox import ReadingFailed, Sandbox
from intake.triage.dossier import Judged
from intake.triage.judge import judge
from intake.triage.message import Document, Message
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Kind, Timing, TimingVerdict, Verdict
from tests.accuracy.hand import Draw
from tests.letters.papers import Doc
from tests.letters.pdfs import latin

IN_TIME = Timing(
    TimingVerdict.IN_TIME, datetime(2026, 1, 5, 9, tzinfo=UTC), "witness", "Drawn in time."
)


@dataclass
class Tally:
    """Right and wrong answers to one question, with the wrong ones told."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)

    def count(self, right: bool, told: str) -> None:
        if right:
            self.right += 1
        else:
            self.wrong.append(told)

    @property
    def asked(self) -> int:
        return self.right + len(self.wrong)

    @property
    def share(self) -> float:
        return self.right / self.asked if self.asked else 1.0


@dataclass
class Figures:
    """All questions."""

    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def count(self, question: str, right: bool, told: str) -> None:
        self.tallies[question].count(right, told)


@dataclass(frozen=True)
class Answer:
    """What the product says of one mail."""

    message: Message
    verdict: Verdict


class Judge:
    """The product's own path: sandbox, then triage, in memory."""

    def __init__(self, sandbox: Sandbox, vacancies: Sequence[Vacancy], folder: Path) -> None:
        self.sandbox, self.vacancies, self.folder = sandbox, vacancies, folder

    def answer(self, raw: bytes, vacancy: str, earlier: Sequence[Judged] = ()) -> Answer | None:
        """The answer; None where the mail could not be read."""
        path = self.folder / hashlib.sha256(raw).hexdigest()
        path.write_bytes(raw)
        try:
            message = self.sandbox.read(path)
        except ReadingFailed:
            return None
        finally:
            path.unlink()
        (mine,) = (one for one in self.vacancies if one.id == vacancy)
        others = [one for one in self.vacancies if one.id != vacancy]
        return Answer(
            message, judge(message, mine, IN_TIME, earlier, sha256=path.name, others=others)
        )

    def judged(self, draw: Draw) -> Answer | None:
        """The same for a drawn mail, after the one that came before it."""
        earlier = []
        if draw.before and (first := self.answer(draw.before.raw, draw.vacancy)):
            earlier = [
                Judged(1, hashlib.sha256(draw.before.raw).hexdigest(), first.message, first.verdict)
            ]
        return self.answer(draw.raw, draw.vacancy, earlier)


def compare(figures: Figures, name: str, draw: Draw, answer: Answer | None) -> None:
    """Count every question that the mail asks."""
    told = f"{name} [{draw.what}] {draw.vacancy}"
    if answer is None:
        figures.count("kind", False, f"{told}: could not be read")
        return
    message, verdict = answer.message, answer.verdict
    kind = str(verdict.kind)
    figures.count(
        "kind", kind == draw.kind, f"{told}: {kind}, not {draw.kind}: {verdict.kind_evidence}"
    )
    if draw.kind != "automatic":
        figures.count(
            "ordinary mail not called automatic",
            kind != "automatic",
            f"{told}: {verdict.kind_evidence}",
        )
    if draw.bounce:
        figures.count("bounces automatic", kind == "automatic", f"{told}: {kind}")
        figures.count("no bounce an application", kind != "application", f"{told}: {kind}")
    who = message.candidate
    figures.count(
        "name and address",
        (who.name, who.email) == (draw.name, draw.email),
        f"{told}: {who} for {draw.name} <{draw.email}>",
    )
    flags = {str(flag) for flag in verdict.flags}
    figures.count(
        "flags",
        flags == draw.flags,
        (
            f"{told}: {sorted(flags)} for {sorted(draw.flags)}: "
            f"{[f.evidence for f in verdict.findings]}"
        ),
    )
    _compare_checks(figures, told, draw, verdict)
    _compare_documents(figures, told, draw, message)


def _compare_checks(figures: Figures, told: str, draw: Draw, verdict: Verdict) -> None:
    found = {check.name: check for check in verdict.checks}
    if draw.subject and "subject" in found:
        check = found["subject"]
        figures.count(
            "subject",
            str(check.result) == draw.subject,
            f"{told}: {check.result} for {draw.subject}: {check.evidence}",
        )
    for name, truth in (("cv", draw.has_cv), ("motivation_letter", draw.has_letter)):
        if truth == "pass" and name in found:
            check = found[name]
            figures.count(
                "never missing", str(check.result) != "fail", f"{told}: {name}: {check.evidence}"
            )
        if truth and name in found:
            check = found[name]
            figures.count(
                "checks of documents",
                str(check.result) == truth,
                f"{told}: {name} {check.result} for {truth}: {check.evidence}",
            )


def _compare_documents(figures: Figures, told: str, draw: Draw, message: Message) -> None:
    if draw.kind not in (Kind.APPLICATION, Kind.SUPPLEMENT):
        return
    files = [one for one in message.documents if not one.in_body]
    wanted = Counter(hashlib.sha256(doc.data).hexdigest() for doc in draw.docs)
    got = Counter(one.sha256 for one in files)
    figures.count(
        "documents found",
        wanted == got,
        f"{told}: {[one.filename for one in files]} for {[d.filename for d in draw.docs]}",
    )
    by_hash = {one.sha256: one for one in files}
    for doc in draw.docs:
        if one := by_hash.get(hashlib.sha256(doc.data).hexdigest()):
            _compare_document(figures, told, doc, one)
    body = [one for one in message.documents if one.in_body]
    if draw.letter_in_body:
        right = [tuple(map(str, one.kinds)) for one in body] == [("motivation_letter",)]
        figures.count("CV and letter recognised", right, f"{told}: the letter in the body")
    else:
        figures.count(
            "no letter seen in a covering note", not body, f"{told}: {message.body[:160]!r}"
        )


def _compare_document(figures: Figures, told: str, doc: Doc, one: Document) -> None:
    told = f"{told}: {doc.filename}"
    if doc.reason:
        figures.count(
            "unreadable for the right reason",
            str(one.reason) == doc.reason,
            f"{told}: {one.reason} for {doc.reason}",
        )
        return
    kinds = tuple(sorted(map(str, one.kinds)))
    question = "CV and letter recognised" if doc.kinds != ("other",) else "other papers recognised"
    figures.count(
        question,
        kinds == tuple(sorted(doc.kinds)),
        f"{told}: {kinds} for {doc.kinds}: {one.why} {one.reason or ''}",
    )
    figures.count(
        "language", one.language == doc.language, f"{told}: {one.language} for {doc.language}"
    )
    if doc.text:
        share = _words_read(doc.text, one.text)
        figures.count("text", share >= 0.8, f"{told}: {share:.0%} of the words")


def _words_read(truth: str, text: str) -> float:
    """The share of a paper's words that were read; letters that its font lacks count as read."""
    read = set(_words(text))
    wanted = list(zip(_words(truth), _words(latin(truth)), strict=False))
    return sum(one in read or other in read for one, other in wanted) / max(1, len(wanted))


def _words(text: str) -> Iterator[str]:
    return iter(re.findall(r"\w{2,}", text.lower()))
