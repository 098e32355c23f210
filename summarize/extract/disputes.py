"""Contested points inside one article: a denial beside what it denies."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarize.extract.denying import denies_statement
from summarize.extract.reading import Reading
from summarize.extract.speakers import find_speaker
from summarize.language.document import Document, parse_statement
from summarize.language.modality import read_modality
from summarize.language.modality.qualifying import is_limited
from summarize.language.questions import ask_about, ask_whether, can_be_asked
from summarize.language.similarity import content_terms
from summarize.language.standalone import is_clause
from summarize.language.synonyms import concept_of
from summarize.model import DraftClaim, DraftContestedPoint, DraftPosition, Stance

_REPORTS = frozenset(
    "claim assertion allegation accusation charge statement report suggestion notion version "
    "account remark comment figure number idea story rumor rumour narrative".split()
)
"""Nouns that stand for what somebody said; a denial of nothing else points back."""

_REACH = 3
"""A denial that points back means something at most so many sentences before."""

_THAT = re.compile(
    r"^(?:(?:any|all|the)\s)?(?:[\w-]+\s){0,2}?(?:claims?|allegations?|reports?|"
    r"accusations?|suggestions?|assertions?|notion|idea|rumou?rs?)\sthat\s|^that\s",
    re.IGNORECASE,
)
"""What stands before the clause that is denied: "claims that", "any suggestion that"."""

_CALLING = frozenset("demand urge call ask request order want call_for invite".split())
"""Verbs that report what is wanted."""

_ACCUSATIONS = frozenset("allegation accusation charge criticism".split())
"""What denies these denies what was said of the denier, who is then named."""

_ACCUSING = frozenset("accuse blame allege charge suspect denounce".split())
_GUILT = re.compile(
    r"(?i)(?:any\s|all\s|having\sany\s|his\s|her\s|their\s|its\s)?(?:\w+\s)?"
    r"(?:involvement|responsibility|wrongdoing|guilt|role|part|hand|misconduct|complicity)\b"
)
"""What is denied of oneself, when somebody has accused one of it, in whatever words."""

_LOOSE = 2
"""A statement of what is denied has its words together, within so many times its length."""

_FEWEST_SHARED = 2
_SHARE = 0.4
"""Content words, and their share of the shorter, that a denied proposition has in common with
whoever asserts it."""


@dataclass(frozen=True)
class _Denial:
    """A claim that denies, and the terms of what it denies; few or none where it points back."""

    claim: DraftClaim
    denied: frozenset[str]
    words: str

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
    assertions = _Assertions([claim for claim in claims if _can_be_denied(claim)])
    for denial in _denials(reading, claims):
        asserted = _asserted(assertions, denial)
        if asserted is not None:
            yield _contested_point(asserted, denial)


def _can_be_denied(claim: DraftClaim) -> bool:
    """Say whether somebody plainly states something: a demand, a wish, "partly" are not denied."""
    if claim.kind in ("denial", "opinion") or claim.verb in _CALLING or not claim.speaker:
        return False
    if is_limited(claim.text):
        return False
    return not read_modality(parse_statement(claim.text), 0, len(claim.text)).is_opinion


def _denials(reading: Reading, claims: Sequence[DraftClaim]) -> Iterator[_Denial]:
    by_place = {
        (claim.sentences[0], claim.speaker): claim for claim in claims if claim.kind == "denial"
    }
    text = reading.document.text
    for attribution in reading.attributions:
        if not denies_statement(reading, attribution) or attribution.is_negated:
            continue
        speaker = find_speaker(reading, attribution)
        for index in attribution.sentences:
            claim = by_place.pop((index + 1, speaker.actor), None) if speaker else None
            if claim is not None and claim.speaker:
                spans = attribution.content
                terms = [_terms(reading.document, start, end) for start, end in spans]
                words = " ".join(text[start:end] for start, end in spans)
                denied = frozenset().union(*terms) - _REPORTS
                yield _Denial(claim, denied, _THAT.sub("", words))


def _terms(document: Document, start: int, end: int) -> frozenset[str]:
    return frozenset(concept_of(term) for term in content_terms(document, start, end))


def _asserted(assertions: _Assertions, denial: _Denial) -> DraftClaim | None:
    """Return the claim that `denial` speaks of, or None where that is not clear."""
    if len(denial.denied) < _FEWEST_SHARED or _GUILT.match(denial.words):
        return _nearest_before(assertions.claims, denial)
    rivals = [
        (shared, claim)
        for shared, terms, claim in assertions.sharing(denial.denied)
        if claim.speaker != denial.claim.speaker
        and shared >= max(_FEWEST_SHARED, _SHARE * min(terms, len(denial.denied)))
        and _says_together(claim, denial)
    ]
    best = max((shared for shared, _ in rivals), default=0)
    return next((claim for shared, claim in rivals if shared == best), None)


def _says_together(claim: DraftClaim, denial: _Denial) -> bool:
    """Say whether a claim has the denied words in one place, not one here and another there."""
    shared = [
        (place, term)
        for place, token in enumerate(parse_statement(claim.text).tokens)
        if (term := concept_of(token.lemma)) in denial.denied
    ]
    wanted = {term for _, term in shared}
    reach = _LOOSE * len(denial.words.split())
    return any(
        wanted == {term for place, term in shared[first:] if place - start <= reach}
        for first, (start, _) in enumerate(shared)
    )


def _nearest_before(claims: Sequence[DraftClaim], denial: _Denial) -> DraftClaim | None:
    """Return the nearest statement before a denial that only points back.

    What accuses somebody names them.
    """
    words = {token.lemma for token in parse_statement(denial.words).tokens}
    is_of_guilt = bool(_GUILT.match(denial.words))
    if is_of_guilt or words & _ACCUSATIONS:
        claims = [claim for claim in claims if _speaks_of(claim, denial.claim.speaker or "")]
    if is_of_guilt:
        claims = [claim for claim in claims if claim.verb in _ACCUSING]
    gaps = [(denial.sentence - claim.sentences[0], claim) for claim in claims]
    reached = [
        (gap, claim)
        for gap, claim in gaps
        if 0 <= gap <= _REACH and claim.speaker != denial.claim.speaker
    ]
    nearest = min((gap for gap, _ in reached), default=None)
    return next((claim for gap, claim in reversed(reached) if gap == nearest), None)


def _speaks_of(claim: DraftClaim, name: str) -> bool:
    return name in claim.actors or name.rsplit(maxsplit=1)[-1] in claim.text


def _contested_point(asserted: DraftClaim, denial: _Denial) -> DraftContestedPoint:
    return DraftContestedPoint(
        question=_ask(asserted, denial),
        kind="denial",
        positions=(_position(asserted, "asserts"), _position(denial.claim, "denies")),
    )


def _ask(asserted: DraftClaim, denial: _Denial) -> str:
    """Ask about the very clause that is denied, where it can be read alone, else the statement."""
    document = parse_statement(denial.words)
    is_told = len(denial.denied) >= _FEWEST_SHARED and is_clause(document.tokens)
    if is_told and can_be_asked(document):
        return ask_whether(document)
    return ask_about(parse_statement(asserted.text), asserted.speaker or "")


def _position(claim: DraftClaim, stance: Stance) -> DraftPosition:
    return DraftPosition(
        statement=claim.text,
        stance=stance,
        holders=(claim.speaker,) if claim.speaker else (),
        sentences=claim.sentences,
    )
