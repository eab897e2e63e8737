"""Two who correct or arrange the same: the second is told, and nothing is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from intake.errors import Overtaken
from intake.jobs import remark
from intake.jobs.correct import Seen, call_document, call_mail, hand_over
from intake.store import corrections
from intake.store.engine import reading
from tests.jobs.mailroom import VACANCY, Office, mail
from tests.jobs.test_correct import BAUER, OTHER, SIGNED, sha256_of
from tests.store.dump import dump


def test_of_two_who_saw_the_same_page_the_second_is_told(office: Office) -> None:
    office.bench = replace(office.bench, vacancies=(VACANCY, OTHER))
    office.server.inbox.add(mail(files=("letter.txt", "letter2.txt")))
    office.poll()
    bench, today = office.bench, office.clock.now.date()
    letter = sha256_of(office, "letter.txt")
    ways: tuple[Callable[[int], object], ...] = (
        lambda seen: call_mail(bench, 1, "application", seen=Seen(1, seen), **SIGNED),
        lambda seen: call_document(bench, 1, letter, "other", seen=Seen(1, seen), **SIGNED),
        lambda seen: remark.assign(bench, 1, BAUER, who="Ada", version=seen),
        lambda seen: remark.wait(bench, 1, None, "", who="Ada", today=today, version=seen),
        lambda seen: hand_over(bench, 1, "acip", version=seen, **SIGNED),
    )
    for first, second in zip(ways, (*ways[1:], ways[0]), strict=True):
        seen = office.queue[0].version
        with pytest.raises(Overtaken, match="a1 changed since"):
            hand_over(bench, 1, "acip", version=seen - 1, **SIGNED)
        if first is ways[-1]:
            break
        first(seen)
        before = dump(bench.engine)
        for late in (first, second):
            with pytest.raises(Overtaken, match="a1 changed since"):
                late(seen)
        assert dump(bench.engine) == before
    assert office.broken == []


def test_of_two_who_correct_the_same_at_once_one_is_told(office: Office) -> None:
    office.server.inbox.add(mail())
    office.poll()
    seen, together = office.queue[0].version, Barrier(2)

    def correct(kind: str) -> bool:
        together.wait()
        try:
            call_mail(office.bench, 1, kind, seen=Seen(1, seen), **SIGNED)
        except Overtaken:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(correct, ("application", "supplement")))
    assert sorted(done) == [False, True]
    with reading(office.bench.engine) as session:
        assert len(corrections.of_deliveries(session, [1])) == 1


def test_a_kind_that_was_another_on_the_page_is_told(office: Office) -> None:
    office.server.inbox.add(mail(subject="Question", files=()))
    office.poll()
    call_mail(office.bench, 1, "application", was="enquiry", **SIGNED)
    with pytest.raises(Overtaken, match="another kind"):
        call_mail(office.bench, 1, "automatic", was="enquiry", **SIGNED)
    assert office.outcomes == ["filed"]
