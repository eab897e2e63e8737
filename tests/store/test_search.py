"""Words are found in names, subjects, file names and texts, alike on both databases."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from intake.jobs.backup import backup, restore
from intake.store import search
from intake.store.engine import Engine, reading, transaction
from intake.store.search import Seen
from intake.triage.message import Address, Document, DocumentKind, Message
from intake.triage.verdict import Kind
from tests.jobs.mailroom import BEFORE, VACANCY, Office, mail, open_office
from tests.support.crowd import arrive

ALL = Seen((VACANCY.id,))
BLIND = replace(ALL, blind=(VACANCY.id,))

CV = """Élodie Cœur
Rue Haute 1
1000 Bruxelles


Profil
Ingénieure en logistique
Expérience : douane de Zaventem, élodie a négocié 2010-2020
"""


def a_mail(number: int, **fields: object) -> Message:
    plain = {
        "sender": Address("Élodie Cœur", f"e.coeur{number}@example.org"),
        "subject": "Candidature Großmann",
        "content_hash": str(number),
        "documents": (a_document("Mon_CV-Élodie.pdf", CV),),
        "body": "Bonjour,\n" + "\n" * 8 + "veuillez trouver ma candidature.",
    }
    return Message(**{**plain, **fields})  # type: ignore[arg-type]


def a_document(name: str, words: str) -> Document:
    return Document(name, "application/pdf", "0", 1, kinds=(DocumentKind.CV,), text=words)


@pytest.fixture
def office(engine: Engine, tmp_path: Path) -> Office:
    office = open_office(engine, tmp_path / "files")
    other = a_mail(
        2, sender=Address("Ada", "ada@example.org"), subject="日本語の件名", documents=(), body="Hi"
    )
    arrive(office.bench, VACANCY.id, [a_mail(1), other], [BEFORE, BEFORE + timedelta(minutes=1)])
    return office


def found(office: Office, query: str, seen: Seen = ALL) -> list[int]:
    with reading(office.bench.engine) as session:
        leaf = search.leaf(session, search.terms(query), seen)
    assert leaf.total == len(leaf.rows)
    return [row.id for row in leaf.rows]


@pytest.mark.parametrize(
    "query",
    [
        "elodie",
        "ÉLODIE coeur",
        "cœur",
        "e.coeur1@example.org",
        "Großm",
        "grossmann",
        "mon_cv",
        "ingenieure",
        "INGÉNIEUR",
        "l'ingénieure logist",
        "zaventem 2010",
        "veuillez candidature zav",
    ],
)
def test_words_are_found_wherever_they_stand(office: Office, query: str) -> None:
    assert found(office, query) == [1]


def test_all_words_must_be_there_and_only_beginnings_count(office: Office) -> None:
    assert found(office, "elodie tokyo") == []
    assert found(office, "lodie") == []
    assert found(office, "日本") == [2]
    assert found(office, "e") == [1, 2]


@pytest.mark.parametrize(
    "query",
    [
        '" OR *',
        "x" * 10_000,
        "a " * 5_000,
        "\0",
        '{who} : "a"',
        "a NEAR b",
        "'; DROP TABLE search",
        "a:* & !b",
        "-",
        "\\",
        "\ud800",
        "elodie\0 OR",
        "ﷺ" * 200,
        "who:elodie",
        "^a",
    ],
)
def test_a_hostile_query_is_a_query_for_its_words(office: Office, query: str) -> None:
    found(office, query)
    found(office, query, BLIND)


def test_what_is_not_for_somebody_is_not_found(office: Office) -> None:
    assert found(office, "elodie", Seen(())) == []
    assert found(office, "elodie", Seen(("another",))) == []
    assert found(office, "elodie", replace(ALL, shortlisted_only=True)) == []
    lying = office.queue[0].id
    assert found(office, "elodie", replace(ALL, aside=frozenset({lying}))) == []


@pytest.mark.parametrize("query", ["elodie", "coeur", "haute", "grossmann", "mon", "e.coeur1"])
def test_who_it_is_cannot_be_searched_where_it_is_hidden(office: Office, query: str) -> None:
    assert found(office, query) == [1]
    assert found(office, query, BLIND) == []
    assert found(office, f"ingenieure {query}", BLIND) == []
    assert found(office, "ingenieure douane", BLIND) == [1]


def test_a_name_that_another_mail_of_the_application_tells_cannot_be_searched(
    office: Office,
) -> None:
    told = [
        a_mail(
            number,
            sender=Address("mf84", "mf84@example.org"),
            documents=(
                replace(a_document("a.pdf", "1\n2\n3\n4\n5\n6\n" + words), candidate_name=name),
            ),
        )
        for number, words, name in ((3, "profile", "Zelda Quist"), (4, "Zelda plans", ""))
    ]
    arrive(office.bench, VACANCY.id, told, [BEFORE, BEFORE + timedelta(minutes=9)], first=3)
    first, second = (row for row in office.messages if row.id in (3, 4))
    assert first.application == second.application is not None
    for _ in range(2):
        assert found(office, "zelda") == [4]
        assert found(office, "zelda", BLIND) == []
        assert found(office, "plans", BLIND) == [4]
        with transaction(office.bench.engine) as session:
            search.rebuild(session)


def test_an_enquiry_is_found_by_name_though_names_are_hidden(office: Office) -> None:
    asks = a_mail(
        3,
        sender=Address("Zoë Question", "zoe@example.org"),
        subject="A question about the salary",
        body="Dear Sir or Madam,\n\nCould you tell me what the salary is?\n\nKind regards\nZoë",
        documents=(),
    )
    arrive(office.bench, VACANCY.id, [asks], [BEFORE], first=3)
    row = next(one for one in office.messages if one.id == 3)
    assert row.application is None
    assert row.verdict and row.verdict.kind is Kind.ENQUIRY
    assert found(office, "zoe", BLIND) == [3]


def test_what_is_forgotten_leaves_no_word_behind(office: Office) -> None:
    with transaction(office.bench.engine) as session:
        search.forget(session, [1])
        search.tidy(session)
    assert found(office, "ingenieure") == []
    database = office.bench.engine.url.database or ""
    if office.bench.engine.dialect.name == "sqlite":
        with transaction(office.bench.engine) as session:
            rest = session.execute(text("SELECT block FROM search_data")).scalars().all()
        assert database
        assert not any(b"ingenieure" in block for block in rest)


def test_a_restored_store_finds_the_same(engine: Engine, tmp_path: Path) -> None:
    office = open_office(engine, tmp_path / "files")
    office.server.inbox.add(mail("zelda@example.org"))
    office.poll()
    kept = backup(office.bench, tmp_path)
    with transaction(office.bench.engine) as session:
        search.forget(session, [1])
    assert found(office, "zelda") == []
    restore(office.bench, kept.file, force=True)
    assert found(office, "zelda") == [1]


def test_a_long_text_is_found_by_its_beginning(office: Office) -> None:
    endless = a_document("x.txt", "anfang " + "ende-los " * 200_000 + "schluss")
    arrive(office.bench, VACANCY.id, [a_mail(3, documents=(endless,))], [BEFORE], first=3)
    assert found(office, "anfang los") == [3]
    assert found(office, "schluss") == []


@pytest.mark.parametrize(("start", "shown"), [(0, 1), (1, 1), (2, 0)])
def test_each_page_tells_how_many_there_are(office: Office, start: int, shown: int) -> None:
    """The page behind the last too: a bookmark can be older than a mail that was moved."""
    with reading(office.bench.engine) as session:
        leaf = search.leaf(session, search.terms("e"), ALL, start=start, count=1)
    assert (len(leaf.rows), leaf.total) == (shown, 2)
