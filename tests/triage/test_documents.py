"""The CV and letter checks: a document that cannot be read never counts as missing."""

from dataclasses import replace

import pytest

from intake.triage.checks import Asked, ask
from intake.triage.message import Document, DocumentKind, Unreadable
from intake.triage.vacancy import Vacancy
from intake.triage.verdict import Check
from tests.triage.mails import CV, LETTER, OTHER, document, mail, unreadable
from tests.triage.openings import TOSCI


def answers(*documents: Document, vacancy: Vacancy = TOSCI) -> dict[str, Check]:
    message = mail("My documents.", *documents)
    return {one.name: one for one in ask(Asked(vacancy, (message,), unanswered=(message,)))}


def results(*documents: Document, vacancy: Vacancy = TOSCI) -> tuple[str, str]:
    found = answers(*documents, vacancy=vacancy)
    return found["cv"].result.value, found["motivation_letter"].result.value


def test_both_files_pass() -> None:
    assert results(document("a.pdf", CV), document("b.pdf", LETTER)) == ("pass", "pass")


def test_one_file_can_hold_both() -> None:
    assert results(document("all.pdf", CV, LETTER)) == ("pass", "pass")


def test_evidence_names_the_file_and_the_words_that_decided() -> None:
    assert answers(document("a.pdf", CV))["cv"].evidence == "“a.pdf” is a CV: its headings."


def test_nothing_attached_fails_both() -> None:
    assert results() == ("fail", "fail")
    assert answers()["cv"].evidence == "Nothing is attached."


def test_a_readable_file_that_is_neither_is_named_in_the_evidence() -> None:
    check = answers(document("diploma.pdf"))["cv"]
    assert (check.result.value, check.evidence) == (
        "fail",
        "No document is a CV; there is “diploma.pdf” (another document).",
    )


def test_a_name_alone_decides_nothing_about_a_file_whose_words_say_what_it_is() -> None:
    assert results(document("CV.pdf", OTHER, named=(CV,))) == ("fail", "fail")
    assert results(document("CV.pdf", LETTER, named=(CV,))) == ("fail", "pass")


def untold(filename: str, *named: DocumentKind) -> Document:
    return replace(document(filename, named=named), kinds=())


def test_a_file_named_cv_whose_words_do_not_say_what_it_is_leaves_the_cv_in_doubt() -> None:
    check = answers(untold("CV.pdf", CV))["cv"]
    assert check.result.value == "unsure"
    assert check.evidence == (
        "“CV.pdf” may be a CV, but its words do not say so: open it and look."
    )
    assert results(untold("CV.pdf", CV), document("b.pdf", LETTER)) == ("unsure", "pass")
    assert results(untold("CV.pdf", CV)) == ("unsure", "fail")
    assert results(untold("paper.pdf")) == ("unsure", "unsure")
    assert language(untold("CV.pdf", CV))[0] == "pass"
    assert language(replace(untold("CV.pdf", CV), language="es"))[0] == "unsure"


def test_what_its_words_leave_open_makes_a_missing_check_unsure() -> None:
    life = replace(document("notes.pdf"), maybe=(CV,))
    check = answers(life)["cv"]
    assert check.result.value == "unsure"
    assert (
        check.evidence == "“notes.pdf” may be a CV, but its words do not say so: open it and look."
    )
    assert results(life) == ("unsure", "fail")
    assert results(life, document("cv.pdf", CV)) == ("pass", "fail")
    assert results(replace(life, told_by="A. Recruiter")) == ("fail", "fail")


def test_a_file_named_as_both_may_hold_the_one_that_its_words_do_not_tell() -> None:
    assert results(document("CV and letter.pdf", CV, named=(CV, LETTER))) == ("pass", "unsure")
    assert results(document("CV and letter.pdf", OTHER, named=(CV, LETTER))) == ("fail", "fail")


def test_pages_that_nobody_has_read_may_hold_what_is_missing() -> None:
    note = "Pages that are pictures without words: 2; a person must look at them."
    scanned = replace(document("all.pdf", CV), notes=(note,))
    assert results(scanned) == ("pass", "unsure")
    assert "not all of its pages" in answers(scanned)["motivation_letter"].evidence
    assert results(replace(scanned, filename="cv.pdf", named=(CV,))) == ("pass", "fail")


@pytest.mark.parametrize("reason", list(Unreadable))
def test_an_unreadable_file_named_cv_leaves_the_cv_in_doubt(reason: Unreadable) -> None:
    check = answers(unreadable("CV.pdf", reason, named=(CV,)))["cv"]
    assert check.result.value == "unsure"
    assert "“CV.pdf” may be a CV, but it" in check.evidence
    assert "candidate" in check.evidence or "look" in check.evidence


