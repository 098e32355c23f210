"""What the summary is made from, and how much each finding matters."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from summarize.merge.character import dimensions_in
from summarize.merge.disputed import DisputedMatter
from summarize.merge.figures import counts_harm
from summarize.merge.grouping import MOST_MEMBERS
from summarize.merge.story import Story
from summarize.model import Claim, ContestedPoint, Evidence, FigureGroup, Finding, Unknown

_COVERAGE_WEIGHT, _ORIGIN_WEIGHT, _FIGURE_WEIGHT, _HARM_WEIGHT = 2.4, 0.2, 0.2, 0.3
"""What full coverage by the others, a further origin, a number and victims add to the salience."""

_SPEAKER_WEIGHT = 0.15
"""What a named author adds: a brief is made of who says what."""

_MOST_ASKED = 3
"""Claims of a finding that are asked how much the others tell of it."""

_TOUCHES = 0.1
"""Cosine from which a claim is taken to touch on the matter of another."""


@dataclass(frozen=True)
class Material:
    """The findings of a story with what is disputed and what is unknown."""

    story: Story
    findings: tuple[Finding, ...]
    groups: tuple[FigureGroup, ...]
    contested: tuple[ContestedPoint, ...]
    unknowns: tuple[Unknown, ...]

    @cached_property
    def denied(self) -> frozenset[str]:
        """The claims on either side of what some assert and others deny or judge otherwise.

        With them the first claims of their groups, which stand for the others.
        """
        points = [point for point in self.contested if point.kind != "figure"]
        ids = [one for point in points for one in claims_of(point)]
        standing = (self.story.index.like(self.story.claim[one])[0].id for one in ids)
        return frozenset((*ids, *standing))

    @cached_property
    def opponents(self) -> Mapping[str, frozenset[str]]:
        """The sides that stand against each other over what a denied claim says, by its id."""
        found: dict[str, set[str]] = {}
        for point in self.contested:
            sides = {self.story.sides[one] for each in point.positions for one in each.holder_ids}
            for one in claims_of(point):
                found.setdefault(one, set()).update(sides)
        return {one: frozenset(sides) for one, sides in found.items()}

    @cached_property
    def disputed_matter(self) -> DisputedMatter:
        """What is denied or judged otherwise, to hold sentences of the brief against.

        Of what is dated differently only the date is disputed.
        """
        points = [point for point in self.contested if point.kind not in ("figure", "timing")]
        denied = {claim for point in points for claim in claims_of(point)}
        claims = (claim for claim in self.story.claims if claim.id in denied)
        return DisputedMatter(claims, self.story.index)

    @cached_property
    def judged(self) -> frozenset[str]:
        """What the sources judge in opposite ways: the "capability" of soldiers."""
        points = [point for point in self.contested if point.kind == "characterisation"]
        quotes = (
            one.quote for point in points for side in point.positions for one in side.evidence
        )
        return frozenset(judged for quote in quotes for judged in dimensions_in(quote))

    @cached_property
    def disputed_figures(self) -> frozenset[str]:
        """The figures of which the sources give values that exclude each other."""
        groups = [group for group in self.groups if group.status == "differs"]
        disputed = frozenset(one for group in groups for one in group.figure_ids)
        return disputed - self.superseded_figures

    @cached_property
    def superseded_figures(self) -> frozenset[str]:
        """The figures that the same source gave otherwise later on."""
        return frozenset(one for group in self.groups for one in group.superseded_ids)

    @cached_property
    def ranks(self) -> Mapping[str, float]:
        """How much each finding matters, by its id: to its own article, and to the others."""
        return {finding.id: self._rank(finding) for finding in self.findings}

    def claims(self, finding: Finding) -> list[Claim]:
        """Return the claims of a finding."""
        return [self.story.claim[one] for one in finding.claim_ids]

    def claims_of(self, finding_id: str) -> list[Claim]:
        """Return the claims of the finding with this id."""
        return self.claims(self._findings[finding_id])

    @cached_property
    def _findings(self) -> Mapping[str, Finding]:
        return {finding.id: finding for finding in self.findings}

    def resting_on(self, claim_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the findings that hold these claims, in order."""
        wanted = {self._finding_of[one] for one in claim_ids}
        return tuple(self.findings[place].id for place in sorted(wanted))

    @cached_property
    def _finding_of(self) -> Mapping[str, int]:
        """The place among the findings of the one that holds a claim, by the claim's id."""
        return {
            claim_id: place
            for place, finding in enumerate(self.findings)
            for claim_id in finding.claim_ids
        }

    def standing_for(self, finding: Finding) -> list[Claim]:
        """Return the claims of a finding; of many the weightiest, the others tell no more."""
        claims = self.claims(finding)
        return claims if len(claims) <= MOST_MEMBERS else weightiest(claims, MOST_MEMBERS)

    def standing_for_all(self, finding_ids: Iterable[str]) -> Iterator[Claim]:
        """Yield the claims that stand for each of the findings with these ids."""
        for one in finding_ids:
            yield from self.standing_for(self._findings[one])

    def told_beside(self, claim: Claim) -> Iterator[Finding]:
        """Yield the findings of all claims that were read from the sentences of `claim`."""
        for piece in claim.evidence:
            yield from self._told[piece]

    @cached_property
    def _told(self) -> Mapping[Evidence, Sequence[Finding]]:
        told: dict[Evidence, list[Finding]] = {}
        for finding in self.findings:
            for piece in {piece: None for one in self.claims(finding) for piece in one.evidence}:
                told.setdefault(piece, []).append(finding)
        return told

    def _rank(self, finding: Finding) -> float:
        claims = self.claims(finding)
        figures = [self.story.figure[one] for claim in claims for one in claim.figure_ids]
        return (
            max(claim.salience for claim in claims)
            + _COVERAGE_WEIGHT * max(map(self._coverage, weightiest(claims, _MOST_ASKED)))
            + _ORIGIN_WEIGHT * (finding.origins - 1)
            + _FIGURE_WEIGHT * bool(figures)
            + _HARM_WEIGHT * any(map(counts_harm, figures))
            + _SPEAKER_WEIGHT * bool(finding.speaker_ids)
        )

    def _coverage(self, claim: Claim) -> float:
        """Return how much of `claim` the other articles tell: the mean of their nearest claims.

        Names are left aside: the same people act in most of what a story tells.
        """
        index = self.story.index
        near = [(index.overlap(claim, other), other) for other, _ in index.near(claim, _TOUCHES)]
        told, seen = 0.0, self._article_bit[claim.article_id]
        for shared, other in sorted(near, key=lambda pair: (-pair[0], pair[1].id)):
            fresh = self._carriers(other) & ~seen
            told += shared * fresh.bit_count()
            seen |= fresh
        return told / max(1, len(self.story.articles) - 1)

    def _carriers(self, claim: Claim) -> int:
        """Return the articles for which a claim stands, a bit each: its own, and further ones."""
        own = self._article_bit[claim.article_id]
        like = self.story.index.like(claim)
        return own if len(like) <= MOST_MEMBERS else own | self._carried[like[0].id]

    @cached_property
    def _article_bit(self) -> Mapping[str, int]:
        return {article.id: 1 << place for place, article in enumerate(self.story.articles)}

    @cached_property
    def _carried(self) -> Mapping[str, int]:
        """The articles of each group of claims, a bit each, by the id of its first claim."""
        return {
            group[0].id: reduce(or_, (self._article_bit[one.article_id] for one in group))
            for group in self.story.index.groups
        }


def weightiest(claims: Sequence[Claim], most: int) -> list[Claim]:
    """Return the claims that weigh most, heaviest first; those that repeat them tell no more."""
    return sorted(claims, key=lambda claim: -claim.salience)[:most]


def claims_of(point: ContestedPoint) -> list[str]:
    """Return the ids of the claims on all sides of `point`."""
    return [one for position in point.positions for one in position.claim_ids]
