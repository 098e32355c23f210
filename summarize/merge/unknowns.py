"""What the sources themselves say is not known."""

from collections.abc import Iterable

from summarize.language.document import parse_statement
from summarize.language.modality import read_modality
from summarize.language.standalone import stands_alone
from summarize.merge.story import Story, join_evidence
from summarize.model import Finding, Unknown


def find_unknowns(story: Story, findings: Iterable[Finding]) -> tuple[Unknown, ...]:
    """Return the findings that say something is unclear, unverified or not known."""
    return tuple(_unknown(finding, story) for finding in findings if _is_unknown(finding.text))


def _is_unknown(text: str) -> bool:
    document = parse_statement(text)
    is_unknown = read_modality(document, 0, len(text)).is_unknown
    return is_unknown and stands_alone(text, document.tokens)


def _unknown(finding: Finding, story: Story) -> Unknown:
    pieces = [piece for one in finding.claim_ids for piece in story.claim[one].evidence]
    return Unknown(text=finding.text, claim_ids=finding.claim_ids, evidence=join_evidence(pieces))
