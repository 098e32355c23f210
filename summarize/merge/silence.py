"""Who of those concerned says nothing on a contested point. Silence is never read as denial."""

from collections import Counter
from collections.abc import Iterator, Sequence

from summarize.language.names.aliases import is_named
from summarize.language.names.allegiance import states_in
from summarize.merge.sides import side_of
from summarize.merge.story import Story
from summarize.model import Actor, ContestedPoint, Holding

_MOST = 4
"""Silent parties that a point names, those who say most in the story first."""

_NEAR, _SHARED = 0.2, 0.2
"""Cosine to a claim of the point from which somebody speaks on near matter, and the share of its
words, names aside, that it has from there."""

_MOST_ASKED = 12
"""Claims of a side whose neighbours are looked at; a thousand that say the same have no others."""

_CONCERNED = ("person", "organisation", "state", "group")


class Parties:
    """The actors of a story with how much each of them says in it."""

    def __init__(self, story: Story) -> None:
        """Count what each actor says."""
        self._story = story
        self._said = Counter(one.speaker_id for one in story.claims if one.speaker_id)

    def silent_on(self, point: ContestedPoint, held: Sequence[Holding]) -> Iterator[Holding]:
        """Yield a row for each party that has none among `held`.

        A party is named in the point, or speaks elsewhere on near matter. Whoever speaks for the
        side of a holder is not silent: the holder speaks for it.
        """
        taken = {side for row in held for side in self._sides_of(row)}
        concerned = {*self._named_in(point), *self._near(point)}
        parties = [one for one in self._story.actors if one.id in concerned]
        parties.sort(key=lambda one: -self._said[one.id])
        shown = 0
        for actor in parties:
            side = side_of(actor)
            if side in taken or shown == _MOST:
                continue
            taken.add(side)
            shown += 1
            yield Holding(
                holder_id=actor.id,
                source=None,
                stance="silent",
                statement="",
                article_ids=(),
                claim_ids=(),
                evidence=(),
            )

    def _sides_of(self, row: Holding) -> Iterator[str]:
        if row.holder_id:
            actor = self._story.actor[row.holder_id]
            yield side_of(actor)
            yield actor.name
        yield from states_in(row.source or "")

    def _named_in(self, point: ContestedPoint) -> Iterator[str]:
        """Yield who is named in the question; states and organisations even if they never speak."""
        states = states_in(point.question)
        for actor in self._story.actors:
            speaks = self._said[actor.id] > 0 or actor.kind in ("state", "organisation")
            if speaks and actor.kind in _CONCERNED and _stands_in(point.question, actor, states):
                yield actor.id

    def _near(self, point: ContestedPoint) -> Iterator[str]:
        """Yield who speaks on near matter; of numbers and times, that is everybody and nobody."""
        if point.kind in ("figure", "timing"):
            return
        index = self._story.index
        asked = (one for side in point.positions for one in side.claim_ids[:_MOST_ASKED])
        for claim in (self._story.claim[one] for one in asked):
            for other, _ in index.near(claim, _NEAR):
                if other.speaker_id and index.overlap(other, claim) >= _SHARED:
                    yield other.speaker_id


def _stands_in(text: str, actor: Actor, states: frozenset[str]) -> bool:
    return actor.name in states or any(
        is_named(form, text) for form in (actor.name, *actor.aliases)
    )
