"""Statements in groups, each held against the first members of the groups near it alone."""

from collections.abc import Callable, Hashable, Sequence

from summarize.language.similarity import Shelf, TfIdf

MOST_MEMBERS = 12
"""Members of a group that stand for it; a thousand more would not differ from them."""

_MOST_NEAR = 300
"""Statements that are held against one at the most: as many as ten articles or more make."""


class Groups:
    """Statements, known by their places from 0, in groups of those that are one.

    A statement joins the group whose first members are all one with it, the nearest group first, so
    that no chain of small steps leads from one statement to another. Every statement stands in one
    group; groups are in the order of their first members.
    """

    def __init__(
        self,
        weights: TfIdf,
        keys: Sequence[Hashable],
        at_least: float,
        are_one: Callable[[int, int], bool],
    ) -> None:
        """Group the documents of `weights`: those of a cosine of `at_least` that `are_one`.

        What has the `keys` of another and is one with it goes where that went, unsearched.
        """
        self.members: list[list[int]] = []
        self.home: list[int] = []
        self._shelf = Shelf(weights, _MOST_NEAR)
        self._are_one = are_one
        twins: dict[Hashable, int] = {}
        for place, key in enumerate(keys):
            twin = twins.setdefault(key, place)
            if twin != place and are_one(place, twin):
                self._join(place, self.home[twin])
            else:
                self._join(place, self._find_group(place, at_least))

    def near(self, place: int, at_least: float) -> list[tuple[int, float]]:
        """Return the first members of groups whose cosine reaches `at_least`, nearest first."""
        return self._shelf.neighbours(place, at_least)

    def _find_group(self, place: int, at_least: float) -> int:
        tried: set[int] = set()
        for other, _ in self._shelf.neighbours(place, at_least):
            group = self.home[other]
            if group not in tried and all(map(self._is_one_with(place), self._standing_for(group))):
                return group
            tried.add(group)
        return len(self.members)

    def _is_one_with(self, place: int) -> Callable[[int], bool]:
        return lambda other: self._are_one(place, other)

    def _standing_for(self, group: int) -> Sequence[int]:
        return self.members[group][:MOST_MEMBERS]

    def _join(self, place: int, group: int) -> None:
        if group == len(self.members):
            self.members.append([])
        self.members[group].append(place)
        self.home.append(group)
        if len(self.members[group]) <= MOST_MEMBERS:
            self._shelf.put(place)
