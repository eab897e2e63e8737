"""Mail that has been read, put into a store by the store's own functions: no server, no sandbox."""

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from sqlalchemy import insert

from intake.jobs.bench import Bench
from intake.jobs.judging import settle
from intake.store import judgements, ledger, marks, search, tables
from intake.store.engine import Session, transaction
from intake.store.files import Kept
from intake.store.ledger import Look, Wanted
from intake.store.mark_table import Mark
from intake.triage.dossier import Application, Judged, assemble
from intake.triage.message import Address, Document, DocumentKind, Hop, Message
from intake.triage.verdict import Outcome, TimingVerdict, Verdict

TOGETHER = 500
"""Mails of one transaction."""

GIVEN = "Élodie Jan Amélie Olu Søren Zoë Marta Youssef Chloé Anne Björn Inès Liam Noor".split()
FAMILY = "Dupont Müller Nguyễn Okafor García Lefèvre Smith Øster Kowalski Bàrsony Cœur".split()
SKILLS = (
    "customs tariffs audit logistics négociation ingénieure supply chain integrity training "
    "données analyse policy revenue risk management border facilitation douane classification"
).split()


def arrive(
    bench: Bench, vacancy: str, messages: Sequence[Message], at: Sequence[datetime], first: int = 1
) -> None:
    """Have these mails sighted, stored and judged, each received at its moment.

    Args:
        first: the UID of the first of them; those below are there already.
    """
    for start in range(0, len(messages), TOGETHER):
        end = min(start + TOGETHER, len(messages))
        uids = range(first + start, first + end)
        with transaction(bench.engine) as session:
            look = _look(session, bench, vacancy, uids)
            wanted = {one.uid: one.sighting for one in ledger.wanted(session, look)}
            described = [
                Wanted(wanted[uid], uid, 1000, at[uid - first], at[uid - first].isoformat())
                for uid in uids
            ]
            ledger.describe(session, described)
            for uid in uids:
                _settle(session, bench, vacancy, wanted[uid], uid, messages[uid - first])


def _look(session: Session, bench: Bench, vacancy: str, uids: range) -> Look:
    now, mailbox = bench.clock(), bench.vacancy(vacancy).mailbox
    listed = frozenset(range(1, uids.stop))
    look = Look(mailbox, "INBOX", now, now, 1, uids.stop, listed, complete=True)
    ledger.record(session, vacancy, look)
    return look


def _settle(
    session: Session, bench: Bench, vacancy: str, sighting: int, uid: int, message: Message
) -> None:
    now = bench.clock()
    sha256 = hashlib.sha256(f"{vacancy} {uid}".encode()).hexdigest()
    delivery = ledger.keep(session, vacancy, sighting, Kept(sha256, 1000), now)
    settle(session, bench, judgements.load(session, delivery), message, now)


def fill(bench: Bench, vacancy: str, messages: Sequence[Message], at: Sequence[datetime]) -> None:
    """Put many mails of as many people into an empty store, as `arrive` would, in a tenth of its
    time: the first one is judged, and the others are given its verdict.
    """
    arrive(bench, vacancy, messages[:1], at[:1])
    now = bench.clock()
    with transaction(bench.engine) as session:
        first = judgements.load(session, 1)
        assert first.judgement is not None
        others = [
            _Filed.like(first.judgement.verdict, bench, number, message, at[number - 1])
            for number, message in enumerate(messages[1:], 2)
        ]
        for table, told in _rows(others, vacancy, bench.vacancy(vacancy).mailbox, now):
            session.execute(insert(table), told)
        for one in others:
            search.keep(session, one.number, one.message)


@dataclass(frozen=True)
class _Filed:
    number: int
    message: Message
    verdict: Verdict
    value: Application | None

    @classmethod
    def like(
        cls, one: Verdict, bench: Bench, number: int, message: Message, moment: datetime
    ) -> "_Filed":
        vacancy = bench.vacancies[0]
        late = moment >= vacancy.deadline.cutoff
        verdict = replace(
            one,
            checks=(),  # each is asked for itself
            outcome=Outcome.REFUSED if late else Outcome.FILED,
            timing=replace(
                one.timing,
                verdict=TimingVerdict.LATE if late else TimingVerdict.IN_TIME,
                received_at=moment,
            ),
        )
        judged = Judged(number, str(number), message, verdict)
        return cls(number, message, verdict, assemble(vacancy, [judged]))


