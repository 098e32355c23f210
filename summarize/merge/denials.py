"""Denials across articles: who asserts, who denies, and who else takes a side."""

from collections.abc import Iterable, Iterator, Sequence

from summarize.language.document import parse_statement
from summarize.language.modality.qualifying import is_limited
from summarize.language.questions import ask_about, ask_whether, can_be_asked
from summarize.merge.accused import Accusations
from summarize.merge.denied import denied_clause, states_denied
from summarize.merge.positions import join_positions, own_position
from summarize.merge.qualifying import with_qualifying
from summarize.merge.sides import share_a_side, side_of
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


def find_denials(story: Story) -> Iterator[ContestedPoint]:
    """Yield what some assert and others deny, the denials between the same sides as one point."""
    groups: list[list[ContestedPoint]] = []
    for point in _join_reprints((*_denied_in_articles(story), *_across_articles(story))):
        if not _is_between_sides(point, story):
            continue
        supported = _with_supporters(point, story)
        home = next((group for group in groups if _same_dispute(group, supported, story)), None)
        if home is None:
            groups.append([supported])
        else:
            home.append(supported)
    for group in groups:
        yield with_qualifying(_join_points(group), story)


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


def _same_dispute(group: Sequence[ContestedPoint], point: ContestedPoint, story: Story) -> bool:
    """Say whether a point is of the matter of a group: the same claim is denied, by whomever.

    Or the same sides stand against each other over shared matter.
    """
    return any(_is_alike(member, point, story) for member in group)


def _is_alike(one: ContestedPoint, other: ContestedPoint, story: Story) -> bool:
    told = [set(each.positions[0].claim_ids) for each in (one, other)]
    if told[0] & told[1]:
        return True
    sides = zip(one.positions, other.positions, strict=True)
    if not all(_sides(a, story) & _sides(b, story) for a, b in sides):
        return False
    return len(_matter(one) & _matter(other)) >= _SHARED_NOUNS


def _sides(position: Position, story: Story) -> set[str]:
    return {side_of(story.actor[holder]) for holder in position.holder_ids}


def _matter(point: ContestedPoint) -> set[str]:
    quotes = " ".join(piece.quote for position in point.positions for piece in position.evidence)
    document = parse_statement(quotes)
    return {token.lemma for token in document.tokens if token.tag.startswith("NN")}


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
            if rival.kind == "denial" or rival.speaker_id in {None, *denying.holder_ids}:
                continue
            is_ally = side_of(story.actor[rival.speaker_id or ""]) in sides
            if is_ally or story.index.say_no_more(claim, rival):
                found[rival.id] = rival
    return [claim for claim in story.claims if claim.id in found]
