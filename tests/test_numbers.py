from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.language.quantities.numbers import find_numbers, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("five", 5),
        ("twenty-one", 21),
        ("a hundred", 100),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("twenty-five hundred", 2500),
        ("two hundred and fifty thousand", 250_000),
        ("three million two hundred thousand and five", 3_200_005),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("two and a half million", 2_500_000),
        ("1,300", 1300),
        ("12,34,567", 1_234_567),
        ("1\u202f300", 1300),
        ("1.3bn", 1.3e9),
        ("1.3 billion", 1.3e9),
        ("25k", 25_000),
        ("3 lakh", 300_000),
        ("2½", 2.5),
        ("1 1/2", 1.5),
        ("3/4", 0.75),
        ("two-thirds", 2 / 3),
        ("one in five", 0.2),
        ("nine out of ten", 0.9),
        (".5", 0.5),
    ],
)
def test_a_number_is_read_however_it_is_written(text: str, value: float) -> None:
    assert parse_number(text) == pytest.approx(value)


@pytest.mark.parametrize(
    "text", ["", "several hundred", "dozens", "a third man", "ten men", "first"]
)
def test_what_is_not_wholly_a_number_has_no_value(text: str) -> None:
    assert parse_number(text) is None


def test_digits_words_and_scales_of_one_value_are_equal() -> None:
    spellings = ["1,500,000", "1.5 million", "1.5m", "one and a half million", "1500000"]
    assert {parse_number(spelling) for spelling in spellings} == {1_500_000.0}


def test_a_scale_keeps_round_decimals_round() -> None:
    assert parse_number("4.35 million") == 4_350_000.0


@given(st.integers(min_value=0, max_value=10**15))
def test_every_grouped_integer_reads_back(number: int) -> None:
    assert parse_number(f"{number:,}") == number


@given(st.text(alphabet="aehinostuvwx 0123456789,.-/½", max_size=40))
def test_numbers_come_in_order_and_never_overlap(text: str) -> None:
    found = find_numbers(text)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(0 <= number.start < number.end <= len(text) for number in found)


def test_a_ratio_needs_the_part_to_be_smaller_than_the_whole() -> None:
    assert [number.value for number in find_numbers("12 in 10 districts")] == [12, 10]
    assert [number.value for number in find_numbers("one in 2024")] == [1, 2024]
