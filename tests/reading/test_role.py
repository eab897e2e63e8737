"""What a document is, told by its words: measured on made documents of a seed kept for judging."""

import pytest

from intake.reading.role import letter_in_body, role_of
from intake.triage.message import DocumentKind
from tests.reading.made.odd_ones import ODD_ONES
from tests.reading.made.people import CV, LETTER, OTHER, Made, foreign, labelled

JUDGING_SEED = 77
KINDS = {"cv": {CV}, "letter": {LETTER}, "both": {CV, LETTER}, "other": {OTHER}}


@pytest.fixture(scope="module")
def judged() -> list[tuple[Made, set[DocumentKind]]]:
    made = labelled(JUDGING_SEED, 1000)
    return [(one, set(role_of(one.text, one.filename).kinds)) for one in made]


def test_cvs_and_letters_are_recognised_in_98_of_100(
    judged: list[tuple[Made, set[DocumentKind]]],
) -> None:
    wrong = [
        (made.sort, made.text[:200], found) for made, found in judged if found != {*made.kinds}
    ]
    assert len(wrong) <= 0.02 * len(judged), wrong[:3]


def test_what_is_there_is_hardly_ever_missing(
    judged: list[tuple[Made, set[DocumentKind]]],
) -> None:
    there = [(made, found) for made, found in judged if OTHER not in made.kinds]
    missing = [(made.sort, made.text[:200]) for made, found in there if not {*made.kinds} <= found]
    assert len(missing) <= 0.005 * len(there), missing[:3]


@pytest.mark.parametrize("made", foreign(), ids=lambda made: f"{made.language}-{made.sort}")
def test_cvs_and_letters_of_eight_more_languages_are_recognised(made: Made) -> None:
    assert role_of(made.text, made.filename).kinds == made.kinds


@pytest.mark.parametrize(("sort", "filename", "text"), ODD_ONES, ids=range(len(ODD_ONES)))
def test_an_odd_document_is_what_a_person_would_call_it(
    sort: str, filename: str, text: str
) -> None:
    role = role_of(text, filename)
    assert set(role.kinds) == KINDS[sort], role.why


def test_the_evidence_quotes_the_words_that_decided() -> None:
    cv = role_of("CURRICULUM VITAE\nAda Okafor\nWork experience\n2016 - present Clerk", "")
    assert '"CURRICULUM VITAE"' in cv.why
    assert '"Work experience"' in cv.why
    diploma = role_of("This is to certify that Ada has been awarded the degree of MSc", "")
    assert "diploma" in diploma.why
    assert '"this is to certify"' in diploma.why


def test_a_diploma_named_cv_stays_a_diploma() -> None:
    text = "CERTIFICATE\nThis is to certify that Ada Okafor has been awarded the degree of MSc."
    role = role_of(text, "CV Ada Okafor.pdf")
    assert role.kinds == (OTHER,)
    assert role.named == (CV,)


def test_without_words_only_the_name_speaks() -> None:
    role = role_of("", "Lebenslauf.pdf")
    assert role.kinds == ()
    assert role.named == (CV,)


@pytest.mark.parametrize(
    ("filename", "named"),
    [
        ("CV.pdf", (CV,)),
        ("cv_jean-dupont_2024.docx", (CV,)),
        ("JeanDupontCV.pdf", (CV,)),
        ("Résumé Ada.PDF", (CV,)),
        ("Lettre de motivation.pdf", (LETTER,)),
        ("LM_Dupont.pdf", (LETTER,)),
        ("Cover letter & CV.pdf", (CV, LETTER)),
        ("Recommendation letter Smith.pdf", (OTHER,)),
        ("Lettre_de_recommandation.pdf", (OTHER,)),
        ("Diplôme master.pdf", (OTHER,)),
        ("Motivationsschreiben.pdf", (LETTER,)),
        ("резюме Иванова.pdf", (CV,)),
        ("个人简历.pdf", ()),
        ("简历.pdf", (CV,)),
        ("scan0001.pdf", ()),
        ("document.pdf", ()),
        ("", ()),
    ],
)
def test_file_names_speak(filename: str, named: tuple[DocumentKind, ...]) -> None:
    assert role_of("", filename).named == named


