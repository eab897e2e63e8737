"""Several messages of one candidate, folded into one application."""

from dataclasses import replace
from datetime import timedelta

from intake.triage.dossier import Application, Judged, assemble
from intake.triage.message import Address, Message
from intake.triage.verdict import Flag
from tests.triage.mails import (
    CV,
    IN_TIME,
    LATE,
    LETTER,
    NOON,
    UNCLEAR,
    document,
    judged,
    mail,
    unreadable,
)
from tests.triage.openings import TOSCI


def assembled(*file: Judged) -> Application:
    found = assemble(TOSCI, file)
    assert found is not None
    return found


def names(application: Application) -> list[str]:
    return [one.filename for one in application.documents]


def with_both() -> Message:
    return mail("I apply.", document("cv.pdf", CV), document("letter.pdf", LETTER))


def test_one_complete_mail_is_a_complete_application() -> None:
    first = judged(with_both())
    found = assembled(first)
    assert (found.complete, found.missing, found.messages) == (True, (), (first.id,))
    assert (found.candidate.email, found.received_at) == ("jane.doe@example.org", NOON)


def test_what_does_not_pass_is_missing() -> None:
    found = assembled(judged(mail("I apply.", document("cv.pdf", CV), subject="Hello")))
    assert (found.complete, found.missing) == (False, ("subject", "motivation_letter"))


def test_doubt_is_missing_too_but_never_a_failure() -> None:
    found = assembled(judged(mail("I apply.", document("cv.pdf", CV), unreadable("scan.pdf"))))
    assert found.missing == ("motivation_letter", "language")
    assert {one.result.value for one in found.checks} == {"pass", "unsure"}


def test_a_letter_sent_later_completes_it() -> None:
    first = judged(mail("I apply.", document("cv.pdf", CV)))
    second = judged(mail("The missing letter.", document("letter.pdf", LETTER)), first)
    found = assembled(first, second)
    assert (found.complete, names(found)) == (True, ["cv.pdf", "letter.pdf"])
    assert found.messages == (first.id, second.id)


def test_a_later_version_replaces_the_earlier_one() -> None:
    first = judged(with_both())
    second = judged(mail("My new CV.", document("cv2.pdf", CV)), first)
    found = assembled(first, second)
    assert names(found) == ["letter.pdf", "cv2.pdf"]
    assert found.flags == (Flag.RESUBMISSION,)


def test_a_file_that_held_both_stands_until_both_are_replaced() -> None:
    first = judged(mail("I apply.", document("all.pdf", CV, LETTER)))
    second = judged(mail("My new CV.", document("cv2.pdf", CV)), first)
    third = judged(mail("And letter.", document("l2.pdf", LETTER)), first, second)
    assert names(assembled(first, second)) == ["all.pdf", "cv2.pdf"]
    fourth = judged(mail("All.", document("cv3.pdf", CV), document("l3.pdf", LETTER)), first)
    assert names(assembled(first, second, third, fourth)) == ["cv3.pdf", "l3.pdf"]


def test_an_unreadable_new_version_does_not_take_the_place_of_a_readable_one() -> None:
    first = judged(with_both())
    second = judged(mail("My new CV.", unreadable("cv2.pdf", named=(CV,))), first)
    found = assembled(first, second)
    assert found.complete
    assert names(found) == ["cv.pdf", "letter.pdf", "cv2.pdf"]


def test_a_readable_version_takes_the_place_of_an_unreadable_one() -> None:
    first = judged(mail("I apply.", unreadable("cv.pdf", named=(CV,))))
    second = judged(mail("Again.", document("cv2.pdf", CV)), first)
    assert names(assembled(first, second)) == ["cv2.pdf"]


def test_words_in_a_mail_never_replace_a_letter_that_came_as_a_file() -> None:
    first = judged(with_both())
    words = document("message body", LETTER, in_body=True)
    second = judged(mail("A long text.", words, document("cv2.pdf", CV)), first)
    assert names(assembled(first, second)) == ["letter.pdf", "message body", "cv2.pdf"]


def test_the_cv_of_another_person_replaces_nothing() -> None:
    one = document("a.pdf", CV, candidate_name="Ana Petrova", candidate_emails=("ana@example.net",))
    two = document("b.pdf", CV, candidate_name="Tom Baker", candidate_emails=("tom@example.net",))
    first = judged(mail("A candidate.", one, sender="noreply@example.org"))
    second = judged(mail("A candidate.", two, sender="noreply@example.org"), first)
    assert names(assembled(first, second)) == ["a.pdf", "b.pdf"]


def test_late_and_unclear_mail_is_kept_beside_and_changes_nothing() -> None:
    first = judged(mail("I apply.", document("cv.pdf", CV)))
    late = judged(mail("Letter.", document("l.pdf", LETTER)), first, timing=LATE)
    held = judged(mail("Letter.", document("l.pdf", LETTER)), first, timing=UNCLEAR)
    alone, with_them = assembled(first), assembled(first, late, held)
    assert (with_them.missing, names(with_them)) == (alone.missing, names(alone))
    assert with_them.messages == (first.id, late.id, held.id)
    assert with_them.flags == (Flag.LATE_SUPPLEMENT,)


def test_mail_that_a_person_admitted_counts() -> None:
    first = judged(mail("I apply.", document("cv.pdf", CV)))
    late = judged(mail("Letter.", document("l.pdf", LETTER)), first, timing=LATE, admitted=True)
    assert assembled(first, late).complete


def test_nothing_that_counts_makes_no_application() -> None:
    assert assemble(TOSCI, []) is None
    assert assemble(TOSCI, [judged(with_both(), timing=LATE)]) is None
    assert assemble(TOSCI, [judged(mail("What is the salary?", subject=""))]) is None


def test_a_withdrawal_is_filed_and_takes_nothing_away() -> None:
    first = judged(with_both())
    gone = judged(mail("I withdraw my application."), first)
    found = assembled(first, gone)
    assert found.complete
    assert found.messages == (first.id, gone.id)
    assert found.flags == (Flag.WITHDRAWAL_REQUESTED,)
    assert assembled(gone).missing == ("subject", "cv", "motivation_letter", "language")


def test_repeats_enquiries_and_programs_are_no_part_of_it() -> None:
    message = with_both()
    first = judged(message)
    repeat = judged(message, first)
    asking = judged(mail("Did you receive my mail?", subject="Question"), first)
    away = judged(mail("Away.", headers=(("auto-submitted", "auto-replied"),)), first)
    assert assembled(first, repeat, asking, away).messages == (first.id,)


def test_the_order_is_that_of_arrival_whatever_the_order_given() -> None:
    early = replace(IN_TIME, received_at=NOON - timedelta(hours=1))
    second = judged(mail("New CV.", document("cv2.pdf", CV)))
    first = judged(with_both(), timing=early)
    found = assembled(second, first)
    assert found.messages == (first.id, second.id)
    assert names(found) == ["letter.pdf", "cv2.pdf"]
    assert found.received_at == early.received_at


def test_the_candidate_is_named_by_from_or_else_by_the_cv() -> None:
    cv = document("cv.pdf", CV, candidate_name="Jane A. Doe")
    nameless = judged(mail("I apply.", cv, name=""))
    assert assembled(nameless).candidate == Address("Jane A. Doe", "jane.doe@example.org")
    by_address = judged(mail("I apply.", cv, name="jane.doe@example.org"))
    assert assembled(by_address).candidate == Address("Jane A. Doe", "jane.doe@example.org")
    named = judged(mail("My letter.", document("l.pdf", LETTER)), nameless)
    assert assembled(nameless, named).candidate.name == "Jane Doe"
