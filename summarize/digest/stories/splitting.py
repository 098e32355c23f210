"""A known story that turns out to be two."""

from collections.abc import Sequence

from summarize.digest.stories.clusters import JOINS, Cluster, make_cluster, product_of
from summarize.digest.stories.copies import Voice
from summarize.digest.stories.linking import Linker
from summarize.digest.stories.neighbours import Pair
from summarize.digest.stories.window import Window

SPLITS = JOINS
"""Score below which the parts of a known story are two; to be one again they need a quarter more.
"""

_MOST_VOICES = 40
"""Articles of a story that is looked at, copies aside; a larger one has many sides, and stays."""

_FEWEST = 2
"""Articles that make a story of their own; a single one that strayed stays where it was told."""


def split_cluster(window: Window, cluster: Cluster, window_days: int) -> list[Cluster]:
    """Return the parts of a story, the greatest first, which keeps its id; mostly there is one.

    Of two parts of the same size the one with the first article is the greater.
    """
    if not 2 * _FEWEST <= len(cluster.voices) <= _MOST_VOICES:
        return [cluster]
    parts = _part(window, sorted(cluster.voices), window_days)
    whole = [part for part in parts if len(part.voices) >= _FEWEST]
    if len(whole) < 2:
        return [cluster]
    greatest = max(whole, key=lambda part: (len(part.members), -part.head))
    others = [part for part in whole if part is not greatest]
    gone = {voice for part in others for voice in part.voices}
    stays = [voice for voice in sorted(cluster.voices) if voice not in gone]
    return [make_cluster(window, stays, cluster.story), *others]


def _part(window: Window, voices: Sequence[Voice], window_days: int) -> list[Cluster]:
    """Group the articles of a story anew, as if they were of none, but from a lower score on."""
    alone = [make_cluster(window, [voice]) for voice in voices]
    pairs = [
        Pair(one.head, other.head, product_of(one, other))
        for at, one in enumerate(alone)
        for other in alone[at + 1 :]
    ]
    return Linker(alone, window_days, SPLITS).link(pairs)
