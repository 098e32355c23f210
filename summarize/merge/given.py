"""A figure with what it measures, who gives it and when: what two figures are compared by."""

from collections.abc import Mapping
from dataclasses import dataclass

from summarize.language.calendar import say_date
from summarize.merge.labels import inside, with_article
from summarize.merge.measures import Measure, Measures
from summarize.merge.story import Story
from summarize.model import Figure, PartialDate

_VAGUE = frozenset(
    "officials sources witnesses activists residents experts observers analysts reports people "
    "authorities locals critics supporters".split()
)
"""Sources without a name, who are others in every article."""


@dataclass(frozen=True)
class Given:
    """A figure of a story: `source` is a key for who gives it, `name` what a sentence calls them.

    `published` is the day of its article.
    """

    figure: Figure
    measure: Measure
    source: str
    name: str
    published: PartialDate | None

    @property
    def value(self) -> tuple[float, float]:
        """Its lowest and its highest value."""
        return self.figure.low, self.figure.high

    def told(self) -> str:
        """Say the number as its article does, with its time and its source."""
        when = self.measure.when
        return f"{inside(self.figure.phrase)} ({self.name}{f', {say_date(when)}' if when else ''})"


class Givers:
    """Who gives each figure of a story."""

    def __init__(self, story: Story) -> None:
        """Look up the sources of the claims that figures stand in."""
        self._story = story
        self._measures = Measures(story)
        self._names: dict[str, str] = {}
        self._sources: Mapping[str, str] = {
            figure: claim.source
            for claim in story.claims
            if claim.source and not claim.speaker_id
            for figure in claim.figure_ids
        }

    def give(self, figure: Figure) -> Given:
        """Return a figure with what it measures and whoever gives it.

        That is its speaker, else the source that its claim names, else the outlet.
        """
        measure = self._measures.read(figure)
        article = self._story.article[figure.article_id]
        published = article.published.isoformat() if article.published else None
        source, name = self._source_of(figure)
        return Given(figure, measure, source, name, published)

    def _source_of(self, figure: Figure) -> tuple[str, str]:
        article = self._story.article[figure.article_id]
        if figure.speaker_id:
            actor = self._story.actor[figure.speaker_id]
            is_vague = actor.kind == "group" and actor.name.casefold() in _VAGUE
            key = f"{actor.id} {article.id}" if is_vague else actor.id
            if actor.id not in self._names:
                self._names[actor.id] = with_article(actor)
            return key, self._names[actor.id]
        if source := self._sources.get(figure.id):
            return f"{source.casefold()} {article.id}", source
        return f"outlet {article.known_as}", article.known_as
