"""From a message to its place in the queue, inside one transaction: shared by all who judge."""

from dataclasses import dataclass, field
from datetime import datetime
from heapq import heapify, heappop, heappush

from intake.jobs.bench import Bench
from intake.store import applications, judgements
from intake.store.engine import Session
from intake.store.evidence import evidence
from intake.store.judgements import Change
from intake.store.tables import Delivery
from intake.triage.border import border_hop
from intake.triage.deadline import adjudicate
from intake.triage.dossier import assemble
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
    return _Settling(session, bench, bench.vacancy(delivery.vacancy), now).run(delivery, message)


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
    change = judgements.save(session, delivery, message, verdict, now)
    return [change] if change else []


def find(session: Session, bench: Bench, delivery: Delivery, message: Message) -> Verdict:
    """The verdict on a delivery by today's evidence and rules; nothing is written."""
    vacancy = bench.vacancy(delivery.vacancy)
    timing = _timing(session, bench, vacancy, delivery, message)
    return judge(
        message,
        vacancy,
        timing,
        judgements.earlier(session, delivery, message, timing.received_at),
        sha256=judgements.identity(delivery),
        others=bench.others(vacancy),
        in_junk=delivery.sightings[0].junk,
    )


@dataclass
class _Settling:
    session: Session
    bench: Bench
    vacancy: Vacancy
    now: datetime
    changes: list[Change] = field(default_factory=list)
    candidates: set[str] = field(default_factory=set)

    def run(self, delivery: Delivery, message: Message) -> list[Change]:
        self._judge(delivery, message)
        self._judge_later(delivery, message)
        for candidate in sorted(self.candidates):
            self._assemble(candidate)
        return self.changes

    def _judge(self, delivery: Delivery, message: Message) -> bool:
        """Write one verdict; whether it is other than before."""
        if delivery.judgement is not None:
            self.candidates.add(delivery.judgement.candidate)
        verdict = find(self.session, self.bench, delivery, message)
        change = judgements.save(self.session, delivery, message, verdict, self.now)
        self.candidates.add(judgements.candidate_of(delivery.id, message))
        if change is not None:
            self.changes.append(change)
        return change is not None

    def _judge_later(self, delivery: Delivery, message: Message) -> None:
        """In order of receipt; each that changes calls up those that rest on it in turn."""
        queue = self._resting_on(delivery, message)
        heapify(queue)
        done = {delivery.id}
        while queue:
            _, number = heappop(queue)
            if number in done:
                continue
            done.add(number)
            one = self.session.get_one(Delivery, number)
            if one.reading is not None and self._judge(one, one.reading.message):
                for other in self._resting_on(one, one.reading.message):
                    heappush(queue, other)

    def _resting_on(self, delivery: Delivery, message: Message) -> list[tuple[datetime, int]]:
        at = self.session.get_one(Delivery, delivery.id).judgement
        if at is None:
            return []
        later = judgements.later(self.session, delivery, message, at.received_at)
        return [one.order for one in later]

    def _assemble(self, candidate: str) -> None:
        judged = judgements.of_candidate(self.session, self.vacancy.id, candidate)
        value = assemble(self.vacancy, judged)
        applications.save(self.session, self.vacancy.id, candidate, judged, value, self.now)


def _timing(
    session: Session, bench: Bench, vacancy: Vacancy, delivery: Delivery, message: Message
) -> Timing:
    border = border_hop(message.hops, bench.trusted_relays)
    found = evidence(session, delivery, border, vacancy.deadline.cutoff)
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
