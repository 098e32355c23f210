"""Where a chain of citations ends: whom an outlet follows, and whom that one follows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarize.language.publishers import outlet_key
from summarize.merge.citations import group_by_article
from summarize.merge.outlets import Outlets
from summarize.model import Article, Citation, Claim

WHOLE = ("credit line", "dateline", "shared text")
"""Citations that an article makes as a whole, not for one statement."""


@dataclass(frozen=True)
class Node:
    """An article of the story, or an outlet outside of it by its name."""

    article_id: str | None
    name: str

    @property
    def key(self) -> str:
        """What is equal for one node."""
        return self.article_id or f"name:{outlet_key(self.name)}"


@dataclass(frozen=True)
class Ends:
    """Where chains end; `circle` holds the nodes of one that never does."""

    nodes: tuple[Node, ...]
    circle: tuple[Node, ...] = ()


class Chains:
    """The citations of a story, to be followed from one article to the next."""

    def __init__(
        self, articles: Sequence[Article], citations: Sequence[Citation], outlets: Outlets
    ) -> None:
        self.outlets = outlets
        self._articles = {article.id: article for article in articles}
        self._citations = group_by_article(citations)

    def node_of(self, article_id: str) -> Node:
        """Return the node of an article."""
        return Node(article_id, self.outlets.label(self._articles[article_id]))

    def named(self, name: str, cited: str | None) -> Node:
        """Return the node that a citation by `name` leads to."""
        return self.node_of(cited) if cited else Node(None, name)

    def cited_by(self, claim: Claim) -> list[Node]:
        """Return whom the sentences of a claim follow ("according to the Herald")."""
        return [
            self.named(one.name, one.cited_article_id)
            for one in self._citations.get(claim.article_id, ())
            if one.how == "according to"
            and any(
                piece.start < said.end and said.start < piece.end
                for piece in one.evidence
                for said in claim.evidence
            )
        ]

    def whole(self, article_id: str) -> list[Node]:
        """Return whom an article follows as a whole.

        Of articles with one text the first stands for all, and follows whom any of them credits.
        """
        first = self._first_printed.get(article_id)
        if first is not None:
            return [self.node_of(first)]
        group = [article_id, *self._reprints.get(article_id, ())]
        return [
            self.named(one.name, one.cited_article_id)
            for member in group
            for one in self._citations.get(member, ())
            if one.how in ("credit line", "dateline") and one.cited_article_id not in group
        ]

    def reprints_of(self, article_id: str) -> str:
        """Return the article that stands for all that print one text."""
        return self._first_printed.get(article_id, article_id)

    @cached_property
    def _first_printed(self) -> Mapping[str, str]:
        """Return for each reprint the first article of its text."""
        nearest = {
            one.article_id: one.cited_article_id
            for citations in self._citations.values()
            for one in citations
            if one.how == "shared text" and one.cited_article_id
        }
        first: dict[str, str] = {}
        for article_id in nearest:
            end, seen = article_id, {article_id}
            while (then := nearest.get(end)) and then not in seen:
                seen.add(then)
                end = first.get(then, then)
            first[article_id] = end
        return first

    @cached_property
    def _reprints(self) -> Mapping[str, Sequence[str]]:
        reprints: dict[str, list[str]] = {}
        for article_id, first in self._first_printed.items():
            reprints.setdefault(first, []).append(article_id)
        return reprints

    def follow(self, starts: Iterable[Node], own: Mapping[str, Sequence[Node]]) -> Ends:
        """Follow the chains from `starts`; `own` is whom an article follows in this matter.

        Each node is visited once, so that a circle ends where it began.
        """
        waiting, seen, ends = list(starts), dict[str, Node](), dict[str, Node]()
        while waiting:
            node = waiting.pop()
            if node.key in seen:
                continue
            seen[node.key] = node
            following = own.get(node.key) or self._whole_of(node)
            if following:
                waiting += following
            else:
                ends[node.key] = node
        ordered = sorted(seen.values(), key=lambda node: (node.name, node.key))
        if not ends:
            return Ends((ordered[0],), tuple(ordered))
        return Ends(tuple(sorted(ends.values(), key=lambda node: (node.name, node.key))))

    def _whole_of(self, node: Node) -> list[Node]:
        return self.whole(node.article_id) if node.article_id else []
