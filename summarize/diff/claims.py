"""Which claims of two briefs say the same: in the same words, or in others and nothing else."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass

from summarize.diff.together import NEW, OLD, Together, side_of
from summarize.ground.support import support
from summarize.language.modality.polarity import read_polarity
from summarize.language.names.aliases import is_named
from summarize.language.quantities.numbers import find_numbers
from summarize.merge.align import SAME
from summarize.model import Claim, RefusalReason

_MOST_ASKED = 12
"""Nearest claims of the other brief that are compared; past them none has said the same."""

_SHORTER: frozenset[RefusalReason] = frozenset(("words dropped",))
"""What the gate may find the other way round, where it lets one of two claims stand for the other.

With any reason more, some of the changes of meaning in `tests/changes` pass for new words: a state
for another, "to" for "from", "will reject" for "rejected".
"""

_NUMBERS: frozenset[RefusalReason] = frozenset(
    ("number not in evidence", "number of something else", "bound or unit changed", "words dropped")
)

_RETOLD = 0.7
"""Share of the words of each of two claims that the other has, when only a number was revised."""


@dataclass(frozen=True)
class ClaimMatches:
    """The claims of the other brief that say the same, by the ids of the joint story."""

    same: Mapping[str, frozenset[str]]

    def of(self, claim: Claim) -> frozenset[str]:
        """Return the ids of the claims of the other brief that say what `claim` says."""
        return self.same.get(claim.id, frozenset())


def match_claims(both: Together) -> ClaimMatches:
    """Return which claims of the two briefs say the same; the order of the two changes nothing."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in (*_equal(both), *_told_by_one_article(both)):
        found[one.id].add(other.id)
        found[other.id].add(one.id)
    for one, other in list(_reworded(both, found)):
        found[one.id].add(other.id)
        found[other.id].add(one.id)
    return ClaimMatches({id_: frozenset(ids) for id_, ids in found.items()})


def _equal(both: Together) -> Iterator[tuple[Claim, Claim]]:
    """Yield claims of one speaker in the same words, as claims of one id are."""
    return _across(both, lambda claim: (*_stated(claim), _who(claim)))


def _told_by_one_article(both: Together) -> Iterator[tuple[Claim, Claim]]:
    """Yield what one article, in any version, says in the same words of somebody of one name.

    Whom a name like "Police" stands for depends on what the other articles call him.
    """

    def key(claim: Claim) -> Hashable:
        return *_stated(claim), both.newer.get(claim.article_id, claim.article_id)

    for one, other in _across(both, key):
        if _who(one) == _who(other) or _forms(one, both) & _forms(other, both):
            yield one, other


def _across(both: Together, key_of: Callable[[Claim], Hashable]) -> Iterator[tuple[Claim, Claim]]:
    """Yield each claim with the first of the other brief that has its key.

    The first will do: what a thousand outlets reprint would else make a million pairs.
    """
    first: dict[Hashable, Claim] = {}
    for claim in both.story.claims:
        first.setdefault((side_of(claim), key_of(claim)), claim)
    for claim in both.story.claims:
        other = first.get((NEW if side_of(claim) == OLD else OLD, key_of(claim)))
        if other is not None:
            yield claim, other


def _stated(claim: Claim) -> tuple[str, str, bool]:
    return claim.text, claim.certainty, claim.kind == "denial"


def _who(claim: Claim) -> str:
    return claim.speaker_id or f"source {(claim.source or '').casefold()}"


def _forms(claim: Claim, both: Together) -> set[str]:
    """Return the names of a claim's speaker."""
    actor = both.story.actor.get(claim.speaker_id or "")
    return {form.casefold() for form in (actor.name, *actor.aliases)} if actor else set()


def _reworded(both: Together, found: Mapping[str, set[str]]) -> Iterator[tuple[Claim, Claim]]:
    """Yield claims of which one is the other in new words.

    They are sought for a claim that has no equal in the other brief, and for one that the other
    version of its article has not.
    """
    for claim in both.story.claims:
        version = both.counterpart(side_of(claim), claim.article_id)
        carriers = {both.story.claim[one].article_id for one in found.get(claim.id, ())}
        lacks_version = version not in (None, claim.article_id) and version not in carriers
        if carriers and not lacks_version:
            continue
        near = sorted(_near(claim, both), key=lambda one: one.article_id != version)
        asked = (one for one in near if not carriers or one.article_id == version)
        equal = next((one for one in asked if say_the_same(claim, one, both)), None)
        if equal is not None:
            yield claim, equal


def _near(claim: Claim, both: Together) -> list[Claim]:
    side = side_of(claim)
    near = (one for one, _ in both.story.index.near(claim, SAME) if side_of(one) != side)
    return [one for one, _ in zip(near, range(_MOST_ASKED), strict=False)]


def say_the_same(one: Claim, other: Claim, both: Together) -> bool:
    """Say whether two claims differ in nothing but words: one speaker, one matter, one number."""
    if _numbers(one) != _numbers(other) or not both.story.index.say_no_more(one, other):
        return False
    if not _can_be_one(one, other, both):
        return False
    there, back = (_refusals(*pair, both) for pair in ((one, other), (other, one)))
    return not (there and back) and _SHORTER.issuperset((*there, *back))


def differ_in_number(one: Claim, other: Claim, both: Together) -> bool:
    """Say whether two claims tell one thing with other numbers, and nothing else is other."""
    index = both.story.index
    return (
        (one.kind == "denial") == (other.kind == "denial")
        and min(index.overlap(one, other), index.overlap(other, one)) >= _RETOLD
        and _can_be_one(one, other, both)
        and _NUMBERS.issuperset((*_refusals(one, other, both), *_refusals(other, one, both)))
    )


def _can_be_one(one: Claim, other: Claim, both: Together) -> bool:
    """Say whether two claims are of one speaker, one day, and the same names, and do not clash."""
    if (_who(one), one.certainty) != (_who(other), other.certainty):
        return False
    if one.date and other.date and one.date != other.date:
        return False
    ours, theirs = _named(one, both), _named(other, both)
    is_another = bool(ours - theirs) and bool(theirs - ours)
    return not is_another and not read_polarity(one.text).opposes(read_polarity(other.text))


def _numbers(claim: Claim) -> frozenset[float]:
    return frozenset(number.value for number in find_numbers(claim.text))


def _named(claim: Claim, both: Together) -> frozenset[str]:
    """Return the ids of those whom a statement itself names."""
    actors = (both.story.actor[one] for one in claim.actor_ids)
    return frozenset(
        actor.id
        for actor in actors
        if any(is_named(form, claim.text) for form in (actor.name, *actor.aliases))
    )


def _refusals(said: Claim, evidence: Claim, both: Together) -> tuple[RefusalReason, ...]:
    """Return why `evidence` does not carry the statement of `said`, by statement or by quotes."""
    speaker = both.name_of(evidence.speaker_id) if evidence.speaker_id else None
    article = both.story.article[evidence.article_id]
    told = ([evidence.text], [piece.quote for piece in evidence.evidence])
    found = (support(said.text, pieces, speaker, article).reasons for pieces in told)
    return min(found, key=len)