LETTER_BODY = """Dear Sir or Madam,

I am writing to apply for the post of Policy Officer. For nine years I have worked in the customs
administration of my country, where I led the reform of the risk department and wrote its first
manual. My studies of trade law gave me a sound grasp of the conventions that your organisation
keeps, and my work in fourteen countries taught me to explain them to people of all backgrounds.

I am convinced that this experience would be of use to your members.

Yours faithfully,
Ada Okafor"""


def test_a_letter_of_substance_in_the_mail_counts() -> None:
    role = letter_in_body(LETTER_BODY)
    assert role is not None
    assert role.kinds == (LETTER,)


@pytest.mark.parametrize(
    "body",
    [
        "Please find attached my CV and motivation letter for the post of Policy Officer.",
        "Dear Sir or Madam,\n\nMy name is Ada Okafor and I am a Nigerian national. I saw your "
        "vacancy notice on the website and wish to apply. Please find attached my CV, my "
        "letter and copies of my diplomas. I remain at your disposal for any further "
        "information and look forward to hearing from you.\n\nKind regards,\n"
        "Ada Okafor\nRisk analyst, Revenue Service\n14 Mill Lane, Leeds\n+44 20 7946 0123",
        "Madame, Monsieur,\n\nSuite à votre avis de vacance, je vous prie de bien vouloir trouver "
        "ci-joint mon CV ainsi que ma lettre de motivation. Je vous en souhaite bonne réception et "
        "reste à votre disposition.\n\nCordialement,\nAwa Diop",
        "",
        "Sent from my phone",
    ],
)
def test_a_covering_note_does_not_count_as_a_letter(body: str) -> None:
    assert letter_in_body(body) is None


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "word", ["a ", "\n", "dear ", "EDUCATION ", "我", "Re: \n", "2016 - \t", "A B "]
)
def test_endless_text_is_answered_at_once(word: str) -> None:
    assert role_of(word * 200_000, "x" * 10_000).why


@pytest.mark.parametrize(
    ("filename", "kinds"),
    [("CV.pdf", ()), ("Lettre de motivation.pdf", ()), ("Diploma.pdf", (OTHER,)), ("", (OTHER,))],
)
def test_words_that_say_nothing_leave_open_what_a_name_claims(
    filename: str, kinds: tuple[DocumentKind, ...]
) -> None:
    role = role_of("Lorem ipsum\ndolor sit amet", filename)
    assert role.kinds == kinds
    assert ("do not say" in role.why) == (kinds == ())


def test_half_a_letter_without_a_telling_name_is_left_open() -> None:
    text = (
        "I have kept the records of a port for eight years and I wrote its first schedule.\n"
        "My team of four moved two kilometres of paper into a digital archive."
    )
    assert role_of(text, "scan0001.pdf").kinds == ()


def test_points_that_somebody_makes_in_the_first_person_are_no_headings() -> None:
    points = (
        "Dear Members of the Panel\n\nHow I meet your requirements:\n\n"
        "- Experience: I have spent nine years in enforcement.\n"
        "- Training: I have given more than sixty courses.\n"
        "- Languages: I work in English and French.\n\nYours faithfully\nAda Okafor"
    )
    assert role_of(points, "statement.pdf").kinds == (LETTER,)


def test_who_asks_and_introduces_himself_writes_no_letter() -> None:
    body = LETTER_BODY.replace("Yours faithfully", "Are nationals of Fiji eligible?\n\nRegards")
    short = "Dear all,\n\nI am a lawyer and I have worked for nine years in customs. I speak three "
    assert letter_in_body(short + "languages. May I apply from abroad?\n\nRegards,\nAda") is None
    assert letter_in_body(body) is not None


SHORT_MAIL = (
    "Dear Recruitment Team,\n\nI am applying for the post of archivist. I have kept the records of "
    "a port for eight years, and I speak English and Portuguese. I care about order because lost "
    "papers cost people their rights.\n\nKind regards,\nAda Okafor"
)


