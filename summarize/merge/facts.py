"""What two statements cannot differ in and still be one: who, how many, when, where, whether.

Look-alike statements differ in exactly those: two strikes share all their words but the town.
"""

from dataclasses import dataclass

from summarize.language.disagreement import contradict_each_other
from summarize.language.modality.polarity import Polarity, read_polarity
from summarize.language.names.aliases import spelling_key
from summarize.merge.event import Told, are_others, read_nouns
from summarize.model import Claim


@dataclass(frozen=True)
class Facts:
    """The facts of a claim; `people` and `places` are the ids of those whom it names itself.

    `terms` are the words by which it is compared, in its order, and `nouns` which of them are
    nouns or names.
    """

    text: str
    is_denial: bool
    is_denied: bool
    polarity: Polarity
    numbers: frozenset[float]
    people: frozenset[str]
    places: frozenset[str]
    date: str | None
    terms: tuple[str, ...]
    nouns: frozenset[str]

    def can_be_one(self, other: "Facts") -> bool:
        """Say whether two claims can both be true and be one finding.

        A denial never joins what is not one; nothing joins what it negates; the people and the
        numbers that both give must be the same, their times and places at least not exclude each
        other, and one form of words must not be filled with other things.
        """
        if (self.is_denial, self.is_denied) != (other.is_denial, other.is_denied):
            return False
        if self.polarity.opposes(other.polarity) or self.are_apart(other):
            return False
        if are_of_other_things(self, other):
            return False
        ours, theirs = self.numbers, other.numbers
        if not ours or not theirs:
            return True
        return (ours <= theirs or theirs <= ours) and not contradict_each_other(
            self.text, other.text
        )

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


def are_of_other_things(one: Facts, other: Facts) -> bool:
    """Say whether two claims of one form have different nouns in one place.

    "The bridge will be closed in June", "The school will be closed in June". Claims of other forms
    may name one thing by two nouns; spellings of one name are no difference.
    """
    if len(one.terms) != len(other.terms):
        return False
    swapped = [(a, b) for a, b in zip(one.terms, other.terms, strict=True) if a != b]
    return 2 * len(swapped) <= len(one.terms) and any(
        a in one.nouns
        and b in other.nouns
        and a not in other.terms
        and b not in one.terms
        and spelling_key(a) != spelling_key(b)
        for a, b in swapped
    )


def read_facts(claim: Claim, told: Told, places: frozenset[str]) -> Facts:
    """Return the facts of `claim`, which is compared as `told` and names `places`."""
    return Facts(
        text=claim.text,
        is_denial=claim.kind == "denial",
        is_denied=claim.certainty == "denied",
        polarity=read_polarity(claim.text),
        numbers=told.numbers,
        people=told.people,
        places=places,
        date=claim.date,
        terms=tuple(told.terms),
        nouns=read_nouns(claim.text),
    )
