"""Which claims report the same: near in wording, and able to be true together."""

from collections.abc import Collection, Mapping, Sequence

from summarize.language.disagreement import contradict_each_other
from summarize.language.document import parse_statement
from summarize.language.modality.polarity import read_polarity
from summarize.language.names.aliases import is_named
from summarize.language.names.allegiance import fold_state
from summarize.language.quantities.numbers import find_numbers
from summarize.language.similarity import TfIdf, content_terms
from summarize.language.synonyms import concept_of
from summarize.model import Claim

SAME = 0.45
"""Cosine from which two claims report the same.

Set by hand while reading briefs of public news clusters; no measure was tuned to it.
"""

_SHARED = 3
"""Words that are no names which two reports of one matter share, or else most of the shorter's.

Who and where alone say nothing of what happened.
"""


_MOST_COMPARED = 12
"""Members of a group with which a claim is compared; a thousand more would not differ from them."""

_HALF = 0.5
"""Share of the words of each of two claims that the other has, when one sentence serves both."""

_MOST = 0.7
"""Share of the words of each that two claims have in common when one is the other's negation."""

_DEGREES = frozenset(
    "full complete entire whole total fully completely entirely wholly totally now still just "
    "officially reportedly publicly".split()
)
"""Words of degree and manner, which say nothing of what is reported."""


class ClaimIndex:
    """All claims of a story by what they are about; a claim is known by its place, from 0."""

    def __init__(self, claims: Sequence[Claim], people: Mapping[str, Collection[str]]) -> None:
        """Index `claims`; `people` holds the names under which each person, by id, is known."""
        self.claims = claims
        self._people = [_people_in(claim, people) for claim in claims]
        self._polarity = [read_polarity(claim.text) for claim in claims]
        terms = [statement_terms(claim.text) for claim in claims]
        self._index = TfIdf(terms)
        self._words = [frozenset(filter(str.islower, one)) for one in terms]
        self._numbers = [_numbers_in(claim) for claim in claims]
        self._places = {claim.id: place for place, claim in enumerate(claims)}

    def near(self, claim: Claim, at_least: float) -> list[tuple[Claim, float]]:
        """Return the other claims whose cosine with `claim` reaches `at_least`, nearest first."""
        found = self._index.neighbours(self._places[claim.id], at_least)
        return [(self.claims[place], cosine) for place, cosine in found]

    def overlap(self, one: Claim, other: Claim) -> float:
        """Return the share of the words of `one`, names aside, that `other` has too."""
        first, second = (self._words[self._places[claim.id]] for claim in (one, other))
        return len(first & second) / max(1, len(first))

    def weights(self, claim: Claim) -> Mapping[str, float]:
        """Return the terms of `claim` with their weights: rare ones weigh most."""
        return self._index.weights(self._places[claim.id])

    def negates(self, one: Claim, other: Claim) -> bool:
        """Say whether `one` negates what `other` states, and they differ in little else."""
        first, second = self._places[one.id], self._places[other.id]
        return (
            self._polarity[first].negates(self._polarity[second])
            and min(self.overlap(one, other), self.overlap(other, one)) >= _MOST
            and not self._are_others(first, second)
        )

    def say_no_more(self, one: Claim, other: Claim) -> bool:
        """Say whether one sentence can stand for both: neither tells much more than the other."""
        if not self.report_the_same(one, other):
            return False
        return min(self.overlap(one, other), self.overlap(other, one)) >= _HALF

    def report_the_same(self, one: Claim, other: Claim) -> bool:
        """Say whether two claims report one matter and can both be true."""
        first, second = self._places[one.id], self._places[other.id]
        shared = len(self._words[first] & self._words[second])
        fewest = min(len(self._words[first]), len(self._words[second]))
        return (
            self._index.cosine(first, second) >= SAME
            and shared >= max(1, min(_SHARED, (fewest + 1) // 2))
            and self._are_compatible(first, second)
        )

    def _are_compatible(self, first: int, second: int) -> bool:
        """Say whether two claims can both be true and be one finding.

        A denial never joins what is not one; nothing joins what it negates; the people and the
        numbers that both give must be the same.
        """
        one, other = self.claims[first], self.claims[second]
        if (one.kind == "denial") != (other.kind == "denial"):
            return False
        if (one.certainty == "denied") != (other.certainty == "denied"):
            return False
        if self._polarity[first].opposes(self._polarity[second]) or self._are_others(first, second):
            return False
        ours, theirs = self._numbers[first], self._numbers[second]
        if not ours or not theirs:
            return True
        return (ours <= theirs or theirs <= ours) and not contradict_each_other(
            one.text, other.text
        )

    def _are_others(self, first: int, second: int) -> bool:
        """Say whether each of two claims is of a person whom the other does not name."""
        ours, theirs = self._people[first], self._people[second]
        return bool(ours - theirs) and bool(theirs - ours)


def align_claims(index: ClaimIndex) -> list[list[Claim]]:
    """Group claims that report the same; each stands in one group, groups in order of claims.

    A claim joins the group whose first members are all near enough and compatible, the nearest
    group first, so that no chain of small steps leads from one statement to another.
    """
    groups: list[list[Claim]] = []
    home: dict[str, list[Claim]] = {}
    for claim in index.claims:
        group = _nearest_group(claim, index, home)
        if group is None:
            group = []
            groups.append(group)
        group.append(claim)
        home[claim.id] = group
    return groups


def _nearest_group(
    claim: Claim, index: ClaimIndex, home: dict[str, list[Claim]]
) -> list[Claim] | None:
    for other, _ in index.near(claim, SAME):
        group = home.get(other.id)
        if group and all(index.report_the_same(claim, one) for one in group[:_MOST_COMPARED]):
            return group
    return None


def statement_terms(text: str) -> list[str]:
    """Return the terms by which a statement is compared, synonyms and states' adjectives folded."""
    terms = content_terms(parse_statement(text), 0, len(text))
    return [fold_state(concept_of(term)) for term in terms if term not in _DEGREES]


def _numbers_in(claim: Claim) -> frozenset[float]:
    return frozenset(number.value for number in find_numbers(claim.text))


def _people_in(claim: Claim, people: Mapping[str, Collection[str]]) -> frozenset[str]:
    """Return the ids of the people whom the statement itself names."""
    return frozenset(
        one
        for one in claim.actor_ids
        if any(is_named(form, claim.text) for form in people.get(one, ()))
    )
