"""The cost of an article grows with its length, and hardly faster."""

import time
from collections.abc import Iterator
from itertools import cycle, islice, product

from stories import make_article

from summarize.extract.offline import OfflineEngine
from summarize.ground.grounding import ground_draft

TOWNS = "Lorne Orlik Tolna Vask Brenning Hoven Quell Marren Istra Dunmere".split()
PEOPLE = ("Ana Kovar", "Ida Lund", "Milo Brandt", "Odette Quimby", "Peter Lind")
DEEDS = ("closed the bridge", "repaired the dam", "sold the mill", "counted the votes")
FACTOR = 8
MOST = FACTOR**1.25
"""A machine that does other work as well gets some room; a quadratic step would take 64."""


def paragraphs() -> Iterator[str]:
    """Yield paragraphs without end, no two of them alike."""
    told = cycle(product(TOWNS, PEOPLE, DEEDS))
    for number, (town, person, deed) in enumerate(told, 1):
        yield (
            f"{town} {deed} on Friday, as {number * 7 + 40} people watched in the rain. "
            f"“We in {town} waited {number + 2} years for this,” {person} told reporters. "
            f"{person} said that the town had {deed} for {number * 31 + 500} euros, "
            f"and denied that the {town} council had asked for more."
        )


def cost_of(size: int) -> float:
    """Return the seconds of CPU time that reading and proving so many paragraphs takes."""
    article = make_article("gazette", "\n\n".join(islice(paragraphs(), size)))
    started = time.process_time()
    extraction = ground_draft(OfflineEngine("a test").draft(article), article)
    assert len(extraction.claims) > size
    return time.process_time() - started


def test_eight_times_the_length_takes_about_eight_times_as_long() -> None:
    cost_of(5)  # loads the tables
    short = min(cost_of(40) for _ in range(3))
    assert cost_of(40 * FACTOR) < MOST * short
