"""What the sources do not agree on: who says what, each side in its own words."""

from collections.abc import Iterable, Iterator, Sequence

from summarize.language.document import parse_document
from summarize.language.similarity import TfIdf
from summarize.merge.align import claim_terms
from summarize.merge.character import find_characterisations
from summarize.merge.figures import can_both_hold
from summarize.merge.sides import side_of
from summarize.merge.story import Story, join_evidence
from summarize.merge.wording import join_names
from summarize.model import (
    Between,
    Claim,
    ContestedPoint,
    Evidence,
    Figure,
    FigureGroup,
    Position,
    Stance,
)

_SAME_MATTER = 0.3
"""Cosine from which a claim of the asserting side speaks to the matter of a denial."""


def find_contested(story: Story, groups: Iterable[FigureGroup]) -> tuple[ContestedPoint, ...]:
    """Return the contested points of the story: denials first, then figures, then characters."""
    points = [
        *_denials(story),
        *_figures(story, groups),
        *find_characterisations(story),
    ]
    return tuple(
        point.model_copy(update={"id": f"d{number}"}) for number, point in enumerate(points, 1)
    )


def _denials(story: Story) -> Iterator[ContestedPoint]:
    """Yield the denials that articles show, those between the same sides on one matter as one."""
    groups: list[list[ContestedPoint]] = []
    for point in filter(lambda point: _is_between_sides(point, story), story.contested):
        home = next((group for group in groups if _same_dispute(group[0], point, story)), None)
        if home is None:
            groups.append([point])
        else:
            home.append(point)
    for group in groups:
        yield _join_denials(group, story)


def _is_between_sides(point: ContestedPoint, story: Story) -> bool:
    """Say whether those who assert and those who deny speak for different sides."""
    asserting, denying = (_sides(position, story) for position in point.positions[:2])
    return not asserting & denying


def _same_dispute(one: ContestedPoint, other: ContestedPoint, story: Story) -> bool:
    """Say whether two points set the same sides against each other over shared matter."""
    sides = zip(one.positions, other.positions, strict=False)
    if not all(_sides(a, story) & _sides(b, story) for a, b in sides):
        return False
    return len(_matter(one) & _matter(other)) >= 2


def _sides(position: Position, story: Story) -> set[str]:
    return {side_of(story.actor[holder]) for holder in position.holder_ids}


def _matter(point: ContestedPoint) -> set[str]:
    quotes = " ".join(piece.quote for position in point.positions for piece in position.evidence)
    document = parse_document(quotes)
    return {token.lemma for token in document.tokens if token.tag.startswith("NN")}


def _join_denials(group: Sequence[ContestedPoint], story: Story) -> ContestedPoint:
    first = group[0]
    asserting = [point.positions[0] for point in group]
    denying = [point.positions[1] for point in group]
    supporters = _supporters(asserting, story)
    return ContestedPoint(
        id=first.id,
        question=first.question,
        kind="denial",
        between="actors",
        positions=(
            _join_positions(asserting, supporters),
            _join_positions(denying, []),
        ),
    )


def _supporters(asserting: Sequence[Position], story: Story) -> list[Claim]:
    """Return further claims of the asserting side on the same matter, from any article."""
    known = [story.claim[one] for position in asserting for one in position.claim_ids]
    sides = {side for position in asserting for side in _sides(position, story)}
    index = TfIdf([claim_terms(claim) for claim in story.claims])
    places = {claim.id: place for place, claim in enumerate(story.claims)}
    near = {
        other for claim in known for other, _ in index.neighbours(places[claim.id], _SAME_MATTER)
    }
    rivals = [story.claims[place] for place in sorted(near)]
    return [
        claim
        for claim in rivals
        if claim.kind != "denial"
        and claim.speaker_id
        and side_of(story.actor[claim.speaker_id]) in sides
    ]


def _join_positions(positions: Sequence[Position], claims: Sequence[Claim]) -> Position:
    first = positions[0]
    evidence = [piece for position in positions for piece in position.evidence]
    evidence += [piece for claim in claims for piece in claim.evidence]
    holders = [one for position in positions for one in position.holder_ids]
    holders += [claim.speaker_id for claim in claims if claim.speaker_id]
    ids = [one for position in positions for one in position.claim_ids]
    return _position(
        first.statement,
        first.stance,
        holders,
        [*ids, *(claim.id for claim in claims)],
        join_evidence(evidence),
    )


def _position(
    statement: str,
    stance: Stance,
    holders: Iterable[str],
    claims: Iterable[str],
    evidence: tuple[Evidence, ...],
) -> Position:
    return Position(
        statement=statement,
        stance=stance,
        holder_ids=tuple(dict.fromkeys(holders)),
        article_ids=tuple(dict.fromkeys(piece.article_id for piece in evidence)),
        claim_ids=tuple(dict.fromkeys(claims)),
        evidence=evidence,
    )


def _figures(story: Story, groups: Iterable[FigureGroup]) -> Iterator[ContestedPoint]:
    """Yield a point for each measure of which two sources give values that exclude each other."""
    for group in groups:
        if group.status != "differs":
            continue
        figures = [story.figure[one] for one in group.figure_ids]
        positions = [_figure_position(same, story) for same in _by_value(figures)]
        if len(positions) < 2:
            continue
        yield ContestedPoint(
            id=group.id,
            question=_ask_how_many(group),
            kind="figure",
            between=_between(figures),
            positions=tuple(positions),
        )


def _ask_how_many(group: FigureGroup) -> str:
    if group.unit != "1":
        return f"What is the figure for {group.what}?"
    tokens = parse_document(group.what).tokens
    is_state = bool(tokens) and tokens[-1].tag in ("VBN", "VBD")
    noun, _, state = group.what.rpartition(" ")
    return f"How many {noun} were {state}?" if is_state and noun else f"How many {group.what}?"


def _by_value(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Group figures whose values are the same, in order of value."""
    groups: list[list[Figure]] = []
    for figure in sorted(figures, key=lambda one: (one.low, one.high, one.bound, one.id)):
        if groups and _is_same_value(groups[-1][0], figure):
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return groups


def _is_same_value(one: Figure, other: Figure) -> bool:
    is_close = (one.low, one.high) == (other.low, other.high)
    return is_close and can_both_hold(one, other)


def _figure_position(figures: Sequence[Figure], story: Story) -> Position:
    evidence = join_evidence(piece for figure in figures for piece in figure.evidence)
    ids = {figure.id for figure in figures}
    claims = [claim.id for claim in story.claims if ids & set(claim.figure_ids)]
    holders = [figure.speaker_id for figure in figures if figure.speaker_id]
    phrases = list(dict.fromkeys(figure.phrase for figure in figures))
    return _position(join_names(phrases), "asserts", holders, claims, evidence)


def _between(figures: Sequence[Figure]) -> Between:
    return "actors" if all(figure.speaker_id for figure in figures) else "outlets"