def test_a_short_mail_that_applies_and_tells_of_its_writer_is_a_letter() -> None:
    assert letter_in_body(SHORT_MAIL) is not None
    assert letter_in_body(SHORT_MAIL.replace("I care", "May I ask whether you care?")) is None
    covering = "Dear Recruitment Team,\n\nI am applying for the post of archivist. Please find "
    assert (
        letter_in_body(covering + "my CV attached. I am free to talk.\n\nKind regards,\nA") is None
    )


def test_who_writes_a_small_i_writes_a_letter_all_the_same() -> None:
    careless = LETTER_BODY.replace("I ", "i ")
    assert "I " not in careless
    assert letter_in_body(careless) is not None
    assert role_of(f"dear sirs,\n\n{careless}\n\nregards,\nada", "").kinds == (LETTER,)


def test_a_career_told_by_its_years_is_a_biography_unless_it_is_long() -> None:
    life = (
        "Ada Okafor is an archivist. She joined the national archive in 2009 and became its "
        "director in 2017. She holds a master's degree in history, which she took in 2008, and "
        "she lives in Lagos."
    )
    assert role_of(life, "").kinds == (CV,)
    assert role_of(life + " The archive keeps its maps in drawers of steel." * 50, "").kinds != (
        CV,
    )


@pytest.mark.parametrize(
    "life",
    [
        "Ada Okafor is a lawyer. She worked at the ministry between 2012 and 2016, where she wrote "
        "its first code. She holds a degree in law. She speaks English and Igbo.",
        "After her studies in 2004, Ada Okafor was a judge until 2011. In 2015 she went to the "
        "port of Lagos, where she leads the legal office.\nShe is fluent in English and French.",
    ],
)
def test_a_short_biography_needs_a_span_or_three_years(life: str) -> None:
    assert role_of(life, "").kinds == (CV,)


def test_a_letter_in_a_mail_needs_no_closing() -> None:
    body = (
        "Chère équipe,\n\nCe poste rejoint ce que je sais faire : tenir des archives et les ouvrir "
        "à tous. À Lagos, j'ai dirigé un dépôt de quatre cents mètres, que j'ai classé seule. "
        "J'apporte de la patience, une bonne mémoire et mon goût des vieux papiers.\n\nAda Okafor"
    )
    assert letter_in_body(body) is not None


@pytest.mark.parametrize(
    ("text", "maybe"),
    [
        ("Harbour team, 2019\nA. Okafor, port captain\nada@example.org", (CV,)),
        (
            "I like ships and ports.\nI have liked both ever since I was a boy of six who "
            "sat on the quay and counted the cranes there.",
            (LETTER,),
        ),
        ("Fig. 2. Queue times at six posts. The spread grew.", ()),
        ("ACADEMIC TRANSCRIPT\nStudent: Ada Okafor\n2009 Taxation 70 credits 6\nGPA 3.4", ()),
    ],
)
def test_only_evidence_rules_an_asked_document_out(
    text: str, maybe: tuple[DocumentKind, ...]
) -> None:
    assert role_of(text, "").maybe == maybe


def test_ones_own_life_is_a_cv_and_may_be_meant_as_a_letter() -> None:
    life = "I was born in Cusco. I graduated as an engineer and joined the port. I speak Quechua."
    role = role_of(life, "")
    assert (role.kinds, role.maybe) == ((CV,), (LETTER,))


OWN_LIVES = [
    "How I came here - Ada Okafor\n\nI was born in Jos on 3 May 1980 and studied history in "
    "Ibadan. "
    "In 2003 I found my first job at the port of Lagos as a tally clerk. I was responsible for the "
    "archive until 2011. Since 2012 I have been a record keeper at the ministry, where I have been "
    "in charge of four people. I speak Hausa and English. You may call me at 0803 555 1234.",
    "Mon chemin, par Ada Okafor\n\nJe suis née à Lomé le 3 mai 1980. Après une licence de chimie à "
    "Lyon, je suis entrée en 2004 à la mairie comme archiviste. En 2010, le port m'a "
    "recrutée ; j'y "
    "exerce les fonctions de chef de dépôt depuis 2015. J'encadre trois personnes. Je parle "
    "français et éwé. Vous pouvez me joindre au 0601020304.",
]


