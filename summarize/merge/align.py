"""Which claims report the same: near in wording, and able to be true together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarize.language.document import parse_document
from summarize.language.numbers import find_numbers
from summarize.language.similarity import TfIdf, content_terms
from summarize.language.synonyms import concept_of
from summarize.model import Claim

SAME = 0.45
"""Cosine from which two claims report the same.

Chosen between claims of one story that do and that do not, read by hand over public news clusters.
"""


_SHARED = 3
"""Words that are no names which two reports of one matter share, or else most of the shorter's.

Who and where alone say nothing of what happened.
"""


def align_claims(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Group `claims` that report the same; each stands in one group, groups in order of claims.

    A claim joins the group whose every member is near enough and compatible, the nearest first, so
    that no chain of small steps leads from one statement to another (complete linkage).
    """
    terms = [claim_terms(claim) for claim in claims]
    aligner = _Aligner(claims, TfIdf(terms), [frozenset(filter(str.islower, t)) for t in terms])
    groups: list[list[int]] = []
    group_of: dict[int, int] = {}
    for number in range(len(claims)):
        place = aligner.nearest_group(number, groups, group_of)
        if place is None:
            place = len(groups)
            groups.append([])
        groups[place].append(number)
        group_of[number] = place
    return [[claims[number] for number in group] for group in groups]


@dataclass(frozen=True)
class _Aligner:
    """Claims with their index, and the words of each that are neither names nor numbers."""

    claims: Sequence[Claim]
    index: TfIdf
    words: Sequence[frozenset[str]]

    def nearest_group(
        self, number: int, groups: Sequence[Sequence[int]], group_of: Mapping[int, int]
    ) -> int | None:
        """Return the group of the nearest claim whose members all report what `number` does."""
        tried: set[int] = set()
        for other, _ in self.index.neighbours(number, SAME):
            place = group_of.get(other)
            if place is None or place in tried:
                continue
            tried.add(place)
            if all(self._report_the_same(number, member) for member in groups[place]):
                return place
        return None

    def _report_the_same(self, one: int, other: int) -> bool:
        shared = len(self.words[one] & self.words[other])
        fewest = min(len(self.words[one]), len(self.words[other]))
        return (
            self.index.cosine(one, other) >= SAME
            and shared >= min(_SHARED, (fewest + 1) // 2)
            and shared > 0
            and are_compatible(self.claims[one], self.claims[other])
        )


def claim_terms(claim: Claim) -> list[str]:
    """Return the terms by which `claim` is compared, synonyms folded."""
    document = parse_document(claim.text)
    return [concept_of(term) for term in content_terms(document, 0, len(claim.text))]


def are_compatible(one: Claim, other: Claim) -> bool:
    """Say whether two claims can both be true and be one finding.

    A denial never joins what is not one, and the numbers that both give must be the same.
    """
    if (one.kind == "denial") != (other.kind == "denial"):
        return False
    if (one.certainty == "denied") != (other.certainty == "denied"):
        return False
    first, second = _numbers(one), _numbers(other)
    return not first or not second or first <= second or second <= first


def _numbers(claim: Claim) -> frozenset[float]:
    return frozenset(number.value for number in find_numbers(claim.text))
