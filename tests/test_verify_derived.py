"""What the merge derived is derived again: one changed field of it is one failure."""

import json
from collections.abc import Callable
from itertools import islice, permutations
from typing import Any

import pytest

from summarize.model import Brief
from summarize.render.json import render_json, withhold_sources
from summarize.verify import verify_brief
from summarize.verify.loading import read_brief
from tests.stories import merge_read, merge_story, read_offline

STORY = {
    "velmore herald": (
        "The old grain mill in Velmore burned down on Monday, the Courier reported. “We will build "
        "it again with our own hands,” mill owner Ana Kovar said."
    ),
    "courier": (
        "The old grain mill in Velmore burned down on Monday, according to the Velmore Herald. "
        "Mill owner Ana Kovar told the BBC that lightning had caused the fire at the mill."
    ),
    "argus": (
        "The fire at the mill was caused by lightning, Velmore mill owner Ana Kovar said. “We will "
        "build it again with our own hands,” Kovar said."
    ),
    "beacon": "Fire has left nothing of the grain mill at Velmore; it burned down late on Monday.",
    "crier": (
        "Firefighters came to the grain mill in Velmore too late on Monday night. The road to the "
        "town of Brenn was shut until noon, and two families had to leave their homes for a day."
    ),
    "town crier": (
        "Firefighters came to the grain mill in Velmore too late on Monday night. The road to the "
        "town of Brenn was shut until noon, and two families had to leave their homes for a day. "
        "It then rained."
    ),
}


@pytest.fixture(scope="module")
def mill() -> Brief:
    return merge_story(STORY)


def failed(brief: Brief, change: Callable[[Any], None]) -> list[tuple[str, str]]:
    raw = json.loads(render_json(brief))
    change(raw)
    loaded = read_brief("brief.json", json.dumps(raw).encode())
    report = verify_brief(loaded.brief, failures=loaded.failures)
    return [(failure.path, failure.rule) for failure in report.failures]


def place(raw: Any, list_: str, **fields: object) -> int:
    """Return where the first item of a list has these fields."""
    return next(
        number
        for number, item in enumerate(raw[list_])
        if all(item[name] == value for name, value in fields.items())
    )


def test_the_untouched_story_passes_with_and_without_its_texts(mill: Brief) -> None:
    assert {one.how for one in mill.citations} == {
        "according to",
        "told",
        "shared quotation",
        "shared text",
    }
    assert mill.circles
    assert verify_brief(mill).passed
    assert verify_brief(withhold_sources(mill)).passed


def test_who_cites_whom_does_not_depend_on_the_order_of_the_articles(mill: Brief) -> None:
    read = [read_offline(name, text) for name, text in STORY.items()]
    for order in islice(permutations(read), 100, 720, 150):
        again = merge_read([*order, order[0]])
        assert again.model_dump_json() == mill.model_dump_json()


@pytest.mark.parametrize(
    ("list_", "wanted", "changed", "rule"),
    [
        ("findings", {"origins": 1}, {"origins": 3}, "derived.origins"),
        ("findings", {"status": "attributed"}, {"status": "corroborated"}, "derived.status"),
        ("findings", {"status": "attributed"}, {"status": "superseded"}, "derived.status"),
        ("origins", {"name": "Ana Kovar"}, {"name": "Jo Field"}, "derived.origins"),
        ("origins", {"name": "Ana Kovar"}, {"kind": "unnamed"}, "derived.origins"),
        ("origins", {"name": "Ana Kovar"}, {"family": "Field Media"}, "derived.origins"),
        ("citations", {"how": "told"}, {"name": "CNN"}, "citation.source"),
        ("citations", {"how": "according to"}, {"name": "Beacon"}, "citation.source"),
        ("citations", {"how": "shared quotation"}, {"name": "Jo Field"}, "citation.source"),
    ],
)
def test_one_changed_field_is_one_failure(
    mill: Brief, list_: str, wanted: dict[str, object], changed: dict[str, object], rule: str
) -> None:
    number = -1

    def change(raw: Any) -> None:
        nonlocal number
        number = place(raw, list_, **wanted)
        raw[list_][number].update(changed)

    found = failed(mill, change)
    assert (f"{list_}[{number}]", rule) in found
    assert {one for _, one in found} == {rule}
    assert len(found) == 1 or wanted == {"how": "shared quotation"}


def test_a_changed_date_of_the_newest_article_is_found(mill: Brief) -> None:
    assert failed(mill, lambda raw: raw.update(newest="2025-05-01")) == [
        ("newest", "derived.newest")
    ]


def test_an_origin_that_was_struck_out_is_missed(mill: Brief) -> None:
    def strike(raw: Any) -> None:
        del raw["origins"][place(raw, "origins", name="Ana Kovar")]

    assert failed(mill, strike) == [("origins", "derived.origins")]


def test_words_that_two_articles_share_are_compared(mill: Brief) -> None:
    def move(raw: Any) -> None:
        piece = raw["citations"][place(raw, "citations", how="shared text")]["evidence"][0]
        piece["quote"], piece["end"] = piece["quote"][:-1], piece["end"] - 1

    ((path, rule),) = failed(mill, move)
    assert (path.partition("[")[0], rule) == ("citations", "citation.source")


def test_a_circle_rests_on_citations(mill: Brief) -> None:
    beacon = next(one.id for one in mill.articles if one.outlet == "Beacon")
    found = failed(mill, lambda raw: raw["circles"][0]["article_ids"].append(beacon))
    assert found == [("circles[0]", "citation.circle")]


def test_an_article_that_is_cited_is_there(mill: Brief) -> None:
    def lose(raw: Any) -> None:
        cited = place(raw, "citations", how="shared text")
        raw["citations"][cited]["cited_article_id"] = "nowhere"

    assert [rule for _, rule in failed(mill, lose)] == ["reference.unknown"]
