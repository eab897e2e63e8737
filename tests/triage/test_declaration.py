"""A declared relative is flagged with the sentence; a denial is no declaration."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from intake.triage.checks.declaration import declared
from tests.triage.mails import CV, LETTER, document, mail, unreadable
from tests.triage.openings import TOSCI, TOSCI_BY_EVERY_NAME

DECLARATIONS = [
    "My brother works at the WCO.",
    "I declare that my wife is employed by the WCO.",
    "Please note that my sister is a staff member of the WCO.",
    "My husband is currently working for the WCO Secretariat.",
    "For transparency, I am related to a current WCO staff member.",
    "I am related to a member of staff of the WCO (my cousin).",
    "I would like to inform you that my father is an official at the WCO.",
    "As required, I hereby declare that one of my relatives, my uncle, works in the WCO.",
    "I have no relatives at the WCO other than my brother.",
    "I have a relative working at the WCO.",
    "Although I live alone, my daughter works at the WCO, but this has no influence on me.",
    "An official of the WCO, Ms X, is my sister.",
    "My spouse is a WCO employee.",
    "Family members employed by the WCO: my sister Anna.",
    "My son works for your organisation.",
    "Je déclare que mon épouse est fonctionnaire à l'OMD.",
    "Mon frère travaille à l'OMD.",
    "Ma sœur est employée par l'OMD depuis 2019.",
    "Je signale un lien de parenté avec un agent de l'OMD.",
    "Mon père est membre du personnel de l'OMD.",
    "J'ai un lien familial avec une fonctionnaire de l'OMD, ma tante.",
    "Mon conjoint travaille au sein de votre organisation.",
    "Je n'ai aucun lien de parenté avec le personnel de l'OMD, hormis mon cousin.",
]
NO_DECLARATIONS = [
    "I have no relatives at the WCO.",
    "I am not related to any current WCO staff member.",
    "None of my relatives works at the WCO.",
    "Neither my wife nor my brother works at the WCO.",
    "I declare that I do not have any family members working at the WCO.",
    "Relatives employed by the WCO: none",
    "Related to WCO staff: No",
    "Family members at the WCO: N/A",
    "Should I declare that my brother works at the WCO?",
    "If my brother works at the WCO, must I say so.",
    "My brother does not work at the WCO.",
    "My father worked at the WCO until 1998.",
    "My late mother was an official of the WCO.",
    "I worked with the WCO for ten years.",
    "My partner organisation works with the WCO on training.",
    "I have built a strong relationship with the WCO and its members.",
    "My brother works at a bank.",
    "My mother tongue is French and I have followed WCO courses.",
    "Candidates who are related to members of the WCO staff have to say so.",
    "Les candidats ayant un lien de parenté avec un agent de l'OMD doivent le signaler.",
    "Without any family relationship with the WCO staff.",
    "Je n'ai aucun lien de parenté avec le personnel de l'OMD.",
    "Aucun membre de ma famille ne travaille à l'OMD.",
    "Je déclare sans lien de parenté avec un agent de l'OMD.",
    "Mon frère ne travaille pas à l'OMD.",
    "Lien de parenté avec un agent de l'OMD : non",
    "Si mon frère travaille à l'OMD, je le dirai.",
    "Mon père, retraité, était fonctionnaire à l'OMD.",
    "Liens familiaux avec l'OMD : néant",
]


LABELLED: dict[str, dict[str, list[str]]] = tomllib.loads(
    (Path(__file__).parent / "relatives.toml").read_text(encoding="utf-8")
)
ACCURACY = 0.97


@pytest.mark.parametrize("half", list(LABELLED))
def test_sentences_are_understood_as_a_person_would(half: str) -> None:
    labelled = [(one, True) for one in LABELLED[half]["declares"]]
    labelled += [(one, False) for one in LABELLED[half]["declares_not"]]
    wrong = [one for one, is_told in labelled if is_told is not _is_declared(one)]
    assert 1 - len(wrong) / len(labelled) >= ACCURACY, wrong


def _is_declared(sentence: str) -> bool:
    body = f"Dear team. {sentence} Kind regards"
    return declared(mail(body), TOSCI_BY_EVERY_NAME) is not None


def test_a_form_that_is_answered_with_yes_is_a_declaration() -> None:
    asked = "Do you have relatives employed by the WCO?"
    assert _is_declared(f"{asked} Yes, my cousin.")
    assert not _is_declared(f"{asked} No.")


def test_the_organisation_is_known_by_the_names_that_are_configured() -> None:
    other = replace(TOSCI, staff_terms=("Harbour Agency",))
    said = mail("My sister works at the Harbour Agency.")
    assert declared(said, other) is not None
    assert declared(said, TOSCI) is None


@pytest.mark.parametrize("sentence", DECLARATIONS)
def test_a_declaration_is_quoted(sentence: str) -> None:
    evidence = declared(mail(f"Dear team. {sentence} Kind regards"), TOSCI)
    assert evidence is not None
    assert sentence in evidence


@pytest.mark.parametrize("sentence", NO_DECLARATIONS)
def test_a_denial_a_question_or_the_past_is_none(sentence: str) -> None:
    assert declared(mail(f"Dear team. {sentence} Kind regards"), TOSCI) is None


def test_it_is_looked_for_in_letters_and_cvs_and_names_the_file() -> None:
    text = "Experience\n\nMy brother works at\nthe WCO.\n\nLanguages"
    for kind in (CV, LETTER):
        evidence = declared(mail("", document("mine.pdf", kind, text=text)), TOSCI)
        assert evidence == "“mine.pdf” says: “My brother works at the WCO.”."


def test_the_lines_of_a_form_are_heard_and_those_of_a_cv_are_none() -> None:
    form = "Name: Ada\nMarried: no\nRelatives on the staff: [x] yes [ ] no\nIf yes: my aunt"
    assert declared(mail(form), TOSCI) is not None
    assert declared(mail(form.replace("[x] yes [ ]", "[ ] yes [x]")), TOSCI) is None
    table = (
        "Duties  relations with partners\nEmployer  Secretariat\nDates  2000 - 2006\n"
        "Mother tongue  Thai"
    )
    assert declared(mail("", document("cv.pdf", CV, text=table)), TOSCI) is None


def test_what_she_does_here_may_stand_in_the_next_sentence() -> None:
    evidence = declared(mail("My wife is Ada. She works for you at the WCO."), TOSCI)
    assert evidence == "The mail says: “My wife is Ada. She works for you at the WCO.”."
    assert declared(mail("My boss is Ada. She works at the WCO."), TOSCI) is None


def test_it_is_not_looked_for_in_other_documents() -> None:
    text = "My brother works at the WCO."
    notice = document("notice.pdf", text=text)
    assert declared(mail("", notice, unreadable("scan.pdf")), TOSCI) is None
