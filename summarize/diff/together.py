"""Two briefs of one story laid together, so that claims and figures of both can be compared."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import Literal, TypeVar

from summarize.diff.lineage import match_actors, match_articles
from summarize.ground.support import carries
from summarize.merge.story import Story
from summarize.model import Actor, Article, Brief, Claim, Figure, Finding

Side = Literal["old", "new"]
Item = TypeVar("Item", Claim, Figure)

OLD: Side = "old"
NEW: Side = "new"


@dataclass(frozen=True)
class Together:
    """Both briefs as one story.

    Ids of its claims and figures begin with the side that they come from: "old c1". Actors of the
    newer brief have the ids of the older one where they are there. `newer` has, for each article of
    the older brief that is still there, the id of its present version.
    """

    old: Brief
    new: Brief
    story: Story
    newer: Mapping[str, str]

    @cached_property
    def older(self) -> Mapping[str, str]:
        """For each article of the newer brief that was there, the id of its former version."""
        return {new: old for old, new in self.newer.items()}

    def brief(self, side: Side) -> Brief:
        """Return the brief of one side."""
        return self.old if side == "old" else self.new

    def counterpart(self, side: Side, article_id: str) -> str | None:
        """Return the version that the other brief has of an article of this side."""
        return (self.newer if side == "old" else self.older).get(article_id)

    def claims(self, side: Side, finding: Finding) -> list[Claim]:
        """Return the claims of a finding of one side; an id that leads nowhere is passed over."""
        named = (f"{side} {one}" for one in finding.claim_ids)
        return [self.story.claim[one] for one in named if one in self.story.claim]

    def name_of(self, actor_id: str) -> str:
        """Return the name of an actor of the joint story."""
        actor = self.story.actor.get(actor_id)
        return actor.name if actor else actor_id

    def outlets(self, article_ids: Sequence[str]) -> tuple[str, ...]:
        """Return what a reader knows articles by, each name once."""
        known = self.story.article
        return tuple(dict.fromkeys(known[one].known_as for one in article_ids if one in known))


def side_of(item: Claim | Figure) -> Side:
    """Return the side from which a claim or figure of the joint story comes."""
    return OLD if item.id.startswith(OLD) else NEW


def id_in_brief(item: Claim | Figure) -> str:
    """Return the id that a claim or figure of the joint story has in its own brief."""
    return item.id.partition(" ")[2]


def lay_together(old: Brief, new: Brief) -> Together:
    """Return both briefs as one story; what refers to an article that is not there is left out."""
    same = match_actors(old.actors, new.actors)
    names: dict[Side, Mapping[str, str]] = {
        OLD: {actor.id: actor.id for actor in old.actors},
        NEW: {actor.id: same.get(actor.id, f"new {actor.id}") for actor in new.actors},
    }
    articles = _articles(old, new)
    sides: tuple[tuple[Side, Brief], ...] = ((OLD, old), (NEW, new))
    story = Story(
        articles=tuple(articles.values()),
        extractions=(),
        actors=_actors(old, new, names[NEW]),
        claims=_in_turn(*(_claims(side, brief, names[side], articles) for side, brief in sides)),
        figures=_in_turn(*(_figures(side, brief, names[side], articles) for side, brief in sides)),
        contested=(),
        gate=carries,
    )
    return Together(old, new, story, match_articles(old.articles, new.articles))


def _in_turn(ours: Iterator[Item], theirs: Iterator[Item]) -> tuple[Item, ...]:
    """Return the items of both sides in turn, so that the first few of many are of either."""
    pairs = zip_longest(ours, theirs)
    return tuple(item for pair in pairs for item in pair if item is not None)


def _articles(old: Brief, new: Brief) -> dict[str, Article]:
    """Return the articles of both by id, with their text where either brief has it."""
    found = {article.id: article for article in old.articles}
    for article in new.articles:
        if article.text or article.id not in found:
            found[article.id] = article
    return found


def _actors(old: Brief, new: Brief, names: Mapping[str, str]) -> tuple[Actor, ...]:
    """Return each actor once, known under the names that either brief has for him."""
    found = {actor.id: actor for actor in old.actors}
    for actor in new.actors:
        id_ = names[actor.id]
        known = found.get(id_)
        forms = {*actor.aliases, *((known.name, *known.aliases) if known else ())} - {actor.name}
        changes = {"id": id_, "aliases": tuple(sorted(forms))}
        found[id_] = actor.model_copy(update=changes)
    return tuple(found.values())


def _claims(
    side: Side, brief: Brief, names: Mapping[str, str], articles: Mapping[str, Article]
) -> Iterator[Claim]:
    for claim in brief.claims:
        if claim.article_id in articles:
            yield claim.model_copy(
                update={
                    "id": f"{side} {claim.id}",
                    "speaker_id": names.get(claim.speaker_id or ""),
                    "actor_ids": tuple(names[one] for one in claim.actor_ids if one in names),
                    "figure_ids": tuple(f"{side} {one}" for one in claim.figure_ids),
                }
            )


def _figures(
    side: Side, brief: Brief, names: Mapping[str, str], articles: Mapping[str, Article]
) -> Iterator[Figure]:
    for figure in brief.figures:
        if figure.article_id in articles:
            speaker = names.get(figure.speaker_id or "")
            yield figure.model_copy(update={"id": f"{side} {figure.id}", "speaker_id": speaker})