def _rows(
    others: Sequence[_Filed], vacancy: str, mailbox: str, now: datetime
) -> Iterator[tuple[type, list[dict[str, object]]]]:
    """What the tables hold of them, those that are referred to first."""
    here = {"vacancy": vacancy, "mailbox": mailbox}
    filed = [one for one in others if one.value is not None]
    yield tables.Application, [_application(one, one.value, vacancy, now) for one in filed]
    yield (
        tables.Delivery,
        [
            {
                **here,
                "id": one.number,
                "sha256": f"{one.number:064}",
                "size": 1000,
                "stored_at": now,
            }
            | {"state": "judged", "application_id": one.number if one.value else None}
            for one in others
        ],
    )
    yield (
        tables.Sighting,
        [
            {"mailbox": mailbox, "folder": "INBOX", "uidvalidity": 1, "uid": one.number}
            | {"seen_at": now, "junk": False, "size": 1000, "delivery_id": one.number}
            | {"internal": one.verdict.timing.received_at}
            for one in others
        ],
    )
    yield (
        tables.Reading,
        [{"delivery_id": one.number, "read_at": now, "message": one.message} for one in others],
    )
    yield tables.Judgement, [_judgement(one, vacancy, now) for one in others]
    yield (
        Mark,
        [
            {"application_id": one.number, "vacancy": vacancy, "kind": kind.value, "word": word}
            for one in filed
            if one.value
            for kind, word in marks.told(one.value)
        ],
    )


def _application(
    one: _Filed, value: Application | None, vacancy: str, now: datetime
) -> dict[str, object]:
    assert value is not None
    return {
        "id": one.number,
        "vacancy": vacancy,
        "candidate": value.candidate.key,
        "received_at": value.received_at,
        "complete": value.complete,
        "name": value.candidate.name,
        "email": value.candidate.email,
        "sorting": marks.sorting(value),
        "opened_at": now,
        "changed_at": now,
        "value": value,
    }


def _judgement(one: _Filed, vacancy: str, now: datetime) -> dict[str, object]:
    return {
        "delivery_id": one.number,
        "vacancy": vacancy,
        "candidate": one.message.candidate.key,
        "message_id": one.message.message_id,
        "content_hash": one.message.content_hash,
        "received_at": one.verdict.timing.received_at,
        "kind": one.verdict.kind.value,
        "outcome": one.verdict.outcome.value,
        "timing": one.verdict.timing.verdict.value,
        "judged_at": now,
        "verdict": one.verdict,
    }


def crowd(count: int, cutoff: datetime) -> tuple[list[Message], list[datetime]]:
    """So many different mails, most of them complete applications, and when each came."""
    made = list(islice(_people(cutoff), count))
    return [message for message, _ in made], [moment for _, moment in made]


def _people(cutoff: datetime) -> Iterator[tuple[Message, datetime]]:
    chance, number = random.Random(5), 0
    while True:
        number += 1
        late = number % 50 == 0
        moment = cutoff + timedelta(hours=2) if late else cutoff - timedelta(seconds=60 * number)
        yield _person(chance, number, moment), moment


def _person(chance: random.Random, number: int, moment: datetime) -> Message:
    name = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
    email = f"person{number}@example.org"
    kinds = (
        [DocumentKind.CV] if number % 7 == 0 else [DocumentKind.CV, DocumentKind.MOTIVATION_LETTER]
    )
    hop = Hop("mx1.example.org", ("mail.example.org",), "", moment, "by mx1.example.org")
    return Message(
        sender=Address(name, email),
        subject=f"Technical Officer, application of {name}",
        message_id=f"<{number}@example.org>",
        content_hash=hashlib.sha256(str(number).encode()).hexdigest(),
        headers=(("from", f"{name} <{email}>"), ("subject", "Technical Officer")),
        body=f"Dear Sir or Madam,\nplease find my application attached.\n{name}",
        hops=(hop,),
        documents=tuple(_document(chance, name, number, kind) for kind in kinds),
    )


def _document(chance: random.Random, name: str, number: int, kind: DocumentKind) -> Document:
    lines = [
        " ".join(chance.choices(SKILLS, k=12)) + f" {1970 + chance.randrange(55)}"
        for _ in range(30)
    ]
    text = "\n".join((name, "Rue Haute 12", f"person{number}@example.org", *lines))
    return Document(
        f"{kind.value} {name}.pdf",
        "application/pdf",
        hashlib.sha256(f"{number}{kind}".encode()).hexdigest(),
        20_000,
        kinds=(kind,),
        language="fr" if number % 3 == 0 else "en",
        language_confidence=0.99,
        pages=2,
        text=text,
        candidate_name=name,
    )
