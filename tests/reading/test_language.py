"""Which language a text is in: CVs of names and jargon, letters, mixed and short texts."""

import re
from random import Random

import pytest

from intake.reading.language import SURE, detect
from tests.reading.made.cvs import made_cv
from tests.reading.made.people import CV, LETTER, Made, foreign, labelled, made_letter
from tests.reading.made.person import person


def test_the_language_of_99_of_100_documents_is_told() -> None:
    made = labelled(79, 600)
    wrong = [(one.language, detect(one.text), one.sort) for one in made]
    wrong = [entry for entry in wrong if entry[1].main != entry[0]]
    assert len(wrong) <= 0.01 * len(made), wrong[:5]


def test_cvs_and_letters_are_told_surely_and_as_one_language() -> None:
    asked = [one for one in labelled(80, 400) if one.kinds in ((CV,), (LETTER,))]
    unsure = [one for one in asked if detect(one.text).confidence < SURE]
    torn = [one for one in asked if len(detect(one.text).all) > 1]
    assert len(unsure) <= 0.01 * len(asked)
    assert len(torn) <= 0.01 * len(asked)


def test_forty_words_are_enough_and_fewer_are_never_surely_wrong() -> None:
    dice = Random(81)
    for size in (5, 10, 20, 40):
        for one in labelled(82, 200):
            words = re.findall(r"\S+\s*", one.text)
            start = dice.randrange(max(1, len(words) - size))
            found = detect("".join(words[start : start + size]))
            assert found.main == one.language or found.confidence < 0.9, (size, found)


@pytest.mark.parametrize("made", foreign(), ids=lambda made: f"{made.language}-{made.sort}")
def test_languages_that_nobody_asked_for_are_told_too(made: Made) -> None:
    found = detect(made.text)
    assert found.main == made.language
    assert found.confidence >= SURE


JARGON = """Développeur full stack
EXPÉRIENCE
2019 - aujourd'hui  Kestrel Software
Docker, Kubernetes, Python, Jenkins, React, TypeScript, Node.js, Agile, Scrum, Machine Learning
Business development, lead generation, key account management, benchmarking, reporting
Encadrement d'une équipe de six personnes et rédaction des documents
FORMATION
Ingénieur en informatique, INSA Toulouse
LANGUES
Français, anglais"""

NAMES = """Jean-Baptiste de La Rochefoucauld
12 avenue de la République, 75011 Paris
EXPERIENCE
2016 - present  Agence française de développement, Paris: policy officer for trade
2012 - 2016  Ville de Genève, Direction des finances: assistant to the treasurer
EDUCATION
Université libre de Bruxelles, Master of Laws
École nationale d'administration, Strasbourg
LANGUAGES
French (mother tongue), English (fluent)"""


def test_a_french_cv_full_of_english_jargon_is_french() -> None:
    assert detect(JARGON).main == "fr"


def test_an_english_cv_with_french_names_and_places_is_english() -> None:
    assert detect(NAMES).main == "en"


def test_a_file_in_two_languages_names_both() -> None:
    dice = Random(83)
    whole = 0
    for at in range(60):
        first, second = ("en", "fr") if at % 2 else ("fr", "en")
        who = person(dice)
        text = f"{made_letter(dice, first, who)}\n\n{made_cv(dice, second, who)}"
        whole += set(detect(text).all) == {"en", "fr"}
    assert whole >= 57


@pytest.mark.parametrize("text", ["", "   ", "12 / 34", "ok", "a@example.org https://example.org"])
def test_too_little_text_has_no_language(text: str) -> None:
    assert detect(text).main is None


@pytest.mark.timeout(20)
@pytest.mark.parametrize("word", ["a ", "\n", "é", "我", "a@", "www.", "A b "])
def test_endless_text_is_answered_at_once(word: str) -> None:
    detect(word * 500_000)


def test_a_short_letter_in_two_languages_is_said_to_be_in_both() -> None:
    half = (
        "I have run the archive of a port for nine years. I would like to run yours as well. "
        "I know how papers get lost.\n\nJe dirige les archives d'un port depuis neuf ans. "
        "Je voudrais tenir aussi les vôtres. Je sais comment les papiers se perdent. "
        "Je rédige des notes courtes."
    )
    found = detect(half)
    assert set(found.all) == {"en", "fr"}
    assert found.confidence < SURE
