"""How much of the brief each holder and outlet has, and what stands on each side of a dispute.

Both sides of a dispute are told at even length. That is no sign that both are as well known: how
many independent origins and articles stand behind each is said beside them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from summarize.merge.origins import origins_of
from summarize.merge.sides import side_of
from summarize.merge.story import Story
from summarize.model import (
    Balance,
    Claim,
    ContestedPoint,
    DisputeWeight,
    Finding,
    Position,
    Share,
    SideWeight,
    Stance,
    SummarySentence,
)

OWN_VOICE = "outlets in their own voice"

_UNEVEN = 4
"""So many times the origins of another side is no balance.

Boykoff & Boykoff (2004), Balance as bias, show what it does to keep that back. The number is ours:
three against one may be chance.
"""
_DOES: Mapping[Stance, str] = {"asserts": "asserted", "denies": "denied", "qualifies": "qualified"}


def weigh_balance(
    story: Story,
    findings: Sequence[Finding],
    summary: Iterable[SummarySentence],
    contested: Iterable[ContestedPoint] = (),
) -> Balance:
    """Return the shares of the summary's words and of all evidence, by holder and by outlet.

    The words of a sentence are split evenly over the claims that it rests on. Each contested point
    has its weights.
    """
    by_id = {finding.id: finding for finding in findings}
    words: list[tuple[Claim, float]] = []
    for sentence in summary:
        claims = [story.claim[one] for f in sentence.finding_ids for one in by_id[f].claim_ids]
        share = len(sentence.text.split()) / len(claims)
        words += [(claim, share) for claim in claims]
    evidence = [(claim, 1.0) for claim in story.claims]
    return Balance(
        holders=_shares(words, evidence, {c.id: _holder(c, story) for c in story.claims}),
        outlets=_shares(words, evidence, {c.id: _outlet(c, story) for c in story.claims}),
        disputes=tuple(_weigh(point, story) for point in contested),
    )


def _weigh(point: ContestedPoint, story: Story) -> DisputeWeight:
    sides = tuple(_weigh_side(position, story) for position in point.positions)
    return DisputeWeight(
        point_id=point.id, sides=sides, is_uneven=is_uneven(sides), note=say_weights(sides)
    )


def _weigh_side(position: Position, story: Story) -> SideWeight:
    claims = [story.claim[one] for one in position.claim_ids]
    origins = origins_of(claims, story) if claims else _holders_of(position, story)
    return SideWeight(
        stance=position.stance,
        origins=max(1, len(origins)),
        articles=max(1, len(position.article_ids)),
    )


def _holders_of(position: Position, story: Story) -> set[str]:
    """Return who stands behind a position that no claim carries: its holders, else its outlets."""
    sides = {side_of(story.actor[one]) for one in position.holder_ids}
    return sides or {story.article[one].known_as for one in position.article_ids}


def is_uneven(sides: Sequence[SideWeight]) -> bool:
    """Say whether one side rests on many times the origins of another."""
    most = max(side.origins for side in sides)
    return most >= _UNEVEN * min(side.origins for side in sides)


def say_weights(sides: Sequence[SideWeight]) -> str:
    """Say in words what stands on each side: "asserted by 1 origin, denied by 8"."""
    stances = [side.stance for side in sides]
    if len(set(stances)) < len(stances):
        counts = ", ".join(str(side.origins) for side in sides)
        said = f"origins of each side, in their order: {counts}"
    else:
        said = ", ".join(
            f"{_DOES[side.stance]} by {side.origins} {'origin' if side.origins == 1 else 'origins'}"
            for side in sides
        )
    return f"not evenly held: {said}" if is_uneven(sides) else said


def _holder(claim: Claim, story: Story) -> str:
    if claim.speaker_id:
        return story.actor[claim.speaker_id].name
    return claim.source or OWN_VOICE


def _outlet(claim: Claim, story: Story) -> str:
    return story.article[claim.article_id].known_as


def _shares(
    words: Iterable[tuple[Claim, float]],
    evidence: Iterable[tuple[Claim, float]],
    names: Mapping[str, str],
) -> tuple[Share, ...]:
    said, shown = defaultdict[str, float](float), defaultdict[str, float](float)
    for claim, weight in words:
        said[names[claim.id]] += weight
    for claim, weight in evidence:
        shown[names[claim.id]] += weight
    all_said, all_shown = sum(said.values()) or 1, sum(shown.values()) or 1
    shares = [
        Share(
            name=name,
            words=round(said[name] / all_said, 4),
            evidence=round(shown[name] / all_shown, 4),
        )
        for name in shown
    ]
    return tuple(sorted(shares, key=lambda share: (-share.words, -share.evidence, share.name)))
