"""All that the sources say, laid side by side: one set of actors, claims and figures."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from summarize.language.publishers import Publishers, known_publishers
from summarize.merge.actors import fold_actors
from summarize.merge.align import ClaimIndex
from summarize.merge.citations import find_citations
from summarize.merge.ids import claim_in_want, figure_in_want, give_ids
from summarize.merge.outlets import Outlets
from summarize.merge.roots import Chains
from summarize.merge.sides import side_of
from summarize.model import (
    Actor,
    Article,
    Citation,
    Claim,
    ContestedPoint,
    Evidence,
    Extraction,
    Family,
    Figure,
    Position,
)

Gate = Callable[[str, Claim, Article], bool]
"""Whether the evidence of a claim carries a sentence of the brief; `ground.support` has one."""


@dataclass(frozen=True)
class Story:
    """Extractions of one story under ids of the brief: actors folded, articles in order."""

    articles: tuple[Article, ...]
    extractions: tuple[Extraction, ...]
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    contested: tuple[ContestedPoint, ...]
    gate: Gate
    citations: tuple[Citation, ...] = ()
    publishers: Publishers = field(default_factory=known_publishers)

    @cached_property
    def article(self) -> Mapping[str, Article]:
        """Articles by id."""
        return {article.id: article for article in self.articles}

    @cached_property
    def actor(self) -> Mapping[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def actor_named(self) -> Mapping[str, Actor]:
        """Actors by each of their names; the one that comes first where two share it."""
        return {
            name: actor for actor in reversed(self.actors) for name in (*actor.aliases, actor.name)
        }

    @cached_property
    def claim(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def figure(self) -> Mapping[str, Figure]:
        """Figures by id."""
        return {figure.id: figure for figure in self.figures}

    @cached_property
    def sides(self) -> Mapping[str, str]:
        """Whose side each actor speaks for, by the actor's id."""
        return {actor.id: side_of(actor) for actor in self.actors}

    @cached_property
    def index(self) -> ClaimIndex:
        """Claims by what they are about, and which of them report the same."""
        return ClaimIndex(self.claims, self.actors)

    def people_in(self, claim: Claim) -> frozenset[str]:
        """Return the ids of the people who act or are named in a claim."""
        return frozenset(one for one in claim.actor_ids if self.actor[one].kind == "person")

    def in_order(self, claims: Iterable[Claim]) -> list[Claim]:
        """Return claims in the order of the story, each once."""
        return [self.claims[place] for place in sorted({self._places[one.id] for one in claims})]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {claim.id: place for place, claim in enumerate(self.claims)}

    @cached_property
    def outlets(self) -> Outlets:
        """Articles by their outlets."""
        return Outlets(self.articles, self.publishers)

    @property
    def families(self) -> tuple[Family, ...]:
        """Whose the outlets are that the story names, as far as that is known."""
        bodies = (one.name for one in self.actors if one.kind in ("organisation", "group"))
        sources = (one.source.removeprefix("The ") for one in self.claims if one.source)
        return self.outlets.families([*bodies, *sources, *(one.name for one in self.citations)])

    @cached_property
    def chains(self) -> Chains:
        """Who follows whom."""
        return Chains(self.articles, self.citations, self.outlets)

    def carries(self, text: str, claim: Claim) -> bool:
        """Say whether the evidence of `claim` carries `text`; asked again, it is not read again."""
        key = text, claim.id
        if key not in self._carried:
            self._carried[key] = self.gate(text, claim, self.article[claim.article_id])
        return self._carried[key]

    @cached_property
    def _carried(self) -> dict[tuple[str, str], bool]:
        return {}

    def number_of(self, article_id: str) -> int:
        """Return the number under which the reader sees an article, from 1."""
        return self._numbers[article_id]

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {article.id: number for number, article in enumerate(self.articles, 1)}


def gather_story(
    articles: Iterable[Article],
    extractions: Iterable[Extraction],
    gate: Gate,
    publishers: Publishers | None = None,
) -> Story:
    """Lay the extractions side by side; an article that comes twice counts once.

    The order of the arguments does not matter: articles are ordered by the name of their source.
    `publishers` is the table of whose outlet is whose; None takes the one that is shipped.
    """
    by_id = {extraction.article_id: extraction for extraction in extractions}
    unique = {article.id: article for article in sorted(articles, key=_source_order)[::-1]}
    ordered = sorted(unique.values(), key=_source_order)
    read = tuple(by_id[article.id] for article in ordered)
    actors, new_ids = fold_actors([actor for extraction in read for actor in extraction.actors])
    renamed = _rename(unique, read, new_ids)
    story = Story(
        articles=tuple(ordered),
        extractions=read,
        actors=actors,
        claims=tuple(renamed.claim(claim) for one in read for claim in one.claims),
        figures=tuple(renamed.figure(figure) for one in read for figure in one.figures),
        contested=tuple(renamed.contested(point) for one in read for point in one.contested),
        gate=gate,
        publishers=publishers or known_publishers(),
    )
    return replace(
        story,
        citations=find_citations(story.articles, story.claims, story.actors, story.publishers),
    )


def _source_order(article: Article) -> tuple[str, str]:
    return article.source, article.id


@dataclass(frozen=True)
class _Renamed:
    """What each id of an extraction is called in the brief."""

    actors: Mapping[str, str]
    claims: Mapping[str, str]
    figures: Mapping[str, str]

    def claim(self, claim: Claim) -> Claim:
        return claim.model_copy(
            update={
                "id": self.claims[claim.id],
                "speaker_id": self.actors[claim.speaker_id] if claim.speaker_id else None,
                "actor_ids": self._actors(claim.actor_ids),
                "figure_ids": tuple(self.figures[one] for one in claim.figure_ids),
            }
        )

    def figure(self, figure: Figure) -> Figure:
        speaker = self.actors[figure.speaker_id] if figure.speaker_id else None
        return figure.model_copy(update={"id": self.figures[figure.id], "speaker_id": speaker})

    def contested(self, point: ContestedPoint) -> ContestedPoint:
        positions = tuple(self._position(position) for position in point.positions)
        return point.model_copy(update={"positions": positions})

    def _position(self, position: Position) -> Position:
        return position.model_copy(
            update={
                "holder_ids": self._actors(position.holder_ids),
                "claim_ids": tuple(self.claims[one] for one in position.claim_ids),
            }
        )

    def _actors(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.actors[one] for one in ids))


def _rename(
    articles: Mapping[str, Article], read: Sequence[Extraction], actors: Mapping[str, str]
) -> _Renamed:
    """Give claims and figures ids of what they say; speakers as each article names them itself."""
    names = {actor.id: actor.name for one in read for actor in one.actors}
    claims = [
        claim_in_want(claim, names.get(claim.speaker_id or "", ""), articles[one.article_id])
        for one in read
        for claim in one.claims
    ]
    figures = [
        figure_in_want(figure, names.get(figure.speaker_id or "", ""), articles[one.article_id])
        for one in read
        for figure in one.figures
    ]
    return _Renamed(actors, give_ids("c", claims), give_ids("f", figures))


def join_evidence(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return each piece once, in the order of articles given and of the text."""
    return tuple(dict.fromkeys(pieces))
