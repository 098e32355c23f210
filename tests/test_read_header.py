"""What stands above an article: title, byline, labelled lines."""

import datetime as dt

import pytest

from summarize.read.furniture import read_furniture
from summarize.read.header import is_headline, read_byline, split_dated_title, split_outlet


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ines Calloway", ("Ines Calloway",)),
        ("By Ines Calloway and Tom Brandt", ("Ines Calloway", "Tom Brandt")),
        ("BY INES CALLOWAY", ("Ines Calloway",)),
        ("Written by Jan de Vries, Science Editor", ("Jan de Vries",)),
        ("By Ines Calloway | March 4, 2024", ("Ines Calloway",)),
        ("Author: Ines Calloway", ("Ines Calloway",)),
        (
            "By Ines Calloway, Tom Brandt & Ruth Amadi",
            ("Ines Calloway", "Tom Brandt", "Ruth Amadi"),
        ),
    ],
)
def test_a_byline_gives_its_names(line: str, authors: tuple[str, ...]) -> None:
    found = read_byline(line)
    assert found is not None
    assert found.authors == authors


@pytest.mark.parametrize(
    "line",
    [
        "By Saturday the troops had left the town and the shops were open.",
        "By then it was too late",
        "Baker said so",
        "By March the price of bread had doubled in the capital",
    ],
)
def test_a_sentence_is_no_byline(line: str) -> None:
    assert read_byline(line) is None


def test_an_agency_in_a_byline_is_the_source_and_no_author() -> None:
    found = read_byline("By TOM BRANDT, Associated Press")
    assert found is not None
    assert found.authors == ("Tom Brandt",)
    assert found.agency == "Associated Press"


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Ferry operator admits brakes were never tested", True),
        ("Who pays for the pier?", True),
        ("“Never again”: a town after the flood", True),
        ("The ferry struck the pier on Monday.", False),
        ("Sport", False),
        ("Home > News > Harbour", False),
        ("and then it stopped", False),
        ("What the harbour needs is patience — Ann (@ann_example)", False),
    ],
)
def test_a_headline_has_no_stop_and_no_separators(line: str, is_one: bool) -> None:
    assert is_headline(line) is is_one


def test_dates_around_a_title_are_taken_off_it() -> None:
    line = (
        "date 2024-03-04 Ferry operator admits tests were skipped Monday, March 4, 2024 9:15:00 AM"
    )
    assert split_dated_title(line) == (
        "Ferry operator admits tests were skipped",
        dt.date(2024, 3, 4),
    )


def test_a_date_within_a_title_stays() -> None:
    assert split_dated_title("What the vote of March 4, 2024 means for the harbour") is None


def test_an_outlet_behind_a_bar_is_split_off() -> None:
    title = "Ferry operator admits tests were skipped"
    assert split_outlet(f"{title} | Harbour Ledger") == (title, "Harbour Ledger")
    assert split_outlet(title) == (title, None)


def test_labelled_lines_state_metadata() -> None:
    found = read_furniture("Publisher: Harbour Ledger")
    assert found is not None
    assert found.states.outlet == "Harbour Ledger"
    assert read_furniture("Date:") is not None
    assert read_furniture("The publisher said no.") is None
