"""Two articles that cannot both be right: one negates what the other states.

Nobody denies anything here: "did warn" stands in one outlet, "did not warn" in another. Without
this a changed "not" would pass unseen.
"""

from collections.abc import Iterator

from summarize.language.document import parse_statement
from summarize.language.modality.polarity import read_polarity
from summarize.language.questions import ask_about
from summarize.merge.align import SAME
from summarize.merge.positions import own_position
from summarize.merge.sides import side_of
from summarize.merge.story import Story
from summarize.model import Between, Claim, ContestedPoint


def find_contradictions(story: Story) -> Iterator[ContestedPoint]:
    """Yield a point for each pair of articles of which one negates what the other states.

    A claim stands in one point at most. Those that negate something are looked at: the others
    contradict nothing but one of these.
    """
    told: set[str] = set()
    for claim in (one for one in story.claims if read_polarity(one.text).negated):
        rival = None if claim.id in told else _rival(claim, story)
        if rival is not None and rival.id not in told:
            told |= {claim.id, rival.id}
            yield _point(claim, rival, story)


def _rival(claim: Claim, story: Story) -> Claim | None:
    """Return the nearest claim of another article that contradicts `claim`.

    What may be so and what may not be so can both be said.
    """
    if not _is_plain(claim):
        return None
    near = (other for other, _ in story.index.near(claim, SAME) if _is_plain(other))
    return next(
        (
            other
            for other in near
            if other.article_id != claim.article_id and _clash(claim, other, story)
        ),
        None,
    )


def _is_plain(claim: Claim) -> bool:
    return claim.kind not in ("denial", "opinion") and claim.certainty != "uncertain"


def _clash(one: Claim, other: Claim, story: Story) -> bool:
    return story.index.negates(one, other) or story.index.negates(other, one)


def _point(one: Claim, other: Claim, story: Story) -> ContestedPoint:
    asserted, negated = (other, one) if story.index.negates(one, other) else (one, other)
    speaker = story.actor[asserted.speaker_id].name if asserted.speaker_id else ""
    return ContestedPoint(
        id=asserted.id,
        question=ask_about(parse_statement(asserted.text), speaker),
        kind="denial",
        between=_between(one, other, story),
        positions=(own_position(asserted, "asserts"), own_position(negated, "denies")),
    )


def _between(one: Claim, other: Claim, story: Story) -> Between:
    sides = [side_of(story.actor[id_]) for id_ in (one.speaker_id, other.speaker_id) if id_]
    return "actors" if len(set(sides)) == 2 else "outlets"
