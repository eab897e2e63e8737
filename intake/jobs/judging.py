"""From a message to its place in the queue, inside one transaction: shared by all who judge."""

from dataclasses import dataclass, field
from datetime import datetime
from heapq import heappop, heappush

from intake.jobs.bench import Bench
from intake.store import applications, corrections, judgements, search
from intake.store.engine import Session
from intake.store.evidence import evidence
from intake.store.judgements import Change
from intake.store.tables import Delivery
from intake.triage.border import border_hop
from intake.triage.deadline import adjudicate
from intake.triage.dossier import assemble, belongs
from intake.triage.judge import judge
from intake.triage.message import Message
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Kind, Outcome, Timing, TimingVerdict, Verdict


def settle(
    session: Session, bench: Bench, delivery: Delivery, message: Message, now: datetime
) -> list[Change]:
    """Judge a delivery, judge again what rests on it, and put the applications together.

    Mail that came after it and belongs with it may have been judged first: a supplement is one
    only once the application is known. Returns every verdict that is new or other than before.
    """
    judgements.keep_reading(session, delivery, message, now)
    return _Settling(session, bench, bench.vacancy(delivery.vacancy), now).run(delivery, message)


def unsettle(
    session: Session, bench: Bench, delivery: Delivery, was: str, now: datetime
) -> list[Change]:
    """Judge again what rested on a delivery in the vacancy that it was taken out of."""
    if delivery.reading is None or not bench.has(was):
        return []
    found = [(delivery.id, delivery.reading.message)]
    message = corrections.over(session, was, found)[delivery.id]
    return _Settling(session, bench, bench.vacancy(was), now).without(delivery, message)


def hold(
    session: Session, bench: Bench, delivery: Delivery, reason: str, now: datetime
) -> list[Change]:
    """Hold a delivery that cannot be read or judged; what rests on it is left as it is."""
    message = Message(unreadable=reason)
    vacancy = bench.vacancy(delivery.vacancy)
    verdict = Verdict(
        Kind.UNREADABLE,
        reason,
        Outcome.HELD,
        "The mail could not be read: a person must look.",
        _timing(session, bench, vacancy, delivery, message),
    )
    judgements.keep_reading(session, delivery, message, now)
    change = judgements.save(session, delivery, message, verdict, now)
    return [change] if change else []


@dataclass
class _Settling:
    session: Session
    bench: Bench
    vacancy: Vacancy
    now: datetime
    changes: list[Change] = field(default_factory=list)
    candidates: set[str] = field(default_factory=set)
    judged: set[int] = field(default_factory=set)
    resting: list[tuple[datetime, int]] = field(default_factory=list)

    def run(self, delivery: Delivery, message: Message) -> list[Change]:
        self._judge(delivery, message)
        return self._finish()

    def _finish(self) -> list[Change]:
        while self.resting:
            _, number = heappop(self.resting)
            one = judgements.load(self.session, number)
            if one.reading is not None:
                self._judge(one, one.reading.message)
        for candidate in sorted(self.candidates):
            self._assemble(candidate)
        return self.changes

    def without(self, gone: Delivery, message: Message) -> list[Change]:
        """Judge its kin of this vacancy without it."""
        kin = judgements.kin(self.session, gone, message, self.vacancy.id)
        self._call_up([one.order for one in kin])
        self.candidates.add(judgements.candidate_of(gone.id, message))
        return self._finish()

    def _judge(self, delivery: Delivery, found: Message) -> None:
        """Write one verdict; where it is new, those that may rest on it are called up in turn."""
        message = corrections.laid_over(self.session, delivery, found)
        timing = _timing(self.session, self.bench, self.vacancy, delivery, message)
        order = timing.received_at, delivery.id
        kin = judgements.kin(self.session, delivery, message)
        verdict = judge(
            message,
            self.vacancy,
            timing,
            [one for one in kin if one.order < order],
            sha256=judgements.identity(delivery.id, delivery.sha256),
            others=self.bench.others(self.vacancy),
            in_junk=delivery.sightings[0].junk,
        )
        if delivery.judgement is not None:
            self.candidates.add(delivery.judgement.candidate)
        self.candidates.add(judgements.candidate_of(delivery.id, message))
        change = judgements.save(self.session, delivery, message, verdict, self.now)
        if change is not None:
            self.changes.append(change)
        if change is not None or not self.judged:
            self._call_up([one.order for one in kin if one.order > order])
        self.judged.add(delivery.id)

    def _call_up(self, later: list[tuple[datetime, int]]) -> None:
        for order in later:
            if order[1] not in self.judged and order not in self.resting:
                heappush(self.resting, order)

    def _assemble(self, candidate: str) -> None:
        judged = judgements.of_candidate(self.session, self.vacancy.id, candidate)
        value = assemble(self.vacancy, judged)
        applications.save(self.session, self.vacancy.id, candidate, judged, value, self.now)
        search.keep_together(
            self.session, [(one.id, one.message) for one in judged if belongs(one)]
        )


def _timing(
    session: Session, bench: Bench, vacancy: Vacancy, delivery: Delivery, message: Message
) -> Timing:
    border = border_hop(message.hops, bench.trusted_relays)
    found = evidence(session, delivery, border, vacancy.deadline)
    timing = adjudicate(found, vacancy.deadline)
    if message.unreadable is not None and not message.hops:
        return _without_its_lines(timing)
    return timing


def _without_its_lines(timing: Timing) -> Timing:
    """Where the mail could not be opened, our border's stamp is unknown: that is never late."""
    if timing.verdict is not TimingVerdict.LATE:
        return timing
    return Timing(
        TimingVerdict.UNCLEAR,
        timing.received_at,
        "no_trusted_time",
        "The mail could not be opened, so the stamp of our border server is not known.",
    )
