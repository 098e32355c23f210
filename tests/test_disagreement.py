"""Two sentences and their numbers: borne out, contradicted, or not spoken to."""

from itertools import pairwise

import pytest

from summarize.language.disagreement import judge_numbers, read_told
from summarize.language.disagreement.days import DATE, DAY


@pytest.mark.parametrize(
    ("claim", "other", "verdict"),
    [
        ("The mill employs 40 smiths.", "The mill employs 40 smiths.", "agree"),
        ("The mill employs 40 smiths.", "The mill employs 52 smiths.", "contradict"),
        ("The mill employs more than 40 smiths.", "It employs 40 smiths.", "contradict"),
        ("The mill employs at least 40 smiths.", "It employs 40 smiths.", "agree"),
        ("The mill employs fewer than 40 smiths.", "It employs 40 smiths.", "contradict"),
        ("The mill employs about 1,300 smiths.", "It employs 1,287 smiths.", "agree"),
        ("The mill employs over 40 smiths.", "It employs more than 60 smiths.", "agree"),
        ("The mill employs over 60 smiths.", "It employs more than 40 smiths.", "contradict"),
        ("The mill employs 40 smiths.", "The mill lost $4 million.", "neutral"),
        ("The mill employs 40 smiths.", "The mill stands in Orlik.", "neutral"),
        ("The mill stands in Orlik.", "The mill employs 40 smiths.", "neutral"),
    ],
)
def test_a_count_is_held_against_the_count_of_the_same_with_its_bound(
    claim: str, other: str, verdict: str
) -> None:
    assert judge_numbers(claim, other) == verdict


@pytest.mark.parametrize(
    ("claim", "other", "verdict"),
    [
        ("The choir was founded in 1992.", "The choir was founded in 1992.", "agree"),
        ("The choir was founded in 1992.", "The choir was founded in 1994.", "contradict"),
        ("The choir was founded before 1992.", "It was founded in 1992.", "contradict"),
        ("The choir was founded after 1992.", "It was founded in 1994.", "agree"),
        ("The ferry sank on March 17.", "The ferry sank on 17 March 2020.", "agree"),
        ("The ferry sank on March 17.", "The ferry sank on 18 March 2020.", "contradict"),
        ("The ferry came third.", "The ferry came second.", "contradict"),
        ("Orlik won the final 2-1.", "Orlik won the final 3-1.", "contradict"),
        ("The play was rated 7.5/10.", "The play was rated 6.5/10.", "contradict"),
        ("The play was rated 7.5/10.", "The play was rated 3/5.", "neutral"),
    ],
)
def test_dates_ranks_scores_and_marks_are_numbers_too(claim: str, other: str, verdict: str) -> None:
    assert judge_numbers(claim, other) == verdict


def test_counts_of_different_days_do_not_contradict_each_other() -> None:
    claim = "By March 17 the clinic had 40 cases."
    assert judge_numbers(claim, "As of March 18 the clinic had 52 cases.") == "neutral"
    assert judge_numbers(claim, "As of March 17 the clinic had 52 cases.") == "contradict"


def test_a_number_is_paired_with_that_of_the_same_thing_not_with_the_first() -> None:
    told = "The film took $30 million at home and $17 million abroad."
    assert judge_numbers("The film took more than $12 million abroad.", told) == "agree"
    assert judge_numbers("The film took more than $18 million abroad.", told) == "contradict"


def test_a_bare_number_is_of_what_stands_around_it() -> None:
    told = "There were 878 cases, of which 365 were in Tolna and 17 in Orlik."
    assert judge_numbers("There were fewer than 17 in Orlik.", told) == "contradict"
    assert judge_numbers("There were more than 360 in Tolna.", told) == "agree"


def test_what_is_told_has_a_kind_and_no_overlap() -> None:
    told = read_told("On 17 March 2020 Orlik won 2-1, its third win, before 1,200 people in 2019.")
    assert [one.kind for one in told] == [DATE, "score", "rank", "1", DATE]
    assert all(a.end <= b.start for a, b in pairwise(told))
    assert [one.kind for one in read_told("It sank on March 17.")] == [DAY]


def test_weekdays_name_no_day_that_can_be_compared() -> None:
    assert judge_numbers("It sank on Monday.", "It sank on Tuesday.") == "neutral"
