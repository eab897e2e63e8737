"""Plain text in any charset, and HTML as a person sees it."""

import time

import pytest

from intake.reading import text
from intake.reading.extract import MAX_TEXT, Unread
from intake.triage.message import Unreadable

FRENCH = "Madame, j’ai l’honneur de présenter ma candidature à l’été – œuvre, élève, où ça"


@pytest.mark.parametrize(
    ("charset", "words"),
    [
        ("utf-8", FRENCH),
        ("utf-8-sig", FRENCH),
        ("utf-16", FRENCH),
        ("utf-16-le", FRENCH),
        ("utf-16-be", FRENCH),
        ("cp1252", FRENCH),
        ("cp1252", "Curriculum Vitae\nNom : Hélène"),
        ("iso-8859-15", "Größe, Müller, Straße für Übung"),
        ("mac_roman", "Madame, j'ai été élève à la faculté, très motivée, où ça"),
        ("cp1250", "Życiorys, doświadczenie zawodowe, wykształcenie, łódź"),
        ("cp1251", "Уважаемые господа, я хотел бы подать заявление"),
        ("koi8_r", "Уважаемые господа, я хотел бы подать заявление"),
        ("cp1256", "السيرة الذاتية الخبرة العملية"),
        ("gb18030", "个人简历 工作经验 教育背景"),
    ],
)
def test_accents_survive_whatever_the_charset(charset: str, words: str) -> None:
    assert text.read(words.encode(charset)).text == words


def test_a_declared_charset_is_believed_where_it_can_be() -> None:
    assert text.decode("café’s".encode("cp1252"), "iso-8859-1") == "café’s"
    assert text.decode("café".encode(), "us-ascii") == "café"
    assert text.decode("Łódź".encode("iso-8859-2"), "iso-8859-2") == "Łódź"
    assert text.decode(b"plain", "no-such-charset") == "plain"


def test_text_is_composed_and_free_of_nul_and_invisible_marks() -> None:
    assert text.clean("Re\u0301sume\u0301\x00 o\ufb03ce co\u00adop\u200b\r\nnext\ud800") == (
        "Résumé office coop\nnext\ufffd"
    )
    assert len(text.clean("a" * (3 * MAX_TEXT))) == MAX_TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Unreadable.EMPTY),
        (b" \r\n\0\0 ", Unreadable.EMPTY),
        (bytes(range(256)) * 40, Unreadable.UNSUPPORTED),
    ],
)
def test_what_is_no_text_is_said_so(data: bytes, reason: Unreadable) -> None:
    with pytest.raises(Unread) as refused:
        text.read(data)
    assert refused.value.reason is reason


def test_html_reads_as_it_looks() -> None:
    html = (
        "<html><head><title>x</title><style>p{}</style></head><body><!-- no -->"
        "<p>Bonjour&nbsp;Madame,<br>voici mon <b>C</b>V</p><script>no()</script>"
        "<table><tr><td>2016</td><td>Clerk</td></tr></table><ul><li>one<li>two</ul>"
        "<div style='display: none'>no</div><p hidden>no</p></body></html>"
    )
    assert text.html_to_text(html) == (
        "Bonjour Madame,\nvoici mon CV\n\n2016\tClerk\n\n- one\n- two"
    )


def test_quoted_mail_in_html_keeps_its_marks() -> None:
    older = "<blockquote class='gmail_quote'>older</blockquote>"
    html = f"new<blockquote type='cite'>old{older}</blockquote>"
    assert [line for line in text.html_to_text(html).split("\n") if line.strip("> ")] == [
        "new",
        "> old",
        "> > older",
    ]
    assert ">" not in text.html_to_text("<blockquote>only an indent</blockquote>")


def test_links_are_listed_and_only_those_of_the_web() -> None:
    html = "<a href='https://example.org/cv'>a</a><a href='mailto:a@example.org'>b</a><a>c</a>"
    assert text.html_links(html * 2) == ("https://example.org/cv",)


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 50_000,
        "<blockquote type=cite>" * 20_000,
        "<style" * 100_000,
        "<!--" * 100_000,
        "<tr><td>x" * 60_000,
        "data:image/png;base64," * 50_000,
        "&" * 300_000,
        "<font>" * 50_000,
    ],
    ids=lambda html: html[:12],
)
def test_hostile_html_is_read_within_seconds(html: str) -> None:
    start = time.monotonic()
    text.html_to_text(html)
    assert time.monotonic() - start < 15


def test_an_html_file_says_its_charset_itself() -> None:
    page = "<meta charset='windows-1251'><p>Резюме</p>".encode("cp1251")
    assert text.read_html(page).text == "Резюме"
    with pytest.raises(Unread) as refused:
        text.read_html(b"<p> </p>")
    assert refused.value.reason is Unreadable.EMPTY
