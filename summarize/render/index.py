"""A brief by its ids, and the numbers by which a reader finds findings and articles.

Findings that the summary cites are numbered in the order of their first citation, articles as they
stand in the brief. An id that nothing in the brief explains is shown as it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from summarize.model import Brief, Claim, Evidence, Finding
from summarize.render.outline import Quote
from summarize.render.wording import say_numbered


@dataclass(frozen=True, slots=True)
class Index:
    """The brief by id: names of actors, claims, numbers of articles and of cited findings."""

    brief: Brief
    names: dict[str, str]
    claims: dict[str, Claim]
    articles: dict[str, int]
    citations: dict[str, int]

    @classmethod
    def of(cls, brief: Brief) -> Self:
        """Number what the summary cites and the articles."""
        cited = dict.fromkeys(id_ for one in brief.summary for id_ in one.finding_ids)
        return cls(
            brief=brief,
            names={actor.id: actor.name for actor in brief.actors},
            claims={claim.id: claim for claim in brief.claims},
            articles={article.id: n for n, article in enumerate(brief.articles, start=1)},
            citations={id_: n for n, id_ in enumerate(cited, start=1)},
        )

    def name(self, actor_id: str) -> str:
        """Name an actor."""
        return self.names.get(actor_id, actor_id)

    def where(self, article_ids: Iterable[str]) -> str:
        """Point at articles by their numbers: "articles 1, 2"."""
        numbers = sorted({self.articles[id_] for id_ in article_ids if id_ in self.articles})
        return say_numbered("article", numbers) if numbers else "no article"

    def cite(self, finding_ids: Iterable[str]) -> str:
        """Write the numbers of findings, "[1][2]"; one that the summary does not cite has none."""
        numbers = sorted({self.citations[id_] for id_ in finding_ids if id_ in self.citations})
        return "".join(f"[{number}]" for number in numbers)

    def quotes(self, evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
        """Quote each piece of evidence once, with its article and outlet."""
        distinct = dict.fromkeys((one.quote, one.article_id) for one in evidence)
        return tuple(self._quote(text, article_id) for text, article_id in distinct)

    def _quote(self, text: str, article_id: str) -> Quote:
        where = self.where([article_id])
        article = next((one for one in self.brief.articles if one.id == article_id), None)
        if article is None:
            return Quote(text, where)
        return Quote(
            text,
            ", ".join(filter(None, [where, article.outlet])),
            anchor=f"article-{self.articles[article_id]}",
            url=article.url or "",
            language="" if article.is_english else article.language or "",
        )

    def evidence(self, finding: Finding) -> list[Evidence]:
        """Gather the evidence of all claims of a finding."""
        found = (self.claims[id_] for id_ in finding.claim_ids if id_ in self.claims)
        return [one for claim in found for one in claim.evidence]
