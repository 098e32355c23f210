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


BURST = "The old Tolna dam burst on Thursday after heavy rain."


def test_two_days_for_one_event_are_a_dispute_and_three_stay_three() -> None:
    brief = merge_story(
        {
            "one": f"{BURST} Mayor Ines Vale said that 40 families would be moved to Port Elin.",
            "two": "On Friday, the old Tolna dam burst after heavy rain.",
            "three": "Engineers said that the old Tolna dam burst on Wednesday after heavy rain.",
        }
    )
    [point] = brief.contested
    assert (point.kind, point.between) == ("timing", "outlets")
    assert point.question == "When did the old Tolna dam burst after heavy rain?"
    assert [one.statement for one in point.positions] == ["Wednesday", "Thursday", "Friday"]
    assert brief.timeline == ()
    assert verify_brief(brief).passed


def test_a_month_that_may_be_either_day_takes_no_side() -> None:
    text = "The new bridge in Orlik was opened {}."
    [point] = timings(text.format("on 3 May 2021"), text.format("on 5 May 2021"))
    assert len(point.positions) == 2
    brief = merge_story(
        {
            "one": text.format("on 3 May 2021"),
            "two": text.format("in May 2021"),
            "three": text.format("on 5 May 2021"),
        }
    )
    [point] = brief.contested
    assert [len(one.article_ids) for one in point.positions] == [1, 1]
    assert len(point.silent_article_ids) == 1


@pytest.mark.parametrize(
    "other",
    [
        "The old Tolna dam burst on 24 April 2025 after heavy rain.",
        "The old Tolna dam burst in April 2025 after heavy rain.",
        "The old Tolna dam did not burst on Friday after heavy rain.",
        "The old Tolna dam is expected to burst on Friday after heavy rain.",
        "The mayor said on Friday that the old Tolna dam burst after heavy rain.",
        "The new Orlik dam leaked on Friday after a quake.",
    ],
    ids=["the same day", "its month", "a not", "to come", "when it was said", "another event"],
)
def test_what_leaves_the_day_as_it_is_disputes_no_time(other: str) -> None:
    assert timings(BURST, other) == []


def test_other_people_and_numbers_make_other_events() -> None:
    assert not timings(
        "Minister Carl Brandt visited the flooded town of Orlik on Monday.",
        "Minister Karl Lund visited the flooded town of Orlik on Tuesday.",
    )
    assert not timings(
        "About 40 ships reached the port of Orlik on Monday.",
        "About 70 ships reached the port of Orlik on Tuesday.",
    )
