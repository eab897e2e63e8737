"""What holds for every message: one outcome, the same answer again, doubt is no failure."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.triage.dossier import Judged, assemble
from intake.triage.judge import judge
from intake.triage.message import Address, Document, DocumentKind, Message, Unreadable
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Flag, Kind, Outcome, Result, Timing, TimingVerdict
from tests.triage.openings import OPEN, TOSCI, others

SAID = st.sampled_from(
    [
        "I withdraw my application.",
        "Is it possible to apply?",
        "Please find attached my CV.",
        "I forgot to attach the letter.",
        "My brother works at the WCO.",
        "Technical Officer, Supply Chain Integrity Unit",
        "",
    ]
)
TEXTS = st.one_of(SAID, st.text(max_size=80), st.tuples(SAID, st.text(max_size=20)).map(" ".join))
KINDS = st.sampled_from(
    [(), *((one,) for one in DocumentKind), (DocumentKind.CV, DocumentKind.MOTIVATION_LETTER)]
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    reason = draw(st.none() | st.sampled_from(list(Unreadable)))
    return Document(
        filename=draw(st.text(max_size=12)),
        media_type=draw(st.sampled_from(["application/pdf", "image/png", "application/zip"])),
        sha256=draw(st.text("0123456789abcdef", min_size=4, max_size=4)),
        size=1,
        kinds=draw(KINDS) if reason is None else (),
        named=draw(KINDS),
        language=draw(st.sampled_from(["en", "fr", "es", None])),
        language_confidence=draw(st.floats(0, 1)),
        readable=reason is None,
        reason=reason,
        text=draw(TEXTS),
        in_body=draw(st.booleans()),
        candidate_name=draw(TEXTS),
    )


ADDRESSES = st.builds(
    Address, st.text(max_size=20), st.sampled_from(["", "a@example.org", "b@example.org", "odd"])
)
MESSAGES = st.builds(
    Message,
    sender=ADDRESSES,
    subject=TEXTS,
    message_id=st.sampled_from(["", "<1@x>", "<2@x>"]),
    in_reply_to=st.lists(st.sampled_from(["<1@x>", "<2@x>"]), max_size=2).map(tuple),
    headers=st.lists(
        st.tuples(
            st.sampled_from(["auto-submitted", "precedence", "list-id", "return-path"]),
            st.sampled_from(["no", "auto-replied", "bulk", "<>", ""]),
        ),
        max_size=2,
    ).map(tuple),
    report_type=st.sampled_from(["", "", "", "delivery-status"]),
    body=TEXTS,
    documents=st.lists(documents(), max_size=3).map(tuple),
    content_hash=st.sampled_from(["", "a", "b", "c"]),
    forwarded_from=st.none() | ADDRESSES,
    links=st.lists(st.text(max_size=20) | st.just("https://we.tl/x"), max_size=2).map(tuple),
    unreadable=st.sampled_from([None, None, None, "it is broken."]),
)
TIMINGS = st.builds(
    Timing,
    st.sampled_from(list(TimingVerdict)),
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 4, 1), timezones=st.just(UTC)),
    st.just("internal"),
    st.just("By the clock."),
)
VACANCIES = st.sampled_from(list(OPEN.values()))


@given(st.lists(st.tuples(MESSAGES, TIMINGS, st.sampled_from("abc")), max_size=4), VACANCIES)
@settings(max_examples=80, deadline=None)
def test_every_file_of_mail_is_judged_alike_each_time(
    mails: list[tuple[Message, Timing, str]], vacancy: Vacancy
) -> None:
    file: list[Judged] = []
    for number, (message, timing, sha256) in enumerate(
        sorted(mails, key=lambda one: one[1].received_at)
    ):
        found = [
            judge(message, vacancy, timing, order, sha256=sha256, others=others(vacancy))
            for order in (file, file[::-1])
        ]
        assert found[0] == found[1]
        file.append(Judged(number + 1, sha256, message, found[0]))
    assert assemble(vacancy, file) == assemble(vacancy, file[::-1])


@given(MESSAGES, TIMINGS)
@settings(max_examples=100, deadline=None)
def test_the_outcome_follows_from_kind_and_time_alone(message: Message, timing: Timing) -> None:
    found = judge(message, TOSCI, timing, (), sha256="x", others=others(TOSCI))
    expected = {
        Kind.WITHDRAWAL: Outcome.FILED,
        Kind.ENQUIRY: Outcome.ENQUIRY,
        Kind.AUTOMATIC: Outcome.IGNORED,
        Kind.UNREADABLE: Outcome.HELD,
    }
    by_time = {
        TimingVerdict.IN_TIME: Outcome.FILED,
        TimingVerdict.LATE: Outcome.REFUSED,
        TimingVerdict.UNCLEAR: Outcome.HELD,
    }
    assert found.outcome is expected.get(found.kind, by_time[timing.verdict])
    assert bool(found.checks) is (found.kind not in expected)
    assert found.kind_evidence
    assert found.reason
    assert all(one.evidence for one in found.checks)
    assert all(one.evidence for one in found.findings)


@given(MESSAGES, TIMINGS)
@settings(max_examples=100, deadline=None)
def test_an_unreadable_file_without_a_name_never_lets_a_check_fail(
    message: Message, timing: Timing
) -> None:
    unread = Document("", "application/pdf", "x", 1, readable=False, reason=Unreadable.NO_TEXT)
    with_it = Message(documents=(*message.documents, unread), body=message.body)
    found = judge(with_it, TOSCI, timing, (), sha256="x")
    results = {one.name: one.result for one in found.checks}
    for name in ("cv", "motivation_letter"):
        assert results.get(name) is not Result.FAIL


@given(MESSAGES, TIMINGS)
@settings(max_examples=60, deadline=None)
def test_an_exact_repeat_is_ignored_and_linked_to_the_first(
    message: Message, timing: Timing
) -> None:
    first = Judged(1, "x", message, judge(message, TOSCI, timing, (), sha256="x"))
    second = judge(message, TOSCI, timing, (first,), sha256="x")
    if first.counts or timing.verdict is not TimingVerdict.IN_TIME or not second.checks:
        assert (second.outcome, second.duplicate_of) == (Outcome.IGNORED, 1)
        assert Flag.DUPLICATE in second.flags
