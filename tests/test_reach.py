"""What a bound allows: to the letter, and as newsrooms mean it."""

import math
from dataclasses import dataclass

import pytest

from summarize.language.quantities.reach import can_both_hold, is_borne_out, reach_of
from summarize.model import Bound


@dataclass(frozen=True)
class Given:
    low: float
    high: float
    bound: Bound


def given(value: float, bound: Bound = "exact", high: float | None = None) -> Given:
    return Given(value, value if high is None else high, bound)


@pytest.mark.parametrize(
    ("one", "other", "holds"),
    [
        (given(1300, "about"), given(1287), True),
        (given(1300, "about"), given(1200), False),
        (given(1300), given(1287), False),
        (given(40, "at least"), given(52), True),
        (given(40, "at least"), given(90), False),
        (given(40, "more than"), given(40), True),
        (given(40, "at least"), given(70, "at least"), False),
        (given(40, "at least"), given(41, "at least"), True),
        (given(40, "at most"), given(52), False),
        (given(11_000, "range", 12_000), given(11_500), True),
        (given(11_000, "range", 12_000), given(14_000), False),
    ],
)
def test_two_counts_as_newsrooms_give_them(one: Given, other: Given, holds: bool) -> None:
    assert can_both_hold(one, other) is holds
    assert can_both_hold(other, one) is holds


def test_to_the_letter_more_than_forty_has_no_end_and_is_not_forty() -> None:
    assert reach_of(given(40, "more than")).high == math.inf
    assert is_borne_out(given(40, "more than"), given(400))
    assert not is_borne_out(given(40, "more than"), given(40))
    assert is_borne_out(given(40, "at least"), given(40))
    assert not is_borne_out(given(40, "less than"), given(40))
    assert is_borne_out(given(40, "at most"), given(40))


def test_a_bound_one_way_bears_out_a_weaker_one_alone() -> None:
    assert is_borne_out(given(30, "more than"), given(40, "at least"))
    assert not is_borne_out(given(40, "more than"), given(30, "at least"))
    assert is_borne_out(given(40, "less than"), given(30, "at most"))
