"""Dates that a page states about itself."""

import datetime as dt

import pytest

from summarize.read.dates import find_date, read_date_line


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-04",
        "2024-03-04T09:15:00+01:00",
        "20240304T091500Z",
        "March 4, 2024",
        "Mar. 4, 2024",
        "4 March 2024",
        "4th of March 2024",
        "Monday, 4 March, 2024, 9:15",
        "04 Mar 2024 09:15 GMT",
    ],
)
def test_a_full_date_is_read(text: str) -> None:
    assert find_date(text) == dt.date(2024, 3, 4)


@pytest.mark.parametrize(
    "text", ["04/05/2024", "March 2024", "4 March", "30 February 2024", "yesterday", "12.30", ""]
)
def test_what_has_two_readings_or_none_is_no_date(text: str) -> None:
    assert find_date(text) is None


def test_a_numeric_date_with_one_reading_is_read() -> None:
    assert find_date("25/04/2024") == find_date("04/25/2024") == dt.date(2024, 4, 25)


@pytest.mark.parametrize(
    "line",
    [
        "Saturday, April 26, 2025 11:01:03 AM",
        "Published: March 4, 2024 at 9:15 a.m. EST",
        "Last updated on 4 March 2024 | 10:33 GMT",
        "Posted 3 hours ago",
        "4 March 2024 - 12:37PM",
        "04/05/24",
    ],
)
def test_a_line_of_dates_alone_is_a_date_line(line: str) -> None:
    assert read_date_line(line)[0]


@pytest.mark.parametrize(
    "line",
    [
        "On March 4, 2024 the bridge was closed.",
        "Published on Monday",
        "The Independent, 2024",
        "Updated figures for 2024",
        "12",
    ],
)
def test_a_line_that_says_more_is_no_date_line(line: str) -> None:
    assert not read_date_line(line)[0]


def test_an_update_is_told_from_a_publication() -> None:
    assert read_date_line("Updated: 5 March 2024")[2] == "updated"
    assert read_date_line("First published 4 March 2024")[2] == "published"
