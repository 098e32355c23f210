"""Outlets that date one agreement differently are a contested point; two agreements are none."""

import pytest

from summarize.model import ContestedPoint
from summarize.verify import verify_brief
from tests.stories import merge_story


def timings(*texts: str) -> list[ContestedPoint]:
    brief = merge_story(dict(zip(("herald", "courier"), texts, strict=False)))
    return [point for point in brief.contested if point.kind == "timing"]


EARLY = "Norway and Chad reached an agreement on fishing in early 2024, the paper wrote."


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("Last December, Norway and Chad signed the fishing pact in Oslo.", "Last December"),
        ("Norway signed a treaty on fish with Chad in October 2024.", "October 2024"),
        ("The deal that Oslo struck with Chad on 3 March 2025 is about cod.", "3 March 2025"),
    ],
)
def test_two_times_for_one_agreement_are_a_dispute_of_outlets(other: str, said: str) -> None:
    [point] = timings(EARLY, other)
    assert point.between == "outlets"
    assert {position.statement for position in point.positions} == {"early 2024", said}
    assert point.question.startswith("When was the ")


@pytest.mark.parametrize(
    "other",
    [
        "Norway and Chad signed the fishing pact in January 2024.",  # early, too
        "Norway and Chad signed the fishing pact in 2024.",  # which holds it
        "Norway and Peru signed a fishing pact in October 2024.",  # with somebody else
        "Norway and Chad held talks on fish in October 2024.",  # talks are held again and again
        "Norway and Chad signed the fishing pact.",
        "Norway may sign a fishing pact with Chad in October 2025.",
    ],
)
def test_times_that_can_both_be_right_are_none(other: str) -> None:
    assert timings(EARLY, other) == []


def test_one_outlet_does_not_dispute_with_itself() -> None:
    assert timings(f"{EARLY}\n\nNorway and Chad signed the pact in October 2024.") == []


def test_each_time_is_one_position_with_all_outlets_that_give_it() -> None:
    brief = merge_story(
        {
            "one": EARLY,
            "two": "Norway and Chad signed the fishing pact in March 2024.",
            "three": "Norway and Chad signed the fishing pact in October 2024.",
            "four": "Last December, Norway and Chad signed the fishing pact in Oslo.",
            "five": (
                "Norway and Chad signed the fishing pact in 2024.\n\n"
                "The mayor of Bergen, Ida Moe, said that 40 boats would be sold."
            ),
        }
    )
    [point] = [point for point in brief.contested if point.kind == "timing"]
    assert [len(position.article_ids) for position in point.positions] == [2, 1, 1]
    said = {row.source: row.statement for row in point.holdings}
    assert said == {
        "One": "early 2024",
        "Two": "March 2024",
        "Three": "October 2024",
        "Four": "Last December",
    }
    assert verify_brief(brief).passed
