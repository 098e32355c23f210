"""How a sentence of the brief writes what a source wrote at the start of its own."""

import pytest

from summarize.merge.labels import inside


@pytest.mark.parametrize(
    ("phrase", "written"),
    [
        ("At least 12", "at least 12"),
        ("Twelve", "twelve"),
        ("Up to 40", "up to 40"),
        ("12", "12"),
        ("Rs 12 crore", "Rs 12 crore"),
        ("US$5 million", "US$5 million"),
    ],
)
def test_a_numbers_wording_loses_the_capital_of_its_sentence_alone(
    phrase: str, written: str
) -> None:
    assert inside(phrase) == written
