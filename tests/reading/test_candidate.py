"""Who a CV is about, by its first lines; and whether it names referees who can be reached."""

import pytest

from intake.reading.candidate import candidate_emails, candidate_name, has_referees
from intake.reading.role.shape import fold
from tests.reading.made.people import labelled


def test_the_name_is_found_in_99_of_100_made_cvs() -> None:
    cvs = [made for made in labelled(78, 1000) if made.sort == "cv"]
    wrong = [
        (candidate_name(made.text), made.name)
        for made in cvs
        if sorted(fold(candidate_name(made.text)).split()) != sorted(fold(made.name).split())
    ]
    assert len(wrong) <= 0.01 * len(cvs), wrong[:5]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CURRICULUM VITAE\n\nAda OKAFOR\nRisk analyst", "Ada OKAFOR"),
        ("Name: Ada Okafor\nPhone: 1", "Ada Okafor"),
        ("Nom : Hélène Lefèvre", "Hélène Lefèvre"),
        ("Family name: Bello\nFirst names: Ibrahim", "Ibrahim Bello"),
        ("Curriculum vitae of Dr. Ada Okafor", "Ada Okafor"),
        ("CV – Jean-Luc de la Tour\nBruxelles", "Jean-Luc de la Tour"),
        ("Mme Awa DIOP\nCURRICULUM VITAE", "Awa DIOP"),
        ("Julie Martin – Consultante conformité", "Julie Martin"),
        ("Senior Customs Officer\nJohn O'Brien\njohn.obrien@example.org", "John O'Brien"),
        ("Work Experience\nPeter Hall\nMary Stone\nmary.stone@example.org", "Mary Stone"),
        ("J O H N   S M I T H\nEngineer", "JOHN SMITH"),
        ("Иванова Мария Сергеевна\nМосква", "Иванова Мария Сергеевна"),
        ("个人简历\n姓名：王小明", "王小明"),
        ("السيرة الذاتية\nأحمد بن يوسف", "أحمد بن يوسف"),
        ("PROFESSIONAL EXPERIENCE\n2016 - 2019", ""),
        (
            "Marie Kone\nLomé\nEXPÉRIENCES\n2013 - 2019 Responsable, Transit Sahel, Lomé",
            "Marie Kone",
        ),
        ("Anne-Marie Page\nampage@example.org\nJan-12 / present Clerk, Harbour Lines", ""),
        ("Ada Okafor / ada77@example.org / +33 6 00 00 00 00\n2019– Clerk", "Ada Okafor"),
        ("Françoise d'Aubigny\nJuriste", "Françoise d'Aubigny"),
        ("Jimmy Page\njimmy.page@example.org\nTrade lawyer", "Jimmy Page"),
        ("EXPERIENCE\nKestrel Software\nAda Okafor\nada.okafor@example.org", "Ada Okafor"),
        ("Kofi Annor\nSkills\nTeam Coaching\nSince 2019 Adviser, Port Authority", "Kofi Annor"),
        ("Ada Okafor joined the port in 2004 and has run its archive since.", "Ada Okafor"),
        ("Mme Awa Diop est née à Thiès ; elle dirige le bureau du fret.", "Awa Diop"),
        ("Jan van der Berg was called to the bar and served the tax court.", "Jan van der Berg"),
        ("MISSIONS RÉCENTES\nKoffi Mensah\nExpert, Banque mondiale", "Koffi Mensah"),
        ("After Oxford Brookes he joined the port authority as a clerk.", ""),
        ("The Customs Service has been my home for fourteen years now.", ""),
        ("", ""),
    ],
)
def test_the_name_is_read_as_written(text: str, name: str) -> None:
    assert candidate_name(text) == name


def test_addresses_are_listed_once_each_without_the_dot_behind() -> None:
    text = (
        "Write to ada.o'hara@example.org. Or: Ada.B+jobs@mail.example.co.uk, ada.o'hara@example.org"
    )
    assert candidate_emails(text) == ("ada.o'hara@example.org", "Ada.B+jobs@mail.example.co.uk")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("References\nHelen Marsh, Dean, helen.marsh@example.net", True),
        ("RÉFÉRENCES :\nPaul Petit, directeur, +33 1 55 55 01 23", True),
        ("REFEREES: Peter Hall, peter.hall@example.org", True),
        ("References available on request", False),
        ("Références disponibles sur demande", False),
        ("Contact: ada@example.org\nEducation\nMSc", False),
        (
            "In references to customs law, write to ada@example.org and see what happens there",
            False,
        ),
    ],
)
def test_referees_count_when_they_can_be_reached(text: str, named: bool) -> None:
    assert has_referees(text) is named


def test_hostile_text_costs_no_time() -> None:
    for text in ("a@" * 100_000, "a." * 100_000 + "@", "+1 " * 100_000, "References\n" * 20_000):
        candidate_name(text), candidate_emails(text), has_referees(text)
