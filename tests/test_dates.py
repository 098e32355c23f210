"""Dates are read as finely as the words allow, and never out of what is no date."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.language.calendar import WEEKDAYS
from summarize.language.dates import date_of_sentence, find_dates
from summarize.language.dates.counting import date_of_count
from summarize.language.document import parse_document

MONDAY = dt.date(2025, 4, 28)
PIECES = st.lists(
    st.sampled_from(
        "in on the last next May March 31 February 30 2024 1999 Sunday a few ago years century of "
        "0 31/12/1999 2000-02-31 since , . ( ) ’s weekend three 12th twelve will said early Sept. "
        "9999 İstanbul winter 24 hours that year".split()
    ),
    max_size=12,
)


def read(text: str, anchor: dt.date | None = MONDAY) -> list[tuple[str, str | None]]:
    return [(text[d.start : d.end], d.date) for d in find_dates(parse_document(text), anchor)]


def matter(text: str) -> str | None:
    document = parse_document(text)
    return date_of_sentence(document, 0, find_dates(document, MONDAY))


@pytest.mark.parametrize(
    ("text", "phrase", "date"),
    [
        ("The dam burst on 6 March 2019.", "6 March 2019", "2019-03-06"),
        ("The dam burst on March 6th, 2019, at dawn.", "March 6th, 2019", "2019-03-06"),
        ("The dam burst on Wednesday, Mar. 6, 2019.", "Wednesday, Mar. 6, 2019", "2019-03-06"),
        ("Posted 2019-03-06 at 10:30.", "2019-03-06", "2019-03-06"),
        ("Posted 16/03/2019.", "16/03/2019", "2019-03-16"),
        ("Posted 6/3/2019.", "6/3/2019", "2019"),
        ("The bridge fell in August 2024.", "August 2024", "2024-08"),
        ("Talks began in early 2024.", "early 2024", "2024"),
        ("It opened in the summer of 2023.", "the summer of 2023", "2023"),
        ("It opened at the end of 2023.", "the end of 2023", "2023"),
        ("The fair ran from 26-28 June 2024.", "26-28 June 2024", "2024-06"),
    ],
)
def test_a_full_date_needs_no_anchor(text: str, phrase: str, date: str) -> None:
    assert read(text, None) == [(phrase, date)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("They met on Saturday.", "2025-04-26"),
        ("They met on Monday.", "2025-04-28"),
        ("They met last Monday.", "2025-04-21"),
        ("They met late Tuesday night.", "2025-04-22"),
        ("They met on Monday of last week.", "2025-04-21"),
        ("Saturday's losses, which would rise, came at dawn.", "2025-04-26"),
        ("They met yesterday.", "2025-04-27"),
        ("They met three days ago.", "2025-04-25"),
        ("They met last week.", "2025-04"),
        ("They met earlier this month.", "2025-04"),
        ("They met last month.", "2025-03"),
        ("They met two months ago.", "2025-02"),
        ("They met last December.", "2024-12"),
        ("They met in October last year.", "2024-10"),
        ("They have met since August.", "2024-08"),
        ("They met on 5 May.", "2024-05-05"),
        ("They met last year.", "2024"),
        ("They met a year ago.", "2024"),
        ("They met several years ago.", None),
        ("They met two years later.", None),
        ("They met in the 1990s.", None),
    ],
)
def test_a_past_date_is_counted_from_the_anchor(text: str, date: str | None) -> None:
    assert [d for _, d in read(text)] == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The court will sit on Friday.", "2025-05-02"),
        ("The court is to sit next Friday.", "2025-05-02"),
        ("A vote is scheduled for 5 May.", "2025-05-05"),
        ("She plans to resign in November.", "2025-11"),
        ("Ministers are expected to meet on Monday.", "2025-05-05"),
        ("The talks resume next month.", "2025-05"),
        ("They will return tomorrow.", "2025-04-29"),
    ],
)
def test_a_future_verb_looks_ahead(text: str, date: str) -> None:
    assert [d for _, d in read(text)] == [date]


def test_without_an_anchor_a_relative_date_stays_open() -> None:
    document = parse_document("They met on Saturday, last December and on 5 May.")
    mentions = find_dates(document, None)
    assert [(m.date, m.is_relative) for m in mentions] == [(None, True)] * 3


@pytest.mark.parametrize(
    "text",
    [
        "He may go, and may march on.",
        "May he rest; let us march.",
        "Some 2024 soldiers and 2,024 sailors came second.",
        "See page 2019 and section 12.",
        "The shop is open 24/7 and shuts at 9:30.",
        "The 26th of 30 runners sat in the Sun.",
        "Theresa May left before May's rivals.",
        "April Jones met June Carter.",
        "They joined the March on Washington.",
        "The choir sings every Sunday.",
        "It happens on a Tuesday.",
        "Good Friday, said the Sunday Times.",
        "She was seen on Saturday Night Live and on Beacon News Sunday.",
        "His sisters are Heather and June.",
        "It rained for the last week.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert read(text) == []


def test_an_impossible_day_stays_open() -> None:
    assert read("They met on 30 February 2021.") == [("30 February 2021", None)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The dam burst on Saturday.", "2025-04-26"),
        ("The mayor said on Sunday that the dam burst on Saturday.", "2025-04-26"),
        ("On Sunday the mayor said that the dam had burst.", None),
        ("Troops left the valley, which they took in August 2024.", None),
        ("Since August the valley has been empty.", None),
        ("From 2000 through 2016 the valley was empty.", None),
        ("The 2016 election cost him his seat.", None),
        ("It burst in March 2024, on 6 March 2024.", "2024-03-06"),
        ("One dam burst in 2023, another in 2024.", None),
        ("The mayor spoke to reporters.", None),
    ],
)
def test_a_sentence_has_the_date_of_its_matter(text: str, date: str | None) -> None:
    assert matter(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "Both fleets patrol the strait, following a deal struck with the port in early 2024.",
        "Both fleets now sail under a treaty between the islands, signed last December.",
        "The push into the valley, which began in August, has cost lives.",
        "The king sent guards after a surprise attack in August 2024.",
        "After a surprise attack in August 2024, the guards withdrew.",
        "They came under a plan that the mayor had agreed with the port in early 2024.",
        "Rents have risen since the vote in March.",
        "The camp stays open until the vote in March.",
        "While the talks went on in March, he left.",
        "They denounced a law passed in 2020.",
        "Sales were higher than in March.",
        "He cited a report in March.",
        "Speaking on Sunday, the mayor opened the mill.",
        "On Sunday the mayor had said that the dam would hold.",
    ],
)
def test_the_date_of_a_side_matter_is_not_that_of_the_sentence(text: str) -> None:
    assert matter(text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("After the raid, the guards withdrew on Saturday.", "2025-04-26"),
        ("Shortly before dawn on Saturday the dam burst.", "2025-04-26"),
        ("After 9 p.m. on Saturday the dam burst.", "2025-04-26"),
        ("The mayor said in a statement that the dam burst on Saturday.", "2025-04-26"),
        ("More than 40 people died on Saturday when the dam burst.", "2025-04-26"),
        ("He met a man known as the Fox on Friday.", "2025-04-25"),
        ("More than 2 million people came to the fair in 2015.", "2015"),
        ("The mill, now empty, burned down on Friday.", "2025-04-25"),
        ("The deal, reached in May 2024, was signed on Friday.", "2025-04-25"),
        ("The following day, on Tuesday, the mill opened.", "2025-04-22"),
    ],
)
def test_a_side_matter_leaves_the_date_of_the_main_clause(text: str, date: str) -> None:
    assert matter(text) == date


@pytest.mark.parametrize(
    ("words", "date", "part"),
    [
        ("in early 2024", "2024", "early"),
        ("in December 2024", "2024-12", None),
        ("in mid-May", "2024-05", "mid"),
        ("late in March", "2025-03", "late"),
        ("late last year", "2024", "late"),
        ("earlier this year", "2025", None),
        ("at the end of 2023", "2023", "late"),
        ("in the late summer of 2023", "2023", "late"),
        ("in the first half of 2023", "2023", None),
    ],
)
def test_the_part_of_a_time_is_kept_beside_its_date(
    words: str, date: str, part: str | None
) -> None:
    (mention,) = find_dates(parse_document(f"The mill opened {words}."), MONDAY)
    assert (mention.date, mention.part) == (date, part)


@given(PIECES, st.dates())
def test_whatever_the_words_mentions_are_apart_and_in_order(
    pieces: list[str], day: dt.date
) -> None:
    text = " ".join(pieces)
    mentions = find_dates(parse_document(text), day)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@given(st.dates(dt.date(1990, 2, 1)), st.sampled_from(WEEKDAYS))
def test_a_plain_weekday_lies_within_the_week_before(day: dt.date, name: str) -> None:
    [(_, date)] = read(f"They met on {name.capitalize()}.", day)
    found = dt.date.fromisoformat(date or "")
    assert found.weekday() == WEEKDAYS.index(name)
    assert 0 <= (day - found).days < 7


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The court has scheduled a hearing on May 26 to hear the case.", "2025-05-26"),
        ("They plan to ease rules for vaccinated visitors starting in early May.", "2025-05"),
    ],
)
def test_what_is_fixed_or_planned_lies_ahead(text: str, date: str) -> None:
    document = parse_document(text)
    assert [one.date for one in find_dates(document, MONDAY)] == [date]


def test_an_unresolved_day_leaves_no_other_date() -> None:
    document = parse_document("On Tuesday, Max Thorn was jailed for a robbery in 2004.")
    assert date_of_sentence(document, 0, find_dates(document, None)) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("By Tuesday the toll had risen to 19.", "2025-04-22"),
        ("As of Tuesday, 19 people had died in the blaze on Monday.", "2025-04-22"),
        ("The fire service said on Tuesday that 19 people had died.", "2025-04-22"),
        ("The fire service told reporters late on Tuesday that 19 were dead.", "2025-04-22"),
        ("On Tuesday the fire service said 19 people had died on Monday.", "2025-04-22"),
        ("On Monday 12 people were killed, the fire service said.", None),
        ("The fire service said that 12 people were killed on Monday.", None),
        ("The fire service said that 12 people were killed.", None),
    ],
)
def test_a_count_has_the_day_that_it_reaches_to_or_was_told_on(text: str, day: str | None) -> None:
    document = parse_document(text)
    dates = find_dates(document, dt.date(2025, 4, 26))
    assert date_of_count(document, 0, dates) == day
