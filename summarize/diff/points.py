"""Contested points that one brief has and the other has not."""

from collections.abc import Iterator, Mapping, Sequence

from summarize.diff.claims import ClaimMatches
from summarize.diff.together import NEW, OLD, Side, Together
from summarize.model import Change, ContestedPoint, Evidence, Position


def compare_points(both: Together, matches: ClaimMatches) -> Iterator[Change]:
    """Yield what is newly disputed, and what is disputed no more though a side is still told."""
    same = _match_points(both)
    for point in both.new.contested:
        if point.id not in same.values():
            yield _disputed(point, both, matches)
    for point in both.old.contested:
        told = [one for one in point.positions if _is_told(one, OLD, both, matches)]
        if point.id not in same and told:
            yield _resolved(point, told, both)


def _match_points(both: Together) -> Mapping[str, str]:
    """Return the id in the newer brief of each point of the older one that is still there.

    Points of one kind are one where they share words of a source; those that share most first.
    """
    nearness = sorted(
        (-_shared(one, other), min(one.id, other.id), max(one.id, other.id), one.id, other.id)
        for one in both.old.contested
        for other in both.new.contested
        if one.kind == other.kind and _shared(one, other)
    )
    found: dict[str, str] = {}
    for *_, one, other in nearness:
        if one not in found and other not in found.values():
            found[one] = other
    return found


def _shared(one: ContestedPoint, other: ContestedPoint) -> int:
    """Return how many quotes two points share, and one more each for question and id."""
    quotes = len(_quotes(one) & _quotes(other))
    return 4 * quotes + 2 * (one.question == other.question) + (one.id == other.id) if quotes else 0


def _quotes(point: ContestedPoint) -> set[str]:
    return {piece.quote for piece in _evidence(point)}


def _evidence(point: ContestedPoint) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(one for side in point.positions for one in side.evidence))


def _is_told(position: Position, side: Side, both: Together, matches: ClaimMatches) -> bool:
    """Say whether the other brief carries what a position of `side` says."""
    named = (both.story.claim.get(f"{side} {one}") for one in position.claim_ids)
    own = [claim for claim in named if claim]
    if own:
        return any(matches.of(claim) for claim in own)
    texts = [article.text for article in both.brief(NEW if side == OLD else OLD).articles]
    return any(piece.quote in text for piece in position.evidence for text in texts)


def _disputed(point: ContestedPoint, both: Together, matches: ClaimMatches) -> Change:
    known = [one for one in point.positions if _is_told(one, NEW, both, matches)]
    added = [one for one in point.positions if one not in known]
    why = "both briefs have its sides; the older one did not hold them against each other"
    if added:
        why = f"new: {_say_sides(added, NEW, both)}"
    return Change(
        kind="disputed",
        item="contested",
        text=point.question,
        before=_say_sides(known, NEW, both) or None,
        after=_say_sides(point.positions, NEW, both),
        old_id=None,
        new_id=point.id,
        outlets=both.outlets([one for side in point.positions for one in side.article_ids]),
        evidence_before=(),
        evidence_after=_evidence(point),
        why=why if known or not added else "both sides are new",
    )


def _resolved(point: ContestedPoint, told: Sequence[Position], both: Together) -> Change:
    gone = [one for one in point.positions if one not in told]
    why = "its sides are still told; the newer brief does not hold them against each other"
    if gone:
        why = f"told no more: {_say_sides(gone, OLD, both)}"
    return Change(
        kind="resolved",
        item="contested",
        text=point.question,
        before=_say_sides(point.positions, OLD, both),
        after=_say_sides(told, OLD, both),
        old_id=point.id,
        new_id=None,
        outlets=both.outlets([one for side in told for one in side.article_ids]),
        evidence_before=_evidence(point),
        evidence_after=(),
        why=why,
    )


def _say_sides(positions: Sequence[Position], side: Side, both: Together) -> str:
    """Return who takes which position: "Ana Kovar asserts, village of Orlik denies: …"."""
    return "; ".join(_say_side(one, side, both) for one in positions)


def _say_side(position: Position, side: Side, both: Together) -> str:
    names = {actor.id: actor.name for actor in both.brief(side).actors}
    holders = [names.get(one, one) for one in position.holder_ids]
    who = holders or both.outlets(position.article_ids)
    return f"{', '.join(who)} ({position.stance}): {position.statement.rstrip('.')}"
