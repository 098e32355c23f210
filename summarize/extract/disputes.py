"""Contested points inside one article: a denial beside what it denies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.extract.denying import denies_statement
from summarize.extract.reading import Reading
from summarize.extract.speakers import find_speaker
from summarize.language.document import Document, parse_statement
from summarize.language.questions import ask_about
from summarize.language.similarity import content_terms
from summarize.language.synonyms import concept_of
from summarize.model import DraftClaim, DraftContestedPoint, DraftPosition, Stance

_REPORTS = frozenset(
    "claim assertion allegation accusation charge statement report suggestion notion version "
    "account remark comment figure number idea story rumor rumour narrative".split()
)
"""Nouns that stand for what somebody said; a denial of nothing else points back."""

_REACH = 3
"""A denial that points back means something at most so many sentences before."""

_FEWEST_SHARED = 2
_SHARE = 0.4
"""Content words, and their share of the shorter, that a denied proposition has in common with
whoever asserts it."""


@dataclass(frozen=True)
class _Denial:
    """A claim that denies, and the terms of what it denies; few or none where it points back."""

    claim: DraftClaim
    denied: frozenset[str]

    @property
    def sentence(self) -> int:
        return self.claim.sentences[0]


def draft_disputes(reading: Reading, claims: Sequence[DraftClaim]) -> Iterator[DraftContestedPoint]:
    """Yield a contested point for each denial whose other side stands in the article too."""
    for denial in _denials(reading, claims):
        rivals = [claim for claim in claims if _could_be_denied(claim, denial.claim)]
        asserted = _asserted(rivals, denial)
        if asserted is not None:
            yield _contested_point(asserted, denial.claim)


def _denials(reading: Reading, claims: Sequence[DraftClaim]) -> Iterator[_Denial]:
    by_place = {
        (claim.sentences[0], claim.speaker): claim for claim in claims if claim.kind == "denial"
    }
    for attribution in reading.attributions:
        if not denies_statement(reading, attribution) or attribution.is_negated:
            continue
        speaker = find_speaker(reading, attribution)
        for index in attribution.sentences:
            claim = by_place.pop((index + 1, speaker.actor), None) if speaker else None
            if claim is not None and claim.speaker:
                spans = attribution.content
                terms = [_terms(reading.document, start, end) for start, end in spans]
                yield _Denial(claim, frozenset().union(*terms) - _REPORTS)


def _terms(document: Document, start: int, end: int) -> frozenset[str]:
    return frozenset(concept_of(term) for term in content_terms(document, start, end))


def _could_be_denied(claim: DraftClaim, denial: DraftClaim) -> bool:
    return claim.kind != "denial" and bool(claim.speaker) and claim.speaker != denial.speaker


def _asserted(rivals: Sequence[DraftClaim], denial: _Denial) -> DraftClaim | None:
    """Return the claim that `denial` speaks of, or None where that is not clear."""
    if len(denial.denied) < _FEWEST_SHARED:
        return _nearest_before(rivals, denial)
    ranked = [(_shared(claim, denial), claim) for claim in rivals]
    best = max((shared for shared, _ in ranked), default=0.0)
    return next((claim for shared, claim in ranked if shared == best and best > 0), None)


def _nearest_before(rivals: Sequence[DraftClaim], denial: _Denial) -> DraftClaim | None:
    gaps = [(denial.sentence - claim.sentences[0], claim) for claim in rivals]
    reached = [(gap, claim) for gap, claim in gaps if 0 <= gap <= _REACH]
    nearest = min((gap for gap, _ in reached), default=None)
    return next((claim for gap, claim in reversed(reached) if gap == nearest), None)


def _shared(claim: DraftClaim, denial: _Denial) -> float:
    """Return how many of the denied terms `claim` asserts, 0 where they are too few."""
    terms = _terms(parse_statement(claim.text), 0, len(claim.text))
    shared = len(terms & denial.denied)
    enough = max(_FEWEST_SHARED, _SHARE * min(len(terms), len(denial.denied)))
    return float(shared) if shared >= enough else 0.0


def _contested_point(asserted: DraftClaim, denial: DraftClaim) -> DraftContestedPoint:
    return DraftContestedPoint(
        question=ask_about(parse_statement(asserted.text), asserted.speaker or ""),
        kind="denial",
        positions=(_position(asserted, "asserts"), _position(denial, "denies")),
    )


def _position(claim: DraftClaim, stance: Stance) -> DraftPosition:
    return DraftPosition(
        statement=claim.text,
        stance=stance,
        holders=(claim.speaker,) if claim.speaker else (),
        sentences=claim.sentences,
    )
