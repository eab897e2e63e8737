"""The digest's words: right, plain, the same in both forms, and safe to open."""

import re
import string
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from intake.outbox.compose import GMAIL_CUTS_AT, LINES_SHOWN, Composed, compose, scaled
from intake.outbox.letter import letter, new_message_id
from intake.outbox.words import Language, Words, harmless, load_words
from intake.triage.digest import Bar, DigestDay, Tally
from tests.outbox.days import CUTOFF, HOSTILE, PERIOD, UNTIL, ZONE, digest_day, vacancy

BOTH: tuple[Language, ...] = ("en", "fr")


def seen(composed: Composed) -> str:
    """The words that a reader of the HTML sees."""
    body = LexborHTMLParser(composed.html).body
    assert body is not None
    return " ".join(body.text(separator=" ").split())


def test_the_subject_says_what_is_new_in_plain_words() -> None:
    day = digest_day(vacancy())
    assert compose(day).subject == "4 new mails for 1 vacancy · Intake, 9 February 2026"
    french = "4 nouveaux messages pour 1 poste · Intake, 9 février 2026"
    assert compose(day, "fr").subject == french


def test_the_subject_leads_with_a_mailbox_that_is_not_read() -> None:
    day = digest_day(vacancy(last_good=UNTIL - timedelta(days=1)))
    assert compose(day).subject.startswith("1 mailbox not read · 4 new mails")


def test_a_day_without_news_says_so() -> None:
    quiet = replace(vacancy(), new=Tally(), held=())
    day = digest_day(quiet)
    assert compose(day).subject == "No new mail · Intake, 9 February 2026"
    assert "Nothing new since the last digest · nothing waits" in seen(compose(day))


@pytest.mark.parametrize("language", BOTH)
def test_both_forms_tell_the_same(language: Language) -> None:
    composed = compose(digest_day(vacancy(("Aïcha", "Tomáš", "李娜"))), language)
    html = seen(composed)
    for told in ("Aïcha", "Tomáš", "李娜", "a0", "m900", "m901", "m902", "9f2c" * 16, "412"):
        assert told in composed.text
        assert told in html
    words = Words(language, ZONE)
    for key in ("held_title", "refused_title", "withdrawals_title", "notable_title", "dead_man"):
        assert words(key) in composed.text
        assert words(key) in html


def test_what_is_missing_is_named_for_the_application() -> None:
    text = compose(digest_day(vacancy())).text
    assert "a0     Mary O'Neill · received 8 Feb, 23:00 · missing or unsure: CV" in text
    assert "7 minutes after the deadline" in text


def test_the_reconcile_line_adds_up_or_warns() -> None:
    assert "412 on the server, 412 accounted for, 0 missing" in compose(digest_day()).text
    short = compose(digest_day(server=414))
    assert "2 mails are not accounted for" in seen(short)
    assert "414 on the server, 412 accounted for, 2 missing" in short.text
    unasked = compose(replace(digest_day(), totals=None)).text
    assert "not been compared" in unasked


def test_missed_days_are_named() -> None:
    merged = replace(PERIOD, missed=(date(2026, 2, 7), date(2026, 2, 8)))
    composed = compose(digest_day(vacancy(), period=merged))
    assert "also covers 7 February 2026 and 8 February 2026" in composed.text
    assert "also covers 7 February 2026 and 8 February 2026" in seen(composed)


def test_a_hostile_name_is_text_in_both_forms() -> None:
    composed = compose(digest_day(vacancy((HOSTILE,))))
    tree = LexborHTMLParser(composed.html)
    assert not tree.css("script, img, a, iframe, object, form, b")
    assert "<script>alert(1)</script> Bcc: x@example.net" in seen(composed)
    for form in (composed.text, composed.html):
        assert "\u202e" not in form
        assert "\x1b" not in form
        assert "http://evil" not in form
    assert not any(line.lstrip().startswith("Bcc:") for line in composed.text.splitlines())


@given(st.text(st.characters(exclude_categories=[])))
def test_any_name_is_one_short_line_of_printable_characters(name: str) -> None:
    try:
        shown = harmless(name)
        shown.encode()
    except UnicodeEncodeError:
        pytest.fail("a surrogate got through")
    assert len(shown) <= 100
    assert not set(shown) & {"\n", "\r", "\x00", "\x1b", "\u2028", "\u202e", "\u2066"}
    assert "://" not in shown


def test_nothing_is_loaded_from_anywhere() -> None:
    html = compose(digest_day(vacancy())).html
    assert not re.findall(r"https?:|url\(|@import|src=|href=", html)


