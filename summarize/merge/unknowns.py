"""What the sources themselves say is not known, and what of it is missing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarize.language.document import parse_statement
from summarize.language.modality import read_modality
from summarize.language.modality.missing import read_missing
from summarize.language.standalone import stands_alone
from summarize.merge.forms import VERBATIM
from summarize.merge.story import Story, join_evidence
from summarize.merge.wording import word_claim
from summarize.model import Claim, Finding, Missing, Unknown

_SAME = 0.35
"""Cosine from which two sentences with the same thing missing say one unknown."""

_HALF = 0.5
"""Share of the words of the shorter that the other has as well."""


@dataclass(frozen=True)
class _Reading:
    """Claims that say in one sentence that the same is not known."""

    text: str
    missing: Missing | None
    claims: tuple[Claim, ...]

    @property
    def articles(self) -> int:
        return len({claim.article_id for claim in self.claims})


def find_unknowns(story: Story, findings: Iterable[Finding]) -> tuple[Unknown, ...]:
    """Return what is unclear, unverified or not known; findings that say the same make one."""
    readings = (one for finding in findings for one in _readings(finding, story))
    return tuple(_unknown(group) for group in _group(readings, story))


def _readings(finding: Finding, story: Story) -> Iterator[_Reading]:
    """Yield what a finding calls unknown; "who" and "when" of one matter are two unknowns."""
    claims: dict[Missing | None, list[Claim]] = {}
    for claim in (story.claim[one] for one in finding.claim_ids):
        is_unknown, missing = _read(claim.text)
        if is_unknown:
            claims.setdefault(missing, []).append(claim)
    is_told, told = _read(finding.text)
    for missing, members in claims.items():
        is_plain = is_told and missing == told
        text = finding.text if is_plain else word_claim(members[0], story)
        if text and _can_stand(text):
            yield _Reading(text, missing, tuple(members))


@lru_cache(maxsize=10_000)
def _read(text: str) -> tuple[bool, Missing | None]:
    document = parse_statement(text)
    modality = read_modality(document, 0, len(text))
    return modality.is_unknown, read_missing(document, modality)


def _can_stand(text: str) -> bool:
    is_whole = stands_alone(text, parse_statement(text).tokens)
    return is_whole and _read(text)[0] and not VERBATIM.take_apart(text)


def _group(readings: Iterable[_Reading], story: Story) -> list[list[_Reading]]:
    """Group readings that say the same."""
    groups: list[list[_Reading]] = []
    home: dict[str, list[_Reading]] = {}
    for reading in readings:
        near = (one.id for one, _ in story.index.near(reading.claims[0], _SAME))
        known = (home[one] for one in near if one in home)
        group = next((one for one in known if _is_same(one[0], reading, story)), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(reading)
        home |= {claim.id: group for claim in reading.claims}
    return groups


def _is_same(one: _Reading, other: _Reading, story: Story) -> bool:
    first, second = one.claims[0], other.claims[0]
    shared = max(story.index.overlap(first, second), story.index.overlap(second, first))
    return one.missing == other.missing and shared >= _HALF


def _unknown(group: Sequence[_Reading]) -> Unknown:
    """Return what a group says, in the wording that most articles carry, or else the shortest."""
    best = min(group, key=lambda one: (-one.articles, len(one.text), one.text))
    claims = [claim for one in group for claim in one.claims]
    return Unknown(
        text=best.text,
        missing=best.missing,
        claim_ids=tuple(claim.id for claim in claims),
        evidence=join_evidence(piece for claim in claims for piece in claim.evidence),
    )
