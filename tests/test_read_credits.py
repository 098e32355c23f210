"""Whom an article credits: datelines, credit lines, staff lines."""

import pytest

from summarize.read.credits import is_staff_line, read_credit, read_dateline


@pytest.mark.parametrize(
    ("paragraph", "dateline", "agency"),
    [
        ("KYIV, April 26 (Reuters) — The mayor said", "KYIV, April 26 (Reuters) — ", "Reuters"),
        ("LISBON (AP) - Rain fell", "LISBON (AP) - ", "Associated Press"),
        ("ST. PAUL, Minn. (AP) — Rain fell", "ST. PAUL, Minn. (AP) — ", "Associated Press"),
        ("Nairobi (AFP) – Rain fell", "Nairobi (AFP) – ", "AFP"),
        ("(Reuters) - Oil rose", "(Reuters) - ", "Reuters"),
        ("(Coastal Press) - Oil rose", "(Coastal Press) - ", "Coastal Press"),
        ("GENEVA — The talks", "GENEVA — ", None),
        ("LIMA, 3 May 2024 (EFE) -- The talks", "LIMA, 3 May 2024 (EFE) -- ", "EFE"),
        ("Accra, Ghana (CNN) The talks", "Accra, Ghana (CNN) ", "CNN"),
    ],
)
def test_a_dateline_is_measured(paragraph: str, dateline: str, agency: str | None) -> None:
    found = read_dateline(paragraph)
    assert found is not None
    assert (paragraph[: found.length], found.agency) == (dateline, agency)


@pytest.mark.parametrize(
    "paragraph",
    [
        "COVID-19 cases rose again",
        "Paris: A city waits",
        "NATO said the talks went on",
        "FILE - In this picture the pier is seen",
        "A — B",
        "Russia – Ukraine talks",
        "The mayor (left) - Ruth Amadi - spoke",
        "(Live Update) - The talks went on",
    ],
)
def test_a_sentence_has_no_dateline(paragraph: str) -> None:
    assert read_dateline(paragraph) is None


@pytest.mark.parametrize(
    ("line", "credited"),
    [
        ("Original Source: www.example.org", "www.example.org"),
        ("Source: Reuters", "Reuters"),
        ("This article was originally published by The Vale Courier.", "The Vale Courier"),
        ("Originally published on Tide Weekly", "Tide Weekly"),
        ("via AP", "Associated Press"),
        ("(Reuters)", "Reuters"),
        ("With files from The Canadian Press", "The Canadian Press"),
    ],
)
def test_a_credit_line_names_whom_it_credits(line: str, credited: str) -> None:
    assert read_credit(line) == credited


@pytest.mark.parametrize(
    "line",
    [
        "The report was published in March.",
        "Via the port of Odesa, grain left the country again.",
        "A source: he would not say who, and nobody in the room asked him.",
        "First published in 1990, the book sold out within a week of its release.",
    ],
)
def test_a_sentence_is_no_credit_line(line: str) -> None:
    assert read_credit(line) is None


def test_a_line_about_the_staff_is_known() -> None:
    assert is_staff_line("(Reporting by Ines Calloway; editing by Tom Brandt)")
    assert is_staff_line("Tom Brandt contributed to this report.")
    assert not is_staff_line("Three countries contributed troops, the minister said.")