def test_a_file_that_is_named_as_one_is_not_taken_for_the_other() -> None:
    assert results(unreadable("CV.pdf", named=(CV,))) == ("unsure", "fail")
    assert results(unreadable("CV and letter.pdf", named=(CV, LETTER))) == ("unsure", "unsure")
    assert results(unreadable("passport.pdf", named=(OTHER,))) == ("fail", "fail")


def test_an_unreadable_file_without_a_telling_name_may_be_what_is_missing() -> None:
    assert results(unreadable("scan001.pdf")) == ("unsure", "unsure")
    assert results(document("a.pdf", CV), unreadable("scan001.pdf")) == ("pass", "unsure")


def test_a_picture_beside_documents_is_no_document_in_doubt() -> None:
    photo = unreadable("portrait.jpg", media_type="image/jpeg")
    assert results(document("a.pdf", CV), photo) == ("pass", "fail")


def test_pictures_alone_may_be_photographed_pages() -> None:
    page = unreadable("IMG_0001.jpg", media_type="image/jpeg")
    assert results(page, replace(page, filename="IMG_0002.jpg")) == ("unsure", "unsure")
    named = unreadable("cv.jpg", named=(CV,), media_type="image/jpeg")
    assert results(named, document("b.pdf", LETTER)) == ("unsure", "pass")


def test_a_letter_in_the_mail_counts_where_the_vacancy_allows_it() -> None:
    letter = document("message body", LETTER, in_body=True)
    assert results(document("a.pdf", CV), letter) == ("pass", "pass")
    strict = replace(TOSCI, letter_may_be_in_body=False)
    assert results(document("a.pdf", CV), letter, vacancy=strict) == ("pass", "fail")


def test_only_what_the_vacancy_requires_is_asked() -> None:
    relaxed = replace(TOSCI, required=("cv",), languages=())
    assert list(answers(document("a.pdf", CV), vacancy=relaxed)) == ["subject", "cv"]


def language(*documents: Document, vacancy: Vacancy = TOSCI) -> tuple[str, str]:
    check = answers(*documents, vacancy=vacancy)["language"]
    return check.result.value, check.evidence


def test_asked_documents_in_an_allowed_language_pass() -> None:
    assert language(document("a.pdf", CV), document("b.pdf", LETTER, language="fr"))[0] == "pass"


def test_a_letter_in_two_allowed_languages_passes_and_both_are_named() -> None:
    half = replace(document("b.pdf", LETTER, confidence=0.6), languages=("en", "fr"))
    assert language(document("a.pdf", CV), half)[0] == "pass"
    assert language(half) == ("pass", "“b.pdf” is in English and French.")
    foreign = replace(half, languages=("en", "es"))
    assert language(foreign)[0] == "unsure"
    assert language(half, vacancy=replace(TOSCI, languages=("en",)))[0] == "unsure"


def test_a_foreign_language_fails_and_is_named_with_its_document() -> None:
    found = language(document("a.pdf", CV), document("b.pdf", LETTER, language="es"))
    assert found == ("fail", "“b.pdf” is in Spanish (99% sure), not in English or French.")


def test_other_documents_are_not_held_to_the_languages() -> None:
    assert language(document("a.pdf", CV), document("diploma.pdf", language="ru"))[0] == "pass"


def test_a_second_version_in_an_allowed_language_is_enough() -> None:
    spanish, english = document("es.pdf", CV, language="es"), document("en.pdf", CV)
    assert language(spanish, english)[0] == "pass"


def test_doubt_about_a_language_is_no_failure() -> None:
    assert language(document("a.pdf", CV, language="es", confidence=0.6))[0] == "unsure"
    assert language(document("a.pdf", CV, language=None))[0] == "unsure"
    assert language(unreadable("scan.pdf"))[0] == "unsure"
    assert language(unreadable("CV.pdf", named=(CV,)), document("b.pdf", LETTER))[0] == "unsure"
    assert language()[0] == "unsure"
    mixed = replace(document("a.pdf", CV, language="es"), languages=("es", "en"))
    assert language(mixed)[0] == "unsure"


def test_a_missing_document_leaves_the_language_of_the_other() -> None:
    assert language(document("a.pdf", CV))[0] == "pass"
    foreign = document("a.pdf", CV, language="es")
    assert language(foreign, unreadable("Letter.pdf", named=(LETTER,)))[0] == "fail"


def test_every_kind_of_document_can_be_named_in_evidence() -> None:
    for kind in DocumentKind:
        assert answers(document("x.pdf", kind))["cv"].evidence


def test_a_file_with_the_wrong_name_is_in_doubt_where_what_it_is_named_came_as_another_file() -> (
    None
):
    letter = document("2.pdf", LETTER)
    assert results(untold("Letter.pdf", LETTER), letter) == ("unsure", "pass")
    assert results(untold("Letter.pdf", LETTER)) == ("fail", "unsure")
    assert results(untold("Diploma.pdf", OTHER), letter, document("d.pdf")) == ("fail", "pass")