@pytest.mark.parametrize("filename", ["Curriculum Vitae.pdf", "scan0001.pdf", ""])
@pytest.mark.parametrize("life", OWN_LIVES)
def test_ones_own_life_told_for_no_post_is_a_cv(life: str, filename: str) -> None:
    role = role_of(life, filename)
    assert (role.kinds, role.maybe) == ((CV,), (LETTER,))


def test_the_same_life_told_for_a_post_is_a_letter() -> None:
    for life, asks in zip(
        OWN_LIVES, ["I would like to work for you.", "Je souhaite ce poste."], strict=True
    ):
        assert LETTER in role_of(f"Dear Sir,\n\n{life}\n\n{asks}\n\nYours faithfully", "").kinds


def test_the_name_settles_whether_somebody_speaks_for_a_post() -> None:
    text = (
        "In 2011 I kept the stores of a harbour and wrote the list of all that was in them. "
        "In 2016 "
        "I sorted the maps of a survey office with two others. I have an eye for order and I have "
        "always done what I said. My days begin early and I keep my desk as I keep my papers. "
        "I like to explain what I do, and I do it in two languages."
    )
    told = {name: role_of(text, name) for name in ("CV.pdf", "Motivation letter.pdf", "a.pdf")}
    assert [role.kinds for role in told.values()] == [(CV,), (LETTER,), (LETTER,)]
    assert [role.maybe for role in told.values()] == [(LETTER,), (CV,), (CV,)]


@pytest.mark.parametrize(
    "lines",
    [
        "This is nearly all that I wished to say about the years; for\nthe rest I refer you "
        "to my CV.",
        "What my colleagues think of me you may ask of those\nnamed at the end of my "
        "curriculum vitae.",
        "That will do. All\nof the other posts and their dates are given in the CV.",
    ],
)
def test_a_wrapped_line_that_ends_in_cv_is_no_title(lines: str) -> None:
    letter = LETTER_BODY.replace("I am convinced", f"{lines}\n\nI am convinced")
    told = "between 2012 and 2014 as an officer, from 2014 to 2019 as a manager; I speak English"
    letter = letter.replace("I led the reform", f"{told}, I led the reform")
    assert role_of(letter, "scan.pdf").kinds == (LETTER,)


def test_the_last_line_of_a_letter_that_speaks_of_a_cv_is_no_title() -> None:
    letter = """EXPRESSION OF INTEREST

I wish to express my interest in the above post. I am at present
head of a team at a port authority, and have served as an auditor before.

My reasons are two. Firstly, the tasks are near to what I have been
doing for years. Secondly, I would like to pass on what I have learned.

You are free to write to anybody who is
named as a referee in my CV.

Ada Okafor
06.12.2025
"""
    assert role_of(letter, "scan.pdf").kinds == (LETTER,)


@pytest.mark.parametrize(
    "title", ["CV", "C.V.", "Curriculum vitae", "CURRICULUM VITAE – Ada Okafor", "cv ada okafor"]
)
def test_a_title_by_itself_is_a_title(title: str) -> None:
    role = role_of(f"{title}\nClerk, 2016 - present\nada@example.org", "")
    assert role.kinds == (CV,)
    assert "the title" in role.why


def test_a_diploma_with_dates_stays_a_diploma() -> None:
    text = (
        "UNIVERSITÉ DE LOMÉ\n\nDiplôme de licence\n\nVu les procès-verbaux, le diplôme de "
        "licence est "
        "délivré à\nAda Okafor, née le 03/05/1980 - 1981 à Lomé, au titre de l'année\n"
        "universitaire 2001-2004, et confère le grade de licence.\nLe recteur, professeur"
    )
    assert role_of(text, "diplome.pdf").kinds == (OTHER,)


def test_a_letter_with_a_career_behind_it_leaves_the_cv_open() -> None:
    career = (
        "From 2004 to 2009 mate.\nFrom 2009 to 2016 pilot, Cork.\nBorn 3 May 1980. Diploma in "
        "navigation."
    )
    alone = role_of(LETTER_BODY, "file.pdf")
    both = role_of(f"{LETTER_BODY}\n\n{career}", "file.pdf")
    assert (alone.kinds, alone.maybe) == ((LETTER,), ())
    assert LETTER in both.kinds
    assert CV in (*both.kinds, *both.maybe)
