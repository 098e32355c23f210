"""What two statements cannot differ in and still be one: who, how many, when, where, whether.

Look-alike statements differ in exactly those: two strikes share all their words but the town.
"""

from dataclasses import dataclass

from summarize.language.modality.polarity import Polarity, read_polarity
from summarize.merge.event import Told, are_others
from summarize.model import Claim


@dataclass(frozen=True)
class Facts:
    """The facts of a claim; `people` and `places` are the ids of those whom it names itself."""

    is_denial: bool
    is_denied: bool
    polarity: Polarity
    numbers: frozenset[float]
    people: frozenset[str]
    places: frozenset[str]
    date: str | None

    def can_be_one(self, other: "Facts") -> bool:
        """Say whether two claims can both be true and be one finding.

        A denial never joins what is not one; nothing joins what it negates; the people and the
        numbers that both give must be the same, their times and places at least not exclude each
        other.
        """
        if (self.is_denial, self.is_denied) != (other.is_denial, other.is_denied):
            return False
        if self.polarity.opposes(other.polarity) or self.are_apart(other):
            return False
        ours, theirs = self.numbers, other.numbers
        return not ours or not theirs or ours <= theirs or theirs <= ours

    def are_apart(self, other: "Facts") -> bool:
        """Say whether two claims are of different people, of different places or of two times."""
        return (
            are_others(self.people, other.people)
            or are_elsewhere(self.places, other.places)
            or are_at_other_times(self.date, other.date)
        )


def are_elsewhere(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Say whether two claims name places and none in common."""
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def are_at_other_times(ours: str | None, theirs: str | None) -> bool:
    """Say whether two dates, each as fine as its words allow, exclude each other.

    "2024" holds "2024-05-03", as "2024-05" does.
    """
    if ours is None or theirs is None:
        return False
    return not ours.startswith(theirs) and not theirs.startswith(ours)


def read_facts(claim: Claim, told: Told, places: frozenset[str]) -> Facts:
    """Return the facts of `claim`, which is compared as `told` and names `places`."""
    return Facts(
        is_denial=claim.kind == "denial",
        is_denied=claim.certainty == "denied",
        polarity=read_polarity(claim.text),
        numbers=told.numbers,
        people=told.people,
        places=places,
        date=claim.date,
    )
