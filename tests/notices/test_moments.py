"""Dates, times and zones as notices write them."""

from datetime import date

import pytest

from intake.notices import clock, dates, zones


@pytest.mark.parametrize(
    "words",
    [
        "8 February 2026",
        "8th of February 2026",
        "February 8, 2026",
        "February the 8th, 2026",
        "Sunday, 8 February, 2026",
        "8 Feb. 2026",
        "8-Feb-2026",
        "2026-02-08",
        "08.02.2026",
        "8/2/2026",
        "08-02-2026",
        "08.02.26",
        "le 8 février 2026",
        "8 FÉVRIER 2026",
    ],
)
def test_a_date_is_found_however_it_is_written(words: str) -> None:
    assert [one.date for one in dates.in_sentence(f"Closes {words}.")] == [date(2026, 2, 8)]


def test_the_first_of_a_month_is_written_with_er_in_french() -> None:
    (found,) = dates.in_sentence("au plus tard le 1er décembre 2026")
    assert found.date == date(2026, 12, 1)


@pytest.mark.parametrize("words", ["31.02.2026", "13/13/2026", "1.2.2026.4", "4 June 1994", "1/2"])
def test_what_is_no_date_of_our_time_is_none(words: str) -> None:
    assert dates.in_sentence(words) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("at 23:59", "23:59"),
        ("at 23:59:59", "23:59"),
        ("at 23.59 hrs", "23:59"),
        ("by 17.00", "17:00"),
        ("1700 hours", "17:00"),
        ("5 p.m.", "17:00"),
        ("5pm", "17:00"),
        ("11:59 PM", "23:59"),
        ("12 a.m.", "00:00"),
        ("à 17h", "17:00"),
        ("à 17 h 30", "17:30"),
        ("à 17 heures", "17:00"),
        ("17h00", "17:00"),
        ("noon", "12:00"),
        ("12 noon", "12:00"),
        ("12h00 (midi)", "12:00"),
        ("midnight", "midnight"),
        ("12 midnight", "midnight"),
        ("00:00 (midnight)", "midnight"),
        ("à minuit", "midnight"),
        ("24:00", "midnight"),
        ("99:99", None),
        ("20 hours a week", None),
        ("EUR 5,900.00", None),
        ("08.02.2026", None),
        ("close of business", None),
    ],
)
def test_a_time_of_day_is_found_however_it_is_written(words: str, told: str | None) -> None:
    assert clock.nearest(words, 0) == told


def test_of_several_times_the_one_by_the_date_counts() -> None:
    sentence = "Our office is open from 9:00; the deadline is 8 February 2026 at 17:00."
    assert clock.nearest(sentence, sentence.index("8 Feb")) == "17:00"


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("midnight CET", "CET"),
        ("17:00 (CEST)", "CEST"),
        ("midnight Central European Time", "CET"),
        ("midnight, Central European Summer Time", "CEST"),
        ("17:00 CET/CEST", "Europe/Brussels"),
        ("23:59 UTC", "UTC"),
        ("23:59 GMT", "GMT"),
        ("17:00 GMT+1", "+01:00"),
        ("17:00 (UTC \u2212 3:30)", "-03:30"),
        ("5 p.m. EST", "EST"),
        ("11:59 PM ET", "America/New_York"),
        ("5 p.m. Eastern Time", "America/New_York"),
        ("Brussels time", "Europe/Brussels"),
        ("17:00 Geneva local time", "Europe/Zurich"),
        ("17:00 (Addis Ababa, Ethiopia, local time)", "Africa/Addis_Ababa"),
        ("local time in Vienna", "Europe/Vienna"),
        ("heure de Genève", "Europe/Zurich"),
        ("heure locale de Bruxelles", "Europe/Brussels"),
        ("17h00, heure française", "Europe/Paris"),
        ("23:59 anywhere on Earth", "AOE"),
        ("LE DOSSIER EST COMPLET", None),
        ("17h00, heure locale", None),
        ("at the same time", None),
        ("UTC+15", None),
    ],
)
def test_a_zone_is_found_however_it_is_named(words: str, zone: str | None) -> None:
    assert zones.in_sentence(words) == zone
