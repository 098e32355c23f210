"""A dispute that an article shows itself may be stated in a sentence; the gate then judges it."""

import pytest

from summarize.model import Brief
from summarize.verify import verify_brief
from tests.stories import DAM, merge_story

TIMED = {
    "herald": (
        "Norway and Chad reached an agreement on fishing in early 2024, the paper wrote.\n\n"
        "The mayor of Bergen, Ida Moe, said that 40 boats would be sold."
    ),
    "courier": "Last December, Norway and Chad signed the fishing pact in Oslo.",
}


def state(brief: Brief, kind: str, old: str = "", new: str = "") -> Brief:
    """Return `brief` with the sides of its point of `kind` in the sentences of their evidence."""
    points = []
    for point in brief.contested:
        if point.kind == kind:
            sides = [
                side.model_copy(update={"statement": side.evidence[0].quote.replace(old, new)})
                for side in point.positions
            ]
            point = point.model_copy(update={"positions": tuple(sides)})  # noqa: PLW2901
        points.append(point)
    assert points != list(brief.contested)
    return brief.model_copy(update={"contested": tuple(points)})


@pytest.mark.parametrize(("story", "kind"), [(DAM, "figure"), (TIMED, "timing")])
def test_a_side_in_its_evidences_own_sentence_passes(story: dict[str, str], kind: str) -> None:
    assert verify_brief(state(merge_story(story), kind)).passed


@pytest.mark.parametrize(
    ("story", "kind", "old", "new"),
    [(DAM, "figure", "9,000", "6,000"), (TIMED, "timing", "2024", "2023")],
)
def test_one_changed_number_in_such_a_sentence_is_one_failure(
    story: dict[str, str], kind: str, old: str, new: str
) -> None:
    [failure] = verify_brief(state(merge_story(story), kind, old, new)).failures
    assert failure.rule == "position.support"
