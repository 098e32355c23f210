"""Contested points inside one article: a denial beside what it denies."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

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


@dataclass(frozen=True)
class _Assertions:
    """What somebody says and another may deny, to be found by its terms."""

    claims: Sequence[DraftClaim]

    def sharing(self, terms: frozenset[str]) -> Iterator[tuple[int, int, DraftClaim]]:
        """Yield the claims that share any of `terms`, in order: how many, of how many terms."""
        shared = Counter(place for term in terms for place in self._places.get(term, ()))
        for place in sorted(shared):
            yield shared[place], len(self._terms[place]), self.claims[place]

    @cached_property
    def _terms(self) -> list[frozenset[str]]:
        read = (parse_statement(claim.text) for claim in self.claims)
        return [_terms(document, 0, len(document.text)) for document in read]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for place, terms in enumerate(self._terms):
            for term in terms:
                places[term].append(place)
        return dict(places)


def draft_disputes(reading: Reading, claims: Sequence[DraftClaim]) -> Iterator[DraftContestedPoint]:
    """Yield a contested point for each denial whose other side stands in the article too."""
    assertions = _Assertions([c for c in claims if c.kind != "denial" and c.speaker])
    for denial in _denials(reading, claims):
        asserted = _asserted(assertions, denial)
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


def _asserted(assertions: _Assertions, denial: _Denial) -> DraftClaim | None:
    """Return the claim that `denial` speaks of, or None where that is not clear."""
    if len(denial.denied) < _FEWEST_SHARED:
        return _nearest_before(assertions.claims, denial)
    rivals = [
        (shared, claim)
        for shared, terms, claim in assertions.sharing(denial.denied)
        if claim.speaker != denial.claim.speaker
        and shared >= max(_FEWEST_SHARED, _SHARE * min(terms, len(denial.denied)))
    ]
    best = max((shared for shared, _ in rivals), default=0)
    return next((claim for shared, claim in rivals if shared == best), None)


def _nearest_before(claims: Sequence[DraftClaim], denial: _Denial) -> DraftClaim | None:
    gaps = [(denial.sentence - claim.sentences[0], claim) for claim in claims]
    reached = [
        (gap, claim)
        for gap, claim in gaps
        if 0 <= gap <= _REACH and claim.speaker != denial.claim.speaker
    ]
    nearest = min((gap for gap, _ in reached), default=None)
    return next((claim for gap, claim in reversed(reached) if gap == nearest), None)


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
