"""A judgement has a dimension and a sign, and words before it can turn the sign."""

import pytest

from summarize.language.document import parse_document
from summarize.language.neutrality.appraisal import find_appraisals


def judged(text: str) -> list[tuple[str, str, int]]:
    found = find_appraisals(parse_document(text), 0, len(text))
    return [(text[one.start : one.end], one.dimension, one.sign) for one in found]


@pytest.mark.parametrize(
    ("text", "word", "dimension", "sign"),
    [
        ("The crews are skilled.", "skilled", "capability", 1),
        ("The crews are barely trained.", "trained", "capability", -1),
        ("The ban is unlawful.", "unlawful", "legality", -1),
        ("The ban was not illegal.", "illegal", "legality", 1),
        ("The bridge is not very safe.", "safe", "safety", -1),
        ("The report was fabricated.", "fabricated", "truth", -1),
    ],
)
def test_a_judgement_is_read_with_its_sign(text: str, word: str, dimension: str, sign: int) -> None:
    assert judged(text) == [(word, dimension, sign)]


def test_a_reverser_far_before_reverses_nothing() -> None:
    text = "He did not say that the new bridge was safe."
    assert judged(text) == [("safe", "safety", 1)]


def test_a_plain_report_judges_nothing() -> None:
    assert judged("The council met on Monday and heard two reports.") == []


def test_only_the_span_is_read() -> None:
    text = "The bridge is safe. The road is dangerous."
    first_end = text.index(" The road")
    assert [one.sign for one in find_appraisals(parse_document(text), 0, first_end)] == [1]
