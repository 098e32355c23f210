"""One side first and longest: in every dispute of the brief, or in its summary.

Somebody has to come first, and whoever asserts more has more room. What is marked is a side that
opens every dispute with most of the words, and one that fills the summary beyond its part of what
the sources say.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from summarize.merge.sides import side_of
from summarize.model import Brief, ContestedPoint, LintMark, Position

_MUCH_MORE = 2.0
"""So many times the words of all others, over all disputes, are much more."""

_FAR_MORE = 3.0
"""So many times the words of the other side, in the summary, are far more."""

_BEYOND = 2.0
"""So many times as far apart as in the sources two sides may be told."""


class _Sides(NamedTuple):
    """Who stands first in a dispute, and who against them."""

    first: frozenset[str]
    others: frozenset[str]


def find_one_sided(brief: Brief) -> Iterator[LintMark]:
    """Yield a mark for the disputes as a whole, and for each that the summary tells unevenly."""
    side = {actor.id: side_of(actor) for actor in brief.actors}
    opposed = [
        (place, point, sides)
        for place, point in enumerate(brief.contested)
        if (sides := _sides(point, side)) is not None
    ]
    yield from _mark_openers(opposed)
    told = _words_told(brief, side)
    heard = Counter(side[one.speaker_id] for one in brief.claims if one.speaker_id in side)
    for place, sentence in enumerate(brief.summary):
        claims = _claims_of(brief, sentence.finding_ids)
        for _, point, sides in opposed:
            if _tells(claims, point) and _is_beyond(sides, told, heard):
                path, text = f"summary[{place}]", sentence.text
                yield _mark(path, text, "one side of the dispute has far more of the summary")
                break


def _sides(point: ContestedPoint, side: Mapping[str, str]) -> _Sides | None:
    """Return the sides of a point on which two sides by name stand against each other."""
    first, *others = [
        frozenset(side[one] for one in position.holder_ids if one in side)
        for position in point.positions
    ]
    against = frozenset().union(*others)
    return _Sides(first, against) if first and against and first.isdisjoint(against) else None


def _mark_openers(opposed: Sequence[tuple[int, ContestedPoint, _Sides]]) -> Iterator[LintMark]:
    """Yield a mark where one side opens each of two disputes or more, with most of the words."""
    if len(opposed) < 2:
        return
    openers = frozenset.intersection(*(sides.first for _, _, sides in opposed))
    openers -= frozenset().union(*(sides.others for _, _, sides in opposed))
    first = sum(_room(point.positions[:1]) for _, point, _ in opposed)
    others = sum(_room(point.positions[1:]) for _, point, _ in opposed)
    if openers and first > _MUCH_MORE * others:
        place, point, _ = opposed[0]
        problem = f"{', '.join(sorted(openers))} comes first in every dispute and has most words"
        yield _mark(f"contested[{place}]", point.question, problem)


def _room(positions: Iterable[Position]) -> int:
    """Return the words that a reader is shown of positions."""
    return sum(len(piece.quote.split()) for one in positions for piece in one.evidence)


def _claims_of(brief: Brief, finding_ids: Iterable[str]) -> frozenset[str]:
    wanted = set(finding_ids)
    return frozenset(one for f in brief.findings if f.id in wanted for one in f.claim_ids)


def _tells(claims: frozenset[str], point: ContestedPoint) -> bool:
    """Say whether a sentence on these claims tells every side of a point."""
    return all(not claims.isdisjoint(position.claim_ids) for position in point.positions)


def _words_told(brief: Brief, side: Mapping[str, str]) -> Counter[str]:
    """Return the words of the summary by side, a sentence's split evenly over its claims."""
    speakers = {claim.id: claim.speaker_id for claim in brief.claims}
    told: Counter[str] = Counter()
    for sentence in brief.summary:
        claims = _claims_of(brief, sentence.finding_ids)
        for one in claims:
            speaker = side.get(speakers.get(one) or "")
            if speaker is not None:
                told[speaker] += round(1000 * len(sentence.text.split()) / len(claims))
    return told


def _is_beyond(sides: _Sides, told: Counter[str], heard: Counter[str]) -> bool:
    """Say whether the first side has far more words than the others, beyond what it said more."""
    ours, theirs = (sum(told[one] for one in side) for side in sides)
    said, against = (sum(heard[one] for one in side) for side in sides)
    return ours > _FAR_MORE * theirs and ours * against > _BEYOND * theirs * said


def _mark(path: str, text: str, problem: str) -> LintMark:
    return LintMark(
        rule="one-sided",
        severity="warning",
        path=path,
        start=0,
        end=len(text),
        text=text,
        problem=problem,
    )
