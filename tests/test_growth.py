"""The cost of an article grows with its length, of a story with its articles, hardly faster."""

import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice, product
from pathlib import Path
from types import FrameType

from stories import make_article, merge_read, read_offline

import summarize.merge
from benchmarks.growing import grow_story
from summarize.extract.offline import OfflineEngine
from summarize.ground.grounding import ground_draft

TOWNS = "Lorne Orlik Tolna Vask Brenning Hoven Quell Marren Istra Dunmere".split()
PEOPLE = ("Ana Kovar", "Ida Lund", "Milo Brandt", "Odette Quimby", "Peter Lind")
DEEDS = ("closed the bridge", "repaired the dam", "sold the mill", "counted the votes")
SIZE, PARTS = 40, 8
MOST = 1.6
"""Some room for a machine that does other work as well; a quadratic step would take eight times."""


def paragraphs(first: int) -> Iterator[str]:
    """Yield paragraphs without end, numbered from `first`, no two of them alike."""
    told = cycle(product(TOWNS, PEOPLE, DEEDS))
    for number, (town, person, deed) in enumerate(told, first):
        yield (
            f"{town} {deed} on Friday, as {number * 7 + 40} people watched in the rain. "
            f"“We in {town} waited {number + 2} years for this,” {person} told reporters. "
            f"{person} said that the town had {deed} for {number * 31 + 500} euros, "
            f"and denied that the {town} council had asked for more."
        )


def cost_of(first: int, size: int) -> float:
    """Return the seconds of CPU time that reading and proving so many paragraphs takes."""
    article = make_article("gazette", "\n\n".join(islice(paragraphs(first), size)))
    started = time.process_time()
    extraction = ground_draft(OfflineEngine("a test").draft(article), article)
    assert len(extraction.claims) > size
    return time.process_time() - started


def test_one_long_article_costs_as_much_as_its_parts() -> None:
    cost_of(0, 5)  # loads the tables
    parts = sum(cost_of(part * 1_000, SIZE) for part in range(1, PARTS + 1))
    whole = min(cost_of(first, SIZE * PARTS) for first in (100_000, 200_000, 300_000))
    assert whole < MOST * parts


MERGE = str(Path(summarize.merge.__file__).parent)
FEW, MANY = 60, 180
"""Articles of a story: from the smaller on, no claim is held against more others than it was."""

MOST_CALLS = 1.3
"""A step over all pairs of articles, claims or actors would take three times as many."""

MODELS = tuple(
    "\n\n".join(islice(paragraphs(model * 50), 3))
    + f"\n\nMayor Ida Lund said that the {town} dam had burst and that 1,200 people had fled. "
    "Engineers denied that the dam had burst. The governor promised help for the whole valley."
    for model, town in enumerate(TOWNS[:5])
)


def calls_of_merge(size: int) -> int:
    """Return how many calls within the merge a story of so many articles takes."""
    read = [read_offline(f"{place}", text) for place, text in enumerate(grow_story(MODELS, size))]
    calls = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        calls += event == "call" and MERGE in frame.f_code.co_filename

    sys.setprofile(count)
    try:
        merge_read(read)
    finally:
        sys.setprofile(None)
    return calls


def test_the_merge_of_a_story_costs_as_its_articles_and_not_as_their_pairs() -> None:
    few, many = calls_of_merge(FEW), calls_of_merge(MANY)
    assert many < MOST_CALLS * MANY / FEW * few
