"""Denials across articles: who asserts, who denies, and who else takes a side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from summarize.language.document import parse_statement
from summarize.language.modality.qualifying import is_limited
from summarize.language.questions import ask_about, ask_whether, can_be_asked
from summarize.merge.accused import Accusations
from summarize.merge.denied import denied_clause, states_denied
from summarize.merge.grouping import MOST_MEMBERS
from summarize.merge.positions import join_positions, own_position
from summarize.merge.qualifying import with_qualifying
from summarize.merge.sides import share_a_side
from summarize.merge.story import Story
from summarize.model import Claim, ContestedPoint, Position

_SAME_MATTER, _DENIED = 0.3, 0.28
"""Cosine from which a claim of the asserting side speaks to the matter, and one from which it is
what a denial denies: it falls with every claim more that a story has, which must undo no dispute.
"""

_MOST_ASKED = 12
"""Claims of a side whose neighbours are looked at; a thousand that say the same have no others."""

_SHARED_NOUNS = 2
"""Nouns that two denials between the same sides share when they are about one matter."""


_MOST_COMPARED = 12
"""Denials of a dispute with which another one is compared."""


class _Dispute(NamedTuple):
    """A point with what is denied, the sides that assert and deny it, and the nouns of both."""

    point: ContestedPoint
    denied: frozenset[str]
    asserting: frozenset[str]
    denying: frozenset[str]
    matter: frozenset[str]

    @property
    def traits(self) -> Sequence[tuple[str, ...]]:
        """What two points of one matter have at least one of in common."""
        sides = product(self.asserting, self.denying)
        return sorted([*((one,) for one in self.denied), *sides])

    def is_alike(self, other: "_Dispute") -> bool:
        """Say whether a point is of one matter: the same claim is denied, by whomever.

        Or the same sides stand against each other over shared matter.
        """
        if not self.denied.isdisjoint(other.denied):
            return True
        return (
            not self.asserting.isdisjoint(other.asserting)
            and not self.denying.isdisjoint(other.denying)
            and len(self.matter & other.matter) >= _SHARED_NOUNS
        )


def find_denials(story: Story) -> Iterator[ContestedPoint]:
    """Yield what some assert and others deny, the denials between the same sides as one point."""
    groups: list[list[_Dispute]] = []
    by_trait: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for point in _join_reprints((*_denied_in_articles(story), *_across_articles(story))):
        if not _is_between_sides(point, story):
            continue
        dispute = _read_dispute(_with_supporters(point, story), story)
        near = sorted({place for trait in dispute.traits for place in by_trait[trait]})
        home = next((place for place in near if _belongs(dispute, groups[place])), len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(dispute)
        for trait in dispute.traits:
            if home not in by_trait[trait]:
                by_trait[trait].append(home)
    for group in groups:
        joined = _with_likes(_join_points([dispute.point for dispute in group]), story)
        yield with_qualifying(joined, story)


def _belongs(dispute: _Dispute, group: Sequence[_Dispute]) -> bool:
    return any(dispute.is_alike(member) for member in group[:_MOST_COMPARED])


def _read_dispute(point: ContestedPoint, story: Story) -> _Dispute:
    asserting, denying = (frozenset(_sides(one, story)) for one in point.positions)
    denied = frozenset(point.positions[0].claim_ids)
    return _Dispute(point, denied, asserting, denying, _matter(point))


def _join_reprints(points: Iterable[ContestedPoint]) -> list[ContestedPoint]:
    """Join points whose sides are told in the same words, so that a reprint costs nothing."""
    told: dict[tuple[str, ...], list[ContestedPoint]] = {}
    for point in points:
        told.setdefault(tuple(side.statement for side in point.positions), []).append(point)
    return [_join_points(same) if len(same) > 1 else same[0] for same in told.values()]


def _denied_in_articles(story: Story) -> Iterator[ContestedPoint]:
    """Yield the denials that articles show themselves, with one position a side."""
    for point in story.contested:
        denying = [one for one in point.positions if one.stance == "denies"]
        asserting = [one for one in point.positions if one.stance != "denies"]
        if point.kind == "denial" and denying and asserting:
            sides = (join_positions(asserting, ()), join_positions(denying, ()))
            yield point.model_copy(update={"positions": sides})


def _across_articles(story: Story) -> Iterator[ContestedPoint]:
    """Yield a point for each denial whose other side stands in another article alone."""
    paired = {
        claim_id
        for point in story.contested
        for position in point.positions
        for claim_id in position.claim_ids
    }
    accusations = Accusations(story)
    for denial in story.claims:
        if denial.kind != "denial" or not denial.speaker_id or denial.id in paired:
            continue
        near = (claim for claim, _ in story.index.near(denial, _DENIED))
        rivals = (claim for claim in near if _is_rival(claim, denial, story))
        stated = next((claim for claim in rivals if states_denied(claim, denial)), None)
        asserted = stated or accusations.denied_by(denial)
        if asserted is not None:
            yield _pair(asserted, denial, story)


def _is_rival(claim: Claim, denial: Claim, story: Story) -> bool:
    if claim.kind in ("denial", "opinion") or is_limited(claim.text):
        return False
    if not story.index.report_one_event(claim, denial):
        return False
    if not claim.speaker_id or not denial.speaker_id:
        return False
    speakers = (story.actor[one] for one in (claim.speaker_id, denial.speaker_id))
    return not share_a_side(*speakers)


def _pair(asserted: Claim, denial: Claim, story: Story) -> ContestedPoint:
    speaker = story.actor.get(asserted.speaker_id or "")
    holder = speaker.name if speaker else asserted.source or ""
    clause = parse_statement(denied_clause(denial))
    return ContestedPoint(
        id=denial.id,
        question=ask_whether(clause)
        if can_be_asked(clause)
        else ask_about(parse_statement(asserted.text), holder),
        kind="denial",
        between="actors",
        positions=(own_position(asserted, "asserts"), own_position(denial, "denies")),
    )


def _is_between_sides(point: ContestedPoint, story: Story) -> bool:
    """Say whether those who assert and those who deny speak for different sides."""
    asserting, denying = (position.holder_ids for position in point.positions[:2])
    pairs = ((story.actor[one], story.actor[other]) for one in asserting for other in denying)
    return not any(share_a_side(one, other) for one, other in pairs)


def _sides(position: Position, story: Story) -> set[str]:
    return {story.sides[holder] for holder in position.holder_ids}


def _matter(point: ContestedPoint) -> frozenset[str]:
    quotes = {piece.quote: None for one in point.positions for piece in one.evidence}
    return frozenset(noun for quote in quotes for noun in _nouns(quote))


def _nouns(text: str) -> Iterator[str]:
    return (one.lemma for one in parse_statement(text).tokens if one.tag.startswith("NN"))


def _with_supporters(point: ContestedPoint, story: Story) -> ContestedPoint:
    asserting, denying = point.positions[:2]
    supporters = _supporters(asserting, denying, story)
    positions = (join_positions([asserting], supporters), denying)
    return point.model_copy(update={"positions": positions})


def _join_points(group: Sequence[ContestedPoint]) -> ContestedPoint:
    """Return one point of a group, under the question that is asked most clearly."""
    clearest = min(group, key=lambda point: _unclearness(point.question))
    ordered = [clearest, *(point for point in group if point is not clearest)]
    return clearest.model_copy(
        update={
            "positions": (
                join_positions([point.positions[0] for point in ordered], ()),
                join_positions([point.positions[1] for point in ordered], ()),
            )
        }
    )


def _unclearness(question: str) -> tuple[bool, int, str]:
    return question.startswith("Is "), len(question), question


def _supporters(asserting: Position, denying: Position, story: Story) -> list[Claim]:
    """Return further claims on the asserting side, from any article, in order.

    A claim that says the same is one whoever makes it; of those that only speak to the matter,
    the claims of the sides that assert it.
    """
    sides = _sides(asserting, story)
    found: dict[str, Claim] = {}
    for claim in (story.claim[one] for one in asserting.claim_ids[:_MOST_ASKED]):
        for rival, _ in story.index.near(claim, _SAME_MATTER):
            if _can_support(rival, denying) and (
                story.sides[rival.speaker_id or ""] in sides
                or story.index.say_no_more(claim, rival)
            ):
                found[rival.id] = rival
    return story.in_order(found.values())


def _can_support(claim: Claim, denying: Position) -> bool:
    """Say whether somebody who denies nothing himself makes a claim, and in no denial."""
    return claim.kind != "denial" and claim.speaker_id not in {None, *denying.holder_ids}


def _with_likes(point: ContestedPoint, story: Story) -> ContestedPoint:
    """Add the claims that report the same as the asserted ones and were not looked at singly.

    That is those of large groups: their first members stand for the others.
    """
    asserting, denying = point.positions
    told = dict.fromkeys(asserting.claim_ids)
    groups = {story.index.like(story.claim[one])[0].id: one for one in reversed(told)}
    likes = [
        other
        for one in groups.values()
        for other in story.index.like(story.claim[one])[MOST_MEMBERS:]
        if other.id not in told and _can_support(other, denying)
    ]
    if not likes:
        return point
    joined = join_positions([asserting], story.in_order(likes))
    return point.model_copy(update={"positions": (joined, denying)})
