"""A known story that turns out to be two."""

from collections.abc import Sequence

from summarize.digest.stories.clusters import JOINS, Cluster, make_cluster
from summarize.digest.stories.linking import Linker
from summarize.digest.stories.neighbours import Pair
from summarize.digest.stories.window import Window

SPLITS = 0.85 * JOINS
"""Score below which the parts of a known story are two: it takes more than would part new ones."""

_MOST_MEMBERS = 60
"""Articles of a story that is looked at; a larger one has many sides, and stays."""

_FEWEST = 2
"""Articles that make a story of their own; a single one that strayed stays where it was told."""


def split_cluster(window: Window, cluster: Cluster, window_days: int) -> list[Cluster]:
    """Return the parts of a story, the greatest first, which keeps its id; mostly there is one.

    Of two parts of the same size the one with the first article is the greater.
    """
    members = sorted(cluster.members)
    if not 2 * _FEWEST <= len(members) <= _MOST_MEMBERS:
        return [cluster]
    parts = _part(window, members, window_days)
    whole = [part for part in parts if len(part.members) >= _FEWEST]
    if len(whole) < 2:
        return [cluster]
    greatest = max(whole, key=lambda part: (len(part.members), -part.members[0]))
    others = [part for part in whole if part is not greatest]
    gone = {place for part in others for place in part.members}
    stays = [place for place in members if place not in gone]
    return [make_cluster(window, stays, cluster.story), *others]


def _part(window: Window, members: Sequence[int], window_days: int) -> list[Cluster]:
    """Group the members of a story anew, as if they were of none, but from a lower score on."""
    alone = [make_cluster(window, [place]) for place in members]
    pairs = (
        Pair(one, other, 0.0)
        for at, one in enumerate(members)
        for other in members[at + 1 :]
    )  # fmt: skip
    return Linker(alone, window_days, SPLITS).link(pairs)
