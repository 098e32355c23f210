"""One side of a contested point, put together from claims and evidence."""

from collections.abc import Iterable, Sequence

from summarize.merge.story import join_evidence
from summarize.model import Claim, Evidence, Position, Stance


def make_position(
    statement: str,
    stance: Stance,
    holders: Iterable[str],
    claims: Iterable[str],
    evidence: tuple[Evidence, ...],
) -> Position:
    """Return a position with each holder, article and claim once, in the order given."""
    return Position(
        statement=statement,
        stance=stance,
        holder_ids=tuple(dict.fromkeys(holders)),
        article_ids=tuple(dict.fromkeys(piece.article_id for piece in evidence)),
        claim_ids=tuple(dict.fromkeys(claims)),
        evidence=evidence,
    )


def own_position(claim: Claim, stance: Stance) -> Position:
    """Return the position of a claim alone."""
    holders = [claim.speaker_id] if claim.speaker_id else []
    return make_position(claim.text, stance, holders, [claim.id], claim.evidence)


def join_positions(positions: Sequence[Position], claims: Sequence[Claim]) -> Position:
    """Return one position of all holders; `claims` are further statements of it."""
    evidence = [piece for position in positions for piece in position.evidence]
    holders = [one for position in positions for one in position.holder_ids]
    ids = [one for position in positions for one in position.claim_ids]
    return make_position(
        positions[0].statement,
        positions[0].stance,
        [*holders, *(claim.speaker_id for claim in claims if claim.speaker_id)],
        [*ids, *(claim.id for claim in claims)],
        join_evidence([*evidence, *(piece for claim in claims for piece in claim.evidence)]),
    )