def test_names_can_be_left_out() -> None:
    composed = compose(digest_day(vacancy(("Mary O'Neill",))), names=False)
    assert "Neill" not in composed.text + composed.html
    assert "example.org" not in composed.text + composed.html
    assert "a0" in composed.text


def test_long_lists_are_cut_and_say_where_the_rest_is() -> None:
    composed = compose(digest_day(vacancy(tuple(f"Person {n}" for n in range(40)))))
    more = f"and {40 - LINES_SHOWN[0]} more: intake queue tosci"
    assert more in composed.text
    assert more in seen(composed)


def test_the_html_stays_under_what_gmail_cuts_off_even_for_many_vacancies() -> None:
    people = tuple(f"Person {n}" for n in range(30))
    composed = compose(digest_day(*[vacancy(people) for _ in range(6)]))
    assert len(composed.html.encode()) < GMAIL_CUTS_AT
    assert "more: intake queue tosci" in composed.text


def test_layout_tables_are_marked_and_bars_are_described() -> None:
    tree = LexborHTMLParser(compose(digest_day(vacancy())).html)
    roles = {table.attributes.get("role") for table in tree.css("table")}
    assert roles == {"presentation", "img", None}
    labels = [t.attributes.get("aria-label") for t in tree.css("table[role=img]")]
    assert labels[0] is not None
    assert labels[0].endswith("8 Feb: 1, 9 Feb: 2")
    assert all(t.attributes.get("aria-label") for t in tree.css("table:not([role])"))
    html = tree.css_first("html")
    assert html is not None
    assert html.attributes["lang"] == "en"


def test_bars_are_cells_with_colours_of_their_own() -> None:
    """Outlook ignores most styles, and some programs drop all of them."""
    tree = LexborHTMLParser(compose(digest_day(vacancy())).html)
    bars = tree.css("td.bar")
    assert [cell.attributes["bgcolor"] for cell in bars] == ["#2a7d72", "#b8432f", "#c98a1b"]


def test_the_tallest_bar_has_the_full_length_and_a_single_mail_can_be_seen() -> None:
    bars = [Bar(date(2026, 2, 1), in_time=500), Bar(date(2026, 2, 2), in_time=1)]
    assert [scaled(bars, bar.total, 50) for bar in bars] == [50, 3]
    assert scaled(bars, 0, 50) == 0


def test_a_deadline_at_midnight_is_the_end_of_the_day_before() -> None:
    words = Words("en", ZONE)
    told = words.cutoff(CUTOFF, date(2026, 2, 8))
    assert told == "8 February 2026, end of day (Europe/Brussels)"
    noon = datetime(2026, 4, 4, 10, tzinfo=UTC)
    assert words.cutoff(noon, date(2026, 4, 4)) == "4 April 2026, 12:00 (Europe/Brussels)"


@pytest.mark.parametrize(
    ("span", "told"),
    [
        (timedelta(days=54, hours=16), "54 days"),
        (timedelta(days=5, hours=3, minutes=2), "5 days 3 hours"),
        (timedelta(days=1), "1 day"),
        (timedelta(hours=1, minutes=1), "1 hour 1 minute"),
        (-timedelta(minutes=7), "7 minutes"),
        (timedelta(seconds=1), "1 second"),
        (timedelta(0), "0 seconds"),
    ],
)
def test_a_span_is_told_in_its_largest_units(span: timedelta, told: str) -> None:
    assert Words("en", ZONE).span(span) == told


def test_french_counts_zero_as_singular() -> None:
    words = Words("fr", ZONE)
    assert words("vacancies", 0) == "0 poste"
    assert words("vacancies", 2) == "2 postes"


def test_both_languages_have_the_same_words_with_the_same_places() -> None:
    words = load_words()
    assert list(words["en"]) == list(words["fr"])
    for key, english in words["en"].items():
        assert places(english) == places(words["fr"][key]), key


def places(words: str | dict[str, str]) -> set[str | None]:
    forms = [words] if isinstance(words, str) else list(words.values())
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name}


def test_the_mail_says_that_a_machine_wrote_it_and_keeps_its_id() -> None:
    identity = new_message_id("intake@example.org", date(2026, 2, 9))
    day: DigestDay = digest_day(vacancy(("李娜",)))
    mail = letter(compose(day, "fr"), "intake@example.org", "hr@example.org", identity, UNTIL, "fr")
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["X-Auto-Response-Suppress"] == "All"
    assert mail["List-Id"] == "Intake digest <intake-digest.example.org>"
    assert mail["Message-ID"] == identity
    assert mail["From"] == "Intake <intake@example.org>"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    raw = mail.as_bytes()
    assert raw.isascii()
    assert max(map(len, raw.splitlines())) < 998  # RFC 5322, section 2.1.1
