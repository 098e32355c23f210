"""Which claims report the same: near in wording, of one event, and able to be true together."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from summarize.language.names.aliases import is_named
from summarize.merge.event import EventIndex, read_statement
from summarize.merge.facts import read_facts
from summarize.merge.grouping import Groups
from summarize.model import Actor, Claim

SAME = 0.45
"""Cosine from which two claims report the same.

Set by hand while reading briefs of public news clusters; no measure was tuned to it.
"""

_SHARED = 3
"""Words that are no names which two reports of one matter share, or else most of the shorter's.

Who and where alone say nothing of what happened.
"""

_HALF = 0.5
"""Share of the words of each of two claims that the other has, when one sentence serves both."""

_MOST = 0.7
"""Share of the words of each that two claims have in common when one is the other's negation."""


class ClaimIndex:
    """All claims of a story by what they are about, and in groups that report the same.

    The first members of a group stand for it wherever claims are looked for, so that the work grows
    with the claims and not with their pairs.
    """

    def __init__(self, claims: Sequence[Claim], actors: Iterable[Actor]) -> None:
        """Index `claims`, which name `actors` by their ids."""
        self.claims = claims
        forms = {one.id: (one.kind, (one.name, *one.aliases)) for one in actors}
        people = {key: names for key, (kind, names) in forms.items() if kind == "person"}
        places = {key: names for key, (kind, names) in forms.items() if kind == "place"}
        told = [
            read_statement(one.article_id, one.text, names_in(one.text, one.actor_ids, people))
            for one in claims
        ]
        self._events = EventIndex(told)
        self._facts = [
            read_facts(claim, statement, names_in(claim.text, claim.actor_ids, places))
            for claim, statement in zip(claims, told, strict=True)
        ]
        self._words = [frozenset(filter(str.islower, one.terms)) for one in told]
        self._places = {claim.id: place for place, claim in enumerate(claims)}
        self._groups = Groups(self._events.weights, self._facts, SAME, self._are_one)

    @cached_property
    def groups(self) -> Sequence[Sequence[Claim]]:
        """The claims that report the same together, each in one group, in order of the claims."""
        return [[self.claims[place] for place in group] for group in self._groups.members]

    def like(self, claim: Claim) -> Sequence[Claim]:
        """Return the group in which a claim stands, itself included."""
        return self.groups[self._groups.home[self._places[claim.id]]]

    def near(self, claim: Claim, at_least: float) -> list[tuple[Claim, float]]:
        """Return the other claims whose cosine with `claim` reaches `at_least`, nearest first.

        Of a group that is large, its first members.
        """
        found = self._groups.near(self._places[claim.id], at_least)
        return [(self.claims[place], cosine) for place, cosine in found]

    def overlap(self, one: Claim, other: Claim) -> float:
        """Return the share of the words of `one`, names aside, that `other` has too."""
        first, second = (self._words[self._places[claim.id]] for claim in (one, other))
        return len(first & second) / max(1, len(first))

    def weights(self, claim: Claim) -> Mapping[str, float]:
        """Return the terms of `claim` with their weights: rare ones weigh most."""
        return self._events.weights.weights(self._places[claim.id])

    def report_one_event(self, one: Claim, other: Claim) -> bool:
        """Say whether two claims may be of one event; looser than that they report the same."""
        return self._events.report_one_event(self._places[one.id], self._places[other.id])

    def is_negated(self, claim: Claim) -> bool:
        """Say whether `claim` negates anything."""
        return bool(self._facts[self._places[claim.id]].polarity.negated)

    def negates(self, one: Claim, other: Claim) -> bool:
        """Say whether `one` negates what `other` states, and they differ in little else."""
        ours, theirs = (self._facts[self._places[claim.id]] for claim in (one, other))
        return (
            ours.polarity.negates(theirs.polarity)
            and min(self.overlap(one, other), self.overlap(other, one)) >= _MOST
            and not ours.are_apart(theirs)
        )

    def say_no_more(self, one: Claim, other: Claim) -> bool:
        """Say whether one sentence can stand for both: neither tells much more than the other."""
        if not self.report_the_same(one, other):
            return False
        return min(self.overlap(one, other), self.overlap(other, one)) >= _HALF

    def report_the_same(self, one: Claim, other: Claim) -> bool:
        """Say whether two claims report one matter and can both be true."""
        return self._are_one(self._places[one.id], self._places[other.id])

    def _are_one(self, first: int, second: int) -> bool:
        shared = len(self._words[first] & self._words[second])
        fewest = min(len(self._words[first]), len(self._words[second]))
        return (
            self._events.weights.cosine(first, second) >= SAME
            and shared >= max(1, min(_SHARED, (fewest + 1) // 2))
            and self._events.report_one_event(first, second)
            and self._facts[first].can_be_one(self._facts[second])
        )


def names_in(
    text: str, candidates: Iterable[str], forms: Mapping[str, Collection[str]]
) -> frozenset[str]:
    """Return the ids among `candidates` whom the text itself names; `forms` are their names."""
    return frozenset(
        one for one in candidates if any(is_named(form, text) for form in forms.get(one, ()))
    )
