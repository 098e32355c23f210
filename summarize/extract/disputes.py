"""Contested points inside one article: a denial beside what it denies."""

import re
from collections.abc import Iterator, Sequence

from summarize.extract.reading import Reading
from summarize.language.document import parse_document
from summarize.language.questions import ask_about
from summarize.language.similarity import content_terms
from summarize.model import DraftClaim, DraftContestedPoint, DraftPosition

_REFERS_BACK = re.compile(
    r"(?i)\b(?:this|that|these|those|the|such|any|it|them|both|all|its|his|her|their)\b"
    r"(?:\s+\w+){0,2}?\s*\b(?:claims?|assertions?|allegations?|accusations?|charges?|statements?|"
    r"reports?|suggestions?|notion|versions?|accounts?|remarks?|comments?|figures?|numbers?|it|"
    r"them|this|that)\b"
)
_REACH = 3
"""A denial that points back means something at most so many sentences before."""

_FEWEST_SHARED = 2
"""Content words that a denial and what it denies must share when neither points to the other."""


def draft_disputes(reading: Reading, claims: Sequence[DraftClaim]) -> Iterator[DraftContestedPoint]:
    """Yield a contested point for each denial whose other side stands in the article too."""
    for denial in claims:
        if denial.kind != "denial" or not denial.speaker:
            continue
        asserted = _what_is_denied(reading, denial, claims)
        if asserted is not None:
            yield _contested_point(asserted, denial)


def _what_is_denied(
    reading: Reading, denial: DraftClaim, claims: Sequence[DraftClaim]
) -> DraftClaim | None:
    """Return the claim that `denial` speaks of, or None where that is not clear."""
    rivals = [claim for claim in claims if _could_be_denied(claim, denial)]
    terms = _terms(reading, denial)
    ranked = [(_closeness(reading, claim, denial, terms), claim) for claim in rivals]
    best = max((score for score, _ in ranked), default=0)
    if best < _FEWEST_SHARED:
        return None
    return next(claim for score, claim in ranked if score == best)


def _could_be_denied(claim: DraftClaim, denial: DraftClaim) -> bool:
    return claim.kind != "denial" and bool(claim.speaker) and claim.speaker != denial.speaker


def _closeness(
    reading: Reading, claim: DraftClaim, denial: DraftClaim, terms: frozenset[str]
) -> int:
    """Count shared content words; pointing back to a near claim is worth two of them."""
    shared = len(terms & _terms(reading, claim))
    gap = denial.sentences[0] - claim.sentences[0]
    if gap == 0:
        return shared + _FEWEST_SHARED + 1
    points_back = 0 <= gap <= _REACH and _REFERS_BACK.search(denial.text)
    return shared + (_FEWEST_SHARED if points_back else 0)


def _terms(reading: Reading, claim: DraftClaim) -> frozenset[str]:
    sentence = reading.document.sentences[claim.sentences[0] - 1]
    return frozenset(content_terms(reading.document, sentence.start, sentence.end))


def _contested_point(asserted: DraftClaim, denial: DraftClaim) -> DraftContestedPoint:
    return DraftContestedPoint(
        question=ask_about(parse_document(asserted.text), asserted.speaker or ""),
        kind="denial",
        positions=(
            _position(asserted, "asserts"),
            _position(denial, "denies"),
        ),
    )


def _position(claim: DraftClaim, stance: str) -> DraftPosition:
    return DraftPosition(
        statement=claim.text,
        stance="denies" if stance == "denies" else "asserts",
        holders=(claim.speaker,) if claim.speaker else (),
        sentences=claim.sentences,
    )
