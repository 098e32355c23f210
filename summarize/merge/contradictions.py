"""Two articles that cannot both be right: one negates what the other states.

Nobody denies anything here: "did warn" stands in one outlet, "did not warn" in another. Without
this a changed "not" would pass unseen.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from summarize.language.document import parse_statement
from summarize.language.questions import ask_about
from summarize.merge.align import SAME
from summarize.merge.positions import join_positions, own_position
from summarize.merge.story import Story
from summarize.model import Between, Claim, ContestedPoint


def find_contradictions(story: Story) -> Iterator[ContestedPoint]:
    """Yield a point for each statement that claims of one article make and another negates.

    A claim stands in one point at most; those that report the same stand in it together.
    """
    rivals = _find_rivals(story)
    told: set[str] = set()
    for claim in story.claims:
        rival = rivals.get(claim.id)
        if rival is None or claim.id in told or rival.id in told:
            continue
        ours = [one for one in _all_against(rival, claim, story) if one.id not in told]
        theirs = [one for one in _all_against(claim, rival, story) if one.id not in told]
        told.update(one.id for one in (*ours, *theirs))
        yield _point(ours, theirs, story)


def _find_rivals(story: Story) -> Mapping[str, Claim]:
    """Return the nearest claim of another article that contradicts each one, by that one's id.

    They are looked for from those that negate, which are few.
    """
    near: dict[str, list[tuple[float, Claim]]] = defaultdict(list)
    for claim in story.claims:
        if not _is_plain(claim) or not story.index.is_negated(claim):
            continue
        for other, cosine in story.index.near(claim, SAME):
            is_elsewhere = _is_plain(other) and other.article_id != claim.article_id
            if is_elsewhere and story.index.negates(claim, other):
                near[claim.id].append((cosine, other))
                near[other.id].append((cosine, claim))
    return {one: max(found, key=lambda pair: pair[0])[1] for one, found in near.items()}


def _all_against(rival: Claim, claim: Claim, story: Story) -> list[Claim]:
    """Return `claim` and all that report the same and contradict `rival` in other articles."""
    alike = [
        one
        for one in story.index.like(claim)
        if one.id != claim.id
        and _is_plain(one)
        and one.article_id != rival.article_id
        and _clash(one, rival, story)
    ]
    return [claim, *alike]


def _is_plain(claim: Claim) -> bool:
    """Say whether a claim states something; what may be so and what may not can both be said."""
    return claim.kind not in ("denial", "opinion") and claim.certainty != "uncertain"


def _clash(one: Claim, other: Claim, story: Story) -> bool:
    return story.index.negates(one, other) or story.index.negates(other, one)


def _point(ours: Sequence[Claim], theirs: Sequence[Claim], story: Story) -> ContestedPoint:
    is_negated = story.index.negates(ours[0], theirs[0])
    asserted, negated = (theirs, ours) if is_negated else (ours, theirs)
    first = asserted[0]
    speaker = story.actor[first.speaker_id].name if first.speaker_id else ""
    return ContestedPoint(
        id=first.id,
        question=ask_about(parse_statement(first.text), speaker),
        kind="denial",
        between=_between(ours[0], theirs[0], story),
        positions=(
            join_positions([own_position(first, "asserts")], asserted[1:]),
            join_positions([own_position(negated[0], "denies")], negated[1:]),
        ),
    )


def _between(one: Claim, other: Claim, story: Story) -> Between:
    sides = [story.sides[id_] for id_ in (one.speaker_id, other.speaker_id) if id_]
    return "actors" if len(set(sides)) == 2 else "outlets"
