"""Articles that say the same in the same words: together they are one voice, however many.

A report that twenty outlets print is told once (DESIGN: repetition is not corroboration). Counted
twenty times it would make a story look so tight that another outlet's own report stays outside.
"""

from collections.abc import Iterable, Sequence

from summarize.digest.stories.neighbours import Pair
from summarize.digest.stories.window import Window

SAME_WORDS = 0.7
"""Cosine from which two articles are one text, cut or edited; own reports of a matter reach 0.6."""

Voice = tuple[int, ...]
"""The places of articles with one text, ascending."""


class Copies:
    """Voices as they come together; each is of one known story, or of none."""

    def __init__(self, stories: Sequence[str | None]) -> None:
        """Begin with each article as a voice of its own; `stories` has the id of each."""
        self._stories = list(stories)
        self._heads = list(range(len(stories)))

    def gather(self, window: Window, pairs: Iterable[Pair], window_days: int) -> None:
        """Put the copies among `pairs` together, most alike first.

        A new article goes to the story of its copy. Two known stories stay apart.
        """
        found = []
        for one, other, likeness in pairs:
            norms = window.squares[one] * window.squares[other]
            if (
                window.gap(one, other) <= window_days
                and likeness >= SAME_WORDS * float(norms) ** 0.5
            ):
                found.append((-likeness, min(one, other), max(one, other)))
        for _, one, other in sorted(found):
            self._put_together(self._head(one), self._head(other))

    def voices_of(self, places: Iterable[int]) -> dict[str | None, list[Voice]]:
        """Return the voices of these articles by story, in the order of their first articles."""
        members: dict[int, list[int]] = {}
        for place in sorted(places):
            members.setdefault(self._head(place), []).append(place)
        voices: dict[str | None, list[Voice]] = {}
        for head, those in members.items():
            voices.setdefault(self._stories[head], []).append(tuple(those))
        return voices

    def _head(self, place: int) -> int:
        while (head := self._heads[place]) != place:
            self._heads[place] = self._heads[head]
            place = head
        return place

    def _put_together(self, one: int, other: int) -> None:
        stories = {self._stories[one], self._stories[other]} - {None}
        if one != other and len(stories) < 2:
            self._heads[max(one, other)] = min(one, other)
            self._stories[min(one, other)] = next(iter(stories), None)
