"""The spans of time that careers are told in, as people write them in several languages."""

import pytest

from intake.reading.role.shape import fold
from intake.reading.role.times import begins_dated, spans

SPANS = [
    "Apr-19 / present",
    "Aug-12 / Mar-19",
    "04/2019 - date",
    "2012 > 2016",
    "09.2011 – heute",
    "Sept. 2014 à ce jour",
    "since 2018",
    "2015–",
    "Jan 15 to Dec 17",
    "from 1 May 2016 until the present day",
    "2016/02 - to date",
    "01.09.2011 - 31.12.2014",
    "04/19 - 06/21",
    "mid-2015 to late 2018",
    "du 1er septembre 2016 au 28 février 2021",
    "entre 2012 et 2016",
    "Desde set. 2018",
    "fev. 2012 até ago. 2018",
    "ene-17 / actualidad",
    "10/2003 bis 07/2006",
    "2001-04",
    "'14-'18",
    "Sep-2018 | now",
    "2019年3月 - 至今",
    "Spring 2018 to summer 2022",
    "oct. 2019 > auj.",
    "sett. 2010 - in corso",
    "mrt 2015 tot heden",
]
NO_SPANS = [
    "12 March 2026",
    "+44 20 7946 0123",
    "vol. 50(2), 201-230.",
    "IELTS 2019",
    "04/2026",
    "2019-03-12",
    "I may 20 to 30 times",
    "",
]


@pytest.mark.parametrize("written", SPANS)
def test_a_span_of_time_is_read(written: str) -> None:
    assert len(spans(fold(f"{written} Clerk, Harbour Lines"))) == 1


@pytest.mark.parametrize("written", NO_SPANS)
def test_what_is_no_span_is_not_read_as_one(written: str) -> None:
    assert spans(fold(written)) == ()


@pytest.mark.parametrize(
    "written", ["Apr-19 Clerk", "depuis le 2 mai 2019", "2015–", "04/2019 - x"]
)
def test_an_entry_begins_with_its_date(written: str) -> None:
    assert begins_dated(fold(written))
