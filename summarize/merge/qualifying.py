"""Third voices on what some assert and others deny: those who say that it is partly so."""

from collections.abc import Iterator

from summarize.language.modality.qualifying import is_limited
from summarize.merge.positions import join_positions, own_position
from summarize.merge.story import Story
from summarize.model import Claim, ContestedPoint

_NEAR, _SHARED = 0.25, 0.34
"""Cosine to what is asserted or denied from which a claim speaks to it, and the share of the words
of either, names aside, that the other has too."""

_MOST_ASKED = 12
"""Claims of a side whose neighbours are looked at; a thousand that say the same have no others."""


def with_qualifying(point: ContestedPoint, story: Story) -> ContestedPoint:
    """Return `point` with a position of those who neither assert nor deny it without limits."""
    found = {claim.id: claim for claim in _qualifying(point, story)}
    claims = [claim for claim in story.claims if claim.id in found]
    if not claims:
        return point
    own = join_positions([own_position(claims[0], "qualifies")], claims[1:])
    return point.model_copy(update={"positions": (*point.positions, own)})


def _qualifying(point: ContestedPoint, story: Story) -> Iterator[Claim]:
    held = {holder for position in point.positions for holder in position.holder_ids}
    told = {one for position in point.positions for one in position.claim_ids}
    asked = (one for side in point.positions for one in side.claim_ids[:_MOST_ASKED])
    for claim in (story.claim[one] for one in asked):
        for other, _ in story.index.near(claim, _NEAR):
            is_new = other.id not in told and other.speaker_id not in {None, *held}
            if is_new and other.kind != "denial" and is_limited(other.text):
                shared = story.index.overlap(claim, other), story.index.overlap(other, claim)
                if max(shared) >= _SHARED:
                    yield other
