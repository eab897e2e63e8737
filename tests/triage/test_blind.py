"""Who it is stays hidden, however it is written, and the rest is left to be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.triage.blind import HIDDEN, Veil, is_blind
from intake.triage.message import Address, Document, Message
from intake.triage.naming import Naming

CV = """Ada Lovelace
12 Byron Street
+44 20 7946 0958
ada@example.org
Curriculum vitae

Experience: officer LOVELACE led 12 people, 2010-2020. Write to ada.l@work.example.com
or see www.lovelace.example; Adaptable."""


def test_the_blind_view_leaves_what_was_done_and_not_who_did_it() -> None:
    shown = Veil([Message(sender=Address("Ada Lovelace", "ada@example.org"))]).text(CV)
    for part in ("Lovelace", "LOVELACE", "Byron", "7946", "example"):
        assert part not in shown
    assert f"officer {HIDDEN} led 12 people, 2010-2020." in shown
    assert "Adaptable" in shown


@pytest.mark.parametrize(
    ("blind", "stage", "hidden"),
    [
        (True, "new", True),
        (True, "declined", True),
        (True, "shortlisted", False),
        (False, "new", False),
    ],
)
def test_names_are_shown_once_shortlisted(blind: bool, stage: str, hidden: bool) -> None:
    assert is_blind(blind, stage) is hidden


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("Amelie", "Amélie, AMÉLIE, Ame\u0301lie; amelies", "#, #, #; amelies"),
        ("Amélie", "Amelie", "#"),
        ("Cœur", "coeur CŒUR cur", "# # cur"),
        ("Jürgen Groß", "Juergen Gross JURGEN GROSS", "# # # #"),
        ("Li Na", "Li, Na; na li. LI-NA", "#, #; # #. #-#"),
        ("Li Na", "an li of na in China", "an li of na in China"),
        ("An Do", "an engineer, do not; An", "an engineer, do not; #"),
        ("Li Na", "LiNa linaCV nali", "# linaCV #"),
        ("Amelie Dubois", "AmelieDuboisCV dubois_amelie", "# #_#"),
        ("Amelie Dubois", "“My dear Amel…” and “D…”", "“My dear #…” and “D…”"),
        ("Anna de la Cruz", "Anna de la Cruz, chef de la gare", "# # # #, chef de la gare"),
        (
            "Dr J. Smith",
            "Dr J. Smith told Dr Jones of J, a doctor",
            "Dr #. # told Dr Jones of J, a doctor",
        ),
        ("王小明", "我叫王小明。小明在北京工作。王 小明。王先生", "我叫#。#在北京工作。#。王先生"),
        ("王 小明", "我叫王小明，小明王", "我叫#，#"),
        ("山田太郎", "山田です。太郎さん。山田　太郎", "#です。#さん。#"),
        ("김민수", "저는 김민수입니다. 민수는", "저는 #입니다. #는"),
        ("محمد علي", "أنا محمد وعلي، مُحَمَّد، محـمد عليكم", "أنا # #، #، # عليكم"),
        ("Ολγα Παππά", "ΟΛΓΑ Παππα", "# #"),
        ("Ольга", "Ольга и Ольгин", "# и Ольгин"),
        ("john.2024", "John, 2024", "#, 2024"),
        ("fournier84", "Fournier, 84", "#, 84"),
    ],
)
def test_a_name_is_found_as_people_write_it(name: str, text: str, shown: str) -> None:
    assert Naming([name]).hidden(text, "#") == shown


@given(st.text(max_size=40), st.text(max_size=200))
def test_any_name_and_any_text_are_borne(name: str, text: str) -> None:
    Naming([name]).hidden(text, HIDDEN)


def test_a_hostile_name_takes_no_endless_time() -> None:
    names = [f"x{number}" * 20 for number in range(5_000)]
    assert Naming(names).hidden("word " * 50_000, "#") == "word " * 50_000


def _mail(*files: str, name: str = "", **fields: str) -> Message:
    papers = tuple(Document(one, "application/pdf", "0", 1, **fields) for one in files)  # type: ignore[arg-type]
    return Message(sender=Address(name, "mf84@example.org"), documents=papers)


@pytest.mark.parametrize(
    "file", ["AmelieDuboisCV.pdf", "LiNa.pdf", "Bewerbung.pdf", "x" * 300 + ".pdf"]
)
def test_evidence_names_no_file(file: str) -> None:
    told = file if len(file) < 200 else file[:199] + "…"
    shown = Veil([_mail(file)]).line(f"“{told}” has a heading “Career”, it is a CV.")
    assert "Career" in shown
    assert file[:9] not in shown
    assert HIDDEN in shown


def test_a_short_file_name_hides_no_words() -> None:
    assert Veil([_mail("CV")]).line("“CV” is a CV.") == "“CV” is a CV."


def test_the_name_of_one_mail_is_hidden_in_the_texts_of_the_other() -> None:
    veil = Veil([_mail(), _mail("a.pdf", candidate_name="Mathilde Fournier")])
    assert (
        veil.line("Mathilde and MF84, mathilde.fournier@x.org")
        == f"{HIDDEN} and {HIDDEN}, {HIDDEN}"
    )
