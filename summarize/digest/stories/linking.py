"""Joins the groups that go together best, until none do: agglomeration over a sparse graph.

Only groups between which an article was found like another are compared, and a score is worked out
again no sooner than it comes first, since joining mostly lowers it (Müllner 2011, Modern
hierarchical, agglomerative clustering algorithms, for the generic algorithm). Of equal scores the
groups that come first in the window go first, so that the outcome hangs on the articles alone.
"""

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from summarize.digest.stories.clusters import JOINS, Cluster, join, score_of
from summarize.digest.stories.neighbours import Pair

MERGES = 1.25 * JOINS
"""Score from which two known stories are one: what was told as two is not made one lightly."""


class Merger(NamedTuple):
    """A known story that went on in another one, and how many known articles it had."""

    story: str
    into: str
    articles: int


class _Bond(NamedTuple):
    """Two groups with their score, negative so that the best comes first, and their ages then."""

    rank: float
    one: int
    other: int
    ages: tuple[int, int]


class Linker:
    """Groups, each known by the place of its first article, and the bonds between them."""

    def __init__(self, clusters: Sequence[Cluster], window_days: int, least: float = JOINS) -> None:
        """Begin with `clusters`, which have no article in common; join from a score of `least`."""
        self._window_days = window_days
        self._least = least
        self._clusters = {cluster.head: cluster for cluster in clusters}
        self._heads = {place: one.head for one in clusters for place in one.members}
        self._known = {one.story: one.members for one in clusters if one.story is not None}
        self._weighed: dict[tuple[int, int], tuple[int, int]] = {}
        self._heap: list[_Bond] = []
        self.mergers: list[Merger] = []

    def link(self, pairs: Iterable[Pair]) -> list[Cluster]:
        """Join what goes together, and return all groups in the order of their first articles."""
        found = {(min(a, b), max(a, b)): likeness for a, b, likeness in pairs}
        for (one, other), likeness in sorted(found.items()):
            self._weigh(self._head(one), self._head(other), likeness)
        while self._heap:
            bond = heappop(self._heap)
            one, other = self._head(bond.one), self._head(bond.other)
            if (one, other) == (bond.one, bond.other) and self._ages(one, other) == bond.ages:
                self._join(one, other)
            else:
                self._weigh(one, other)
        return sorted(self._clusters.values(), key=lambda cluster: cluster.head)

    def _head(self, place: int) -> int:
        """Return the first article of the group in which the article at `place` is now."""
        while (head := self._heads[place]) != place:
            self._heads[place] = self._heads[head]
            place = head
        return place

    def _ages(self, one: int, other: int) -> tuple[int, int]:
        """Return how many voices two groups have: a group that has grown is another one."""
        return len(self._clusters[one].voices), len(self._clusters[other].voices)

    def _weigh(self, one: int, other: int, likeness: float | None = None) -> None:
        """Keep the bond of two groups for later, where it is strong enough and not kept yet.

        `likeness` is that of an article of one and an article of the other: where there are no
        others, that of the groups.
        """
        one, other = min(one, other), max(one, other)
        if one == other or self._weighed.get((one, other)) == self._ages(one, other):
            return
        self._weighed[one, other] = ages = self._ages(one, other)
        first, second = self._clusters[one], self._clusters[other]
        are_known = first.story is not None and second.story is not None
        are_single = len(first.voices[0]) == len(second.voices[0]) == 1 and ages == (1, 1)
        product = likeness if are_single else None
        score = score_of(first, second, self._window_days, product)
        if score >= (MERGES if are_known else self._least):
            heappush(self._heap, _Bond(-score, one, other, ages))

    def _join(self, one: int, other: int) -> None:
        """Make one group of two; `one` is the place that comes first."""
        first, second = self._clusters[one], self._clusters.pop(other)
        self._clusters[one] = join(first, second, self._name(first.story, second.story))
        self._heads[other] = one

    def _name(self, one: str | None, other: str | None) -> str | None:
        """Return the id that a joined group goes by: that of the elder of two known stories."""
        if one is None or other is None:
            return one or other
        elder, younger = sorted((one, other), key=lambda story: self._known[story][0])
        self.mergers.append(Merger(younger, elder, len(self._known[younger])))
        return elder
